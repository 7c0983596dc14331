import { beforeEach, describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import type { LetterState } from "../../core/escalation/ledger.ts";
import type { Slot } from "../../core/escalation/letter.ts";
import type { NoticeContent } from "../../core/escalation/notice.ts";
import { headsText, type WeeklyLetter } from "../../core/escalation/weekly.ts";
import { type LoadedRegister, loadRegister } from "../../core/use-cases/assess/assess.ts";
import type { TellPorts } from "../../core/use-cases/reports/tell-ministry.ts";
import { tellOfWeek, type WeeklyTerms, weeklySlot } from "../../core/use-cases/reports/weekly.ts";
import { sha256 } from "../../functions/hash.ts";
import { queuedLetter } from "../support/delivery/entries.ts";
import type { World } from "../support/delivery/world.ts";
import { head, noticesOf, staff, sweepOf, tellingWorld, weekSaid } from "./support/telling.ts";

const at = (on: string, time: string): Slot => ({ day: day(on), time });
const monday = at("2027-03-29", "09:00");

let world: World;
let ports: TellPorts;
let said: NoticeContent[];
let loaded: LoadedRegister;
beforeEach(async () => {
  ({ world, ports, said } = await tellingWorld("2027-03-29T09:00"));
  loaded = (await loadRegister(ports.register, ({ scopes }) => scopes)) ?? expect.fail("there is no register");
});

/** Tells of a week and gives what was said. */
async function told(terms: Partial<WeeklyTerms> = {}, more: Partial<TellPorts> = {}): Promise<WeeklyLetter> {
  await tellOfWeek({ loaded, slot: monday, isOutOfUse: () => false, ...terms }, { ...ports, ...more });
  return weekSaid(said);
}

describe("the figures of the weekly letter", () => {
  const swept = async (slot: Slot, met: number, overdue: number, scopes = ["MIA", "DP-1"]) => {
    for (const scope of scopes) {
      const findings = scope === "DP-1" ? { report: { met, overdue } } : {};
      await world.ports.log.record(sweepOf(scope, slot, { findings }));
    }
  };
  const figures = ({ now, before }: WeeklyLetter) =>
    [now, before].map((one) => one && [one.slot, one.states.met, one.states.overdue, one.states.late, one.rate]);

  test("are those of the last slot before that all scopes were swept in, and of the same a week earlier", async () => {
    await swept(monday, 9, 1);
    await swept(at("2027-03-28", "21:00"), 3, 1);
    await swept(at("2027-03-28", "18:00"), 5, 5);
    await swept(at("2027-03-21", "21:00"), 1, 1);
    expect(figures(await told())).toEqual([
      [at("2027-03-28", "21:00"), 3, 1, 0, 0.75],
      [at("2027-03-21", "21:00"), 1, 1, 0, 0.5],
    ]);
  });

  test("are those of a slot before it where a scope was not swept; nothing is said of the week before then", async () => {
    await swept(at("2027-03-28", "21:00"), 3, 1, ["MIA"]);
    await swept(at("2027-03-28", "18:00"), 5, 5);
    await swept(at("2027-03-21", "21:00"), 1, 1);
    expect(figures(await told())).toEqual([[at("2027-03-28", "18:00"), 5, 5, 0, 0.5], null]);
  });

  test("are none where no slot of the day before was swept in all scopes", async () => {
    await swept(at("2027-03-27", "21:00"), 3, 1);
    await swept(at("2027-03-28", "21:00"), 3, 1, ["DP-1"]);
    await swept(at("2027-03-21", "21:00"), 1, 1);
    expect(figures(await told())).toEqual([null, null]);
  });
});

describe("the letters that the weekly letter counts", () => {
  let letters = 0;
  const letter = async (scope: string, slot: Slot, state: LetterState) => {
    const year = Number(slot.day < day("2027-01-01") ? 2026 : 2027);
    await ports.ledger.create(queuedLetter(scope, `key-${++letters}`, 0, { slot, year, state }));
  };

  test("are those of all scopes from seven days before to its own slot", async () => {
    await letter("DP-1", at("2027-03-21", "21:00"), "failed");
    await letter("DP-1", at("2027-03-22", "09:00"), "sent");
    await letter("MIA", at("2027-03-28", "21:00"), "delivered");
    await letter("DP-1", at("2027-03-28", "21:00"), "queued");
    await letter("DP-1", monday, "held");
    const { letters: states, unanswered } = await told();
    expect([states, unanswered]).toEqual([{ sent: 1, delivered: 1, queued: 1 }, 2]);
  });

  test("lie in two years in the first week of a year", async () => {
    await letter("DP-1", at("2026-12-30", "09:00"), "sent");
    await letter("DP-1", at("2027-01-03", "09:00"), "sent");
    world.goTo("2027-01-05T09:00");
    const { letters: states, unanswered, week } = await told({ slot: at("2027-01-05", "09:00") });
    expect([states, unanswered, week]).toEqual([{ sent: 2 }, 2, day("2027-01-04")]);
  });
});

describe("the weekly letter says", () => {
  test("which bodies no e-mail reaches, and which have lost an address", async () => {
    const lost = await told({
      isOutOfUse: (email) => email === "head@pb-1.example" || email.endsWith("@dp-1.example"),
    });
    expect(lost.paper.map(({ ru }) => ru)).toEqual(["DP-1"]);
    expect(lost.outOfUse.map(({ ru }) => ru)).toEqual(["DP-1", "PB-1"]);
  });

  test("which versions of register, policy and calendar are in force, by number where one was applied", async () => {
    const { versions } = await told();
    expect(versions).toEqual({
      ...{ register: 1, policy: expect.stringMatching(/^[0-9a-f]+$/), calendar: expect.stringMatching(/^[0-9a-f]+$/) },
    });
    said.length = 0;
    const directory = { ...loaded.directory, version: 7, policyVersion: 3, calendarVersion: 2 };
    const terms = { loaded: { ...loaded, directory }, slot: at("2027-04-05", "09:00") };
    expect((await told(terms)).versions).toEqual({
      ...{ register: 7, policy: `№ 3 (${versions.policy})`, calendar: `№ 2 (${versions.calendar})` },
    });
  });

  test("the newest entry of each record, by name", async () => {
    const heads = ["grants:b", "dossier:PB-1:2027", "grants:a"].map((record) => ({ ...head, record }));
    const { heads: sorted, digest } = await told({}, { chainHeads: async () => heads });
    expect(sorted.map(({ record }) => record)).toEqual(["dossier:PB-1:2027", "grants:a", "grants:b"]);
    expect(digest).toBe(sha256(headsText(sorted)));
  });
});

test("the weekly letter is not due before the week's first working day", async () => {
  await tellOfWeek({ loaded, slot: at("2027-03-22", "09:00"), isOutOfUse: () => false }, ports);
  expect(said).toEqual([]);
});

test("a calendar that fails otherwise than by a year that it lacks is not taken for one that does", () => {
  const failing = () => {
    throw new TypeError("broken");
  };
  expect(() => weeklySlot(monday, ["09:00"], { ...ports.workdays, onOrAfter: failing })).toThrow(TypeError);
});

test("the weekly letter is worked out once for all, and not at all where everybody has theirs", async () => {
  let reads = 0;
  const chainHeads = async () => {
    reads++;
    return [head];
  };
  await told({}, { chainHeads });
  expect(reads).toBe(1);
  expect(said.map(({ recipient }) => recipient)).toEqual(
    staff.map((email) => ({ email, name: "staff", locales: ["ru"] })),
  );
  await told({ slot: at("2027-03-30", "18:00") }, { chainHeads });
  expect(reads).toBe(1);
  expect(noticesOf(world, "weekly").map(({ slot }) => slot)).toEqual([monday, monday]);
});
