import * as z from "zod";
import { DayText } from "../../../core/calendar/day.ts";
import { InstantNumber } from "../../../core/calendar/zone.ts";
import type { AnswerDescription, Endpoint, HeaderName } from "./endpoint.ts";
import { endpoints } from "./endpoints.ts";
import { Cursor, Limit, MAX_LIMIT } from "./page.ts";
import { PROBLEM_TYPE, type ProblemCode, problemBody, problemCodes, problems } from "./problem.ts";
import { CampaignText, named, YearText } from "./schemas.ts";

type Json = Readonly<Record<string, unknown>>;

/** What zod cannot tell of a codec: how its text looks. */
const texts = new Map<unknown, Json>([
  [DayText, { type: "string", format: "date", examples: ["2027-03-12"] }],
  [InstantNumber, { type: "integer", description: "Milliseconds since 1970-01-01T00:00Z." }],
  [Limit, { type: "integer", minimum: 1, maximum: MAX_LIMIT, default: 50 }],
  [Cursor, { type: "string", maxLength: 2000, description: "The `next` of the page before." }],
  [CampaignText, { type: "string", pattern: "^\\d{4}$", description: "The year of the campaign.", examples: ["2027"] }],
  [YearText, { type: "string", pattern: "^\\d{4}$", examples: ["2027"] }],
]);

const settings = {
  io: "input",
  unrepresentable: "any",
  override: ({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: Record<string, unknown> }) => {
    const text = texts.get(zodSchema);
    if (!text) return;
    for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
    Object.assign(jsonSchema, text);
  },
} as const;

const REFERENCE = "#/components/schemas/";
const SHARED = "__shared";

/** Every named schema, as components that refer to each other. */
function components(): Record<string, Json> {
  const { schemas } = z.toJSONSchema(named, { ...settings, uri: (id) => `${REFERENCE}${id}` });
  const text = JSON.stringify(schemas).replaceAll(`${REFERENCE}${SHARED}#/$defs/`, `${REFERENCE}Json`);
  const all: Record<string, Json> = JSON.parse(text);
  const { [SHARED]: shared, ...own } = all;
  const defs = Object.entries((shared?.["$defs"] ?? {}) as Json); // what zod shares is an object of schemas
  const extra = Object.fromEntries(defs.map(([id, schema]) => [`Json${id}`, schema as Json])); // and each is one
  return Object.fromEntries(Object.entries({ ...own, ...extra }).map(([id, schema]) => [id, withoutIdentity(schema)]));
}

function withoutIdentity({ $schema: _schema, $id: _id, ...schema }: Json): Json {
  return schema;
}

/** A schema where it is used: a reference when it has a name. */
function schemaOf(schema: z.ZodType): Json {
  const id = named.get(schema)?.id;
  if (id !== undefined) return { $ref: `${REFERENCE}${id}` };
  const made: Json = z.toJSONSchema(schema, settings);
  return withoutIdentity(made);
}

function parametersOf({ params, query, headers = [], examples }: Endpoint): Json[] {
  return [
    ...Object.entries(params.shape).map(([name, schema]) => ({
      ...{ name, in: "path", required: true, schema: schemaOf(schema as z.ZodType) }, // a shape holds schemas
      ...(examples?.params && { example: examples.params[name] }),
    })),
    ...Object.entries(query.shape).map(([name, schema]) => ({
      ...{ name, in: "query", required: false, schema: schemaOf(inner(schema as z.ZodType)) }, // a shape holds schemas
    })),
    ...headers.map((name) => ({ name, in: "header", required: false, ...headerTexts[name] })),
  ];
}

/** An optional parameter's own schema. */
const inner = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodExactOptional || schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema; // zod types it wider

const headerTexts: Readonly<Record<HeaderName, Json>> = {
  "If-Match": {
    description: 'The ETag of the version that you have seen, such as `"3"`; `*` or nothing for any.',
    schema: { type: "string", pattern: '^\\s*(\\*|(W/)?"\\d{1,15}")\\s*$' },
  },
  "If-None-Match": { description: "The ETag that you have.", schema: { type: "string" } },
  "Idempotency-Key": {
    description: "Your id of the request; sent again it gives the same result, and nothing is done twice.",
    schema: { type: "string", pattern: "^[\\x21-\\x7e]{1,200}$" },
  },
  "Accept-Language": { description: "kk, ru or en; kk when none of them.", schema: { type: "string" } },
};

function answerOf({ description, schema, text, files = [], headers, example }: AnswerDescription): Json {
  return {
    description,
    ...(headers && {
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, text]) => [name, { description: text, schema: { type: "string" } }]),
      ),
    }),
    ...((schema || text !== undefined) && {
      content: {
        ...(schema && { "application/json": { schema: schemaOf(schema), ...(example !== undefined && { example }) } }),
        ...(text !== undefined && { [text]: { schema: { type: "string" } } }),
        ...Object.fromEntries(files.map((type) => [type, { schema: { type: "string", format: "binary" } }])),
      },
    }),
  };
}

/** What every endpoint may answer. */
const COMMON: readonly ProblemCode[] = ["invalid-request", "not-signed-in", "no-register", "internal"];

/** The problems of an endpoint, one answer a status with an example for each code. */
function problemsOf({ errors = [] }: Endpoint): Record<string, Json> {
  const codes = problemCodes.filter((code) => COMMON.includes(code) || errors.includes(code));
  const answers = [...Map.groupBy(codes, (code) => problems[code].status)].map(([status, own]) => {
    const examples = Object.fromEntries(own.map((code) => [code, { value: problemBody(code) }]));
    const description = own.map((code) => `\`${code}\`: ${problems[code].title}`).join("\n\n");
    const content = { [PROBLEM_TYPE]: { schema: { $ref: `${REFERENCE}Problem` }, examples } };
    return [String(status), { description, content }] as const;
  });
  return Object.fromEntries(answers);
}

function operationOf(endpoint: Endpoint): Json {
  const { id, tag, summary, description, body, answers, examples } = endpoint;
  const good = Object.entries(answers).map(([status, answer]) => [status, answerOf(answer)]);
  return {
    ...{ operationId: id, tags: [tag], summary, ...(description !== undefined && { description }) },
    parameters: parametersOf(endpoint),
    ...(body && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: schemaOf(body), example: examples?.body } },
      },
    }),
    responses: { ...Object.fromEntries(good), ...problemsOf(endpoint) },
  };
}

function made(): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operationOf(endpoint) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Esep API", version: "1", description: INTRODUCTION },
    servers: [{ url: "/api" }],
    security: [{ bearer: [] }, { session: [] }],
    tags: [...new Set(endpoints.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: components(),
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
        session: {
          ...{ type: "apiKey", in: "cookie", name: "__Host-esep-session" },
          description: "Signed in with a browser; without https, as on a developer's machine, it is `esep-session`.",
        },
      },
    },
  };
}

const INTRODUCTION =
  "Facts about the reports of police bodies to the population (Order No. 608): record, read back, and see what follows. " +
  "Days are `YYYY-MM-DD`, times `HH:MM` of the body's zone, instants milliseconds of UTC. Every error is " +
  "`application/problem+json` with a stable `code`.";

let document: Json | undefined;

/** The API's OpenAPI 3.1 document, made once from the schemas that also check every request. */
export function openApi(): Json {
  document ??= made();
  return document;
}
