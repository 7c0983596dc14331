import { type AuditedPorts, writeAudited } from "./audit/append.ts";
import { changesBetween } from "./audit/changes.ts";
import type { AuditActor } from "./audit/entry.ts";
import type { StoredRecord } from "./audit/stored.ts";
import { localTime } from "./calendar/zone.ts";
import { Dossier, emptyDossier } from "./dossier/dossier.ts";
import {
  DOSSIER_FORMAT,
  type DossierKey,
  type DossierRecord,
  dossierData,
  dossierName,
  readDossierData,
} from "./dossier/dossier-record.ts";
import { canonical } from "./dossier/fact-path.ts";
import { recordChanges } from "./dossier/recorded.ts";
import type { Difference, ImportPlan } from "./import-plan.ts";
import type { Policy } from "./order608/policy.ts";
import type { Clock } from "./ports.ts";
import type { Body } from "./register/body.ts";
import { createRegister } from "./register/register.ts";

/** Where an import writes. */
export interface ImportPorts extends AuditedPorts<DossierKey> {
  readonly clock: Clock;
  readonly register: {
    /** Replaces bodies and policy at once, unless the directory's version is no longer this one. */
    replace(bodies: readonly Body[], policy: Policy, version: number): Promise<"replaced" | "changed">;
  };
}

/** Who imports, why (such as the file's name), and the request's name. */
export interface ImportOrder {
  readonly by: AuditActor;
  readonly reason: string;
  readonly request: string;
}

/** What became of an import: all of it or nothing was written. */
export type ImportOutcome =
  | { readonly kind: "imported" }
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
}

/** Entries that tell of larger changes tell only that there was an import: the record itself needs the room. */
const LARGEST_CHANGES = 100_000;

/**
 * Writes a plan without issues. First everything is read again and compared with the plan; then the dossiers are written,
 * each with its audit entry; last, one write puts the register into force. What cannot be finished is taken back, with
 * an entry that says so. After a crash, the same import goes on, and the file exported before takes it back.
 */
export async function applyImport(
  plan: ImportPlan,
  order: ImportOrder,
  ports: ImportPorts,
  progress: Progress = () => undefined,
): Promise<ImportOutcome> {
  const steps: Step[] = [];
  for (const difference of plan.dossiers) {
    const step = await prepare(plan, difference, ports);
    if ("kind" in step) return step;
    steps.push(step);
  }
  const written: Step[] = [];
  let outcome: ImportOutcome | null = null;
  try {
    outcome = await writeAll(steps, written, order, ports, progress);
    if (outcome.kind === "imported") outcome = await replaceRegister(plan, ports);
  } catch (error) {
    outcome = null;
    throw error;
  } finally {
    if (outcome?.kind !== "imported") for (const step of written.toReversed()) await takeBack(step, order, ports);
  }
  progress(steps.length + 1, steps.length + 1);
  return outcome;
}

/** Writes one dossier after the other up to the first that cannot be; `written` tells which were. */
async function writeAll(
  steps: readonly Step[],
  written: Step[],
  order: ImportOrder,
  ports: ImportPorts,
  progress: Progress,
): Promise<ImportOutcome> {
  for (const step of steps) {
    const outcome = await write(step, step.stored, "import", order, ports);
    if (outcome.kind !== "imported") return outcome;
    written.push(step);
    progress(written.length, steps.length + 1);
  }
  return { kind: "imported" };
}

async function replaceRegister(plan: ImportPlan, { register }: ImportPorts): Promise<ImportOutcome> {
  const { present, wanted } = plan;
  if (!plan.replacesRegister && plan.policy.length === 0) return { kind: "imported" };
  const outcome = await register.replace(wanted.bodies, wanted.policy, present.version);
  return outcome === "replaced" ? { kind: "imported" } : { kind: "changed", what: "the register" };
}

/** Reads the record that a difference is about; nothing may have been recorded in it since. */
async function prepare(
  { present, wanted }: ImportPlan,
  { name, before, after }: Difference<Dossier>,
  { records, audit }: ImportPorts,
): Promise<Step | Exclude<ImportOutcome, { kind: "imported" }>> {
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
  if ("reason" in known || textOf(known.dossier) !== textOf(expected)) return { kind: "changed", what: name };
  const dossier = after ?? emptyDossier(body, campaign);
  const recorded = recordChanges(known.dossier, dossier, known.recorded, null);
  return { key, zone: owner.zone, stored, before: known, after: { dossier, recorded } };
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
