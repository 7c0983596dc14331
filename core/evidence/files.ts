import type { EvidenceItem } from "./evidence.ts";
import type { EvidenceType } from "./file-type.ts";

/** One upload of one person for one dossier. */
export interface UploadName {
  /** Made of who uploads and for what, so that nobody finds another's upload by its name. */
  readonly owner: string;
  /** Unguessable. */
  readonly upload: string;
}

/** An invitation to post one file, as a form does: every field as it stands, the file last under the name `file`. */
export interface Invitation {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What was posted: its bytes with their hash, or only its size where that is more than is taken. */
export type Received =
  | { readonly kind: "file"; readonly bytes: Uint8Array; readonly sha256: string }
  | { readonly kind: "too-large"; readonly size: number };

/** Evidence files in object storage. What is posted waits apart and is gone after a day unless it is kept. */
export interface EvidenceFiles {
  /** Lets whoever has it post one file, for ten minutes; a browser is then led to `returnTo`. */
  invite(name: UploadName, returnTo?: string): Promise<Invitation>;
  /** What waits under a name; null before it is posted, and once it is gone. */
  received(name: UploadName): Promise<Received | null>;
  /** Keeps bytes under their hash; the same bytes are kept once. */
  keep(sha256: string, type: EvidenceType, bytes: Uint8Array): Promise<void>;
  /** Bytes that are kept under a hash; null when there are none. */
  bytes(sha256: string): Promise<Uint8Array | null>;
  /** Forgets what waits under a name. */
  discard(name: UploadName): Promise<void>;
  /** An address where a kept file can be downloaded for a minute, under a name. */
  address(item: Pick<EvidenceItem, "sha256" | "type">, fileName: string): Promise<string>;
}
