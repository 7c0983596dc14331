import { expect, test } from "vitest";
import { instant } from "../../../core/calendar/zone.ts";
import type { WatchBook } from "../../../core/ports.ts";

/** What every book of the watch does. It is empty at first. */
export function watchBookContract(book: () => WatchBook): void {
  test("the watch's book is empty at first, and then says what was written last", async () => {
    expect(await book().read()).toEqual([]);
    const causes = [{ cause: "slot-missed 2027-04-01 09:00", since: instant(1), told: true }];
    await book().write(causes);
    expect(await book().read()).toEqual(causes);
    await book().write([]);
    expect(await book().read()).toEqual([]);
  });
}
