import { describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { instant } from "../../core/calendar/zone.ts";
import { almaty } from "../support/memory/clocks.ts";
import { apiAt, inMemory, read } from "./support/api.ts";

const at = async () => apiAt("2027-03-19T10:00", await inMemory());
const policyInput = { change: { part: { noticeDays: 12 } }, from: "2027-04-01", reason: "Указание 19" };
const calendarInput = {
  change: { days: [{ day: "2027-05-08", kind: "extra_workday", ru: "Перенос", kk: "Ауыстыру" }] },
  ...{ from: "2027-04-01", reason: "Приказ" },
};

describe.each([
  ["/policy", policyInput, { path: "noticeDays", before: 10, after: 12 }],
  ["/calendar", calendarInput, { path: "2027-05-08", after: { kind: "extra_workday", kk: "Ауыстыру", ru: "Перенос" } }],
] as const)("%s", (path, input, change) => {
  test("previews without writing, applies, and lists who did it when and why with before and after", async () => {
    const { ask } = await at();
    const preview = await read(
      ask(`${path}/preview`, { as: "admin", body: { change: input.change, from: input.from } }),
    );
    expect(preview).toMatchObject({ from: "2027-04-01", changes: [change] });
    expect(await read(ask(`${path}/versions`))).toMatchObject({ items: [] });
    const applied = await ask(path, { as: "admin", body: input });
    expect([applied.status, applied.headers.get("etag"), await applied.json()]).toEqual([
      ...[200, '"1"', { number: 1, from: "2027-04-01", reason: input.reason }],
    ]);
    const { items } = await read(ask(`${path}/versions`));
    expect(items).toMatchObject([{ number: 1, by: { id: "user:Айгерим", name: "Айгерим" }, changes: [change] }]);
  });

  test("takes a version over what was seen, or over anything when nothing is named", async () => {
    const { ask } = await at();
    const seen = (await ask(path)).headers.get("etag") ?? "";
    expect(seen).toBe('"0"');
    expect((await ask(path, { as: "admin", body: input, headers: { "if-match": seen } })).status).toBe(200);
    const late = await ask(path, {
      as: "admin",
      body: { ...input, change: { former: 0 } },
      headers: { "if-match": seen },
    });
    expect([late.status, await late.json()]).toMatchObject([412, { code: "changed", version: 1 }]);
    expect((await ask(path, { as: "admin", body: { ...input, change: { former: 0 } } })).status).toBe(200);
    expect((await read(ask(`${path}/versions`))).items).toHaveLength(2);
  });

  test("the same key gives the same version, and never another", async () => {
    const { ask } = await at();
    const headers = { "idempotency-key": "k-1" };
    const answers = [
      await ask(path, { as: "admin", body: input, headers }),
      await ask(path, { as: "admin", body: input, headers }),
    ];
    expect(await Promise.all(answers.map(read))).toEqual([
      { number: 1, from: "2027-04-01", reason: input.reason },
      { number: 1, from: "2027-04-01", reason: input.reason },
    ]);
    const other = await ask(path, { as: "admin", body: { ...input, reason: "Другое" }, headers });
    expect([other.status, (await read(other)).code]).toEqual([422, "key-reused"]);
  });

  test("six administrators at once are all heard, one after the other", async () => {
    const { ask, policies, calendars } = await at();
    const bodies = Array.from({ length: 6 }, (_, index) => ({
      ...input,
      change:
        path === "/policy"
          ? { part: { decisionDays: 31 + index } }
          : { days: [{ ...calendarInput.change.days[0], day: `2027-06-${String(index + 10)}` }] },
    }));
    const answers = await Promise.all(bodies.map((body) => ask(path, { as: "admin", body })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await (path === "/policy" ? policies : calendars).all()).toHaveLength(6);
  });

  test.each([
    [{ ...input, from: "2027-03-18" }, "body.from", "in-the-past"],
    [{ ...input, change: { former: 7 } }, "body.change.former", "unknown-version"],
    [{ ...input, reason: "" }, "body.reason", "invalid"],
    [{ ...input, change: { former: 0 } }, "body.change", "nothing-to-change"],
  ])("refuses %j", async (body, where, rule) => {
    const { ask } = await at();
    const answer = await ask(path, { as: "admin", body });
    expect([answer.status, (await read(answer)).issues]).toMatchObject([422, [{ path: where, rule }]]);
  });
});

test.each([
  [{ noticeDay: 12 }, "body.change.noticeDay", "unknown-field"],
  [{ carefulDays: { notice: -1 } }, "body.change.carefulDays.notice", "invalid"],
  [{ decisionDays: 1001 }, "body.change.decisionDays", "too-large"],
  [{ slots: ["08:00"] }, "body.change.slots", "deployment"],
  [{ zone: "Asia/Aqtau" }, "body.change.zone", "deployment"],
  [
    { ladder: { report: { stages: [{ at: "soon", to: ["officer"] }] } } },
    "body.change.ladder.report.stages.0.at",
    "invalid",
  ],
])("a part that is none of the policy is refused with its path: %j", async (part, where, rule) => {
  const { ask } = await at();
  for (const path of ["/policy", "/policy/preview"]) {
    const body = { change: { part }, from: "2027-04-01", ...(path === "/policy" && { reason: "Указание" }) };
    const answer = await ask(path, { as: "admin", body });
    expect([answer.status, (await read(answer)).issues]).toMatchObject([422, [{ path: where, rule }]]);
  }
});

describe("what is held", () => {
  const brake = {
    ...{ version: 1, bodies: 2, of: 2, stopped: null, released: null },
    ...{ slot: { day: day("2027-03-18"), time: "18:00" }, until: { day: day("2027-03-25"), time: "09:00" } },
  };
  const key = "mZ6oD6Dkq0zS1l1pVb3u2A";

  test("a brake is listed, stopped, released, and holds nothing then", async () => {
    const { ask, log, audit } = await at();
    await log.setBrake("DP-1", null, brake);
    expect(await read(ask("/brakes", { as: "admin" }))).toMatchObject({
      items: [{ scope: "DP-1", holds: true, bodies: 2 }],
    });
    const body = { reason: "Проверяем импорт" };
    const stopped = await ask("/brakes/DP-1/stop", { as: "admin", body, headers: { "if-match": '"1"' } });
    expect(await read(stopped)).toMatchObject({ version: 2, holds: true, stopped: { by: "user:Айгерим" } });
    const late = await ask("/brakes/DP-1/release", { as: "admin", body, headers: { "if-match": '"1"' } });
    expect([late.status, (await read(late)).version]).toEqual([412, 2]);
    const twice = await ask("/brakes/DP-1/stop", { as: "admin", body });
    expect([twice.status, (await read(twice)).issues[0].rule]).toEqual([422, "nothing-to-change"]);
    expect(await read(ask("/brakes/DP-1/release", { as: "admin", body }))).toMatchObject({ version: 3, holds: false });
    const gone = await ask("/brakes/DP-1/stop", { as: "admin", body });
    expect([gone.status, (await read(gone)).issues[0].rule]).toEqual([422, "no-brake"]);
    expect(await audit.entries("brake:DP-1")).toHaveLength(2);
    const told = await read(ask("/audit/brake:DP-1", { as: "admin" }));
    expect(told).toMatchObject({
      ...{ chain: { kind: "intact", entries: 2 } },
      items: [{ command: "stop-brake", reason: "Проверяем импорт" }, { command: "release-brake" }],
    });
    expect((await ask("/audit/brake:DP-1", { as: "staff@DP-1" })).status).toBe(403);
    expect((await ask("/audit/brake:DP-2", { as: "admin" })).status).toBe(200);
  });

  test("decisions stand in the audit under the calendar's day, which a demo may have moved", async () => {
    const { ask, log, audit, outOfUse, clock } = await at();
    await log.setBrake("DP-1", null, brake);
    await outOfUse.mark({ recipientKey: key, at: instant(1), letter: `DP-1/2027/${key}/0`, reason: "550" });
    clock.moveTo(almaty("2027-03-18T20:00"));
    const body = { reason: "Проверяем" };
    await ask("/brakes/DP-1/stop", { as: "admin", body });
    await ask(`/addresses/out-of-use/${key}/clear`, { as: "admin", body });
    for (const record of ["brake:DP-1", `address:${key}`]) {
      const [filed] = await audit.entries(record);
      expect(JSON.parse(filed?.text ?? "{}")).toMatchObject({ day: "2027-03-18" });
    }
  });

  test("a decision sent again gives the same, and the key serves no other", async () => {
    const { ask, log } = await at();
    await log.setBrake("DP-1", null, brake);
    const headers = { "idempotency-key": "k-1" };
    for (let time = 0; time < 2; time++) {
      const answer = await ask("/brakes/DP-1/stop", { as: "admin", body: { reason: "Проверяем" }, headers });
      expect(await read(answer)).toMatchObject({ version: 2 });
    }
    const other = await ask("/brakes/DP-1/stop", { as: "admin", body: { reason: "Другое" }, headers });
    expect([other.status, (await read(other)).code]).toEqual([422, "key-reused"]);
  });

  test("an address out of use is listed with who it is, and cleared once", async () => {
    const { ask, outOfUse } = await at();
    const mark = { recipientKey: key, at: instant(1), letter: `DP-1/2027/${key}/0`, reason: "550" };
    await outOfUse.mark(mark);
    const listed = await read(ask("/addresses/out-of-use", { as: "admin" }));
    expect(listed.items).toEqual([{ ...mark, contact: null }]);
    const body = { reason: "Ящик освобожден" };
    expect((await ask(`/addresses/out-of-use/${key}/clear`, { as: "admin", body })).status).toBe(200);
    const again = await ask(`/addresses/out-of-use/${key}/clear`, { as: "admin", body });
    expect([again.status, (await read(again)).issues[0].rule]).toEqual([422, "not-marked"]);
    const told = await read(ask(`/audit/address:${key}`, { as: "admin" }));
    expect(told).toMatchObject({
      chain: { kind: "intact" },
      items: [{ command: "clear-address", reason: body.reason }],
    });
    expect((await ask(`/audit/address:${key}`, { as: "staff@MIA" })).status).toBe(403);
  });
});

test("a preview that reaches into the next campaign sees what is recorded of it", async () => {
  const { ask } = apiAt("2027-11-20T10:00", await inMemory());
  const letters = async (): Promise<number> => {
    const change = { part: { noticeDays: 12 } };
    return (await read(ask("/policy/preview", { as: "admin", body: { change } }))).letters.before;
  };
  const before = await letters();
  const record = (command: string, body: unknown) =>
    ask(`/dossiers/PB-1/2028/commands/${command}`, { as: "staff@PB-1", body });
  const place = { ru: "Дом культуры", kk: "Мәдениет үйі" };
  expect((await record("plan-meeting", { date: "2028-03-16", startsAt: "15:00", place })).status).toBe(200);
  expect((await record("approve-schedule", { approvedOn: "2027-11-19" })).status).toBe(200);
  // Nobody need remind of the schedule in January.
  expect(await letters()).toBeLessThan(before);
});
