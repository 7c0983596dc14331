import { createHash } from "node:crypto";
import { LARGEST_FILE } from "../../../core/evidence/file-type.ts";
import type { EvidenceFiles, UploadName } from "../../../core/evidence/files.ts";

/** Evidence files in memory, with a way in for what somebody posts. */
export interface MemoryEvidenceFiles extends EvidenceFiles {
  post(name: UploadName, bytes: Uint8Array): void;
  /** What waits, by owner and upload, and what is kept, by hash. */
  readonly incoming: Map<string, Uint8Array>;
  readonly kept: Map<string, Uint8Array>;
}

const pathOf = ({ owner, upload }: UploadName): string => `incoming/${owner}/${upload}`;

/** `step` runs before every read and write: for crashes. */
export function memoryEvidenceFiles(step: (what: string) => void = () => undefined): MemoryEvidenceFiles {
  const incoming = new Map<string, Uint8Array>();
  const kept = new Map<string, Uint8Array>();
  return {
    incoming,
    kept,
    post: (name, bytes) => void incoming.set(pathOf(name), bytes),
    invite: async (name, returnTo) => ({
      url: "https://evidence.example/",
      fields: { key: pathOf(name), ...(returnTo !== undefined && { success_action_redirect: returnTo }) },
    }),
    received: async (name) => {
      step("received");
      const bytes = incoming.get(pathOf(name));
      if (!bytes) return null;
      if (bytes.length > LARGEST_FILE) return { kind: "too-large", size: bytes.length };
      return { kind: "file", bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
    },
    keep: async (sha256, _type, bytes) => {
      step("keep");
      if (!kept.has(sha256)) kept.set(sha256, bytes);
    },
    bytes: async (sha256) => kept.get(sha256) ?? null,
    discard: async (name) => {
      step("discard");
      incoming.delete(pathOf(name));
    },
    address: async ({ sha256 }, fileName) => `https://evidence.example/evidence/${sha256}?as=${fileName}`,
  };
}
