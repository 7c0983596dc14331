import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesBetween } from "../../core/audit/changes.ts";
import { Dossier } from "../../core/dossier/dossier.ts";
import { canonical } from "../../core/dossier/fact-path.ts";
import { Locale } from "../../core/register/locale.ts";
import { dossierBefore } from "../../functions/web/body/earlier.ts";
import { wordValue } from "../../functions/web/record/word-fact.ts";
import { campaign } from "../api/support/campaign.ts";
import { from, type Step } from "../commands/support/steps.ts";
import { dossierOf, fullNotice, heldOn, meetingOn, noticeOf } from "../core/support/facts.ts";
import { faultsOf } from "./support/html.ts";
import { pagesAt } from "./support/pages.ts";
import { recordingAt } from "./support/recording.ts";

const steps = campaign.map(
  ({ command, input, at, as }): Step => [
    command,
    input,
    at.replace("T", " "),
    as === undefined ? undefined : "superior",
  ],
);
const empty = Dossier.parse({ body: "PB-1", campaign: 2027, meetings: [], waivers: [] });
/** The dossier after each step of a whole campaign. */
const states = [empty];
for (const step of steps) states.push(from(states.at(-1) ?? empty, step));
const whole = states.at(-1) ?? empty;

/** Every single value of some JSON, with the field that holds it. */
function leaves(value: unknown, key = ""): [key: string, value: unknown][] {
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item, key));
  if (typeof value !== "object" || value === null) return [[key, value]];
  return Object.entries(value).flatMap(([name, part]) => leaves(part, name));
}

describe("a body's page", () => {
  test("leads to the bodies above it for those only who may open them", async () => {
    const pages = await pagesAt("2027-03-19T10:00");
    const link = 'href="/bodies/DP-1"';
    const seen = async (as: string) => (await (await pages.go("/bodies/PB-1", { as })).text()).includes(link);
    expect([await seen("staff@PB-1"), await seen("viewer@DP-1"), await seen("staff@MIA")]).toEqual([false, true, true]);
    expect((await pages.go("/bodies/DP-1", { as: "staff@PB-1" })).status).toBe(404);
  });

  for (const locale of Locale.options) {
    test(`shows everything that is recorded, in ${locale}`, async () => {
      const site = await recordingAt("2027-06-01T10:00", [Dossier.encode(whole)]);
      const html = await (await site.open("/bodies/PB-1?campaign=2027", { locale })).text();
      expect(faultsOf(html)).toEqual([]);
      const { meetings, schedule, waivers } = Dossier.encode(whole);
      const told = leaves({ schedule, waivers, meetings: meetings.filter(({ status }) => status === "held") });
      const names = new Set(["id", "ru", "kk", "status"]); // places are shown in one language
      for (const [key, value] of told.filter(([name]) => !names.has(name))) {
        expect([key, html.includes(wordValue(value, key, locale))]).toEqual([key, true]);
      }
    });
  }

  test("says which notices count", async () => {
    const notices = [fullNotice("2027-02-20", "2027-03-12"), noticeOf("2027-02-21", { date: "2027-03-13" })];
    const site = await recordingAt("2027-03-01T10:00", [dossierOf([meetingOn("2027-03-12", { notices })])]);
    const html = await (await site.open("/bodies/PB-1?campaign=2027")).text();
    expect(html.match(/>учитывается</g)).toHaveLength(1);
    expect(html.match(/>не учитывается: не совпадает/g)).toHaveLength(1);
  });

  test("marks what was recorded late, at the fact and at the finding that turns on it", async () => {
    const site = await recordingAt("2027-02-01T10:00");
    await site.send("/bodies/PB-1/record/approve-schedule?campaign=2027", { approvedOn: "2027-01-20" });
    const html = await (await site.open("/bodies/PB-1?campaign=2027")).text();
    expect(html).toContain("Сведения внесены с опозданием: График отчетов.");
    expect(html).toMatch(/<summary><strong>График отчетов<\/strong>.*?внесено с опозданием/);
  });

  test("offers forms to those only who may send them", async () => {
    const dossiers = [dossierOf([heldOn("2027-03-01")])];
    const site = await recordingAt("2027-03-10T10:00", dossiers);
    const linksFor = async (as: string | null) => {
      const html = await (await site.open("/bodies/PB-1?campaign=2027", { as })).text();
      return [...html.matchAll(/\/record\/([a-z-]+)/g)].map(([, command = ""]) => command);
    };
    expect(await linksFor("viewer@PB-1")).toEqual([]);
    const own = await linksFor("staff@PB-1");
    expect(own).toContain("draw-up-protocol");
    expect(own).toContain("correct");
    expect(own).not.toContain("waive");
    expect(await linksFor("staff@DP-1")).toContain("waive");
  });

  test("lets what has happened take the place of what a file dated in the future", async () => {
    const schedule = { approvedOn: "2027-01-25", number: "of the file" };
    const site = await recordingAt("2027-01-20T10:00", [dossierOf([], { schedule })]);
    const answer = await site.send("/bodies/PB-1/record/approve-schedule?campaign=2027", { number: "of today" });
    expect(answer.status).toBe(303);
    const { dossiers } = await site.records.load("DP-1", 2027);
    expect(dossiers[0]?.schedule?.number).toBe("of today");
  });
});

describe("the record before its newest change", () => {
  test("is found from what stands there now and what was changed, after every command", () => {
    for (const [index, before] of states.entries()) {
      const after = states[index + 1];
      if (!after) continue;
      const changes = changesBetween(Dossier.encode(before), Dossier.encode(after));
      const found = dossierBefore(after, changes);
      expect([steps[index]?.[0], found && sorted(found)]).toEqual([steps[index]?.[0], sorted(before)]);
    }
  });

  test("is found between any two states of a campaign", () => {
    const state = fc.nat(states.length - 1).map((index) => states[index] ?? empty);
    fc.assert(
      fc.property(state, state, (before, after) => {
        const found = dossierBefore(after, changesBetween(Dossier.encode(before), Dossier.encode(after)));
        expect(found && sorted(found)).toEqual(sorted(before));
      }),
      { numRuns: 200 },
    );
  });
});

/** Lists of named items in one order: what was taken out comes back at the end, which changes no finding. */
function sorted(dossier: Dossier): string {
  const order = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(order).sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, order(part)]));
  };
  return canonical(order(Dossier.encode(dossier)));
}
