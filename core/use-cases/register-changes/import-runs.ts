import * as z from "zod";
import type { AuditActor } from "../../audit/entry.ts";
import { yearOf } from "../../calendar/day.ts";
import { instant, localTime } from "../../calendar/zone.ts";
import { Dossier } from "../../dossier/dossier.ts";
import { canonical } from "../../dossier/fact-path.ts";
import { Facts } from "../../dossier/facts.ts";
import { defaultPolicy } from "../../order608/default-policy.ts";
import type { Clock, DossierStore, RegisterStore } from "../../ports.ts";
import { bodyText, contactTable, csvText, registerTable } from "../../register/csv-form.ts";
import { createRegister, type Register } from "../../register/register.ts";
import { loadRegister } from "../assess/assess.ts";
import { type ImportJob, type ImportStore, ImportTexts } from "./import-jobs.ts";
import { type ImportPlan, type Present, planImport, readPresent } from "./import-plan.ts";
import { type ImportFault, type ParsedFiles, wishOf } from "./import-wish.ts";
import { applyImport, type ImportOrder, type ImportOutcome, type ImportPorts, takeBackImport } from "./imports.ts";
import { editionOf } from "./register-edition.ts";

/** What an import over HTTP reads and writes. */
export interface ImportRunPorts extends ImportPorts {
  readonly register: RegisterStore;
  readonly dossiers: DossierStore;
  readonly imports: ImportStore;
  readonly clock: Clock;
  /** Parses texts as JSON or CSV, or says what is wrong. */
  readonly parse: (texts: ImportTexts) => ParsedFiles | { readonly faults: readonly ImportFault[] };
}

/** What an import would do. */
export interface ImportPreview {
  /** Names the files in the store. */
  readonly file: string;
  readonly faults: readonly ImportFault[];
  /** Null where the files themselves are wrong. */
  readonly plan: ImportPlan | null;
  /** Names exactly what is shown: an import does that or nothing. */
  readonly seen: string | null;
}

/** How long one request works at an import; the next one goes on. API Gateway waits 29 seconds. */
const SLICE_SECONDS = 15;
/** How long nobody else goes on with it: longer than a function can run. */
const LEASE_SECONDS = 40;

/** Keeps the texts for a preview and an import; the same texts have the same name. */
export async function keepTexts(
  texts: ImportTexts,
  { imports, hash }: Pick<ImportRunPorts, "imports" | "hash">,
): Promise<string> {
  const text = canonical(texts);
  const name = hash(text);
  await imports.putFile(name, text);
  return name;
}

async function textsOf(file: string, { imports }: Pick<ImportRunPorts, "imports">): Promise<ImportTexts | null> {
  const text = await imports.getFile(file);
  return text === null ? null : ImportTexts.parse(JSON.parse(text));
}

/** Everything that is recorded, also before the first import. */
export async function presentNow({
  register,
  dossiers,
  clock,
}: Pick<ImportRunPorts, "register" | "dossiers" | "clock">): Promise<Present> {
  const loaded = await loadRegister(register, ({ scopes }) => scopes);
  const zone = loaded?.register.ministry.zone ?? defaultPolicy.zone;
  // The demo's clock may have been moved back after something was recorded.
  const years = [clock.calendarNow(), clock.machineNow()].map((now) => yearOf(localTime(now, zone).day));
  return readPresent(loaded, Math.max(...years) + 1, dossiers, defaultPolicy);
}

/** What is recorded, as the text of a facts file. */
export const factsText = ({ register, dossiers, policy }: Present): string =>
  JSON.stringify(
    z.encode(Facts, {
      bodies: [...(register?.bodies ?? [])],
      dossiers: [...dossiers],
      policy: z.record(z.string(), z.json()).parse(policy),
    }),
  );

/** What kept files would do; null when there are none of this name. Nothing is written. */
export async function previewImport(file: string, ports: ImportRunPorts): Promise<ImportPreview | null> {
  const texts = await textsOf(file, ports);
  return texts && previewOf(file, texts, await presentNow(ports), ports);
}

function previewOf(file: string, texts: ImportTexts, present: Present, { parse, hash }: ImportRunPorts): ImportPreview {
  const parsed = parse(texts);
  if ("faults" in parsed) return { file, faults: parsed.faults, plan: null, seen: null };
  const wish = wishOf(parsed, present);
  if (wish.kind === "faulty") return { file, faults: wish.faults, plan: null, seen: null };
  const plan = planImport(present, wish.wanted);
  const faults = plan.issues.map(wish.faultOf);
  return { file, faults, plan, seen: faults.length > 0 ? null : hash(canonical(shownOf(plan))) };
}

/** What a preview says, so that an import of something else is noticed. */
const shownOf = ({ present, bodies, dossiers, policy }: ImportPlan): unknown => [
  present.version,
  bodies.map(({ before, after }) => [before && bodyText(before), after && bodyText(after)]),
  dossiers.map(({ before, after }) => [before && Dossier.encode(before), after && Dossier.encode(after)]),
  policy,
];

export const changesAnything = ({ dossiers, policy, replacesRegister }: ImportPlan): boolean =>
  dossiers.length > 0 || policy.length > 0 || replacesRegister;

export type StartOutcome =
  | { readonly kind: "started"; readonly job: ImportJob }
  /** No such files, or they would do something else than the preview has shown: look at the preview again. */
  | { readonly kind: "unknown-file" | "faulty" | "changed" | "nothing-to-change" };

