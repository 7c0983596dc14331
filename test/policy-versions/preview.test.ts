import { describe, expect, test } from "vitest";
import { CalendarChanges, workdaysWith } from "../../core/calendar/calendar-versions.ts";
import { day, plusDays } from "../../core/calendar/day.ts";
import { createWorkdays } from "../../core/calendar/workdays.ts";
import { Facts } from "../../core/dossier/facts.ts";
import { ObligationId } from "../../core/dossier/obligation-id.ts";
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

test("what only stands otherwise moves too: a letter that is due earlier is waited for earlier", () => {
  const early = policyWith({ ladder: { report: { stages: [{ at: "target-60", to: ["officer"] }] } } });
  const { moved, bodies: touched } = previewChange(change({ policy: early }));
  expect(moved.map(({ body, obligation }) => [body, obligation])).toEqual([
    ["DP-1", "report"],
    ["PB-1", "report"],
  ]);
  const days = { due: day("2027-03-31"), target: day("2027-03-31") };
  for (const { before: was, after } of moved) {
    expect([was, after]).toStrictEqual([
      { ...days, state: "upcoming" },
      { ...days, state: "due" },
    ]);
  }
  expect(touched).toEqual(["DP-1", "PB-1"]);
});

test("findings are judged at the end of the first day of the change", () => {
  const policy = policyWith({ noticeDays: 12 });
  const statesOn = (from: string) =>
    previewChange(change({ policy }, { from: day(from) })).moved.map(({ before: was, after }) => [
      ...[was?.state, after?.state],
    ]);
  expect(statesOn("2027-03-13")).toEqual([["due", "due"]]);
  expect(statesOn("2027-03-14")).toEqual([["due", "overdue"]]);
});

test("a campaign that opens earlier brings findings that were not there, and one that opens later takes them away", () => {
  const policy = policyWith({ campaignOpens: "02-01" });
  const earlier = previewChange(change({ policy })).moved;
  const later = previewChange(change(before, { before: { ...before, policy } })).moved;
  expect(earlier.map(({ body, campaign, obligation }) => [body, campaign, obligation])).toContainEqual([
    ...["DP-1", 2028, "schedule"],
  ]);
  for (const { before: was, after } of earlier) {
    expect([was, after]).toStrictEqual([
      null,
      { due: expect.any(Number), target: expect.any(Number), state: "upcoming" },
    ]);
  }
  expect(later).toStrictEqual(earlier.map((move) => ({ ...move, before: move.after, after: move.before })));
});

test("findings that need a year without a calendar are counted: another year of it and there are none", () => {
  const december = { today: day("2030-12-20"), from: day("2030-12-20") };
  const workdays = workdaysWith({ days: [], coversTo: 2031 });
  const { failed } = previewChange(change({ workdays }, december));
  expect(failed.before).toBeGreaterThan(0);
  expect(failed.after).toBe(0);
  expect(previewChange(change({}, december)).failed).toEqual({ before: failed.before, after: failed.before });
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

describe("letters to come", () => {
  const april = day("2027-04-19");
  const workingDays = (count: number): number =>
    Array.from({ length: count }, (_, index) => plusDays(april, index)).filter(before.workdays.isWorking).length;
  const none = Object.fromEntries(ObligationId.options.map((id) => [id, { stages: [], every: [] }]));
  const daily = { stages: [{ at: "due+1", to: ["officer"] }], every: [1] };
  const loud = { ...before, policy: policyWith({ ladder: { ...none, report: daily } }) };
  const silent = { ...before, policy: policyWith({ ladder: none }) };

  test.each([
    [0, 0],
    [1, 1],
    [58, 58],
    [59, 59],
    [60, 60],
    [61, 60],
    [200, 60],
  ])("follow the new rules from %i days on: of sixty days %i are the old ones'", (from, days) => {
    const terms = { before: loud, today: april, from: plusDays(april, from) };
    const { letters, items } = previewChange(change(silent, terms));
    // Two bodies have not reported, and each officer is told every working day.
    const expected = { before: 2 * workingDays(PREVIEW_DAYS), after: 2 * workingDays(days) };
    expect([letters, items]).toEqual([expected, expected]);
  });
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
