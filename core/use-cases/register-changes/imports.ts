import { type AuditedPorts, writeAudited } from "../../audit/append.ts";
import { changesBetween } from "../../audit/changes.ts";
import { type AuditActor, readEntry } from "../../audit/entry.ts";
import type { StoredRecord } from "../../audit/stored.ts";
import { type Instant, localTime } from "../../calendar/zone.ts";
import { Dossier, emptyDossier } from "../../dossier/dossier.ts";
import {
  DOSSIER_FORMAT,
  type DossierKey,
  type DossierRecord,
  dossierData,
  dossierName,
  readDossierData,
} from "../../dossier/dossier-record.ts";
import { canonical } from "../../dossier/fact-path.ts";
import { recordChanges } from "../../dossier/recorded.ts";
import type { Clock } from "../../ports.ts";
import { bodyText } from "../../register/csv-form.ts";
import { createRegister } from "../../register/register.ts";
import type { Difference, ImportPlan } from "./import-plan.ts";
import { editionOf, putIntoForce, type RegisterEditions } from "./register-edition.ts";

/** Where an import writes. */
export interface ImportPorts extends AuditedPorts<DossierKey> {
  readonly clock: Clock;
  readonly editions: RegisterEditions;
}

/** Who imports, why (such as the file's name), and the request's name. */
export interface ImportOrder {
  readonly by: AuditActor;
  readonly reason: string;
  readonly request: string;
  /** Stops between two dossiers from this moment of the machine's clock on; the same import goes on later. */
  readonly until?: Instant;
}

/** What became of an import: all of it or nothing is there, but while it is paused. */
export type ImportOutcome =
  | { readonly kind: "imported" }
  /** Out of time: the same plan goes on where it stopped. */
  | { readonly kind: "paused"; readonly done: number; readonly total: number }
  /** Somebody recorded something since the plan was made: plan again. */
  | { readonly kind: "changed"; readonly what: string }
  | { readonly kind: "too-large"; readonly what: string }
  /** The body has a history under another department, which a new record would not continue. */
  | { readonly kind: "history-elsewhere"; readonly what: string };

/** Reports how far an import is. */
export type Progress = (done: number, total: number) => void;

/** One dossier to write, as it was read. */
interface Step {
  readonly key: DossierKey;
  readonly zone: string;
  readonly stored: StoredRecord | null;
  readonly before: DossierRecord;
  readonly after: DossierRecord;
  /** This import has written it already, before a crash or a pause. */
  readonly isDone: boolean;
}

/** Entries that tell of larger changes tell only that there was an import: the record itself needs the room. */
const LARGEST_CHANGES = 100_000;

/** How many dossiers are read and written at once. */
const AT_ONCE = 8;

/**
 * Writes a plan without issues. First everything is read again and compared with the plan; then the dossiers are written,
 * each with its audit entry; last, one write puts the register into force. What cannot be finished is taken back, with
 * an entry that says so. After a crash or a pause the same plan under the same request goes on, or is taken back.
 */
export async function applyImport(
  plan: ImportPlan,
  order: ImportOrder,
  ports: ImportPorts,
  progress: Progress = () => undefined,
): Promise<ImportOutcome> {
  const { steps, refusal } = await prepareAll(plan, order, ports);
  let outcome: ImportOutcome | null = refusal;
  try {
    outcome ??= await writeAll(steps, order, ports, progress);
    if (outcome.kind === "imported") outcome = await replaceRegister(plan, order, ports);
  } catch (error) {
    outcome = null;
    throw error;
  } finally {
    const isKept = outcome?.kind === "imported" || outcome?.kind === "paused";
    // All of them: a dossier whose write was not answered may stand as well.
    if (!isKept) for (const step of steps.toReversed()) await takeBack(step, order, ports);
  }
  if (outcome.kind === "imported") progress(steps.length + 1, steps.length + 1);
  return outcome;
}

/** Puts back every dossier that an import has written and nobody has changed since; its register is not yet in force. */
export async function takeBackImport(plan: ImportPlan, order: ImportOrder, ports: ImportPorts): Promise<void> {
  const { steps } = await prepareAll(plan, order, ports);
  for (const step of steps.filter(({ isDone }) => isDone)) await takeBack(step, order, ports);
}

/** Reads what the plan writes; the first thing that is in the way comes beside what could be read. */
async function prepareAll(
  plan: ImportPlan,
  order: ImportOrder,
  ports: ImportPorts,
): Promise<{ readonly steps: readonly Step[]; readonly refusal: ImportOutcome | null }> {
  const found: (Step | ImportOutcome)[] = [];
  await together(plan.dossiers, async (difference, index) => {
    found[index] = await prepare(plan, difference, order, ports);
    return true;
  });
  return {
    steps: found.filter((one): one is Step => !("kind" in one)),
    refusal: found.find((one): one is ImportOutcome => "kind" in one) ?? null,
  };
}

