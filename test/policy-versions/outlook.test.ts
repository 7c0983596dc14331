import { beforeEach, describe, expect, test } from "vitest";
import { CalendarChanges } from "../../core/calendar/calendar-versions.ts";
import { day, formatDay } from "../../core/calendar/day.ts";
import { createWorkdays } from "../../core/calendar/workdays.ts";
import type { DossierText } from "../../core/dossier/dossier.ts";
import { Facts } from "../../core/dossier/facts.ts";
import { defaultPolicy, policyWith } from "../../core/order608/default-policy.ts";
import type { CalendarVersion, PolicyVersion, VersionStore } from "../../core/order608/policy-versions.ts";
import { type LoadedRegister, loadRegister } from "../../core/use-cases/assess/assess.ts";
import { CalendarWish } from "../../core/use-cases/policy-changes/policy-change.ts";
import {
  lookAheadCalendar,
  lookAheadPolicy,
  type Outlook,
  toldUntilNow,
} from "../../core/use-cases/policy-changes/policy-outlook.ts";
import { departmentText, districtText, dossierOf, meetingOn, ministryText } from "../core/support/facts.ts";
import { queuedLetter } from "../support/delivery/entries.ts";
import { memoryVersions } from "../support/memory/administration.ts";
import { almaty, memoryClock } from "../support/memory/clocks.ts";
import { memoryDossiers } from "../support/memory/dossiers.ts";
import { memoryIdentifiers } from "../support/memory/identifiers.ts";
import { memoryLedger } from "../support/memory/ledger.ts";
import { memoryRegister } from "../support/memory/register.ts";

const factsOf = (...dossiers: DossierText[]) =>
  Facts.parse({ bodies: [ministryText, departmentText, districtText], dossiers });
const factsOf2028 = (more: Partial<DossierText>) =>
  factsOf(dossierOf([meetingOn("2028-03-24")], { campaign: 2028, ...more })).dossiers;
const { bodies, dossiers: of2027 } = factsOf(
  dossierOf([meetingOn("2027-03-25")], { schedule: { approvedOn: "2027-01-11" } }),
);
const off = (on: string) => ({ day: on, kind: "dayoff" as const, ru: "Выходной", kk: "Демалыс" });
const calendarOf = (...days: readonly string[]) => CalendarChanges.parse({ days: days.map(off) });
const addTo = <Version extends PolicyVersion | CalendarVersion>(
  store: VersionStore<Version>,
  from: string,
  said: object,
) =>
  // What the store says of a version besides is of no interest here.
  store.add({ from: day(from), reason: "Приказ", by: "user:1", ...said } as unknown as Version, 0, day(from));

let loaded: LoadedRegister;
let ports: Awaited<ReturnType<typeof portsAt>>;

async function portsAt(moment: string) {
  const [register, dossiers] = [memoryRegister(), memoryDossiers()];
  await register.replace(bodies, defaultPolicy);
  await dossiers.write("DP-1", [...of2027, ...factsOf2028({ schedule: { approvedOn: "2027-11-02" } })]);
  return {
    ...{ register, dossiers, workdays: createWorkdays(), ledger: memoryLedger(), identifiers: memoryIdentifiers() },
    ...{ policies: memoryVersions<PolicyVersion>(), calendars: memoryVersions<CalendarVersion>() },
    clock: memoryClock(almaty(moment)),
  };
}

beforeEach(async () => {
  // In Almaty it is the fourth already.
  ports = await portsAt("2027-03-04T00:30");
  loaded = (await loadRegister(ports.register, ({ scopes }) => scopes)) ?? expect.fail("there is no register");
});

function seen(outlook: Outlook): Outlook & { readonly kind: "outlook" } {
  return outlook.kind === "outlook" ? outlook : expect.fail("it is refused");
}
const refusals = (outlook: Outlook) =>
  outlook.kind === "refused" ? outlook.issues.map(({ path, rule }) => [path, rule]) : outlook.kind;
const movesIn = (outlook: Outlook) =>
  seen(outlook).preview.moved.map(({ obligation, before, after }) => [
    ...[obligation, ...[before, after].map((side) => side && formatDay(side.target))],
  ]);

