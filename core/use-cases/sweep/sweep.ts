import type { Instant } from "../../calendar/zone.ts";
import { isUnreadable, putOnAs } from "../../escalation/brake.ts";
import type { Candidate, Candidates, PlanningContext } from "../../escalation/candidates.ts";
import type { HoldReason } from "../../escalation/fire.ts";
import type { Slot } from "../../escalation/letter.ts";
import { isMarked, type WholeMarks } from "../../escalation/out-of-use.ts";
import { candidatesOfScope } from "../../escalation/plan.ts";
import type { OutOfUse } from "../../escalation/recipients.ts";
import { isSlotBefore, latestSlot, slotText, zoneViews } from "../../escalation/slots.ts";
import type { FindingKey } from "../../order608/finding.ts";
import type {
  Alarms,
  Clock,
  Composer,
  Directory,
  Identifiers,
  Ledger,
  MailFiles,
  MailQueue,
  OutOfUseStore,
  SweepLog,
} from "../../ports.ts";
import type { SweepReport } from "../../status/sweep-report.ts";
import { type AssessmentPorts, assess, loadRegister } from "../assess/assess.ts";
import { whatIsKnown } from "../assess/known.ts";
import { findRecordedLate } from "../assess/recorded-late.ts";
import { slotName, tellAdministrators } from "../letters/notices.ts";
import { applyBrakes, type Braking } from "./brakes.ts";
import { couldHaveCarried } from "./earlier-slots.ts";
import { openLogs, plansFrom } from "./letter-logs.ts";
import { type CampaignNotes, type Outset, OutsetChanged, readOutset, standingsOf, stillStands } from "./outset.ts";
import { reportOf } from "./report-sweep.ts";
import { tidy } from "./tidy.ts";
import { type WriterContext, writeLetter } from "./write-letter.ts";
import { scopesFor, writersAbout } from "./writers.ts";

/** Everything a sweep reads and writes. */
export interface SweepPorts extends AssessmentPorts {
  readonly dossiers: AssessmentPorts["dossiers"] & CampaignNotes;
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly files: MailFiles;
  readonly composer: Composer;
  readonly mail: MailQueue;
  readonly log: SweepLog;
  readonly outOfUse: OutOfUseStore;
  readonly identifiers: Identifiers;
  readonly alarms: Alarms;
}

/**
 * Evaluates a scope for the latest slot that has come and writes the letters due (SPEC 5 and 6). Running it again, twice
 * at once, late, or after a crash anywhere writes no item twice to one recipient and loses none.
 *
 * An outset that was read for an earlier sweep of this process only saves reading it again where nothing is to be done:
 * before anything but the report is written it is compared with what stands now, and if that is otherwise the sweep
 * begins again without it.
 */
export async function sweep(scope: string, ports: SweepPorts, known?: Outset): Promise<SweepReport | null> {
  const outset = known ?? (await readOutset(ports, (directory) => concernedBy(scope, directory)));
  if (!outset) return null;
  if (!known) return sweepFrom(outset, scope, ports, () => async () => undefined);
  try {
    return await sweepFrom(outset, scope, ports, (scopes) => stillStands(outset, scopes, ports));
  } catch (error) {
    if (error instanceof OutsetChanged) return sweep(scope, ports);
    throw error;
  }
}

async function sweepFrom(
  { directory: read, campaigns, marks, standings: all }: Outset,
  scope: string,
  ports: SweepPorts,
  confirmFor: (scopes: readonly string[]) => () => Promise<void>,
): Promise<SweepReport | null> {
  const at = ports.clock.calendarNow();
  const started = ports.clock.machineNow();
  const loaded = await loadRegister(ports.register, (directory) => scopesFor(scope, directory), read);
  if (!loaded) return null;
  const { directory, register } = loaded;
  const concerned = concernedBy(scope, directory);
  const confirm = confirmFor(concerned);
  const slot = latestSlot(at, directory.policy.slots, register.ministry.zone);
  const assessment = await assess(loaded, ports, zoneViews(at, slot, register.ministry.zone), campaigns);
  const { workdays } = ports;
  const outOfUse = addressesOutOfUse(marks, ports);
  const context = { register, policy: directory.policy, workdays, isOutOfUse: outOfUse(null) };
  const candidates = candidatesOfScope(scope, assessment.bodies, context);
  const standings = standingsOf(all, concerned);
  const logs = await openLogs(scope, slot, assessment, context, ports);
  const dropped = await tidy({ scope, logs, slot, standings, register, confirm }, ports);
  // After what was tidied: from here on only the writing of a recipient's letter changes their log.
  const planOf = plansFrom(logs, slot, context);
  const planned = { scope, slot, loaded, assessment, candidates, context, logs, planOf };
  const { isHeld, on } = await applyBrakes({ ...planned, standings, outOfUse, confirm }, ports);
  await tellOfBrakes(on, planned, ports);
  const todays = new Map(assessment.bodies.map(({ body, today }) => [body.id, today]));
  const lateFacts = findRecordedLate(assessment.records, context, (body) => todays.get(body) ?? slot.day);
  const isRecordedLate = (key: FindingKey): boolean => lateFacts(key).length > 0;
  const couldComeBefore = couldHaveCarried(slot, assessment.records, context);
  const known = { ...whatIsKnown(assessment, candidates, register), isRecordedLate, couldComeBefore };
  const rules = { policy: directory.policyVersion ?? 0, calendar: directory.calendarVersion ?? 0 };
  const held = await writeAll(candidates, { ...planned, known, isHeld, rules, confirm, ports });
  const seconds = (ports.clock.machineNow() - started) / 1000;
  const report = reportOf({ ...planned, at, workdays, logs, damagedMarks: marks.damaged, held, dropped, seconds });
  tellOfDamage(report, ports);
  if (!report.complete) ports.alarms.raise("nobody-to-tell", { scope, slot: slotText(slot) });
  const standing = standings.find((one) => one.scope === scope);
  await ports.log.record(report, standing);
  return report;
}

