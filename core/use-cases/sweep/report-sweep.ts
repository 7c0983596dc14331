import type { Workdays } from "../../calendar/workdays.ts";
import type { Instant } from "../../calendar/zone.ts";
import type { Candidates } from "../../escalation/candidates.ts";
import type { HoldReason } from "../../escalation/fire.ts";
import { isWaiting, letterPath } from "../../escalation/ledger.ts";
import type { Slot } from "../../escalation/letter.ts";
import type { DamagedMark } from "../../escalation/out-of-use.ts";
import { isSlotBefore } from "../../escalation/slots.ts";
import { countFindings } from "../../status/count.ts";
import { calendarVersion, fingerprint } from "../../status/fingerprint.ts";
import type { SweepReport } from "../../status/sweep-report.ts";
import type { Assessment, LoadedRegister } from "../assess/assess.ts";
import type { Logs } from "./letter-logs.ts";

/** What a sweep has done, when it reports. */
export interface SweepWork {
  readonly scope: string;
  readonly slot: Slot;
  /** The moment that the sweep took for now. */
  readonly at: Instant;
  readonly loaded: LoadedRegister;
  readonly workdays: Workdays;
  readonly assessment: Assessment;
  readonly candidates: Candidates;
  /** The scope's log after writing. */
  readonly logs: Pick<Logs, "all" | "damaged">;
  readonly damagedMarks: readonly DamagedMark[];
  readonly held: ReadonlyMap<HoldReason, number>;
  readonly dropped: number;
  readonly seconds: number;
}

/** The sweep log's entry. Letters are counted in the ledger, so that sweeping a slot again reports the same. */
export function reportOf({ scope, slot, at, loaded, assessment, candidates, ...done }: SweepWork): SweepReport {
  const { directory, register } = loaded;
  // They belong to no scope: one of the sweeps reports them.
  const damagedMarks = scope === directory.scopes[0] ? [...done.damagedMarks] : [];
  const own = assessment.bodies.filter(({ body }) => register.scopeOf(body) === scope);
  const ids = new Set(own.map(({ body }) => body.id));
  const isOwn = ({ body }: { readonly body: string }) => ids.has(body);
  const contacts = candidates.contacts.filter(isOwn);
  const letters = [...done.logs.all()].filter((entry) => !isSlotBefore(entry.slot, slot));
  const unreadable = [...done.logs.damaged()].map((letter) => ({ letter: letterPath(letter), reason: letter.reason }));
  const written = letters.filter(({ reason }) => reason !== "brake");
  return {
    scope,
    slot,
    bodies: own.filter(({ body }) => body !== register.ministry).length,
    findings: countFindings(own.flatMap(({ findings }) => findings)),
    written: written.length,
    items: written.reduce((sum, { items }) => sum + items.length, 0),
    levels: countBy(written, ({ level }) => level),
    dropped: done.dropped,
    waiting: [...done.logs.all()].filter(isWaiting).length,
    braked: letters.filter(({ state }) => state === "held").length,
    held: Object.fromEntries(done.held),
    damaged: assessment.damaged.filter(isOwn),
    ...(unreadable.length > 0 && { damagedLetters: unreadable }),
    ...(damagedMarks.length > 0 && { damagedMarks }),
    failed: [...assessment.failed, ...candidates.failed].filter(isOwn),
    contacts,
    complete: contacts.every(({ unreachable }) => !unreachable),
    seconds: done.seconds,
    at,
    registerVersion: directory.version,
    policyVersion: fingerprint(directory.policy),
    calendarVersion: calendarVersion(done.workdays),
  };
}

function countBy<Value, Key extends string>(values: readonly Value[], keyOf: (value: Value) => Key) {
  const counts: Partial<Record<Key, number>> = {};
  for (const value of values) counts[keyOf(value)] = (counts[keyOf(value)] ?? 0) + 1;
  return counts;
}
