import { describe, expect, test } from "vitest";
import { instant } from "../../../core/calendar/zone.ts";
import type { ClearableOutOfUse } from "../../support/delivery/deciding.ts";

/** A store whose marks a test can make unreadable. */
export interface DamageableOutOfUse extends ClearableOutOfUse {
  damage(recipientKey: string): Promise<unknown>;
}

const markOf = (recipientKey: string, at: number) => ({
  ...{ recipientKey, at: instant(at), letter: `DP-1/2027/${recipientKey}/0`, reason: "Permanent/NoEmail" },
});

/** What every store of addresses out of use does. `key` names an address that nobody else uses. */
export function outOfUseContract(store: () => DamageableOutOfUse, key: () => string): void {
  const marksOf = async (recipientKey: string) =>
    (await store().all()).filter((mark) => mark.recipientKey === recipientKey);

  describe("a store of addresses out of use", () => {
    test("gives every address that is out of use, with why and since when", async () => {
      const [one, other] = [markOf(key(), 1000), { ...markOf(key(), 2000), reason: null }];
      expect(await store().mark(one)).toBe("marked");
      expect(await store().mark(other)).toBe("marked");
      expect(await store().all()).toEqual(expect.arrayContaining([one, other]));
    });

    test("takes the same bounce twice, and a later one over it", async () => {
      const own = key();
      for (const at of [1000, 1000, 2000]) expect(await store().mark(markOf(own, at))).toBe("marked");
      expect(await marksOf(own)).toEqual([markOf(own, 2000)]);
    });

    test("forgets an address that was cleared, and says when there is nothing to clear", async () => {
      const own = key();
      expect(await store().clear(own, "user:1", instant(1000))).toBe("not-marked");
      await store().mark(markOf(own, 1000));
      expect(await store().clear(own, "user:1", instant(2000))).toBe("cleared");
      expect(await marksOf(own)).toEqual([]);
      expect(await store().clear(own, "user:1", instant(3000))).toBe("not-marked");
    });

    test("does not take a bounce of before the clearing, and takes one of after it", async () => {
      const own = key();
      await store().mark(markOf(own, 1000));
      await store().clear(own, "user:1", instant(2000));
      expect(await store().mark(markOf(own, 1500))).toBe("cleared-since");
      expect(await marksOf(own)).toEqual([]);
      expect(await store().mark(markOf(own, 2500))).toBe("marked");
      expect(await marksOf(own)).toEqual([markOf(own, 2500)]);
    });

    test("clears a bounce also when the mail service's clock is ahead", async () => {
      const own = key();
      await store().mark(markOf(own, 5000));
      expect(await store().clear(own, "user:1", instant(4000))).toBe("cleared");
      expect(await store().mark(markOf(own, 5000))).toBe("cleared-since");
      expect(await marksOf(own)).toEqual([]);
    });

    test("leaves out and names a mark that cannot be read, and the next bounce makes it whole", async () => {
      const mark = markOf(key(), 1000);
      const others = await store().all();
      await store().mark(mark);
      await store().damage(mark.recipientKey);
      expect(await store().all()).toEqual(others);
      const damaged = [{ recipientKey: mark.recipientKey, reason: expect.stringMatching(/^at: /) }];
      expect(await store().whole()).toEqual({ marks: others, damaged });
      expect(await store().mark(mark)).toBe("marked");
      expect(await store().whole()).toEqual({ marks: expect.arrayContaining([...others, mark]), damaged: [] });
    });
  });
}
