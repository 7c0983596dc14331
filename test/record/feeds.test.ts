import { beforeEach, describe, expect, test } from "vitest";
import { readHistory } from "../../core/audit/append.ts";
import { day } from "../../core/calendar/day.ts";
import { type FeedPorts, feedName, openFeed, readFeed, revokeFeed } from "../../core/use-cases/reports/feeds.ts";
import { sha256 } from "../../functions/hash.ts";
import { almaty, memoryClock } from "../support/memory/clocks.ts";
import { memoryGrants } from "../support/memory/grants.ts";
import { memoryAudit } from "../support/memory/records.ts";

const key = "f".repeat(64);
const owner = { id: "user:1", name: "Айгерим" };
// What else is known of who asks is nobody's business later.
const actor = { ...owner, grants: ["viewer@DP-1"] };
const other = { id: "user:2", name: "Болат" };
// In Almaty it is the twentieth already.
const clock = memoryClock(almaty("2027-03-20T00:30"));
let ports: FeedPorts;
beforeEach(() => {
  ports = { records: memoryGrants(), audit: memoryAudit(), hash: sha256, clock };
});

type Asked = Partial<Parameters<typeof openFeed>[0]>;
const open = (more: Asked = {}) =>
  openFeed({ key, actor, body: "DP-1", zone: "Asia/Almaty", request: "r1", ...more }, ports);
const revoke = (more: Asked = {}) => revokeFeed({ key, actor, zone: "Asia/Almaty", request: "r2", ...more }, ports);
const present = async () => readFeed(await ports.records.read(key));
const entries = async () => (await readHistory(key, feedName(key), ports)).entries;

describe("a calendar's address", () => {
  test("is opened of a body, by somebody, at a moment", async () => {
    expect(await open()).toMatchObject({ kind: "recorded" });
    expect(await present()).toStrictEqual({ body: "DP-1", by: owner, at: clock.machineNow() });
  });

  test("is opened once, however often that is asked for, and by nobody else", async () => {
    const first = await open();
    expect(await open()).toEqual(first);
    expect(await open({ actor: other })).toEqual({ kind: "other-request" });
    expect(await open({ request: "r3" })).toEqual({ kind: "exists" });
    expect(await entries()).toHaveLength(1);
  });

  test("is closed for ever, and what it was is still to be read", async () => {
    await open();
    const closed = await revoke({ actor: other });
    expect(closed).toMatchObject({ kind: "recorded" });
    const moment = clock.machineNow();
    expect(await present()).toStrictEqual({
      ...{ body: "DP-1", by: owner, at: moment, revoked: { by: other, at: moment } },
    });
    expect(await revoke({ actor: other })).toEqual(closed);
    expect(await revoke({ request: "r3" })).toEqual({ kind: "revoked" });
    expect(await open({ request: "r4" })).toEqual({ kind: "exists" });
  });

  test("is not closed by the request that opened it, nor where there is none", async () => {
    expect(await revoke()).toEqual({ kind: "unknown" });
    await open();
    expect(await revoke({ request: "r1" })).toEqual({ kind: "other-request" });
    expect((await present())?.revoked).toBeUndefined();
  });

  test("stands in the audit with who opened and who closed it, on the day in their zone", async () => {
    await open();
    await revoke({ actor: other });
    const told = { record: `feed:${key}`, day: day("2027-03-20"), at: clock.machineNow(), reason: null };
    expect(await entries()).toMatchObject([
      { ...told, by: owner, command: "open-feed", changes: [{ path: "opened", after: true }] },
      { ...told, by: other, command: "revoke-feed", changes: [{ path: "revoked", after: true }] },
    ]);
  });

  test("that cannot be read is none", async () => {
    await open();
    const stored = (await ports.records.read(key)) ?? expect.fail("there is no feed");
    expect(readFeed(stored)).not.toBeNull();
    const unreadable = [
      null,
      { ...stored, format: 2 },
      { ...stored, data: "{" },
      { ...stored, data: `{"body":"DP-1"}` },
    ];
    expect(unreadable.map(readFeed)).toEqual([null, null, null, null]);
  });
});