/** What cannot be read stops nothing, and somebody must put it right: ids only. */
function tellOfDamage(
  { scope, damaged, damagedLetters = [], damagedMarks = [] }: SweepReport,
  { alarms }: SweepPorts,
): void {
  const [dossier] = damaged;
  if (dossier) {
    const first = `${dossier.body} ${dossier.campaign}`;
    alarms.raise("dossier-damaged", { scope, dossiers: damaged.length, first });
  }
  const [letter] = damagedLetters;
  if (letter) alarms.raise("letter-damaged", { scope, letters: damagedLetters.length, first: letter.letter });
  const [mark] = damagedMarks;
  if (mark) alarms.raise("mark-damaged", { marks: damagedMarks.length, first: mark.recipientKey });
}

/**
 * Whose addresses are out of use: all that hard bounces have put there, or those of before a moment. An address whose
 * mark cannot be read is written to: if it still does not work, its bounce marks it again.
 */
const addressesOutOfUse =
  ({ marks }: WholeMarks, { identifiers }: SweepPorts) =>
  (until: Instant | null): OutOfUse =>
    isMarked(
      marks.filter(({ at }) => until === null || at < until),
      identifiers.recipientKey,
    );

/** The scopes that a sweep writes about, and those that write about them too. */
const concernedBy = (scope: string, directory: Directory): readonly string[] => [
  ...new Set(scopesFor(scope, directory).flatMap((of) => writersAbout(of, directory))),
];

/**
 * The scope that a brake protects tells of it, or the sweep that has put it on; each brake is told of once. One that cannot
 * be read is an operator's matter.
 */
async function tellOfBrakes(
  on: Braking["on"],
  { scope, slot, context }: { readonly scope: string; readonly slot: Slot; readonly context: PlanningContext },
  ports: SweepPorts,
): Promise<void> {
  const { register, isOutOfUse } = context;
  for (const [of, brake] of on) {
    if (of !== scope && isSlotBefore(brake.slot, slot)) continue;
    if (isUnreadable(brake)) {
      ports.alarms.raise("brake-damaged", { scope: of });
      continue;
    }
    const scopeName = register.byId.get(of)?.name ?? { ru: of, kk: of };
    const about = { kind: "brake", scope: of, scopeName, ...brake } as const;
    // A released brake may be followed by another one of the same slot.
    const event = `${of}_${slotName(brake.slot)}_${putOnAs(brake)}`;
    await tellAdministrators(about, { event, slot: brake.slot }, { register, slot: brake.slot, isOutOfUse }, ports);
  }
}

async function writeAll(candidates: Candidates, context: WriterContext): Promise<Map<HoldReason, number>> {
  const held = new Map<HoldReason, number>(candidates.held);
  const recipients = [...candidates.byRecipient].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [email, open] of recipients as readonly (readonly [string, readonly Candidate[]])[]) {
    for (const [reason, count] of await writeLetter(email, open, context))
      held.set(reason, (held.get(reason) ?? 0) + count);
  }
  return held;
}

/** The scopes of a slot's sweeps, and the slot that has come; null before the first import. */
export async function sweepsDue(
  ports: Pick<SweepPorts, "register" | "clock">,
): Promise<{ readonly scopes: readonly string[]; readonly slot: Slot } | null> {
  const now: Instant = ports.clock.calendarNow();
  const loaded = await loadRegister(ports.register, () => []);
  if (!loaded) return null;
  const { directory, register } = loaded;
  return { scopes: directory.scopes, slot: latestSlot(now, directory.policy.slots, register.ministry.zone) };
}
