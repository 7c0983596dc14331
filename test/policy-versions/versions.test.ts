import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CalendarChanges, createPresentWorkdays, workdaysWith } from "../../core/calendar/calendar-versions.ts";
import { day } from "../../core/calendar/day.ts";
import { createWorkdays, YearNotCovered } from "../../core/calendar/workdays.ts";
import { instant } from "../../core/calendar/zone.ts";
import { defaultPolicy, policyWith } from "../../core/order608/default-policy.ts";
import { inForceOn, refuseStart } from "../../core/order608/policy-versions.ts";
import { Body } from "../../core/register/body.ts";
import { calendarVersion } from "../../core/status/fingerprint.ts";
import { createRegisterStore } from "../../functions/dynamodb/register.ts";
import { createCalendarVersions, createPolicyVersions } from "../../functions/dynamodb/settings.ts";
import { registerInForce } from "../../functions/register-in-force.ts";
import { type Engines, startEngines } from "../../local/engines.ts";
import { departmentText, ministryText } from "../core/support/facts.ts";
import { clientsOf, variable } from "../local/support/engine-clients.ts";
import { almaty, memoryClock } from "../support/memory/clocks.ts";

let engines: Engines;
let database: DynamoDBDocumentClient;
let destroy: () => void;
let table: string;

beforeAll(async () => {
  engines = await startEngines();
  const clients = clientsOf(engines);
  destroy = clients.destroy;
  database = DynamoDBDocumentClient.from(clients.dynamodb);
  table = variable(engines, "REGISTER_TABLE");
});
afterAll(async () => {
  destroy();
  await engines.close();
});

describe("the version in force on a day", () => {
  const versions = [
    { number: 1, from: day("2027-03-01") },
    { number: 2, from: day("2027-05-01") },
    { number: 3, from: day("2027-04-01") },
    { number: 4, from: day("2027-05-01") },
  ];

  test.each([
    ["2027-02-28", null],
    ["2027-03-01", 1],
    ["2027-03-31", 1],
    ["2027-04-01", 3],
    ["2027-04-30", 3],
    ["2027-05-01", 4],
    ["2030-01-01", 4],
  ])("on %s is %s", (on, number) => {
    expect(inForceOn(versions, day(on))?.number ?? null).toBe(number);
  });

  test("never begins in the past", () => {
    const today = day("2027-03-19");
    expect(refuseStart(day("2027-03-18"), today)).toMatch(/lies in the past/);
    expect(refuseStart(today, today)).toBeNull();
  });
});

