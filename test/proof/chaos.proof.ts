import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleProgram } from "../../bench/bundle.ts";
import { letterPath } from "../../core/escalation/ledger.ts";
import { createRandom } from "../../local/demo/random.ts";
import { chaosFacts, moments } from "./chaos/campaign.ts";
import { type Remains, remainsOf } from "./chaos/remains.ts";
import { type Ran, runCampaign, type Work } from "./chaos/run.ts";

/** How often Esep is killed; CHAOS_SEED gives other moments. */
const KILLS = Number(process.env["CHAOS_KILLS"] ?? 100);
const random = createRandom(process.env["CHAOS_SEED"] ?? "chaos");

/** Of ten kills at a moment: most where letters are on their way. */
const shares: Readonly<Record<Work, number>> = { start: 4, write: 3, import: 1, sweep: 2 };

const folder = mkdtempSync(join(tmpdir(), "esep-chaos-"));
const program = fileURLToPath(new URL("../../node_modules/.cache/esep/chaos.mjs", import.meta.url));
const facts = join(folder, "facts.json");
const port = 24_000 + (process.pid % 300) * 6;
const homes = {
  calm: { program, directory: join(folder, "calm"), port },
  killed: { program, directory: join(folder, "killed"), port: port + 3 },
};

let ran: Ran;
let calm: Remains;
let killed: Remains;

beforeAll(async () => {
  await bundleProgram(fileURLToPath(new URL("../../local/main.ts", import.meta.url)), program);
  writeFileSync(facts, JSON.stringify(chaosFacts));
  const { took } = await runCampaign(homes.calm, facts);
  let left = KILLS;
  ran = await runCampaign(homes.killed, facts, {
    took,
    share: () => random.int(0, 1000) / 1000,
    kills: (work) => {
      const count = Math.min(left, Math.ceil((shares[work] * KILLS) / (moments.length * 10)));
      left -= count;
      return count;
    },
  });
  calm = await remainsOf(homes.calm.directory);
  killed = await remainsOf(homes.killed.directory);
  console.log(`Killed: ${[...ran.killed].map(([work, count]) => `${work} ${count}`).join(", ")}`);
}, 3_600_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe(`Esep, killed ${KILLS} times while it sweeps, sends, imports and records`, () => {
  test("was killed as often as said, in every kind of work", () => {
    expect([...ran.killed.values()].reduce((sum, count) => sum + count, 0)).toBe(KILLS);
    if (KILLS >= 10) expect([...ran.killed.keys()].sort()).toEqual(["import", "start", "sweep", "write"]);
  });

  test("has told the same as without a kill, nothing twice", () => {
    expect(calm.told.length).toBeGreaterThan(50);
    expect(killed.told).toEqual(calm.told);
    expect(new Set(killed.told).size).toBe(killed.told.length);
  });

  test("has the same facts as without a kill", () => {
    expect(killed.facts).toEqual(calm.facts);
  });

  test("has a whole audit in which every command and import stands once", () => {
    expect(killed.audit.filter((line) => line.includes("broken"))).toEqual([]);
    expect(killed.audit).toEqual(calm.audit);
  });

  test("has sent every letter, and one a second time only after nobody knew whether it had left", () => {
    const wrong = killed.letters.filter((letter) => {
      const times = killed.accepted.get(letterPath(letter)) ?? 0;
      return letter.state === "dropped" ? times > 0 : times < 1 || times > letter.attempts;
    });
    expect(wrong).toEqual([]);
    const again = killed.letters.filter(({ attempts }) => attempts > 1).map(letterPath);
    for (const path of again) expect(ran.output).toMatch(new RegExp(`letter-unknown.*${path}|${path}.*letter-unknown`));
    const repeats = [...killed.accepted.values()].reduce((sum, times) => sum + times - 1, 0);
    console.log(`Letters ${killed.letters.length}, became unknown ${again.length}, arrived twice ${repeats}`);
  });
});
