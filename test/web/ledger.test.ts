import { beforeAll, describe, expect, test } from "vitest";
import { Facts } from "../../core/dossier/facts.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { createApp } from "../../functions/web/app.ts";
import { demoFacts } from "../../local/demo/facts.ts";
import { aLetter } from "../api/support/letter.ts";
import { departmentText, ministryText } from "../core/support/facts.ts";
import { type Pages, pagesAt } from "./support/pages.ts";
import { createSite, type Site } from "./support/site.ts";

const lettersIn = (html: string): number => html.match(/<th scope="row"><a href="\/letters\//g)?.length ?? 0;

let site: Site;

beforeAll(async () => {
  site = await createSite(demoFacts());
  await site.sweepAll();
});

describe("the list of letters", () => {
  test("counts all of them and shows a hundred at a time", async () => {
    const total = site.ledger.all().length;
    expect(total).toBeGreaterThan(100);
    const html = await site.read("/letters?lang=en");
    expect(html).toContain(`Letters found: ${total}`);
    expect(lettersIn(html)).toBe(100);
    const last = Math.ceil(total / 100);
    expect(lettersIn(await site.read(`/letters?page=${last}`))).toBe(total - (last - 1) * 100);
    expect(lettersIn(await site.read("/letters?page=9999"))).toBe(total - (last - 1) * 100);
  });

  test("is selected by scope, slot, state and year", async () => {
    const { bodies } = demoFacts();
    const isOwn = (id: string): boolean =>
      id === "DP-10" || bodies.some((one) => one.id === id && one.parent === "DP-10");
    const own = site.ledger.all().filter(({ items }) => items.some(({ body }) => isOwn(body))).length;
    expect(lettersIn(await site.read("/letters?scope=DP-10&slot=2027-03-19T09:00&state=queued"))).toBe(own);
    expect(await site.read("/letters?state=bounced&lang=en")).toContain("No letters match these conditions.");
    expect(await site.read("/letters?year=2026&lang=en")).toContain("No letters this year.");
  });

  test("can be asked of every year since the first campaign, since a clock that was set back may have written then", async () => {
    const html = await site.read("/letters?year=2025");
    const years = /<select id="filter-year".*?<\/select>/.exec(html)?.[0] ?? "";
    expect([...years.matchAll(/value="(\d+)"/g)].map(([, year]) => year)).toEqual(["2027", "2026", "2025", "2024"]);
    expect(years).toContain('value="2025" selected');
  });

  test("names recipients by the register, never by their key alone", async () => {
    expect(await site.read("/letters?scope=DP-10&lang=ru")).toContain("Демо: штаб (область Абай)");
  });
});

describe("the region of a letter", () => {
  let pages: Pages;
  const found = async (query: string) => {
    const html = await (await pages.go(`/letters?year=2027${query}`, { as: "staff@MIA" })).text();
    return [...html.matchAll(/href="\/letters\/([A-Z0-9-]+)\/2027/g)].map(([, scope]) => scope);
  };

  beforeAll(async () => {
    pages = await pagesAt("2027-03-19T10:00");
    const shared = { role: "officer", name: "А. Общая", email: "shared@police.example", locale: "kk" } as const;
    const departments = ["DP-1", "DP-2", "DP-3"].map((id) => ({ ...departmentText, id, contacts: [shared] }));
    const facts = Facts.parse({ bodies: [ministryText, ...departments], dossiers: [] });
    await pages.register.replace(facts.bodies, defaultPolicy);
  });

  test("is what it tells of, in whosesoever log it lies; of a letter that tells of no body it is the log's own", async () => {
    await pages.ledger.create(aLetter("DP-1", ["DP-2"]));
    await pages.ledger.create(aLetter("MIA", ["DP-1", "DP-2"]));
    await pages.ledger.create(aLetter("DP-3", []));
    expect(await found("&scope=DP-1")).toEqual(["MIA"]);
    expect((await found("&scope=DP-2")).sort()).toEqual(["DP-1", "MIA"]);
    expect(await found("&scope=DP-3")).toEqual(["DP-3"]);
    expect(await found("&scope=DP-9")).toEqual([]);
    expect(await found("")).toHaveLength(3);
  });

  test("is any where the ministry is asked for, as in the API: the filter says so, and offers it once", async () => {
    expect(await found("&scope=MIA")).toEqual(await found(""));
    const html = await (await pages.go("/letters?year=2027&scope=MIA&lang=en", { as: "staff@MIA" })).text();
    const choices = /<select id="filter-scope".*?<\/select>/.exec(html)?.[0] ?? "";
    expect(choices).toContain('<option value="">The ministry and all regions</option>');
    expect([...choices.matchAll(/value="([^"]+)"/g)].map(([, value]) => value)).toEqual(["DP-1", "DP-2", "DP-3"]);
  });

  test("is named, several are counted", async () => {
    const html = await (await pages.go("/letters?year=2027", { as: "staff@MIA" })).text();
    expect(html).toContain('<th scope="col">Region it is about</th>');
    expect(html).toContain("<td>2 regions</td>");
  });
});

describe("a letter's page", () => {
  test("shows subject, delivery and text, and frames the HTML part", async () => {
    const entry = site.ledger.all().find(({ level }) => level === "superior");
    const path = `/letters/${entry?.scope}/${entry?.year}/${entry?.recipientKey}/${entry?.n}`;
    const html = await site.read(`${path}?lang=ru`);
    expect(html).toMatch(/<h1>Есеп: /);
    expect(html).toContain("В очереди");
    expect(html).toContain(`<iframe class="frame" src="${path}/html"`);
    expect(html).toContain("<pre>");
    expect(await site.read(`${path}/html`)).toContain("Есеп");
  });

  test("says so when its text is no longer kept", async () => {
    const [entry] = site.ledger.all();
    const app = createApp({ ...site.deps, files: { get: async () => null } });
    const path = `/letters/${entry?.scope}/${entry?.year}/${entry?.recipientKey}/${entry?.n}`;
    expect(await (await app.request(`${path}?lang=en`)).text()).toContain("no longer kept");
    expect((await app.request(`${path}/html`)).status).toBe(404);
  });
});

describe("the sweep log", () => {
  test("shows each slot since the first, and one of them by scope", async () => {
    const facts = demoFacts();
    const bodies = facts.bodies.filter(({ kind }) => kind === "ministry" || kind === "department");
    const dossiers = facts.dossiers.filter(({ body }) => bodies.some(({ id }) => id === body));
    const site = await createSite({ bodies, dossiers }, { now: "2027-03-18T18:00" });
    expect(await site.read("/sweeps?lang=en")).toContain("There were no sweeps");
    await site.sweepAll();
    site.clock.pass(15 * 3600);
    await site.sweepAll();
    const html = await site.read("/sweeps?lang=en");
    expect(html.match(/href="\/sweeps\?slot=/g)).toHaveLength(3);
    expect(html).toContain("Did not run");
    expect(html).toContain("Sweep of 19 March 2027, 09:00 by region");
    expect(html.match(/<th scope="row">/g)).toHaveLength(3 + 21);
    expect(html).toContain("met or removed from control");
    expect(await site.read("/sweeps?slot=2027-03-18T18:00&lang=en")).toContain(
      "Sweep of 18 March 2027, 18:00 by region",
    );
  });
});
