import { expect, test } from "vitest";
import { CalendarChanges, workdaysWith } from "../../core/calendar/calendar-versions.ts";
import { day, plusDays } from "../../core/calendar/day.ts";
import { createWorkdays } from "../../core/calendar/workdays.ts";
import { Facts } from "../../core/dossier/facts.ts";
import { addToTold, type Told } from "../../core/escalation/told.ts";
import { defaultPolicy, policyWith } from "../../core/order608/default-policy.ts";
import { createRegister } from "../../core/register/register.ts";
import { PREVIEW_DAYS, previewChange, type RulesChange } from "../../core/use-cases/policy-changes/policy-preview.ts";
import { simulate } from "../../core/use-cases/sweep/simulate.ts";
import { dossierOf, meetingOn } from "../core/support/facts.ts";
import { factsWith } from "../core/support/refused.ts";

const schedule = { approvedOn: "2027-01-11" };
const { bodies, dossiers } = Facts.parse(factsWith([dossierOf([meetingOn("2027-03-25")], { schedule })]));
const register = createRegister(bodies);
const before = { policy: defaultPolicy, workdays: createWorkdays() };
const today = day("2027-03-04");
const change = (after: Partial<RulesChange["after"]>, more: Partial<RulesChange> = {}): RulesChange => ({
  ...{ register, dossiers, before, after: { ...before, ...after }, today, from: today, told: () => new Map() },
  ...more,
});

test("the same rules move nothing", () => {
  const { moved, bodies: touched, letters, items } = previewChange(change({}));
  expect({ moved, touched }).toEqual({ moved: [], touched: [] });
  expect(letters.before).toBeGreaterThan(0);
  expect([letters.after, items.after]).toEqual([letters.before, items.before]);
});

test("a number of the policy moves due days, and says of whom", () => {
  const { moved, bodies: touched } = previewChange(change({ policy: policyWith({ noticeDays: 12 }) }));
  expect(touched).toEqual(["PB-1"]);
  expect(moved).toMatchObject([
    {
      ...{ body: "PB-1", campaign: 2027, obligation: "notice", subject: "m1" },
      before: { due: day("2027-03-15") },
      after: { due: day("2027-03-13") },
    },
  ]);
});

test("a day of the calendar moves the days that reminders count from", () => {
  const days = [{ day: "2027-03-19", kind: "extra_dayoff", ru: "Перенос", kk: "Ауыстыру" }];
  const { moved } = previewChange(change({ workdays: workdaysWith(CalendarChanges.parse({ days })) }));
  expect(moved.map(({ obligation, before: was, after }) => [obligation, was?.target, after?.target])).toContainEqual([
    ...["readiness", day("2027-03-19"), day("2027-03-18")],
  ]);
});

test("a ladder that says less writes fewer letters, from its first day on", () => {
  const quiet = policyWith({ ladder: { report: { stages: [{ at: "due+1", to: ["officer"] }], every: [28] } } });
  const now = previewChange(change({ policy: quiet }));
  expect(now.moved.every(({ before: was, after }) => was?.due === after?.due)).toBe(true);
  expect(now.items.after).toBeLessThan(now.items.before);
  const later = previewChange(change({ policy: quiet }, { from: plusDays(today, 45) }));
  expect(later.items.before).toBe(now.items.before);
  expect(later.items.after).toBeGreaterThan(now.items.after);
  const never = previewChange(change({ policy: quiet }, { from: plusDays(today, PREVIEW_DAYS) }));
  expect(never.items.after).toBe(never.items.before);
});

test("what was told before is not written again", () => {
  const told = (): Map<string, Told> => {
    const all = new Map<string, Told>();
    const span = { from: day("2026-12-01"), to: plusDays(today, -1) };
    for (const { letters } of simulate({ register, dossiers, ...before, ...span })) {
      for (const letter of letters) {
        const own = all.get(letter.recipient) ?? new Map();
        addToTold(own, letter);
        all.set(letter.recipient, own);
      }
    }
    return all;
  };
  const fresh = previewChange(change({}));
  const known = previewChange(change({}, { told }));
  expect(known.items.before).toBeLessThan(fresh.items.before);
  expect(known.items.after).toBe(known.items.before);
});
