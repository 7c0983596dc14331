import { beforeEach, describe, expect, test } from "vitest";
import { CalendarChanges } from "../../core/calendar/calendar-versions.ts";
import { day } from "../../core/calendar/day.ts";
import { defaultPolicy, policyWith } from "../../core/order608/default-policy.ts";
import type { CalendarVersion, PolicyVersion } from "../../core/order608/policy-versions.ts";
import { createRegister } from "../../core/register/register.ts";
import { type ApplyTerms, applyCalendar, applyPolicy } from "../../core/use-cases/policy-changes/policy-apply.ts";
import { factsOf, ministry } from "../support/delivery/facts.ts";
import { memoryVersions } from "../support/memory/administration.ts";
import { almaty, memoryClock } from "../support/memory/clocks.ts";

const { bodies } = factsOf([ministry()], 2027);
const directory = { scopes: ["MIA"], shared: {}, version: 1, policy: defaultPolicy };
const loaded = { directory, register: createRegister(bodies), scopes: [] };
// In Almaty it is the fifth already.
const clock = memoryClock(almaty("2027-03-05T00:30"));
const terms: ApplyTerms = {
  ...{ from: day("2027-03-05"), reason: " Приказ № 5 ", by: { id: "user:1", name: "Айгерим" } },
  ...{ request: "r1", isRepeatable: true },
};
const wish = { part: { noticeDays: 12 } };

let policies: ReturnType<typeof memoryVersions<PolicyVersion>>;
let calendars: ReturnType<typeof memoryVersions<CalendarVersion>>;
beforeEach(() => {
  policies = memoryVersions();
  calendars = memoryVersions();
});

const apply = (more: Partial<ApplyTerms> = {}, what: Parameters<typeof applyPolicy>[0] = wish, store = policies) =>
  applyPolicy(what, { ...terms, ...more }, loaded, { policies: store, calendars, clock });

describe("a version that is applied", () => {
  test("keeps what it says, from when, by whom and why", async () => {
    const said = { from: terms.from, reason: "Приказ № 5", by: "user:1", name: "Айгерим", request: "r1" };
    const version = { number: 1, ...said, appliedAt: clock.machineNow(), policy: policyWith({ noticeDays: 12 }) };
    expect(await apply()).toMatchObject({ kind: "applied", version });
    expect(await policies.all()).toMatchObject([version]);
    const days = [{ day: "2027-03-16", kind: "dayoff" as const, ru: "Выходной", kk: "Демалыс" }];
    const { days: parsed } = CalendarChanges.parse({ days });
    const ports = { policies, calendars, clock };
    expect(await applyCalendar({ days: parsed }, terms, loaded, ports)).toMatchObject({
      kind: "applied",
      version: said,
    });
    expect(await calendars.all()).toMatchObject([{ calendar: { days: parsed } }]);
  });

  test("stands over what the register was imported with, where a version has taken its place", async () => {
    const replaced = { ...loaded, directory: { ...directory, importedPolicy: policyWith({ noticeDays: 12 }) } };
    const ports = { policies, calendars, clock };
    expect(await applyPolicy(wish, terms, replaced, ports)).toEqual({ kind: "nothing-to-change" });
    expect(await applyPolicy({ former: 0 }, terms, replaced, ports)).toEqual({ kind: "nothing-to-change" });
  });

  test("is applied once, however often it is asked for", async () => {
    const [first, again] = [await apply(), await apply({ seen: 0 })];
    expect(again).toEqual(first);
    expect(await policies.all()).toHaveLength(1);
    // Without a name of its own each request is another one.
    expect(await apply({ isRepeatable: false })).toEqual({ kind: "nothing-to-change" });
  });

  test("is applied also where its request has no name of its own", async () => {
    expect(await apply({ isRepeatable: false })).toMatchObject({ kind: "applied", version: { number: 1 } });
    const again = () => applyCalendar({ coversTo: 2031 }, terms, loaded, { policies, calendars, clock });
    const first = await again();
    expect(first).toMatchObject({ kind: "applied" });
    expect(await again()).toEqual(first);
  });

  test("is found again by its request behind later ones, as it was settled then", async () => {
    const first = await apply();
    await apply({ request: "r2" }, { part: { decisionDays: 20 } });
    expect(await apply()).toEqual(first);
    expect(await apply({ request: "r2" }, { part: { decisionDays: 20 } })).toMatchObject({ version: { number: 2 } });
  });

  test.each([
    [{ from: day("2027-03-06") }, wish],
    [{ reason: "Другой" }, wish],
    [{ by: { id: "user:2", name: "Айгерим" } }, wish],
    [{}, { part: { noticeDays: 13 } }],
    [{}, { part: { noticeDays: "x" } }],
  ])("is not another one by the same request: %j %j", async (more, what) => {
    await apply();
    expect(await apply(more, what)).toEqual({ kind: "other-request" });
    expect(await policies.all()).toHaveLength(1);
  });
});

describe("a version that is not applied", () => {
  test.each([
    ["begins in the past", { from: day("2027-03-04") }, wish, { kind: "refused", issues: [{ rule: "in-the-past" }] }],
    ["has no reason", { reason: " " }, wish, { kind: "refused", issues: [{ rule: "blank" }] }],
    ["is wrong", {}, { part: { x: 1 } }, { kind: "refused", issues: [{ rule: "unknown-field" }] }],
    ["says what is said already", {}, { part: {} }, { kind: "nothing-to-change" }],
    ["is not the next one that was seen", { seen: 1 }, wish, { kind: "conflict", version: 0 }],
  ] as const)("%s", async (_name, more, what, outcome) => {
    expect(await apply(more, what)).toMatchObject(outcome);
    expect(await policies.all()).toEqual([]);
  });
});

describe("a version that others are faster with", () => {
  /** A store to which somebody else adds a version just before us, some times. */
  const raced = (times: number): typeof policies => {
    let left = times;
    const add: typeof policies.add = async (next, after, today) => {
      const { length } = await policies.all();
      const other = { ...next, request: "other", policy: policyWith({ decisionDays: 40 + length }) };
      if (left-- > 0) await policies.add(other, length, today);
      return policies.add(next, after, today);
    };
    return { ...policies, add };
  };

  test("is settled anew over theirs", async () => {
    expect(await apply({}, wish, raced(2))).toMatchObject({
      ...{ kind: "applied", version: { number: 3, policy: { noticeDays: 12, decisionDays: 41 } } },
    });
  });

  test("is given up when they are faster every time, or when the next one was seen", async () => {
    expect(await apply({ isRepeatable: false }, wish, raced(100))).toEqual({ kind: "busy" });
    expect(await policies.all()).toHaveLength(8);
    expect(await apply({ seen: 8 }, wish, raced(1))).toEqual({ kind: "conflict", version: 9 });
  });
});
