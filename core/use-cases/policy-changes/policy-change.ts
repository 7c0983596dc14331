import * as z from "zod";
import type { changesBetween } from "../../audit/changes.ts";
import { CalendarChange, CalendarChanges, noChanges } from "../../calendar/calendar-versions.ts";
import { type Day, DayText, formatDay } from "../../calendar/day.ts";
import { canonical } from "../../dossier/fact-path.ts";
import { mergePolicy, Policy } from "../../order608/policy.ts";
import { type CalendarVersion, inForceOn, type PolicyVersion } from "../../order608/policy-versions.ts";

/** What an administrator wants of the policy: another value for a part of it, or all of a former version. */
export const PolicyChange = z.union([
  /** Objects merge key by key with what is in force, an array replaces the whole array (SPEC 3). */
  z.strictObject({ part: z.record(z.string(), z.json()) }),
  /** The number of an applied version; 0 is what the register was imported with. */
  z.strictObject({ former: z.int().nonnegative() }),
]);
export type PolicyChange = z.output<typeof PolicyChange>;

/** What an administrator wants of the calendar: some days otherwise, or all of a former version. */
export const CalendarWish = z.union([
  z.strictObject({
    /** Days to be added, or put in the place of what is said of them now. */
    days: z.array(CalendarChange).max(1000).exactOptional(),
    /** Days that are again what the product says of them. */
    restore: z.array(DayText).max(1000).exactOptional(),
    /** The last year that the calendar covers. */
    coversTo: z.int().exactOptional(),
  }),
  /** Everything in which it departs from the product's, as a file has it. */
  z.strictObject({ all: CalendarChanges }),
  /** The number of an applied version; 0 is the product's calendar. */
  z.strictObject({ former: z.int().nonnegative() }),
]);
export type CalendarWish = z.output<typeof CalendarWish>;

/** One thing that is wrong with a wish. */
export interface SettingIssue {
  /** Where, by dots: `carefulDays.notice`; empty for the wish as a whole. */
  readonly path: string;
  readonly rule: "unknown-field" | "invalid" | "too-large" | "unknown-version" | "in-the-past" | "blank" | "deployment";
  readonly message: string;
}

type Json = Parameters<typeof changesBetween>[0];

interface Refused {
  readonly kind: "refused";
  readonly issues: readonly SettingIssue[];
}

/** What a wish leads to on the day from which it is to be in force. */
export type Settled<Value> = { readonly kind: "settled"; readonly before: Value; readonly after: Value } | Refused;

/** Longer terms than these are typing errors, and would lead beyond every calendar. */
const LARGEST = 1000;

const refusedFor = (path: string, rule: SettingIssue["rule"], message: string): Refused => ({
  kind: "refused",
  issues: [{ path, rule, message }],
});

/** The policy that a wish leads to, over what will be in force on its first day by what was applied until now. */
export function settlePolicy(
  wish: PolicyChange,
  from: Day,
  versions: readonly PolicyVersion[],
  imported: Policy,
): Settled<Policy> {
  const before = inForceOn(versions, from)?.policy ?? imported;
  if ("former" in wish) {
    const after = wish.former === 0 ? imported : versions[wish.former - 1]?.policy;
    return after ? keepingSchedule(before, after) : unknownVersion(wish.former);
  }
  const parsed = Policy.safeParse(mergePolicy(Policy.encode(before), wish.part));
  if (!parsed.success) return { kind: "refused", issues: issuesIn(parsed.error) };
  const large = tooLarge(parsed.data);
  return large.length > 0 ? { kind: "refused", issues: large } : keepingSchedule(before, parsed.data);
}

/** The schedule that starts the sweeps is deployed: slots that it does not know would be awaited and never come. */
function keepingSchedule(before: Policy, after: Policy): Settled<Policy> {
  const message = "belongs to the deployment, whose schedule starts the sweeps; it cannot be changed here";
  const changed = (["zone", "slots"] as const).filter((path) => !saysTheSame(before[path], after[path]));
  if (changed.length === 0) return { kind: "settled", before, after };
  return { kind: "refused", issues: changed.map((path) => ({ path, rule: "deployment", message })) };
}

/** The calendar that a wish leads to; see {@link settlePolicy}. */
export function settleCalendar(
  wish: CalendarWish,
  from: Day,
  versions: readonly CalendarVersion[],
): Settled<CalendarChanges> {
  const before = inForceOn(versions, from)?.calendar ?? noChanges;
  if ("former" in wish) {
    const after = wish.former === 0 ? noChanges : versions[wish.former - 1]?.calendar;
    return after ? { kind: "settled", before, after } : unknownVersion(wish.former);
  }
  if ("all" in wish) return { kind: "settled", before, after: wish.all };
  const { days = [], restore = [], coversTo = before.coversTo } = wish;
  const gone = new Set([...restore, ...days.map(({ day }) => day)]);
  const all = [...before.days.filter(({ day }) => !gone.has(day)), ...days].toSorted((a, b) => a.day - b.day);
  const wanted = { ...(coversTo !== undefined && { coversTo }), days: all };
  const parsed = CalendarChanges.safeParse(z.encode(CalendarShape, wanted));
  if (parsed.success) return { kind: "settled", before, after: parsed.data };
  return { kind: "refused", issues: issuesIn(parsed.error) };
}

/** The form of {@link CalendarChanges} without its rules, so that a wrong one can be written down to be judged. */
const CalendarShape = z.strictObject({ coversTo: z.int().exactOptional(), days: z.array(CalendarChange) });

const unknownVersion = (number: number): Refused =>
  refusedFor("former", "unknown-version", `is no version that was applied: ${number}`);

/** Why a version cannot begin on a day, or be applied for a reason. */
export function refuseTerms({ from, reason }: { from: Day; reason: string }, today: Day): Refused | null {
  const message = "lies in the past: what was in force then is not rewritten; give today or a later day";
  if (from < today) return refusedFor("from", "in-the-past", message);
  if (reason.trim() === "") return refusedFor("reason", "blank", "must not be empty");
  return null;
}

/** A policy as JSON, to be compared: it holds nothing else. */
export const policySaid = (policy: Policy): Json => policy;

/** The changes of a calendar as JSON, by day, so that one more day is one difference. */
export function calendarSaid({ coversTo, days }: CalendarChanges): Json {
  const byDay = days.map(({ day, ...said }) => [formatDay(day), { ...said }]);
  return { ...(coversTo !== undefined && { coversTo }), ...Object.fromEntries(byDay) };
}

/** Whether two settings say the same. */
export const saysTheSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

function issuesIn({ issues }: z.ZodError): SettingIssue[] {
  return issues.flatMap((issue): SettingIssue[] => {
    const path = issue.path.map(String);
    if (issue.code !== "unrecognized_keys") {
      return [{ path: path.join("."), rule: "invalid", message: issue.message }];
    }
    return issue.keys.map((key) => ({
      ...{ path: [...path, key].join("."), rule: "unknown-field", message: "is not known here" },
    }));
  });
}

function tooLarge(value: unknown, path: readonly string[] = []): SettingIssue[] {
  if (typeof value === "number" && value > LARGEST) {
    return [{ path: path.join("."), rule: "too-large", message: `must not be larger than ${LARGEST}` }];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => tooLarge(inner, [...path, key]));
}