/** Begins the import that a preview has shown. What is replaced is kept first, in the form that takes it back. */
export async function startImport(
  order: {
    readonly file: string;
    readonly seen: string;
    readonly reason: string;
    readonly request: string;
    readonly by: AuditActor;
  },
  ports: ImportRunPorts,
): Promise<StartOutcome> {
  const { file, seen, reason, by, request } = order;
  const id = ports.hash(canonical(["import", by.id, request, file])).slice(0, 32);
  const known = await ports.imports.readJob(id);
  if (known) return { kind: "started", job: known.state === "running" ? await goOn(known, ports) : known };
  const texts = await textsOf(file, ports);
  if (!texts) return { kind: "unknown-file" };
  const present = await presentNow(ports);
  const preview = previewOf(file, texts, present, ports);
  if (!preview.plan || preview.faults.length > 0) return { kind: "faulty" };
  if (preview.seen !== seen) return { kind: "changed" };
  if (!changesAnything(preview.plan)) return { kind: "nothing-to-change" };
  const now = ports.clock.machineNow();
  const job: ImportJob = {
    ...{
      id,
      file,
      undo: present.register && (await keepTexts(undoOf(texts, present, present.register), ports)),
      version: present.version,
    },
    ...{ by: { id: by.id, name: by.name }, reason, startedAt: now, state: "running", done: 0, what: null, revision: 1 },
    ...{ total: preview.plan.dossiers.length + 1, leaseUntil: now },
  };
  await ports.imports.writeJob(null, job);
  return { kind: "started", job: await goOn(job, ports) };
}

/** What the import replaces, in the same form. */
function undoOf(texts: ImportTexts, present: Present, { bodies }: Register): ImportTexts {
  if ("facts" in texts) return { facts: factsText(present) };
  return { register: csvText(registerTable(bodies)), contacts: csvText(contactTable(bodies)) };
}

/** Whether somebody works at it just now. */
export const isBusy = ({ state, leaseUntil }: ImportJob, { clock }: Pick<ImportRunPorts, "clock">): boolean =>
  state === "running" && leaseUntil > clock.machineNow();

/** Goes on with an import that was cut off or paused, as far as one request can; of two at once only one does. */
export const goOn = (job: ImportJob, ports: ImportRunPorts): Promise<ImportJob> =>
  holding(job, ports, async (held) => {
    const until = instant(ports.clock.machineNow() + SLICE_SECONDS * 1000);
    return after(await applyImport(await planOf(held, ports), { ...orderOf(held), until }, ports), held);
  });

/** Puts back what an import has written that was not finished. */
export const giveUp = (job: ImportJob, ports: ImportRunPorts): Promise<ImportJob> =>
  holding(job, ports, async (held) => {
    await takeBackImport(await planOf(held, ports), orderOf(held), ports);
    return { state: "taken-back", done: 0 };
  });

const orderOf = ({ by, reason, id }: ImportJob): ImportOrder => ({ by, reason, request: `import-${id}` });

function after(outcome: ImportOutcome, { total }: ImportJob): Partial<ImportJob> {
  if (outcome.kind === "imported") return { state: "done", done: total };
  if (outcome.kind === "paused") return { done: outcome.done };
  return { state: "taken-back", done: 0, what: `${outcome.kind}: ${outcome.what}` };
}

/**
 * Does some work on a running import that nobody else works at. The register comes last: once it is in force everything is
 * there, whatever others have changed or recorded since, and only the job does not know.
 */
async function holding(
  job: ImportJob,
  ports: ImportRunPorts,
  work: (held: ImportJob) => Promise<Partial<ImportJob>>,
): Promise<ImportJob> {
  if (job.state !== "running" || isBusy(job, ports)) return job;
  const { imports, clock } = ports;
  const held = { ...job, leaseUntil: instant(clock.machineNow() + LEASE_SECONDS * 1000), revision: job.revision + 1 };
  if ((await imports.writeJob(job, held)) === "changed") return (await imports.readJob(job.id)) ?? job;
  const isInForce = await editionOf(orderOf(held).request, ports);
  const change = isInForce ? after({ kind: "imported" }, held) : await work(held);
  const next = { ...held, leaseUntil: clock.machineNow(), ...change, revision: held.revision + 1 };
  return (await imports.writeJob(held, next)) === "written" ? next : ((await imports.readJob(job.id)) ?? next);
}

/** The plan of an import as it was begun: from what it replaces to what it brings, whatever of it is done. */
async function planOf({ file, undo, version }: ImportJob, ports: ImportRunPorts): Promise<ImportPlan> {
  const nothing: Present = {
    ...{ version, register: null, policy: defaultPolicy, policyVersion: null, dossiers: [], damaged: [] },
    ...{ withDossier: new Set<string>(), last: 9999 },
  };
  const before = undo === null ? null : (await wanted(undo, nothing, ports)).wanted;
  const present = before
    ? { ...nothing, register: createRegister(before.bodies), policy: before.policy, dossiers: before.dossiers ?? [] }
    : nothing;
  return planImport(present, (await wanted(file, present, ports)).wanted);
}

async function wanted(file: string, present: Present, ports: ImportRunPorts) {
  const texts = await textsOf(file, ports);
  const parsed = texts && ports.parse(texts);
  const wish = parsed && !("faults" in parsed) ? wishOf(parsed, present) : null;
  if (wish?.kind !== "wanted") throw new RangeError(`The file ${file} of an import is not what was kept: restore it.`);
  return wish;
}
