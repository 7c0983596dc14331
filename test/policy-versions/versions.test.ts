import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { CalendarChanges, createPresentWorkdays } from "../../core/calendar/calendar-versions.ts";
import { day } from "../../core/calendar/day.ts";
import { instant } from "../../core/calendar/zone.ts";
import { defaultPolicy, policyWith } from "../../core/order608/default-policy.ts";
import { Body } from "../../core/register/body.ts";
import { createRegisterStore } from "../../functions/dynamodb/register.ts";
import { createCalendarVersions, createPolicyVersions } from "../../functions/dynamodb/settings.ts";
import { registerInForce } from "../../functions/register-in-force.ts";
import { departmentText, ministryText } from "../core/support/facts.ts";
import { variable } from "../local/support/engine-clients.ts";
import { useTables } from "../local/support/tables.ts";
import { almaty, memoryClock } from "../support/memory/clocks.ts";
import { memoryAudit } from "../support/memory/records.ts";

const tables = useTables();
let table: string;

beforeAll(() => {
  table = variable(tables.engines, "REGISTER_TABLE");
});

const TODAY = day("2027-03-20");
const applied = (from: string) => ({
  ...{ from: day(from), by: "user:1", reason: "Приказ", appliedAt: instant(1000) },
});

describe("applied versions", () => {
  test("are only added, one after the other, and read by every process", async () => {
    const store = createPolicyVersions(tables.database, table, memoryAudit());
    const other = createPolicyVersions(tables.database, table, memoryAudit());
    expect(await store.all()).toEqual([]);
    const first = { ...applied("2027-04-01"), policy: policyWith({ noticeDays: 12 }) };
    expect(await store.add(first, 0, TODAY)).toBe("added");
    expect(await other.add(first, 0, TODAY)).toBe("changed");
    expect(await other.add({ ...first, from: day("2027-06-01"), policy: defaultPolicy }, 1, TODAY)).toBe("added");
    expect((await store.all()).map(({ number, from, previous }) => [number, from, previous !== null])).toEqual([
      [1, day("2027-04-01"), false],
      [2, day("2027-06-01"), true],
    ]);
    expect(await other.all()).toEqual(await store.all());
  });

  test("of two that are added at once one is", async () => {
    const calendars = [
      createCalendarVersions(tables.database, table, memoryAudit()),
      createCalendarVersions(tables.database, table, memoryAudit()),
    ];
    const version = (reason: string) => ({ ...applied("2027-04-01"), reason, calendar: { days: [] } });
    const outcomes = await Promise.all(calendars.map((store, index) => store.add(version(`${index}`), 0, TODAY)));
    expect(outcomes.toSorted()).toEqual(["added", "changed"]);
  });

  test("that are not what was written are not read", async () => {
    const store = createPolicyVersions(tables.database, table, memoryAudit());
    const [first] = await store.all();
    const data = JSON.stringify({ ...first, from: "2027-04-01", reason: "Другое" });
    await tables.database.send(
      new PutCommand({ TableName: table, Item: { scope: "#policy", id: "000001", format: 1, data } }),
    );
    await expect(createPolicyVersions(tables.database, table, memoryAudit()).all()).rejects.toThrow(
      "#policy: version 2 does not follow what was applied before",
    );
  });
});

test("the directory carries policy and calendar in force on the day, and puts the calendar into use", async () => {
  const register = createRegisterStore(tables.database, table);
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
