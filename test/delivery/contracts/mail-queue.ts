import { afterEach, describe, expect, test } from "vitest";
import type { LetterId } from "../../../core/escalation/ledger.ts";
import type { MailQueue } from "../../../core/ports.ts";

/** A message as its reader sees it. */
export interface MailWork {
  readonly body: unknown;
  delete(): Promise<void>;
}

/** Both ends of a mail queue that nobody else reads. */
export interface MailQueueEnds extends MailQueue {
  /** Everything that can be seen now; hidden for a second. */
  receive(): Promise<readonly MailWork[]>;
  /** Lets time go by. */
  pass(seconds: number): Promise<void>;
}

/** Longer than a second, by what the clock of a busy machine may be off. */
const LATER = 1.2;

/** What every mail queue does. */
export function mailQueueContract(queue: () => MailQueueEnds): void {
  describe("a mail queue", () => {
    let taken: MailWork[] = [];
    afterEach(async () => {
      for (const work of taken) await work.delete();
      taken = [];
    });
    const id = (n: number): LetterId => ({ scope: "DP-1", year: 2027, recipientKey: "a_b-c", n });
    const receive = async (): Promise<readonly unknown[]> => {
      const work = await queue().receive();
      taken.push(...work);
      return work.map(({ body }) => body);
    };

    test("hands out each letter's id and nothing else of it", async () => {
      const more = { ...id(0), state: "queued", items: [] };
      await queue().send([more, id(1)]);
      const received = await receive();
      expect(received).toHaveLength(2);
      expect(received).toEqual(expect.arrayContaining([id(0), id(1)]));
    });

    test("takes more letters than fit into one request, and none", async () => {
      await queue().send([]);
      const ids = Array.from({ length: 25 }, (_, n) => id(n));
      await queue().send(ids);
      const received = await receive();
      expect(received).toHaveLength(25);
      expect(received).toEqual(expect.arrayContaining(ids));
    });

    test("hands out again what was received and not deleted", async () => {
      await queue().send([id(1), id(2)]);
      await receive();
      await taken.find(({ body }) => JSON.stringify(body) === JSON.stringify(id(1)))?.delete();
      expect(await receive()).toEqual([]);
      await queue().pass(LATER);
      expect(await receive()).toEqual([id(2)]);
    });

    test("holds back what is delayed", async () => {
      await queue().send([id(1)], 0.5);
      expect(await receive()).toEqual([]);
      await queue().pass(LATER);
      expect(await receive()).toEqual([id(1)]);
    });

    test("takes a delay that is longer than the longest that there is", async () => {
      await queue().send([id(1)], 100_000);
      expect(await receive()).toEqual([]);
    });
  });
}
