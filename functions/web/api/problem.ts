import type { ContentfulStatusCode } from "hono/utils/http-status";
import * as z from "zod";

interface ProblemKind {
  readonly status: ContentfulStatusCode;
  readonly title: string;
}

/** Everything that can go wrong, by its stable code: the only place where codes become HTTP. */
export const problems = {
  "invalid-request": {
    status: 400,
    title: "The address, its parameters or a header have not the form that they need.",
  },
  "invalid-json": { status: 400, title: "The body is not JSON." },
  "not-signed-in": { status: 401, title: "Nobody is signed in: send a bearer token or sign in with a browser." },
  forbidden: { status: 403, title: "Your grants do not cover this." },
  "not-found": { status: 404, title: "There is nothing at this address." },
  "no-register": {
    status: 404,
    title:
      "There is no register yet: load one with esep begin, or give a restore that was cut off the same backup again.",
  },
  "unknown-body": { status: 404, title: "The register has no such body." },
  "no-dossier": { status: 404, title: "This body has no dossier of this campaign." },
  "unknown-record": { status: 404, title: "There is no such record." },
  "unknown-evidence": { status: 404, title: "There is no such evidence file." },
  "unknown-letter": { status: 404, title: "There is no such letter." },
  "unknown-subject": { status: 404, title: "Nobody of this name was ever granted anything." },
  "unknown-import": { status: 404, title: "There is no such import." },
  "method-not-allowed": { status: 405, title: "This address does not take this method." },
  conflict: { status: 409, title: "Others kept changing this at the same time: try again." },
  "record-full": { status: 409, title: "The record would be larger than 350 kB." },
  archived: { status: 410, title: "This campaign is archived: its facts are in a file, see `detail`." },
  changed: { status: 412, title: "The record was changed since the version that `If-Match` names: read it again." },
  "body-too-large": { status: 413, title: "The body is larger than this address takes." },
  "unsupported-media-type": { status: 415, title: "Send the body as application/json." },
  refused: { status: 422, title: "The rules refuse this: see `issues`." },
  "key-reused": { status: 422, title: "This Idempotency-Key was used for another request." },
  "damaged-record": { status: 500, title: "The stored record cannot be read: an administrator must see to it." },
  internal: { status: 500, title: "Something failed here: report the number in `reference`." },
} as const satisfies Readonly<Record<string, ProblemKind>>;
export type ProblemCode = keyof typeof problems;

export const problemCodes = Object.keys(problems) as readonly ProblemCode[]; // its own keys, which Object.keys cannot type

/** One thing that is wrong with a request. */
export const ProblemIssue = z.strictObject({
  /** The field, such as `date` or `decisions.0.text`; empty for the request as a whole. */
  path: z.string(),
  /** A stable code. */
  rule: z.string(),
  message: z.string(),
});
export type ProblemIssue = z.output<typeof ProblemIssue>;

/** Every error as RFC 9457 has it, with a stable `code`. */
export const ProblemBody = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().exactOptional(),
  issues: z.array(ProblemIssue).exactOptional(),
  /** The dossier's present version, for `changed` and `conflict`. */
  version: z.int().exactOptional(),
  /** The number under which an internal error was logged. */
  reference: z.string().exactOptional(),
});
export type ProblemBody = z.output<typeof ProblemBody>;

type ProblemDetails = Pick<ProblemBody, "detail" | "issues" | "version" | "reference">;

/** Thrown by an endpoint that cannot answer; becomes `application/problem+json` once, at the edge. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly code: ProblemCode;
  readonly details: ProblemDetails;
  readonly headers: Readonly<Record<string, string>>;
  constructor(code: ProblemCode, details: ProblemDetails = {}, headers: Readonly<Record<string, string>> = {}) {
    super(problems[code].title);
    this.code = code;
    this.details = details;
    this.headers = headers;
  }
}

export const PROBLEM_TYPE = "application/problem+json";

/** The body of a problem; its type is the address that explains it. */
export function problemBody(code: ProblemCode, details: ProblemDetails = {}): ProblemBody {
  const { status, title } = problems[code];
  return { type: `/api/docs#${code}`, title, status, code, ...details };
}

/** The answer for a problem. */
export function problemAnswer({ code, details, headers }: Problem): Response {
  const more = code === "not-signed-in" ? { "www-authenticate": 'Bearer realm="esep"' } : {};
  const { status } = problems[code];
  return new Response(JSON.stringify(problemBody(code, details)), {
    status,
    headers: { "content-type": PROBLEM_TYPE, ...more, ...headers },
  });
}

/** What zod found, as issues of a problem. */
export function issuesOf(error: z.ZodError, place: string): ProblemIssue[] {
  return error.issues.flatMap((found): ProblemIssue[] => {
    const path = [place, ...found.path.map(String)];
    if (found.code === "unrecognized_keys") {
      return found.keys.map((key) => issueAt([...path, key], "unknown-field", "is not known here"));
    }
    return [issueAt(path, "invalid", found.message)];
  });
}

const issueAt = (path: readonly string[], rule: string, message: string): ProblemIssue => ({
  path: path.join("."),
  rule,
  message,
});