describe("changes of the calendar", () => {
  const change = (on: string, kind: string) => ({ day: on, kind, ru: "Перенос", kk: "Ауыстыру" });
  const changes = (...days: readonly object[]) => CalendarChanges.parse({ days });

  test("make working days off and days off worked, and take an entry away", () => {
    const { isWorking, entry } = workdaysWith(
      changes(
        change("2027-03-19", "extra_dayoff"),
        change("2027-03-20", "extra_workday"),
        change("2027-03-15", "plain"),
      ),
    );
    expect([isWorking(day("2027-03-19")), isWorking(day("2027-03-20")), isWorking(day("2027-03-15"))]).toEqual([
      ...[false, true, true],
    ]);
    expect(entry(day("2027-03-19"))).toMatchObject({ kind: "extra_dayoff", ru: "Перенос" });
    expect(entry(day("2027-03-15"))).toBeUndefined();
  });

  test("may cover a further year", () => {
    const further = CalendarChanges.parse({ coversTo: 2031, days: [change("2031-01-01", "holiday")] });
    expect(workdaysWith(further).addWorkingDays(day("2030-12-31"), 1)).toBe(day("2031-01-02"));
    expect(() => workdaysWith(changes()).isWorking(day("2031-01-02"))).toThrow(YearNotCovered);
  });

  test("name a day once, in a year that is covered", () => {
    const bad = {
      days: [change("2027-03-19", "dayoff"), change("2027-03-19", "plain"), change("2031-01-01", "dayoff")],
    };
    const { error } = CalendarChanges.safeParse(bad);
    expect(error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual([
      "days.1.day: stands there twice",
      "days.2.day: lies in a year that is not covered",
    ]);
  });

  test("without any, the calendar is the product's and has its name", () => {
    expect(calendarVersion(workdaysWith(changes()))).toBe(calendarVersion(createWorkdays()));
  });

  test("the calendar in force is named by its days, whoever asks through the same object", () => {
    const workdays = createPresentWorkdays();
    const first = calendarVersion(workdays);
    workdays.use(workdaysWith(changes(change("2027-03-19", "dayoff"))));
    expect(calendarVersion(workdays)).not.toBe(first);
    expect(workdays.isWorking(day("2027-03-19"))).toBe(false);
  });
});

const applied = (from: string) => ({
  ...{ from: day(from), by: "user:1", reason: "Приказ", appliedAt: instant(1000) },
});

describe("applied versions", () => {
  test("are only added, one after the other, and read by every process", async () => {
    const store = createPolicyVersions(database, table);
    const other = createPolicyVersions(database, table);
    expect(await store.all()).toEqual([]);
    const first = { ...applied("2027-04-01"), policy: policyWith({ noticeDays: 12 }) };
    expect(await store.add(first, 0)).toBe("added");
    expect(await other.add(first, 0)).toBe("changed");
    expect(await other.add({ ...first, from: day("2027-06-01"), policy: defaultPolicy }, 1)).toBe("added");
    expect((await store.all()).map(({ number, from, previous }) => [number, from, previous !== null])).toEqual([
      [1, day("2027-04-01"), false],
      [2, day("2027-06-01"), true],
    ]);
    expect(await other.all()).toEqual(await store.all());
  });

  test("of two that are added at once one is", async () => {
    const calendars = [createCalendarVersions(database, table), createCalendarVersions(database, table)];
    const version = (reason: string) => ({ ...applied("2027-04-01"), reason, calendar: { days: [] } });
    const outcomes = await Promise.all(calendars.map((store, index) => store.add(version(`${index}`), 0)));
    expect(outcomes.toSorted()).toEqual(["added", "changed"]);
  });

  test("that are not what was written are not read", async () => {
    const store = createPolicyVersions(database, table);
    const [first] = await store.all();
    const data = JSON.stringify({ ...first, from: "2027-04-01", reason: "Другое" });
    await database.send(
      new PutCommand({ TableName: table, Item: { scope: "#policy", id: "000001", format: 1, data } }),
    );
    await expect(createPolicyVersions(database, table).all()).rejects.toThrow(
      "#policy: version 2 does not follow what was applied before",
    );
  });
});

test("the directory carries policy and calendar in force on the day, and puts the calendar into use", async () => {
  const register = createRegisterStore(database, table);
  await register.replace(
    [ministryText, departmentText].map((text) => Body.parse(text)),
    defaultPolicy,
  );
  const clock = memoryClock(almaty("2027-03-31T23:00"));
  const workdays = createPresentWorkdays();
  const calendar = CalendarChanges.parse({ days: [{ day: "2027-04-02", kind: "dayoff", ru: "х", kk: "х" }] });
  const chain = { number: 1, previous: null };
  const policy = policyWith({ noticeDays: 12 });
  const settings = {
    policies: { all: async () => [{ ...chain, ...applied("2027-04-01"), policy }] },
    calendars: { all: async () => [{ ...chain, ...applied("2027-04-02"), calendar }] },
    ...{ clock, workdays },
  };
  const store = registerInForce(register, settings);
  expect(await store.directory()).toMatchObject({ policy: { noticeDays: defaultPolicy.noticeDays } });
  expect(await store.directory()).not.toHaveProperty("policyVersion");
  clock.pass(2 * 3600);
  expect(await store.directory()).toMatchObject({ policy, policyVersion: 1 });
  expect(workdays.isWorking(day("2027-04-02"))).toBe(true);
  clock.pass(24 * 3600);
  expect(await store.directory()).toMatchObject({ policyVersion: 1, calendarVersion: 1 });
  expect(workdays.isWorking(day("2027-04-02"))).toBe(false);
  const present = workdays.present();
  await store.directory();
  expect(workdays.present()).toBe(present);
});
