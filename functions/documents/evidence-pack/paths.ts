import { type LetterEntry, letterPath } from "../../../core/escalation/ledger.ts";
import type { EvidenceItem } from "../../../core/evidence/evidence.ts";

/** The endings of evidence files, by their types. */
const endings: Readonly<Record<EvidenceItem["type"], string>> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
};

/** Where an evidence file lies in a pack: by its hash. */
export const evidencePath = ({ sha256, type }: EvidenceItem): string => `evidence/${sha256}.${endings[type]}`;

/** Where a letter lies in a pack. */
export const mailPath = (entry: LetterEntry): string => `letters/${letterPath(entry)}.eml`;
