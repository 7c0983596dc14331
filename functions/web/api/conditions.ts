import { Problem } from "./problem.ts";

/** The tag of a dossier's version; 0 is the empty dossier that nobody has written yet. */
export const tagOf = (version: number): string => `"${version}"`;

/** Whether the reader has this version already. */
export function isKnown(ifNoneMatch: string | undefined, version: number): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes("*") || tags.includes(tagOf(version));
}

/** The version that the writer has seen; undefined when they take any. */
export function seenVersion(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === "*") return undefined;
  // A proxy that compresses makes tags weak; they still name one version.
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(ifMatch.trim())?.[1];
  if (version !== undefined) return Number(version);
  const message = 'is not the ETag of one version, such as "3"';
  throw new Problem("invalid-request", { issues: [{ path: "header.If-Match", rule: "invalid", message }] });
}

/** The id that a caller gives a request, so that it may be sent again. */
export function idempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined || /^[\x21-\x7e]{1,200}$/.test(header)) return header;
  const message = "is not 1–200 printable ASCII characters without spaces";
  throw new Problem("invalid-request", { issues: [{ path: "header.Idempotency-Key", rule: "invalid", message }] });
}