/** Does some work on all items, several at once, until one says to stop; waits for what has begun. */
async function together<Item>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<boolean>,
): Promise<void> {
  const waiting = [...items.entries()];
  let isStopped = false;
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next && !isStopped; next = waiting.shift()) {
      isStopped ||= !(await work(next[1], next[0]).catch((error: unknown) => {
        isStopped = true;
        throw error;
      }));
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
  for (const one of ended) if (one.status === "rejected") throw one.reason;
}

/** Writes dossiers up to the first that cannot be. */
async function writeAll(
  steps: readonly Step[],
  order: ImportOrder,
  ports: ImportPorts,
  progress: Progress,
): Promise<ImportOutcome> {
  let outcome: ImportOutcome = { kind: "imported" };
  const total = steps.length + 1;
  const todo = steps.filter(({ isDone }) => !isDone);
  let done = steps.length - todo.length;
  await together(todo, async (step) => {
    if (order.until !== undefined && ports.clock.machineNow() >= order.until) {
      outcome = { kind: "paused", done, total };
      return false;
    }
    const one = await write(step, step.stored, "import", order, ports);
    if (one.kind !== "imported") {
      outcome = one;
      return false;
    }
    progress(++done, total);
    return true;
  });
  return outcome;
}

async function replaceRegister(plan: ImportPlan, order: ImportOrder, ports: ImportPorts): Promise<ImportOutcome> {
  if (!plan.replacesRegister && plan.policy.length === 0) return { kind: "imported" };
  const asked = ports.hash(canonical(["import", plan.wanted.bodies.map(bodyText), plan.policy]));
  const outcome = await putIntoForce(plan, { ...order, command: "import", asked }, ports);
  if (outcome.kind === "replaced") return { kind: "imported" };
  if (outcome.kind === "too-large") return { kind: "too-large", what: "the register" };
  // A crash may have come right after it was put into force.
  return (await editionOf(order.request, ports)) ? { kind: "imported" } : { kind: "changed", what: "the register" };
}

/** Reads the record that a difference is about; nothing may have been recorded in it since. */
async function prepare(
  { present, wanted }: ImportPlan,
  { name, before, after }: Difference<Dossier>,
  { request }: ImportOrder,
  { records, audit }: ImportPorts,
): Promise<Step | ImportOutcome> {
  const { body, campaign } = after ?? before ?? { body: name, campaign: 0 };
  // A removed body's dossier lies where the body was.
  const registers = [createRegister(wanted.bodies), ...(present.register ? [present.register] : [])];
  const register = registers.find(({ byId }) => byId.has(body));
  const owner = register?.byId.get(body);
  if (!register || !owner) return { kind: "changed", what: name };
  const key = { scope: register.scopeOf(owner), body, campaign };
  const stored = await records.read(key);
  if (!stored && (await audit.entries(dossierName(key))).length > 0) return { kind: "history-elsewhere", what: name };
  const known = stored ? readDossierData(stored, key) : { dossier: emptyDossier(body, campaign), recorded: {} };
  const expected = before ?? emptyDossier(body, campaign);
  const dossier = after ?? emptyDossier(body, campaign);
  if ("reason" in known) return { kind: "changed", what: name };
  const newest = stored?.newest && readEntry(stored.newest.text);
  if (newest?.request === request && newest.command === "import" && textOf(known.dossier) === textOf(dossier)) {
    // What was recorded when is lost with the crash: facts of a file have no day anyway.
    const was = { dossier: expected, recorded: known.recorded };
    return { key, zone: owner.zone, stored, before: was, after: known, isDone: true };
  }
  if (textOf(known.dossier) !== textOf(expected)) return { kind: "changed", what: name };
  const recorded = recordChanges(known.dossier, dossier, known.recorded, null);
  return { key, zone: owner.zone, stored, before: known, after: { dossier, recorded }, isDone: false };
}

const textOf = (dossier: Dossier): string => canonical(Dossier.encode(dossier));

async function write(
  { key, zone, before, after }: Step,
  stored: StoredRecord | null,
  command: string,
  { by, reason, request }: ImportOrder,
  ports: ImportPorts,
): Promise<ImportOutcome> {
  const name = dossierName(key);
  const data = dossierData(after);
  const changes = changesBetween(Dossier.encode(before.dossier), Dossier.encode(after.dossier));
  const written = await writeAudited(
    key,
    stored,
    {
      ...{ record: name, by, at: ports.clock.machineNow(), day: localTime(ports.clock.calendarNow(), zone).day },
      ...{ command, reason, request, asked: ports.hash(canonical([command, name, data])) },
      ...{ format: DOSSIER_FORMAT, data, changes: JSON.stringify(changes).length > LARGEST_CHANGES ? [] : changes },
    },
    ports,
  );
  return written.kind === "written" ? { kind: "imported" } : { kind: written.kind, what: name };
}

/** Puts a dossier back, unless somebody has recorded something on top of the import. */
async function takeBack(step: Step, order: ImportOrder, ports: ImportPorts): Promise<void> {
  const stored = await ports.records.read(step.key);
  if (stored?.data !== dossierData(step.after)) return;
  await write({ ...step, before: step.after, after: step.before }, stored, "take-back-import", order, ports);
}
