import * as z from "zod";
import { AuditActor } from "../../audit/entry.ts";
import { InstantNumber } from "../../calendar/zone.ts";

/** What kinds of files an import takes together: all facts, or tables of the register and its contacts. */
export const ImportTexts = z.union([
  z.strictObject({ facts: z.string() }),
  z
    .strictObject({ register: z.string().exactOptional(), contacts: z.string().exactOptional() })
    .refine(({ register, contacts }) => register !== undefined || contacts !== undefined, "brings no file"),
]);
export type ImportTexts = z.output<typeof ImportTexts>;

/** One import over HTTP, from its first write on: what any later request needs to go on with it or to take it back. */
export const ImportJob = z.strictObject({
  /** Also the request's name in the audit of everything that it writes. */
  id: z.string(),
  /** Hash under which the texts are kept. */
  file: z.string(),
  /** The same of what was there before; null for the first import. */
  undo: z.string().nullable(),
  /** The register's version that the plan was made for. */
  version: z.int(),
  by: AuditActor,
  reason: z.string(),
  startedAt: InstantNumber,
  state: z.enum(["running", "done", "taken-back"]),
  /** Records written, of how many; the register counts as one. */
  done: z.int(),
  total: z.int(),
  /** Why it was taken back: what was changed meanwhile. */
  what: z.string().nullable(),
  /** Until when nobody else goes on with it. */
  leaseUntil: InstantNumber,
  /** Counts the writes of this job, so that of two who go on with it at once one notices. */
  revision: z.int(),
});
export type ImportJob = z.output<typeof ImportJob>;

/** Files of imports by their hash, and the imports that were begun. */
export interface ImportStore {
  putFile(hash: string, text: string): Promise<void>;
  getFile(hash: string): Promise<string | null>;
  readJob(id: string): Promise<ImportJob | null>;
  /** Writes a job unless its revision is no longer that of `before`. */
  writeJob(before: ImportJob | null, next: ImportJob): Promise<"written" | "changed">;
  jobs(): Promise<readonly ImportJob[]>;
}
