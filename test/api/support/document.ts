import * as z from "zod";
import { openApi } from "../../../functions/web/api/openapi.ts";

/** The parts of the document that tests look into. */
const Schema = z.record(z.string(), z.unknown());
const Content = z.record(
  z.string(),
  z.object({
    schema: Schema.optional(),
    example: z.unknown().optional(),
    examples: z.record(z.string(), z.object({ value: z.unknown() })).optional(),
  }),
);
const Operation = z.object({
  operationId: z.string(),
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.enum(["path", "query", "header"]),
      required: z.boolean(),
      schema: Schema,
      example: z.unknown().optional(),
    }),
  ),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.object({ content: Content.optional() })),
});
export type Operation = z.output<typeof Operation>;

const Document = z.object({
  openapi: z.literal("3.1.0"),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
});

/** The document as a reader of its JSON has it. */
export const openApiDocument = Document.parse(JSON.parse(JSON.stringify(openApi())));

/** Every operation with its method and path. */
export const operations = Object.entries(openApiDocument.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

const compiled = new Map<string, z.ZodType>();

/** What the document's own schema says of a value: null when it fits. */
export function misfit(schema: z.output<typeof Schema>, value: unknown): string | null {
  const key = JSON.stringify(schema);
  const known = compiled.get(key) ?? compile(schema);
  compiled.set(key, known);
  const parsed = known.safeParse(value);
  return parsed.success ? null : z.prettifyError(parsed.error);
}

/** Draft 2020-12 keeps definitions beside the schema. */
function compile(schema: z.output<typeof Schema>): z.ZodType {
  const text = JSON.stringify({ ...schema, $defs: openApiDocument.components.schemas });
  return z.fromJSONSchema(JSON.parse(text.replaceAll("#/components/schemas/", "#/$defs/")));
}

/** What is wrong with an answer according to the document; null when nothing is. */
export async function undocumented(operation: Operation, answer: Response): Promise<string | null> {
  const described = operation.responses[String(answer.status)];
  if (!described) return `${operation.operationId} answers ${answer.status}, which is not in the document`;
  const text = await answer.text();
  if (!described.content) return text === "" ? null : "there is a body where the document has none";
  const type = answer.headers.get("content-type")?.split(";")[0] ?? "";
  const content = described.content[type];
  if (!content) return `${operation.operationId} answers ${type}, which is not in the document`;
  if (!type.endsWith("json")) return null;
  const value: unknown = JSON.parse(text);
  const codes = Object.keys(content.examples ?? {});
  const code = z.object({ code: z.string() }).safeParse(value).data?.code;
  if (codes.length > 0 && !codes.includes(code ?? ""))
    return `${operation.operationId}: ${code} is not in the document`;
  return content.schema ? misfit(content.schema, value) : null;
}
