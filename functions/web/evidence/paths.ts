import type { DossierKey } from "../../../core/dossier/dossier-record.ts";
import { withQuery } from "../paths.ts";

type Named = Pick<DossierKey, "body" | "campaign">;
type More = Readonly<Record<string, string | undefined>>;

const below = (path: string, { body, campaign }: Named, more: More): string =>
  withQuery(`/bodies/${encodeURIComponent(body)}/evidence${path}`, { campaign, ...more });

/** All evidence of a body's campaign. */
export const evidencePath = (key: Named, more: More = {}): string => below("", key, more);

/** A file that was sent and waits to be attached. */
export const uploadPath = (key: Named, upload: string, more: More = {}): string =>
  below(`/uploads/${encodeURIComponent(upload)}`, key, more);

/** Where a file that was sent is forgotten. */
export const discardPath = (key: Named, upload: string): string =>
  below(`/uploads/${encodeURIComponent(upload)}/discard`, key, {});

/** Where a file is downloaded. */
export const filePath = (key: Named, id: string): string => below(`/${encodeURIComponent(id)}`, key, {});

/** Where a file is removed, or put back. */
export const removalPath = (key: Named, id: string): string => below(`/${encodeURIComponent(id)}/removal`, key, {});
