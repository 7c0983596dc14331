import ICAL from "ical.js";
import { beforeEach, describe, expect, test } from "vitest";
import { Dossier } from "../../core/dossier/dossier.ts";
import { Locale } from "../../core/register/locale.ts";
import { seedGrants } from "../../core/use-cases/records/grants.ts";
import { dossierOf, heldOn } from "../core/support/facts.ts";
import { faultsOf } from "./support/html.ts";
import { hiddenIn, type Pages, pagesAt } from "./support/pages.ts";

let pages: Pages;
beforeEach(async () => {
  pages = await pagesAt("2027-03-10T10:00");
  await seedGrants([{ subject: "user:1", name: "Айгерим", grants: ["viewer@DP-1"] }], pages.grants);
  const planned = heldOn("2027-03-25", { status: "planned" });
  pages.dossiers.import("DP-1", Dossier.parse({ ...dossierOf([planned]), body: "PB-1" }));
});

/** Opens a feed and tells the path of its address. */
async function openFeed(body: string, as = "viewer@DP-1"): Promise<string> {
  const html = await (await pages.go("/feeds", { as, form: { body } })).text();
  return /\/feeds\/[\w-]+\.ics/.exec(html)?.[0] ?? "";
}
const read = (path: string) => pages.go(path, { as: null, lang: "ru" });

async function eventsAt(path: string): Promise<ICAL.Event[]> {
  const calendar = new ICAL.Component(ICAL.parse(await (await read(path)).text()));
  return calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
}

describe("a calendar at an unguessable address", () => {
  test("holds meetings and due days of the body and those under it, and needs no session", async () => {
    const path = await openFeed("DP-1");
    expect(path).toMatch(/^\/feeds\/[\w-]{64,}\.ics$/);
    const answer = await read(path);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
    const events = await eventsAt(path);
    const meeting = events.find(({ summary }) => summary.startsWith("Отчетная встреча"));
    expect(meeting?.startDate.toString()).toBe("2027-03-25T10:00:00Z");
    expect(events.filter(({ startDate }) => startDate.isDate).length).toBeGreaterThan(3);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });

  test("shows only what its owner may read now: with the grant goes the calendar", async () => {
    const path = await openFeed("PB-1");
    expect((await read(path)).status).toBe(200);
    const stored = await pages.grants.read("user:1");
    const data = JSON.stringify({ subject: "user:1", name: "Айгерим", grants: ["viewer@DP-2"] });
    await pages.grants.put("user:1", stored, { version: 2, format: 1, data, newest: null });
    expect((await read(path)).status).toBe(404);
  });

  test("is closed for ever by its owner, and by nobody else", async () => {
    const path = await openFeed("DP-1");
    const html = await (await pages.go("/feeds", { as: "viewer@DP-1" })).text();
    const key = /name="key" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? "";
    expect((await pages.go("/feeds/revoke", { as: "viewer@DP-1", form: { key: "another" } })).status).toBe(404);
    expect((await read(path)).status).toBe(200);
    expect((await pages.go("/feeds/revoke", { as: "viewer@DP-1", form: { key } })).status).toBe(303);
    expect((await read(path)).status).toBe(404);
  });

  test("is kept by its hash only: whoever reads the store cannot read a calendar", async () => {
    const token = /\/feeds\/(.+)\.ics/.exec(await openFeed("DP-1"))?.[1] ?? "";
    const all = JSON.stringify(await pages.feeds.all());
    expect(token).not.toBe("");
    expect(all).not.toContain(token);
  });

  test("is not made of a body that one may not read, and what was typed stays", async () => {
    const answer = await pages.go("/feeds", { as: "viewer@DP-1", form: { body: "DP-2 Чужой" } });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('value="DP-2 Чужой"');
  });

  test("is opened once however often its form arrives, and the history does not give its address away", async () => {
    const hidden = hiddenIn(await (await pages.go("/feeds", { as: "viewer@DP-1" })).text());
    const form = { ...hidden, body: "DP-1" };
    const addresses = await Promise.all(
      [1, 2].map(async () =>
        /\/feeds\/[\w-]+\.ics/.exec(await (await pages.go("/feeds", { as: "viewer@DP-1", form })).text()),
      ),
    );
    expect(addresses[0]?.[0]).toBe(addresses[1]?.[0]);
    const all = await pages.feeds.all();
    expect(all).toHaveLength(1);
    expect(JSON.stringify(all)).not.toContain(hidden["secret"]);
  });

  test("is found at no other address", async () => {
    for (const path of ["/feeds/0123456789abcdef.ics", "/feeds/x.ics", "/feeds/..%2f.ics"]) {
      expect([404, 303]).toContain((await read(path)).status);
    }
  });
});

test.each(Locale.options)("the page of one's own calendars is sound in %s", async (lang) => {
  for (const form of [undefined, { body: "DP-1" }, { body: "none" }]) {
    const html = await (await pages.go("/feeds", { as: "viewer@DP-1", lang, ...(form && { form }) })).text();
    expect(faultsOf(html)).toEqual([]);
    expect(html).not.toMatch(/undefined|NaN|\[object/);
  }
});
