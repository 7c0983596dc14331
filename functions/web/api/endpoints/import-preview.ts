import * as z from "zod";
import { FieldChange } from "../../../../core/audit/entry.ts";
import { ImportTexts } from "../../../../core/use-cases/register-changes/import-jobs.ts";
import type { Difference } from "../../../../core/use-cases/register-changes/import-plan.ts";
import { changesAnything, keepTexts, previewImport } from "../../../../core/use-cases/register-changes/import-runs.ts";
import { importPorts, MAX_IMPORT } from "../../imports/runs.ts";
import { defineEndpoint, json, None } from "../endpoint.ts";
import { Problem } from "../problem.ts";
import { name } from "../schemas.ts";

/** A facts file as JSON, or tables as CSV. */
export const ImportInput = name(
  "ImportInput",
  z.strictObject({
    /** A facts file (SPEC 3), replacing everything. */
    facts: z.json().exactOptional(),
    /** The register as CSV, as `/export/register` gives it. */
    register: z.string().exactOptional(),
    /** The contacts as CSV, as `/export/contacts` gives it. */
    contacts: z.string().exactOptional(),
  }),
);

const Fault = z.strictObject({
  file: z.enum(["facts", "register", "contacts"]),
  /** As a spreadsheet counts: the header is row 1. */
  row: z.int().nullable(),
  column: z.string().nullable(),
  path: z.string().nullable(),
  message: z.string(),
});

const Changed = z.strictObject({
  added: z.array(z.string()),
  changed: z.array(z.strictObject({ name: z.string(), changes: z.array(FieldChange) })),
  removed: z.array(z.string()),
});

const Preview = name(
  "ImportPreview",
  z.strictObject({
    /** Names the files; give it to import what was previewed. */
    file: z.string(),
    /** Names what is shown; null where there are faults. */
    seen: z.string().nullable(),
    faults: z.array(Fault),
    bodies: Changed,
    dossiers: Changed,
    policy: z.array(FieldChange),
    changesAnything: z.boolean(),
  }),
);

const emptyChange = { added: [], changed: [], removed: [] };
/** An example of a table. */
export const CONTACTS = "body,role,name,email,locale,from,to\r\nMIA,staff,Штаб,staff@mia.example,ru,,\r\n";

const changedOf = (differences: readonly Difference<unknown>[] = []): z.output<typeof Changed> => ({
  added: differences.filter(({ before }) => before === null).map((one) => one.name),
  changed: differences
    .filter(({ before, after }) => before !== null && after !== null)
    .map((one) => ({ name: one.name, changes: [...one.changes] })),
  removed: differences.filter(({ after }) => after === null).map((one) => one.name),
});

/** Looks at what an import would do. */
export const previewEndpoint = defineEndpoint({
  method: "post",
  path: "/imports/preview",
  id: "previewImport",
  tag: "Imports",
  summary: "What an import would add, change and remove, or every fault by row and column. Nothing is recorded.",
  description: `At most ${MAX_IMPORT} bytes; larger files are imported by the command line, \`esep import\`.`,
  maxBody: MAX_IMPORT,
  params: None,
  query: None,
  body: ImportInput,
  answers: {
    200: {
      description: "The preview.",
      schema: Preview,
      example: {
        ...{ file: "5f".repeat(32), seen: "0a".repeat(32), faults: [], policy: [], changesAnything: true },
        ...{ bodies: { ...emptyChange, added: ["DP-90"] }, dossiers: emptyChange },
      },
    },
  },
  errors: ["forbidden", "invalid-json", "unsupported-media-type", "body-too-large", "refused"],
  examples: { body: { contacts: CONTACTS } },
  handle: async ({ body }, call) => {
    call.require("import", null);
    const { facts, ...tables } = body;
    const isFacts = facts !== undefined;
    const texts = ImportTexts.safeParse(isFacts ? { facts: JSON.stringify(facts) } : tables);
    const isMixed = isFacts && Object.keys(tables).length > 0;
    if (!texts.success || isMixed)
      throw refuse("body", "files", "brings either facts, or tables: register, contacts or both");
    const ports = importPorts(call.deps);
    const found = await previewImport(await keepTexts(texts.data, ports), ports);
    if (!found) throw new Problem("unknown-import");
    const { file, seen, faults, plan } = found;
    return json(Preview, {
      ...{ file, seen, faults: [...faults], policy: [...(plan?.policy ?? [])] },
      ...{ bodies: changedOf(plan?.bodies), dossiers: changedOf(plan?.dossiers) },
      changesAnything: plan !== null && changesAnything(plan),
    });
  },
});

/** What is wrong with an import as it was asked for. */
export const refuse = (path: string, rule: string, message: string) =>
  new Problem("refused", { issues: [{ path, rule, message }] });
