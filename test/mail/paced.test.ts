import { describe, expect, test } from "vitest";
import { instant } from "../../core/calendar/zone.ts";
import type { Mail, SendOutcome, SendQuota } from "../../core/ports.ts";
import { isSandbox } from "../../core/use-cases/letters/mail-quota.ts";
import { paced } from "../../functions/mail/paced.ts";

const mail: Mail = { recipient: "a@b.example", subject: "", mime: new Uint8Array() };
const id = { scope: "DP-1", year: 2027, recipientKey: "a", n: 0 };

/** A sender whose time stands still but for its waiting. */
function senderWith(quota: () => SendQuota | null, senders = 1) {
  let time = instant(0) as number;
  const sentAt: number[] = [];
  let reads = 0;
  const accept = async (): Promise<SendOutcome> => {
    sentAt.push(time);
    return { kind: "accepted", messageId: "m" };
  };
  const service = paced(
    { send: accept },
    {
      quota: async () => {
        reads++;
        return quota();
      },
      senders,
      now: () => time,
      wait: async (milliseconds) => {
        time += milliseconds;
      },
    },
  );
  const pass = (seconds: number): void => {
    time += seconds * 1000;
  };
  return { send: () => service.send(mail, id), sentAt, reads: () => reads, pass };
}

const account = (more: Partial<SendQuota> = {}): SendQuota => ({
  ...{ perDay: 50_000, perSecond: 14, sentLastDay: 0 },
  ...more,
});

describe("a paced sender", () => {
  test("sends no faster than its share of the account's rate", async () => {
    const sender = senderWith(() => account(), 2);
    for (let n = 0; n < 20; n++) await sender.send();
    const gaps = sender.sentAt.slice(1).map((at, index) => at - (sender.sentAt[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2000 / 14);
  });

  test("sends one a second in the sandbox, ten in less than a function's time", async () => {
    const sender = senderWith(() => account({ perDay: 200, perSecond: 1 }), 2);
    for (let n = 0; n < 10; n++) await sender.send();
    expect(sender.sentAt.at(-1)).toBeLessThan(30_000);
    expect(sender.sentAt.at(-1)).toBeGreaterThanOrEqual(18_000);
  });

  test("sends nothing once the day's quota is used up, and says so as the account's refusal", async () => {
    const sender = senderWith(() => account({ perDay: 200, sentLastDay: 198 }));
    const outcomes = [await sender.send(), await sender.send(), await sender.send()];
    expect(outcomes.map(({ kind }) => kind)).toEqual(["accepted", "accepted", "account-refused"]);
    expect(sender.sentAt).toHaveLength(2);
  });

  test("reads the quota once a minute, and goes on when it has changed", async () => {
    let quota = account({ sentLastDay: 50_000 });
    const sender = senderWith(() => quota);
    await sender.send();
    quota = account();
    expect(await sender.send()).toMatchObject({ kind: "account-refused" });
    expect(sender.reads()).toBe(1);
    sender.pass(61);
    expect(await sender.send()).toMatchObject({ kind: "accepted" });
    expect(sender.reads()).toBe(2);
  });

  test("keeps to what it knew, or to the slowest rate, when the quota cannot be read", async () => {
    const sender = senderWith(() => null);
    for (let n = 0; n < 3; n++) await sender.send();
    expect(sender.sentAt).toHaveLength(3);
    expect(sender.sentAt[1]).toBeGreaterThanOrEqual(1000);
  });
});

test("an account with 200 letters a day is in the sandbox", () => {
  expect(isSandbox(account({ perDay: 200 }))).toBe(true);
  expect(isSandbox(account({ perDay: 201 }))).toBe(false);
});
