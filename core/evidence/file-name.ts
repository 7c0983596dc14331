import type { EvidenceItem } from "./evidence.ts";
import { EVIDENCE_TYPES } from "./file-type.ts";

/**
 * The name under which a file is downloaded: ASCII letters, digits, hyphens and one dot, whatever its sender called it, so
 * that no header and no file system takes it for more than a name.
 */
export const fileName = (
  { body, campaign }: { readonly body: string; readonly campaign: number },
  { sha256, type }: Pick<EvidenceItem, "sha256" | "type">,
): string => `${body}-${campaign}-${sha256.slice(0, 8)}.${EVIDENCE_TYPES[type]}`;
