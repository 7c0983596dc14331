import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import type { FactsText } from "../../core/dossier/facts.ts";
import { demoFacts } from "../../local/demo/facts.ts";
import { hostileFacts } from "./support/facts.ts";
import { createSite, type Site } from "./support/site.ts";

type Meeting = FactsText["dossiers"][number]["meetings"][number];

const place = { ru: "Дом культуры", kk: "Мәдениет үйі" };
const planned: Meeting = {
  ...{ id: "m1", date: "2027-03-25", startsAt: "15:00", place, status: "planned", appeals: [] },
  notices: [
    {
      ...{ publishedOn: "2027-03-10", channel: "web", outlet: "Өңір хабарлары", url: "https://news.example/1" },
      announces: { date: "2027-03-25", startsAt: "15:00", place: place.ru, schedule: true, questions: true },
    },
  ],
};

const siteOf = (meeting: Meeting, name = "Отдел полиции"): Promise<Site> => {
  const { bodies, dossiers } = hostileFacts();
  const [dossier] = dossiers;
  if (!dossier) throw new Error("no dossier");
  return createSite({
    bodies: bodies.map((body) => ({ ...body, name: { ru: name, kk: name } })),
    dossiers: [{ ...dossier, meetings: [meeting] }],
  });
};

async function eventsOf(site: Site, query = "?lang=ru"): Promise<ICAL.Event[]> {
  const response = await site.app.request(`/schedule.ics${query}`);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const text = await response.text();
  expect(text).not.toContain("VTIMEZONE");
  const component = new ICAL.Component(ICAL.parse(text));
  return component.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
}

const propertyOf = (event: ICAL.Event | undefined, name: string): unknown =>
  event?.component.getFirstPropertyValue(name)?.valueOf();

describe("the calendar of the public schedule", () => {
  test("says of an announced meeting who, when, where, and where the notice about questions is", async () => {
    const [event, ...others] = await eventsOf(await siteOf(planned));
    expect(others).toEqual([]);
    expect(event?.startDate.toString()).toBe("2027-03-25T10:00:00Z");
    expect(event?.summary).toBe("Отчет перед населением: Отдел полиции");
    expect(event?.location).toBe("Дом культуры");
    expect(event?.description).toContain("Өңір хабарлары, 10.03.2027: https://news.example/1");
    expect(propertyOf(event, "status")).toBe("CONFIRMED");
  });

  test("tells no hour and no place that nobody has published", async () => {
    const [notice] = planned.notices;
    if (!notice) throw new Error("no notice");
    const notices = [{ ...notice, announces: { date: "2027-03-25" } }];
    const [event] = await eventsOf(await siteOf({ ...planned, notices }));
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.startDate.toString()).toBe("2027-03-25");
    expect([event?.location, event?.description]).toEqual([null, null]);
    expect(await eventsOf(await siteOf({ ...planned, notices: [] }))).toEqual([]);
  });

  test("cancels what was announced, under the same name and with a later number", async () => {
    const [before] = await eventsOf(await siteOf(planned));
    const cancelled = { ...planned, status: "cancelled" as const, cancelledOn: "2027-03-18" };
    const [after] = await eventsOf(await siteOf(cancelled));
    expect(propertyOf(after, "status")).toBe("CANCELLED");
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.POSITIVE_INFINITY);
    expect(await eventsOf(await siteOf({ ...cancelled, notices: [] }))).toEqual([]);
  });

  test("is the same text in an hour, and has the same names in every language", async () => {
    const site = await siteOf(planned);
    const text = await site.read("/schedule.ics?lang=kk");
    site.clock.pass(3600);
    expect(await site.read("/schedule.ics?lang=kk")).toBe(text);
    const [kk] = await eventsOf(site, "?lang=kk");
    expect(kk?.summary).toContain("Халық алдындағы есеп");
    expect((await eventsOf(site))[0]?.uid).toBe(kk?.uid);
  });

  test("holds all of the demo's meetings or those of one region, each once, and no contact", async () => {
    const site = await createSite(demoFacts());
    const all = await eventsOf(site);
    const [shown = ""] = /Встреч: (\d+)/.exec(await site.read("/schedule?past=yes&lang=ru")) ?? [];
    expect(all.filter((event) => propertyOf(event, "status") === "CONFIRMED")).toHaveLength(Number(shown.slice(8)));
    expect(new Set(all.map(({ uid }) => uid)).size).toBe(all.length);
    const region = await eventsOf(site, "?region=DP-10&lang=ru");
    expect(region.length).toBeGreaterThan(5);
    expect(region.length).toBeLessThan(all.length / 5);
    expect(await site.read("/schedule.ics")).not.toContain("@police.example");
    expect(await site.read("/schedule?region=DP-10&lang=ru")).toContain("/schedule.ics?region=DP-10&amp;lang=ru");
  });

  test("survives whatever people call their bodies", async () => {
    const letters = fc.constantFrom(...'АӘБҒҚҢӨҰҮҺІёж;,:\\"\n\r\t\u2028BEGIN:END\u0000😀 ');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: letters, minLength: 1, maxLength: 90 }), async (text) => {
        const name = `x${text}`;
        const events = await eventsOf(await siteOf(planned, name));
        expect(events).toHaveLength(1);
        const plain = name
          .replace(/[\p{Cc}\p{Zl}]/gu, " ")
          .replace(/\s+/g, " ")
          .trim();
        expect(events[0]?.summary).toBe(`Отчет перед населением: ${plain}`);
      }),
      { numRuns: 200 },
    );
  });
});
