import type { Context } from "hono";
import * as z from "zod";
import type { Body } from "../../../core/register/body.ts";
import type { Action, Caller } from "../../../core/register/grant.ts";
import type { Locale } from "../../../core/register/locale.ts";
import type { LoadedRegister } from "../../../core/use-cases/assess/assess.ts";
import type { ApiDependencies } from "./dependencies.ts";
import { issuesOf, Problem, type ProblemCode } from "./problem.ts";

/** One request of somebody who is known, with what every endpoint needs. */
export interface Call {
  readonly deps: ApiDependencies;
  readonly caller: Caller;
  readonly loaded: LoadedRegister;
  readonly locale: Locale;
  readonly context: Context;
  /** A body of the register; throws `unknown-body`. */
  body(id: string): Body;
  may(action: Action, body: Body | null): boolean;
  /** Throws `forbidden` unless the caller may. */
  require(action: Action, body: Body | null): void;
}

/** What is sent back; a value goes out in the form of its schema. */
export interface Answer {
  readonly status: 200 | 202 | 303 | 304;
  readonly json?: unknown;
  readonly text?: { readonly type: string; readonly content: string };
  readonly file?: { readonly type: string; readonly name: string; readonly content: Uint8Array };
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the documentation says of one answer. */
export interface AnswerDescription {
  readonly description: string;
  /** JSON of this form, under this name among the document's schemas. */
  readonly schema?: z.ZodType;
  /** A type beside JSON. */
  readonly text?: string;
  /** Types of files. */
  readonly files?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly example?: unknown;
}

export type HeaderName = "If-Match" | "If-None-Match" | "Idempotency-Key" | "Accept-Language";

/** What the documentation says of an endpoint. */
export interface EndpointDescription {
  readonly method: "get" | "post";
  /** Below `/api`, with `{names}` of parameters. */
  readonly path: string;
  /** Unique, for generated clients. */
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly headers?: readonly HeaderName[];
  /** The largest body that is taken, in bytes, where it is not the usual one. */
  readonly maxBody?: number;
  /** By status. */
  readonly answers: Readonly<Record<number, AnswerDescription>>;
  /** Beside those that every endpoint may answer with. */
  readonly errors?: readonly ProblemCode[];
  /** Of the path's parameters and of the body. */
  readonly examples?: { readonly params?: Readonly<Record<string, unknown>>; readonly body?: unknown };
}

/** An endpoint as it is served and documented. */
export interface Endpoint extends EndpointDescription {
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  /** What the body must be; none when absent. */
  readonly body?: z.ZodType;
  readonly run: (call: Call, raw: RawInput) => Promise<Answer>;
}

/** The parts of a request, not parsed. */
export interface RawInput {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly body: unknown;
}

/** An endpoint whose input is parsed by the schemas that document it. */
export function defineEndpoint<
  Params extends z.ZodObject = z.ZodObject<Record<never, never>, z.core.$strict>,
  Query extends z.ZodObject = z.ZodObject<Record<never, never>, z.core.$strict>,
  Input extends z.ZodType = z.ZodUndefined,
>(
  rule: EndpointDescription & {
    readonly params: Params;
    readonly query: Query;
    readonly body?: Input;
    /** The handler reads the body by itself; `body` only documents it. */
    readonly leavesBody?: true;
    readonly handle: (
      input: { params: z.output<Params>; query: z.output<Query>; body: z.output<Input>; raw: unknown },
      call: Call,
    ) => Promise<Answer>;
  },
): Endpoint {
  const { handle, leavesBody, ...described } = rule;
  return {
    ...described,
    run: async (call, raw) => {
      const params = parse(rule.params, raw.params, "path");
      const query = parse(rule.query, raw.query, "query");
      const body = rule.body && !leavesBody ? parse(rule.body, raw.body, "body") : undefined;
      // Without a schema, or where the handler reads the body itself, nobody looks at `body`.
      return handle({ params, query, body: body as z.output<Input>, raw: raw.body }, call);
    },
  };
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  place: "path" | "query" | "body",
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Problem(place === "body" ? "refused" : "invalid-request", { issues: issuesOf(parsed.error, place) });
}

/** Nothing where parameters could be. */
export const None = z.strictObject({});

/** A value in the form in which it goes out. */
export function json<Schema extends z.ZodType>(
  schema: Schema,
  value: z.output<Schema>,
  headers?: Readonly<Record<string, string>>,
): Answer {
  return { status: 200, json: z.encode(schema, value), ...(headers && { headers }) };
}
