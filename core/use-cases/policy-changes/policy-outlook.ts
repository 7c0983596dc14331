import { changesBetween } from "../../audit/changes.ts";
import type { FieldChange } from "../../audit/entry.ts";
import { noChanges, workdaysWith } from "../../calendar/calendar-versions.ts";
import { type Day, plusDays, yearOf } from "../../calendar/day.ts";
import { localTime } from "../../calendar/zone.ts";
import { toldBy } from "../../escalation/ledger.ts";
import { endOfDay } from "../../escalation/slots.ts";
import type { Told } from "../../escalation/told.ts";
import { inForceOn } from "../../order608/policy-versions.ts";
import type { Identifiers, Ledger } from "../../ports.ts";
import { normaliseEmail } from "../../register/register.ts";
import { type AssessmentPorts, assess, FIRST_CAMPAIGN, type LoadedRegister } from "../assess/assess.ts";
import type { SettingPorts } from "./policy-apply.ts";
import type { SettingIssue } from "./policy-change.ts";
import {
  type CalendarWish,
  calendarSaid,
  type PolicyChange,
  policySaid,
  refuseTerms,
  settleCalendar,
  settlePolicy,
} from "./policy-change.ts";
import { PREVIEW_DAYS, previewChange, type Rules, type RulesPreview } from "./policy-preview.ts";

/** What a look ahead reads; it writes nothing. */
export interface OutlookPorts extends AssessmentPorts, SettingPorts {
  readonly ledger: Pick<Ledger, "log">;
  readonly identifiers: Pick<Identifiers, "recipientKey">;
}

/** What a wish would move, or why it cannot be. */
export type Outlook =
  | {
      readonly kind: "outlook";
      readonly from: Day;
      /** What the setting itself says otherwise; nothing when it says what is said already. */
      readonly changes: readonly FieldChange[];
      readonly preview: RulesPreview;
    }
  | { readonly kind: "refused"; readonly issues: readonly SettingIssue[] };

/** What a change of the policy would move if it were in force from a day on; from today when none is given. */
export async function lookAheadPolicy(
  wish: PolicyChange,
  from: Day | undefined,
  loaded: LoadedRegister,
  ports: OutlookPorts,
): Promise<Outlook> {
  const { policies, calendars, start, refused } = await beginOf(from, loaded, ports);
  if (refused) return refused;
  const { policy, importedPolicy = policy } = loaded.directory;
  const settled = settlePolicy(wish, start, policies, importedPolicy);
  if (settled.kind === "refused") return settled;
  const workdays = workdaysWith(inForceOn(calendars, start)?.calendar ?? noChanges);
  const rules = { before: { policy: settled.before, workdays }, after: { policy: settled.after, workdays } };
  const changes = changesBetween(policySaid(settled.before), policySaid(settled.after));
  return { kind: "outlook", from: start, changes, preview: await preview(rules, start, loaded, ports) };
}

/** The same of the calendar. */
export async function lookAheadCalendar(
  wish: CalendarWish,
  from: Day | undefined,
  loaded: LoadedRegister,
  ports: OutlookPorts,
): Promise<Outlook> {
  const { policies, calendars, start, refused } = await beginOf(from, loaded, ports);
  if (refused) return refused;
  const settled = settleCalendar(wish, start, calendars);
  if (settled.kind === "refused") return settled;
  const policy = inForceOn(policies, start)?.policy ?? loaded.directory.importedPolicy ?? loaded.directory.policy;
  const [before, after] = [workdaysWith(settled.before), workdaysWith(settled.after)];
  const rules = { before: { policy, workdays: before }, after: { policy, workdays: after } };
  const changes = changesBetween(calendarSaid(settled.before), calendarSaid(settled.after));
  return { kind: "outlook", from: start, changes, preview: await preview(rules, start, loaded, ports) };
}

/** All applied versions, and the first day of a change unless it is refused. */
async function beginOf(from: Day | undefined, loaded: LoadedRegister, ports: OutlookPorts) {
  const [policies, calendars] = await Promise.all([ports.policies.all(), ports.calendars.all()]);
  const today = todayOf(ports, loaded);
  const start = from ?? today;
  // A look ahead needs no reason yet.
  return { policies, calendars, start, refused: refuseTerms({ from: start, reason: "-" }, today) };
}

const todayOf = ({ clock }: OutlookPorts, { register }: LoadedRegister): Day =>
  localTime(clock.calendarNow(), register.ministry.zone).day;

async function preview(
  { before, after }: { readonly before: Rules; readonly after: Rules },
  from: Day,
  loaded: LoadedRegister,
  ports: OutlookPorts,
): Promise<RulesPreview> {
  const today = todayOf(ports, loaded);
  const last = plusDays(today, PREVIEW_DAYS);
  // A campaign that opens before the last letter is looked into as well.
  const view = endOfDay(from > last ? from : last);
  const { records } = await assess(loaded, { ...ports, workdays: before.workdays }, view);
  const dossiers = [...records.dossiers.values()].flat();
  const told = await toldUntilNow(loaded, today, ports);
  return previewChange({ register: loaded.register, dossiers, before, after, today, from, told });
}

/** What the ledger says that each present contact was told; a new copy each time it is asked. */
export async function toldUntilNow(
  { register, directory }: LoadedRegister,
  today: Day,
  { ledger, identifiers }: Pick<OutlookPorts, "ledger" | "identifiers">,
): Promise<() => Map<string, Told>> {
  const years = Array.from({ length: yearOf(today) - FIRST_CAMPAIGN + 2 }, (_, index) => FIRST_CAMPAIGN - 1 + index);
  const logs = await Promise.all(directory.scopes.flatMap((scope) => years.map((year) => ledger.log(scope, year))));
  const byKey = Map.groupBy(logs.flat(), ({ recipientKey }) => recipientKey);
  const contacts = register.bodies.flatMap((body) => body.contacts);
  const addresses = new Set(contacts.map(({ email }) => normaliseEmail(email)));
  return () =>
    new Map([...addresses].map((email) => [email, toldBy(byKey.get(identifiers.recipientKey(email)) ?? [])]));
}
