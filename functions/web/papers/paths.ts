import type { DossierKey } from "../../../core/dossier/dossier-record.ts";
import { withQuery } from "../paths.ts";

type Named = Pick<DossierKey, "body" | "campaign">;
type More = Readonly<Record<string, string | undefined>>;

const below = (path: string, { body, campaign }: Named, more: More): string =>
  withQuery(`/papers/${encodeURIComponent(body)}/${path}`, { campaign, ...more });

/** A meeting's protocol as a paper. */
export const protocolPath = (key: Named, meeting: string, more: More = {}): string =>
  below("protocol", key, { meeting, ...more });

/** The protocol as a file. */
export const protocolFilePath = (key: Named, meeting: string, format: "docx" | "pdf"): string =>
  below("protocol/file", key, { meeting, format });

/** Where an electronic signature over an evidence file is attached. */
export const signaturePath = (key: Named, item: string, more: More = {}): string =>
  below("signature", key, { item, ...more });

/** A kept file by this origin, for the program that signs it. */
export const keptFilePath = (key: Named, item: string): string => below("file", key, { item });

/** Everything about a body's campaign as one file. */
export const packPath = (key: Named): string => below("evidence-pack", key, {});
