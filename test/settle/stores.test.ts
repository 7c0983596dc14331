import { DynamoDBDocumentClient, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { instant } from "../../core/calendar/zone.ts";
import { type Brake, holdsAt } from "../../core/escalation/brake.ts";
import type { DeliveryEvent } from "../../core/escalation/delivery.ts";
import type { Ledger, SweepLog, WatchBook } from "../../core/ports.ts";
import type { SweepReport } from "../../core/status/sweep-report.ts";
import { createAuditLog } from "../../functions/dynamodb/audit.ts";
import { createClearings } from "../../functions/dynamodb/clearings.ts";
import { createLedger } from "../../functions/dynamodb/letters.ts";
import { createOutOfUseStore, OUT_OF_USE } from "../../functions/dynamodb/out-of-use.ts";
import { createSweepLog, STANDINGS } from "../../functions/dynamodb/sweep-log.ts";
import { createWatchBook } from "../../functions/dynamodb/watch-book.ts";
import { startEngines } from "../../local/engines.ts";
import { clientsOf, variable } from "../local/support/engine-clients.ts";
import { type ClearableOutOfUse, clearable } from "../support/delivery/deciding.ts";
import { leaseOf, queuedLetter } from "../support/delivery/entries.ts";
import { memoryLedger } from "../support/memory/ledger.ts";
import { memoryOutOfUse } from "../support/memory/out-of-use.ts";
import { memorySweepLog } from "../support/memory/sweep-log.ts";
import { memoryWatchBook } from "../support/memory/watch-book.ts";

interface Stores {
  readonly ledger: Ledger;
  readonly outOfUse: ClearableOutOfUse;
  readonly log: SweepLog;
  readonly book: WatchBook;
  /** Makes the mark of an address unreadable. */
  damageMark(recipientKey: string): Promise<unknown>;
  /** Makes a scope's brake unreadable, where brakes are stored as text. */
  damageBrake?(scope: string): Promise<unknown>;
  close(): Promise<void>;
}

async function inMemory(): Promise<Stores> {
  const outOfUse = memoryOutOfUse();
  return {
    ...{ ledger: memoryLedger(), outOfUse, log: memorySweepLog(), book: memoryWatchBook() },
    damageMark: async (key) => outOfUse.damage(key, "at: is not a number"),
    close: async () => {},
  };
}

async function embedded(): Promise<Stores> {
  const engines = await startEngines();
  const { dynamodb, destroy } = clientsOf(engines);
  const database = DynamoDBDocumentClient.from(dynamodb);
  return {
    ledger: createLedger(database, variable(engines, "LETTERS_TABLE")),
    outOfUse: clearable(
      createOutOfUseStore(database, variable(engines, "LETTERS_TABLE")),
      createClearings(database, variable(engines, "LETTERS_TABLE")),
      createAuditLog(database, variable(engines, "AUDIT_TABLE")),
    ),
    log: createSweepLog(database, variable(engines, "SWEEPS_TABLE")),
    book: createWatchBook(database, variable(engines, "SWEEPS_TABLE")),
    damageMark: (number) =>
      database.send(
        new PutCommand({
          TableName: variable(engines, "LETTERS_TABLE"),
          Item: { partition: OUT_OF_USE, number, at: "yesterday", letter: "", reason: null },
        }),
      ),
    damageBrake: (scope) =>
      database.send(
        new UpdateCommand({
          ...{ TableName: variable(engines, "SWEEPS_TABLE"), Key: { slot: STANDINGS, scope } },
          UpdateExpression: "SET brake.#data = :data",
          ExpressionAttributeNames: { "#data": "data" },
          ExpressionAttributeValues: { ":data": "{" },
        }),
      ),
    close: async () => {
      destroy();
      await engines.close();
    },
  };
}

const slot = (text: string) => ({ day: day(text.slice(0, 10)), time: text.slice(11) });

const report = (scope: string, at: string): SweepReport => ({
  ...{
    scope,
    slot: slot(at),
    bodies: 1,
    findings: {},
    written: 0,
    items: 0,
    levels: {},
    dropped: 0,
    braked: 2,
    held: {},
  },
  ...{ damaged: [], failed: [], contacts: [], complete: true, seconds: 1, registerVersion: 1 },
  ...{ at: instant(5), policyVersion: "a", calendarVersion: "b" },
});

const brake = (version: number, more: Partial<Brake> = {}): Brake => ({
  ...{ version, slot: slot("2027-04-07T18:00"), until: slot("2027-04-08T09:00"), bodies: 5, of: 9 },
  ...{ stopped: null, released: null },
  ...more,
});

describe.each([
  ["in memory", inMemory],
  ["over the embedded engine", embedded],
])("%s", (_, start) => {
  let stores: Stores;
  beforeAll(async () => {
    stores = await start();
  });
  afterAll(() => stores.close());

  test("a letter keeps what was said of it, and a step that has not seen all of it is refused", async () => {
    const { ledger } = stores;
    const said = (at: number): DeliveryEvent => ({ kind: "delay", at: instant(at), messageId: `m${at}`, detail: "x" });
    const letter = queuedLetter("DP-1", "a", 0, { state: "sent", attempts: 1 });
    await ledger.create(letter);
    const { attempts, lease, unknownSince, messageId, reason } = letter;
    const step = { state: "sent", attempts, lease, unknownSince, messageId, reason } as const;
    expect(await ledger.advance(letter, { ...step, events: [said(1)] })).toBe("advanced");
    expect(await ledger.advance(letter, { ...step, events: [said(2)] })).toBe("changed");
    const now = { ...letter, events: [said(1)] };
    expect(await ledger.get(letter)).toEqual(now);
    expect(await ledger.advance(now, { ...step, state: "delivered" })).toBe("advanced");
    expect(await ledger.get(letter)).toEqual({ ...now, state: "delivered" });
  });

  test("letters that are queued, being sent or unknown are found, and no others", async () => {
    const { ledger } = stores;
    const states = ["queued", "sending", "sent", "unknown", "delivered", "held"] as const;
    for (const [n, state] of states.entries()) {
      await ledger.create(queuedLetter("DP-2", "a", n, { state, lease: state === "sending" ? leaseOf("x") : null }));
    }
    const found = (await ledger.waiting("DP-2", 2027)).map(({ state }) => state);
    expect(found).toEqual(["queued", "sending", "unknown"]);
    expect(await ledger.waiting("DP-2", 2026)).toEqual([]);
  });

  test("an address is out of use until it is cleared, and again only by what happens after that", async () => {
    const { outOfUse } = stores;
    const mark = (at: number) => ({ recipientKey: "key", at: instant(at), letter: "DP-1/2027/key/0", reason: "why" });
    expect(await outOfUse.all()).toEqual([]);
    expect(await outOfUse.clear("key", "user:a", instant(1))).toBe("not-marked");
    expect(await outOfUse.mark(mark(10))).toBe("marked");
    expect(await outOfUse.mark(mark(10))).toBe("marked");
    expect(await outOfUse.all()).toEqual([mark(10)]);
    // The mail service's clock may be ahead of the administrator's.
    expect(await outOfUse.clear("key", "user:a", instant(5))).toBe("cleared");
    expect(await outOfUse.all()).toEqual([]);
    expect(await outOfUse.mark(mark(10))).toBe("cleared-since");
    expect(await outOfUse.mark(mark(11))).toBe("marked");
    expect(await outOfUse.all()).toEqual([mark(11)]);
    expect((await stores.ledger.log("DP-1", 2027)).some(({ recipientKey }) => recipientKey === "key")).toBe(false);
  });

  test("a mark that cannot be read is left out and named, and the next bounce makes it whole", async () => {
    const { outOfUse } = stores;
    const mark = { recipientKey: "torn", at: instant(20), letter: "DP-1/2027/torn/0", reason: null };
    const others = await outOfUse.all();
    await outOfUse.mark(mark);
    await stores.damageMark("torn");
    expect(await outOfUse.all()).toEqual(others);
    const damaged = [{ recipientKey: "torn", reason: expect.stringMatching(/^at: /) }];
    expect(await outOfUse.whole()).toEqual({ marks: others, damaged });
    expect(await outOfUse.mark(mark)).toBe("marked");
    expect(await outOfUse.whole()).toEqual({ marks: [...others, mark], damaged: [] });
  });

  test("a scope's first and last slot are known, and a late report of an earlier slot moves neither", async () => {
    const { log } = stores;
    for (const at of ["2027-04-01T18:00", "2027-04-02T09:00", "2027-04-01T21:00"]) await log.record(report("DP-1", at));
    expect(await log.standings()).toEqual([
      { scope: "DP-1", first: slot("2027-04-01T18:00"), last: slot("2027-04-02T09:00"), brake: null },
    ]);
    expect(await log.ofSlot(slot("2027-04-01T21:00"))).toEqual([report("DP-1", "2027-04-01T21:00")]);
  });

  test("a brake is changed only by who has seen it", async () => {
    const { log } = stores;
    expect(await log.setBrake("DP-1", null, brake(1))).toBe("set");
    expect(await log.setBrake("DP-1", null, brake(1))).toBe("changed");
    const stopped = brake(2, { stopped: { by: "user:a", at: instant(7) } });
    expect(await log.setBrake("DP-1", brake(1), stopped)).toBe("set");
    expect(await log.setBrake("DP-1", brake(1), brake(2))).toBe("changed");
    expect(await log.setBrake("DP-9", null, brake(1))).toBe("set");
    expect(await log.standings()).toEqual([
      { scope: "DP-1", first: slot("2027-04-01T18:00"), last: slot("2027-04-02T09:00"), brake: stopped },
      { scope: "DP-9", first: null, last: null, brake: brake(1) },
    ]);
  });

  test("a brake that cannot be read holds, hides no other scope, and whoever releases it counts on", async () => {
    const { log, damageBrake } = stores;
    if (!damageBrake) return;
    await log.setBrake("DP-7", null, brake(1));
    await damageBrake("DP-7");
    const known = (await log.standings()).find(({ scope }) => scope === "DP-7")?.brake ?? null;
    expect(holdsAt(known, slot("2029-01-01T09:00"))).toBe(true);
    expect((await log.standings()).find(({ scope }) => scope === "DP-9")?.brake).toEqual(brake(1));
    expect(await log.setBrake("DP-7", known, brake(2))).toBe("set");
    expect(await log.standings(["DP-7"])).toMatchObject([{ brake: brake(2) }]);
  });

  test("the watch's book is empty at first, and then says what was written last", async () => {
    const { book } = stores;
    expect(await book.read()).toEqual([]);
    const causes = [{ cause: "slot-missed 2027-04-01 09:00", since: instant(1), told: true }];
    await book.write(causes);
    expect(await book.read()).toEqual(causes);
    await book.write([]);
    expect(await book.read()).toEqual([]);
  });
});