const policyAhead = (part: object, from?: string, over = loaded) =>
  lookAheadPolicy(
    { part } as Parameters<typeof lookAheadPolicy>[0],
    from === undefined ? from : day(from),
    over,
    ports,
  );
const calendarAhead = (on: string, from?: string, over = loaded) => {
  const wish = CalendarWish.parse({ days: [off(on)] });
  return lookAheadCalendar(wish, from === undefined ? from : day(from), over, ports);
};
const venue = (days: number) => ({ carefulDays: { venue: days } });

describe("a look ahead at another policy", () => {
  test("says what it says otherwise, from when, and what it moves; nothing is written", async () => {
    const outlook = seen(await policyAhead(venue(8)));
    expect(outlook).toMatchObject({
      from: day("2027-03-04"),
      changes: [{ path: "carefulDays/venue", before: 11, after: 8 }],
      preview: { bodies: ["PB-1"] },
    });
    expect(movesIn(outlook)).toEqual([["venue", "2027-03-12", "2027-03-17"]]);
    expect(seen(await policyAhead(venue(8), "2027-03-10")).from).toBe(day("2027-03-10"));
    expect(await ports.policies.all()).toEqual([]);
  });

  test("is taken over the version and the calendar of its first day", async () => {
    await addTo(ports.policies, "2027-03-10", { policy: policyWith(venue(8)) });
    await addTo(ports.calendars, "2027-03-10", { calendar: calendarOf("2027-03-17") });
    expect(movesIn(await policyAhead(venue(8), "2027-03-09"))).toEqual([["venue", "2027-03-12", "2027-03-17"]]);
    const later = await policyAhead(venue(7), "2027-03-10");
    expect(movesIn(later)).toEqual([["venue", "2027-03-16", "2027-03-18"]]);
    expect(seen(later).changes).toMatchObject([{ before: 8, after: 7 }]);
  });

  test("may go back to what the register was imported with", async () => {
    const directory = { ...loaded.directory, policy: policyWith({ noticeDays: 14 }) };
    const changesBackTo = async (over: LoadedRegister["directory"]) =>
      seen(await lookAheadPolicy({ former: 0 }, undefined, { ...loaded, directory: over }, ports)).changes;
    await addTo(ports.policies, "2027-03-01", { policy: directory.policy });
    expect(await changesBackTo(directory)).toEqual([]);
    expect(await changesBackTo({ ...directory, importedPolicy: defaultPolicy })).toEqual([
      { path: "noticeDays", before: 14, after: 10 },
    ]);
  });

  test.each([
    [{ noticeDays: 12 }, "2027-03-03", [["from", "in-the-past"]]],
    [{ noticeDay: 12 }, "2027-03-04", [["noticeDay", "unknown-field"]]],
  ])("is refused for what is wrong: %j from %s", async (part, from, issues) => {
    expect(refusals(await policyAhead(part, from))).toEqual(issues);
  });
});

describe("a look ahead at another calendar", () => {
  test("says which days it says otherwise, from when, and what they move", async () => {
    const outlook = seen(await calendarAhead("2027-03-12"));
    expect(outlook).toMatchObject({ from: day("2027-03-04"), preview: { bodies: ["PB-1"] } });
    expect(outlook.changes).toEqual([{ path: "2027-03-12", after: { kind: "dayoff", ru: "Выходной", kk: "Демалыс" } }]);
    expect(movesIn(outlook)).toEqual([
      ["notice", "2027-03-12", "2027-03-11"],
      ["invitation", "2027-03-12", "2027-03-11"],
      ["venue", "2027-03-12", "2027-03-11"],
    ]);
    expect(await ports.calendars.all()).toEqual([]);
  });

  test("is taken over the version and the policy of its first day", async () => {
    await addTo(ports.policies, "2027-03-10", { policy: policyWith(venue(8)) });
    await addTo(ports.calendars, "2027-03-10", { calendar: calendarOf("2027-03-17") });
    expect(movesIn(await calendarAhead("2027-03-16", "2027-03-09"))).toEqual([]);
    const later = await calendarAhead("2027-03-16", "2027-03-10");
    expect(movesIn(later)).toEqual([["venue", "2027-03-16", "2027-03-12"]]);
    expect(seen(later).changes.map(({ path }) => path)).toEqual(["2027-03-16"]);
  });

  test("is judged by what the register was imported with before the first version", async () => {
    const directory = { ...loaded.directory, policy: policyWith(venue(8)) };
    const moves = async (over: LoadedRegister["directory"]) =>
      movesIn(await calendarAhead("2027-03-17", undefined, { ...loaded, directory: over }));
    expect(await moves(directory)).toEqual([["venue", "2027-03-17", "2027-03-16"]]);
    expect(await moves({ ...directory, importedPolicy: defaultPolicy })).toEqual([]);
  });

  test("is refused for what is wrong", async () => {
    expect(refusals(await calendarAhead("2027-03-19", "2027-03-03"))).toEqual([["from", "in-the-past"]]);
    expect(refusals(await calendarAhead("2050-03-19"))).toEqual([["days.0.day", "invalid"]]);
  });
});

