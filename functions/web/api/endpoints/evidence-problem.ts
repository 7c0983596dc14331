import type { AttachOutcome } from "../../../../core/evidence/attach.ts";
import type { RemovalOutcome } from "../../../../core/evidence/removal.ts";
import { Problem } from "../problem.ts";

const refusals = {
  "no-upload": { path: "upload", message: "names no file that you have uploaded for this dossier within a day" },
  "file-too-large": { path: "upload", message: "is a file of more than 5 MiB" },
  "unknown-type": { path: "upload", message: "is no PDF, JPEG or PNG by its content" },
  "other-file": { path: "sha256", message: "is not the hash of the file that was uploaded" },
  "unknown-fact": { path: "fact", message: "names no fact that is recorded in this dossier" },
  "already-attached": { path: "fact", message: "has this very file as evidence already" },
  "nothing-to-change": { path: "", message: "The file is already as you want it" },
} as const;

/** Why nothing was written, at the field that it concerns. */
export function problemOf(outcome: Exclude<AttachOutcome | RemovalOutcome, { kind: "recorded" }>): Problem {
  switch (outcome.kind) {
    case "conflict":
    case "busy":
      return new Problem("conflict", { version: outcome.version });
    case "other-request":
      return new Problem("key-reused");
    case "too-large":
      return new Problem("record-full");
    case "damaged":
      return new Problem("damaged-record");
    case "archived":
    case "unknown-evidence":
      return new Problem(outcome.kind);
    default: {
      const { path, message } = refusals[outcome.kind];
      return new Problem("refused", { issues: [{ path, rule: outcome.kind, message }] });
    }
  }
}
