import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { afterAll, describe, expect, it } from "vitest";
import { type Instant, instant } from "../../core/calendar/zone.ts";
import type { Clock } from "../../core/ports.ts";
import { dispatch } from "../../core/use-cases/letters/dispatch.ts";
import { sweep } from "../../core/use-cases/sweep/sweep.ts";
import { createSessions, SESSION_SECONDS } from "../../functions/web/sign-in/sessions.ts";
import { chaosFacts } from "../proof/chaos/campaign.ts";
import { apiOf, type Home, startLife } from "../proof/chaos/life.ts";
import { sweeping } from "../proof/chaos/orders.ts";
import { Browser } from "../sign-in/support/browser.ts";
import { facts, OFFICER, theLetter, waiting } from "../support/delivery/one-letter.ts";
import { createWorld, times, type World } from "../support/delivery/world.ts";
import { almaty } from "../support/memory/clocks.ts";
import { memorySessions } from "../support/memory/sessions.ts";
import { bundled } from "./support/programs.ts";

const HOUR = 60 * 60 * 1000;
/** The machine's clock is set back; the calendar is not touched. */
const setBack = ({ ports }: World, milliseconds: number): Clock => ({
  calendarNow: ports.clock.calendarNow,
  machineNow: () => instant(ports.clock.machineNow() - milliseconds),
});

describe("a machine's clock that is set back an hour", () => {
  it("lets nobody take a letter that somebody is sending", async () => {
    const world = await waiting();
    const letter = theLetter(world);
    const lease = { holder: "somebody", until: instant(world.ports.clock.machineNow() + times.lease * 1000) };
    await world.ports.ledger.advance(letter, { ...letter, state: "sending", attempts: 1, lease });
    const clock = setBack(world, HOUR);
    expect(await dispatch(letter, { ...world.ports, clock }, times)).toBe("waiting");
    expect(world.inbox(OFFICER)).toEqual([]);
  });

  it("has a letter of which nobody knows sent again no sooner than after its 15 minutes, and once", async () => {
    const world = await waiting();
    const letter = theLetter(world);
    const unknownSince = world.ports.clock.machineNow();
    await world.ports.ledger.advance(letter, { ...letter, state: "unknown", attempts: 1, unknownSince });
    const later = { ...world.ports, clock: setBack(world, HOUR) };
    for (let minutes = 0; minutes < 60 + 14; minutes += 14) {
      expect(await dispatch(letter, later, times)).toBe("waiting");
      world.ports.clock.pass(14 * 60);
    }
    world.ports.clock.pass(10 * 60);
    expect(await dispatch(letter, later, times)).toBe("sent");
    expect(await dispatch(letter, later, times)).toBe("nothing-to-do");
    expect(world.inbox(OFFICER)).toHaveLength(1);
  });

  it("ends no session, and makes none longer than the eight hours on that clock", async () => {
    let now = almaty("2027-03-19T09:00");
    const sessions = createSessions(memorySessions(), "https://esep.example");
    const app = new Hono()
      .post("/in", async (context) => {
        await sessions.start(context, { subject: "user:a", name: "А" }, now);
        return context.body(null);
      })
      .get("/", async (context) => context.json((await sessions.find(context, now)) !== null));
    const cookie = (await app.request("/in", { method: "POST" })).headers.get("set-cookie")?.split(";")[0] ?? "";
    const isIn = async (at: Instant): Promise<boolean> => {
      now = at;
      return (await (await app.request("/", { headers: { cookie } })).text()) === "true";
    };
    const began = now;
    expect(await isIn(instant(began - HOUR))).toBe(true);
    expect(await isIn(instant(began + SESSION_SECONDS * 1000 - 1))).toBe(true);
    expect(await isIn(instant(began + SESSION_SECONDS * 1000))).toBe(false);
  });
});

/** A calendar that passes midnight as soon as it was looked at so often. */
const passingMidnight = ({ ports }: World, looks: number): Clock => {
  let looked = 0;
  return {
    machineNow: ports.clock.machineNow,
    calendarNow: () => instant(ports.clock.calendarNow() + (looked++ < looks ? 0 : 60_000)),
  };
};

describe("midnight during a sweep", () => {
  const sweptAfter = async (looks: number) => {
    const world = await createWorld(facts, "2027-03-31T23:59");
    const report = await sweep("DP-1", { ...world.ports, clock: passingMidnight(world, looks) });
    return { slot: report?.slot, items: world.letters().map(({ slot, items }) => ({ slot, items })) };
  };

  it.each([1, 2, 3])("changes nothing after %i looks at the clock: it is the day on which it began", async (looks) => {
    const undisturbed = await sweptAfter(Number.POSITIVE_INFINITY);
    expect(undisturbed.items.length).toBeGreaterThan(0);
    expect(await sweptAfter(looks)).toEqual(undisturbed);
  });
});

describe("npm start", { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "esep-clock-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const port = 29_000 + (process.pid % 300) * 3;

  it("keeps people signed in and writes no letter twice when its machine is set back an hour", async () => {
    const home: Home = { program: await bundled("main", "clock"), directory: join(folder, "data"), port };
    writeFileSync(join(folder, "facts.json"), JSON.stringify(chaosFacts));
    const life = startLife(home, { now: "2027-03-16T18:00", facts: join(folder, "facts.json") });
    try {
      expect(await life.isUp, life.output()).toBe(true);
      const url = `http://127.0.0.1:${port}`;
      const browser = new Browser();
      const { url: form } = await browser.go(`${url}/sign-in?return=/me`);
      await browser.post(form, { user: "demo-admin" });
      const letters = async (): Promise<string> =>
        /(\d+) letters?/.exec(await (await fetch(`http://127.0.0.1:${port + 1}/`)).text())?.[0] ?? "";
      const before = await letters();
      expect(Number.parseInt(before, 10)).toBeGreaterThan(0);
      life.shiftClock(-HOUR);
      expect((await browser.go(`${url}/me`)).url.pathname).toBe("/me");
      await sweeping(await apiOf(life));
      expect(await letters()).toBe(before);
    } finally {
      await life.kill();
    }
  });
});
