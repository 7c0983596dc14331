import type { Day } from "../../calendar/day.ts";
import { type Instant, localTime } from "../../calendar/zone.ts";
import type { Applied, CalendarVersion, PolicyVersion, VersionStore } from "../../order608/policy-versions.ts";
import type { Clock } from "../../ports.ts";
import type { LoadedRegister } from "../assess/assess.ts";
import {
  type CalendarWish,
  type PolicyChange,
  refuseTerms,
  type SettingIssue,
  type Settled,
  saysTheSame,
  settleCalendar,
  settlePolicy,
} from "./policy-change.ts";

/** Where settings lie. */
export interface SettingPorts {
  readonly policies: VersionStore<PolicyVersion>;
  readonly calendars: VersionStore<CalendarVersion>;
  readonly clock: Clock;
}

/** Who applies a version, from when and why. */
export interface ApplyTerms {
  readonly from: Day;
  readonly reason: string;
  readonly by: { readonly id: string; readonly name: string };
  /** Names the request; `isRepeatable` when its sender knows this id and may send it again. */
  readonly request: string;
  readonly isRepeatable: boolean;
  /** How many versions the sender has seen; any when absent. */
  readonly seen?: number | undefined;
}

export type ApplyOutcome =
  /** A repeated request gets the version of the first time. */
  | { readonly kind: "applied"; readonly version: Applied }
  | { readonly kind: "refused"; readonly issues: readonly SettingIssue[] }
  /** It says what is said already. */
  | { readonly kind: "nothing-to-change" }
  /** There are other versions now than the sender has seen. */
  | { readonly kind: "conflict"; readonly version: number }
  /** Others were faster every time; the sender has named no version. */
  | { readonly kind: "busy" }
  /** The request's id was used for another request. */
  | { readonly kind: "other-request" };

/** Adds a version of the policy. What was written by earlier ones stays as it is. */
export function applyPolicy(
  wish: PolicyChange,
  terms: ApplyTerms,
  { directory, register }: LoadedRegister,
  { policies, clock }: SettingPorts,
): Promise<ApplyOutcome> {
  const imported = directory.importedPolicy ?? directory.policy;
  return apply(policies, terms, momentOf(clock, register.ministry.zone), {
    settle: (versions) => settlePolicy(wish, terms.from, versions, imported),
    contentOf: ({ policy }) => policy,
    versionOf: (policy) => ({ policy }),
  });
}

/** Adds a version of the calendar. */
export function applyCalendar(
  wish: CalendarWish,
  terms: ApplyTerms,
  { register }: LoadedRegister,
  { calendars, clock }: SettingPorts,
): Promise<ApplyOutcome> {
  return apply(calendars, terms, momentOf(clock, register.ministry.zone), {
    settle: (versions) => settleCalendar(wish, terms.from, versions),
    contentOf: ({ calendar }) => calendar,
    versionOf: (calendar) => ({ calendar }),
  });
}

interface Moment {
  readonly today: Day;
  readonly at: Instant;
}

const momentOf = (clock: Clock, zone: string): Moment => ({
  today: localTime(clock.calendarNow(), zone).day,
  at: clock.machineNow(),
});

/** What is special of one setting. */
interface Setting<Version extends Applied, Value> {
  readonly settle: (versions: readonly Version[]) => Settled<Value>;
  readonly contentOf: (version: Version) => Value;
  readonly versionOf: (value: Value) => Omit<Version, keyof Applied>;
}

/** How often a wish of somebody who has named no version is settled anew when others apply at the same time. */
const ATTEMPTS = 8;

/** Settle over what is there, then one conditional write: a crash before it changes nothing, one after it has applied. */
async function apply<Version extends Applied, Value>(
  store: VersionStore<Version>,
  terms: ApplyTerms,
  { today, at }: Moment,
  setting: Setting<Version, Value>,
): Promise<ApplyOutcome> {
  const { from, reason, by, request, isRepeatable, seen } = terms;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const versions = await store.all();
    const earlier = isRepeatable ? versions.find((version) => version.request === request) : undefined;
    if (earlier) return repeated(earlier, terms, setting, versions);
    if (seen !== undefined && seen !== versions.length) return { kind: "conflict", version: versions.length };
    const refused = refuseTerms(terms, today);
    if (refused) return refused;
    const settled = setting.settle(versions);
    if (settled.kind === "refused") return settled;
    if (saysTheSame(settled.before, settled.after)) return { kind: "nothing-to-change" };
    const said = { from, reason: reason.trim(), by: by.id, name: by.name, request, appliedAt: at };
    // Its own value and what all versions say make a version whole, which a generic type cannot tell.
    const next = { ...said, ...setting.versionOf(settled.after) } as unknown as Omit<Version, "number" | "previous">;
    if ((await store.add(next, versions.length, today)) === "changed") continue;
    const version = (await store.all())[versions.length];
    if (version) return { kind: "applied", version };
  }
  return { kind: "busy" };
}

function repeated<Version extends Applied, Value>(
  earlier: Version,
  { from, reason, by }: ApplyTerms,
  { settle, contentOf }: Setting<Version, Value>,
  versions: readonly Version[],
): ApplyOutcome {
  const then = settle(versions.slice(0, earlier.number - 1));
  const isSame =
    earlier.from === from &&
    earlier.reason === reason.trim() &&
    earlier.by === by.id &&
    then.kind === "settled" &&
    saysTheSame(then.after, contentOf(earlier));
  return isSame ? { kind: "applied", version: earlier } : { kind: "other-request" };
}
