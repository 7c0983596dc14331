import * as z from "zod";
import { Prose } from "../../../../core/dossier/commands/input.ts";
import { ImportJob, ImportTexts } from "../../../../core/use-cases/register-changes/import-jobs.ts";
import { giveUp, goOn, isBusy, startImport } from "../../../../core/use-cases/register-changes/import-runs.ts";
import { importPorts } from "../../imports/runs.ts";
import { idempotencyKey } from "../conditions.ts";
import { type Answer, type Call, defineEndpoint, type Endpoint, json, None } from "../endpoint.ts";
import { pageFrom, pageOf, paging } from "../page.ts";
import { Problem } from "../problem.ts";
import { name } from "../schemas.ts";
import { CONTACTS, ImportInput, previewEndpoint, refuse } from "./import-preview.ts";

const Job = name("Import", ImportJob.omit({ revision: true, leaseUntil: true }).extend({ busy: z.boolean() }));

const exampleJob = {
  ...{ id: "0c".repeat(16), file: "5f".repeat(32), undo: "7d".repeat(32), version: 3, state: "done", what: null },
  ...{ by: { id: "user:aigerim", name: "Айгерим" }, reason: "Новые начальники", startedAt: 1_800_000_000_000 },
  ...{ done: 1, total: 1, busy: false },
};

const jobText = ({ revision: _revision, leaseUntil, ...job }: ImportJob, { deps }: Call): z.output<typeof Job> => ({
  ...job,
  busy: isBusy({ ...job, revision: _revision, leaseUntil }, deps),
});

function jobAnswer(job: ImportJob, call: Call): Answer {
  const answer = json(Job, jobText(job, call));
  return job.state === "running" ? { ...answer, status: 202 } : answer;
}

const jobAnswers = {
  200: {
    description: "The import, finished or taken back: `what` says what was in its way.",
    schema: Job,
    example: exampleJob,
  },
  202: {
    description: "It is not finished: go on with it.",
    schema: Job,
    example: { ...exampleJob, state: "running", done: 0 },
  },
};

const start = defineEndpoint({
  method: "post",
  path: "/imports",
  id: "startImport",
  tag: "Imports",
  summary: "Imports what a preview has shown: all of it or nothing. What it replaces is kept to take it back.",
  params: None,
  query: None,
  headers: ["Idempotency-Key"],
  body: name("StartImportInput", z.strictObject({ file: HashName(), seen: HashName(), reason: Prose })),
  answers: jobAnswers,
  errors: [
    ...(["forbidden", "unknown-import", "invalid-json", "unsupported-media-type", "body-too-large"] as const),
    ...(["refused", "conflict"] as const),
  ],
  examples: { body: { file: "5f".repeat(32), seen: "0a".repeat(32), reason: "Новые начальники" } },
  handle: async ({ body }, call) => {
    call.require("import", null);
    const { deps, caller, context } = call;
    const request = idempotencyKey(context.req.header("idempotency-key")) ?? deps.identifiers.token();
    const outcome = await startImport({ ...body, request, by: caller }, importPorts(deps));
    if (outcome.kind === "started") return jobAnswer(outcome.job, call);
    if (outcome.kind === "unknown-file")
      throw new Problem("unknown-import", { detail: "Nothing of this name was previewed." });
    if (outcome.kind === "changed")
      throw new Problem("conflict", {
        detail: "The preview has shown something else than there is now: preview again.",
      });
    throw refuse(
      "body.file",
      outcome.kind,
      outcome.kind === "faulty" ? "has faults: see its preview" : "changes nothing",
    );
  },
});

function HashName() {
  return z.string().regex(/^[0-9a-f]{64}$/, "is not what a preview gave");
}

const JobPage = name("ImportPage", pageOf(Job));

const list = defineEndpoint({
  method: "get",
  path: "/imports",
  id: "listImports",
  tag: "Imports",
  summary: "The imports that were begun over HTTP, newest first.",
  params: None,
  query: z.strictObject({ ...paging }),
  answers: { 200: { description: "One page.", schema: JobPage, example: { items: [exampleJob], next: null } } },
  errors: ["forbidden"],
  handle: async ({ query }, call) => {
    call.require("import", null);
    const jobs = (await call.deps.imports.jobs()).map((job) => jobText(job, call));
    return json(
      JobPage,
      pageFrom(jobs, ({ id }) => id, query),
    );
  },
});

const JobParams = z.strictObject({ id: z.string().regex(/^[0-9a-f]{32}$/, "is no import's id") });
const exampleParams = { params: { id: "0c".repeat(16) } };

async function jobOf({ id }: z.output<typeof JobParams>, call: Call): Promise<ImportJob> {
  call.require("import", null);
  const job = await call.deps.imports.readJob(id);
  if (!job) throw new Problem("unknown-import");
  return job;
}

const get = defineEndpoint({
  method: "get",
  path: "/imports/{id}",
  id: "getImport",
  tag: "Imports",
  summary: "How far an import is.",
  params: JobParams,
  query: None,
  answers: jobAnswers,
  errors: ["forbidden", "unknown-import"],
  examples: exampleParams,
  handle: async ({ params }, call) => jobAnswer(await jobOf(params, call), call),
});

const undo = defineEndpoint({
  method: "get",
  path: "/imports/{id}/undo",
  id: "getImportUndo",
  tag: "Imports",
  summary: "What an import has replaced, in the form that `/imports/preview` takes to put it back.",
  params: JobParams,
  query: None,
  answers: { 200: { description: "The files.", schema: ImportInput, example: { contacts: CONTACTS } } },
  errors: ["forbidden", "unknown-import"],
  examples: exampleParams,
  handle: async ({ params }, call) => {
    const { undo: file } = await jobOf(params, call);
    const text = file === null ? null : await call.deps.imports.getFile(file);
    if (text === null) throw new Problem("unknown-import", { detail: "There was nothing before this import." });
    const texts = ImportTexts.parse(JSON.parse(text));
    return json(ImportInput, "facts" in texts ? { facts: JSON.parse(texts.facts) } : texts);
  },
});

const steps = [
  ["continue", "continueImport", "Goes on with an import that was cut off or paused.", goOn],
  ["take-back", "takeBackImport", "Takes back what an import that was not finished has written.", giveUp],
] as const;

const stepEndpoints: readonly Endpoint[] = steps.map(([step, id, summary, run]) =>
  defineEndpoint({
    ...{ method: "post", path: `/imports/{id}/${step}`, id, tag: "Imports", summary, params: JobParams, query: None },
    answers: jobAnswers,
    errors: ["forbidden", "unknown-import"],
    examples: exampleParams,
    handle: async ({ params }, call) => jobAnswer(await run(await jobOf(params, call), importPorts(call.deps)), call),
  }),
);

export const importEndpoints: readonly Endpoint[] = [previewEndpoint, start, list, get, undo, ...stepEndpoints];
