import { openApiDocument } from "./document.ts";
import type { Random } from "./random.ts";

type Schema = Readonly<Record<string, unknown>>;

/** Strings that have broken programs before. */
export const hostile: readonly string[] = [
  ...[
    "",
    " ",
    "null",
    "0",
    "-1",
    "1e309",
    "__proto__",
    "constructor",
    "toString",
    "../../etc/passwd",
    "%00",
    "%",
    "%ff",
  ],
  ...[
    "\u0000",
    "\uD800",
    "\u202Eabc",
    "🙂".repeat(50),
    "ы".repeat(5000),
    "'; DROP TABLE facts; --",
    "<script>alert(1)</script>",
  ],
  ...[
    "{{7*7}}",
    "=cmd|' /C calc'!A0",
    "A".repeat(300),
    "a/b/c",
    "a~1b",
    "2027-02-30",
    "9999-12-31",
    "24:00",
    "$" + "{jndi:x}",
    "e\u0301",
  ],
];

const oddities: readonly unknown[] = [
  ...[null, true, -1, 0, 1.5, 1e308, Number.MAX_SAFE_INTEGER, "", [], {}, [[[]]], { __proto__x: 1 }, { length: -1 }],
  ...hostile,
];

/** Words that mean something in the dossiers of a fuzz run, so that many requests get far. */
const words = [
  ...["admin", "staff@PB-1", "viewer@DP-1", "head@pb-1.example", "officer@dp-1.example"],
  ...["m1", "m2", "m3", "A-1", "A-2", "d1", "dossier", "Дом культуры", "А. Ким", "Б. Иванов", "7/12"],
];
const paths = ["schedule/approvedOn", "meetings/m1/venue/capacity", "meetings/m1/status", "schedule/number"];
const days = ["2027-01-10", "2027-01-15", "2027-02-20", "2027-03-01", "2027-03-11", "2027-03-12", "2027-03-20"];

/** A value of a schema of the document; most are good, some are nearly so. */
export function valueFor(schema: Schema, random: Random, field = "", depth = 0): unknown {
  if (random.chance(0.03)) return random.pick(oddities);
  const { $ref, anyOf, oneOf, allOf, type } = schema;
  if (typeof $ref === "string") return valueFor(component($ref), random, field, depth + 1);
  const choices = [anyOf, oneOf, allOf].find(Array.isArray);
  if (choices) return depth > 6 ? null : valueFor(random.pick(choices), random, field, depth + 1);
  if (Array.isArray(schema["enum"])) return random.pick(schema["enum"]);
  if ("const" in schema) return schema["const"];
  if (type === "object") return objectOf(schema, random, depth);
  if (type === "array") return listOf(schema, random, field, depth);
  if (type === "boolean") return random.chance(0.8);
  if (type === "integer" || type === "number") return numberOf(schema, random);
  if (type === "string") return textOf(schema, random, field);
  return random.pick(oddities);
}

const component = (reference: string): Schema =>
  openApiDocument.components.schemas[reference.replace("#/components/schemas/", "")] ?? {};

function objectOf(schema: Schema, random: Random, depth: number): Record<string, unknown> {
  const properties = Object.entries((schema["properties"] ?? {}) as Record<string, Schema>); // so JSON Schema says
  const required = new Set((schema["required"] ?? []) as string[]); // so JSON Schema says
  const kept = properties.filter(([name]) => random.chance(required.has(name) ? 0.98 : 0.5));
  const made = Object.fromEntries(kept.map(([name, one]) => [name, valueFor(one, random, name, depth + 1)]));
  return random.chance(0.03) ? { ...made, [random.pick(hostile)]: 1 } : made;
}

function listOf(schema: Schema, random: Random, field: string, depth: number): unknown[] {
  const items = (schema["items"] ?? {}) as Schema; // so JSON Schema says
  const length = depth > 6 ? 0 : random.below(random.chance(0.02) ? 300 : 4);
  return Array.from({ length }, () => valueFor(items, random, field, depth + 1));
}

function numberOf(
  { minimum = 0, maximum = 400 }: { readonly minimum?: unknown; readonly maximum?: unknown },
  random: Random,
) {
  const [from, to] = [Number(minimum), Math.min(Number(maximum), Number(minimum) + 400)];
  return from + random.below(to - from + 1);
}

function textOf({ format, pattern }: Schema, random: Random, field: string): string {
  if (random.chance(0.04)) return random.pick(hostile);
  if (format === "date") return random.pick(days);
  if (field === "path") return random.pick(paths);
  const known = typeof pattern === "string" ? ["15:00", "m1", "DP-1", "PB-1", "2027", ...words] : words;
  const fitting = known.filter((word) => typeof pattern !== "string" || new RegExp(pattern, "u").test(word));
  return fitting.length > 0 ? random.pick(fitting) : random.pick(words);
}