describe("the facts that a look ahead sees", () => {
  test("are those of a campaign that opens before the first day of the change", async () => {
    const { preview } = seen(await policyAhead({ scheduleDue: "02-03" }, "2027-12-05"));
    const of2028 = preview.moved.filter(({ campaign }) => campaign === 2028);
    expect(of2028.map(({ body, after }) => [body, after?.state])).toEqual([
      ["DP-1", "upcoming"],
      ["PB-1", "met"],
    ]);
  });

  test("are those of a campaign that opens before the last letter", async () => {
    ports.clock.moveTo(almaty("2027-11-28T10:00"));
    const itemsToCome = async () => seen(await policyAhead({})).preview.items.before;
    const withSchedule = await itemsToCome();
    await ports.dossiers.write("DP-1", factsOf2028({}));
    expect(withSchedule).toBeLessThan(await itemsToCome());
  });
});

describe("what was told until now", () => {
  const told = async (today = "2027-03-04") => {
    const copy = await toldUntilNow(loaded, day(today), ports);
    return [...copy()].map(([email, own]) => [email, [...own.values()].map(({ key }) => key.subject)]);
  };
  const tell = (scope: string, year: number, recipientKey: string, subject: string, n = 0) => {
    const { items } = queuedLetter(scope, recipientKey, n);
    const own = items.map((item) => ({ ...item, subject }));
    return ports.ledger.create(queuedLetter(scope, recipientKey, n, { year, items: own, closed: [], state: "sent" }));
  };

  test("is read of each present contact, in all scopes, from the year in which the first campaign opened", async () => {
    await tell("DP-1", 2023, "officer@pb-1.example", "first");
    await tell("MIA", 2026, "officer@pb-1.example", "other scope");
    await tell("DP-1", 2027, "officer@pb-1.example", "this year");
    await tell("DP-1", 2027, "gone@pb-1.example", "gone");
    expect(await told()).toContainEqual(["officer@pb-1.example", ["first", "other scope", "this year"]]);
    expect((await told()).map(([email]) => email).toSorted()).toEqual([
      ...["apex@mia.example", "head@dp-1.example", "head@pb-1.example", "officer@dp-1.example"],
      ...["officer@pb-1.example", "staff@mia.example"],
    ]);
    expect(await told("2026-12-31")).toContainEqual(["officer@pb-1.example", ["first", "other scope"]]);
  });

  test("is a new copy each time, which whoever looks ahead may add to", async () => {
    await tell("DP-1", 2027, "officer@pb-1.example", "this year");
    const copy = await toldUntilNow(loaded, day("2027-03-04"), ports);
    copy().get("officer@pb-1.example")?.clear();
    expect(copy().get("officer@pb-1.example")?.size).toBe(1);
  });

  test("is not written again in the letters to come", async () => {
    const fresh = seen(await policyAhead({})).preview.items;
    // The department's report has a first reminder on the tenth.
    const items = queuedLetter("DP-1", "", 0).items.map((item) => ({ ...item, stage: "target-21" }));
    const slot = { day: day("2027-03-03"), time: "09:00" };
    for (const key of ["officer@dp-1.example", "head@dp-1.example"]) {
      await ports.ledger.create(queuedLetter("DP-1", key, 0, { items, closed: [], slot, state: "sent" }));
    }
    const known = seen(await policyAhead({})).preview.items;
    expect([known.before, known.after]).toEqual([fresh.before - 2, fresh.after - 2]);
  });
});
