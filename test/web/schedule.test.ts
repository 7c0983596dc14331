import { describe, expect, test } from "vitest";
import type { FactsText } from "../../core/dossier/facts.ts";
import { demoFacts } from "../../local/demo/facts.ts";
import { hostileFacts } from "./support/facts.ts";
import { createSite } from "./support/site.ts";

type Meeting = FactsText["dossiers"][number]["meetings"][number];
type Notice = Meeting["notices"][number];

const place = { ru: "Дом культуры", kk: "Мәдениет үйі" };
const full = { date: "2027-03-25", startsAt: "15:00", place: place.ru, schedule: true, questions: true };

const notice = (publishedOn: string, announces: Notice["announces"]): Notice => ({
  ...{ publishedOn, channel: "press", outlet: "Өңір хабарлары", announces },
});

async function scheduleOf(notices: Notice[], change: Partial<Meeting> = {}): Promise<string> {
  const [dossier] = hostileFacts().dossiers;
  if (!dossier) throw new Error("no dossier");
  const bodies = hostileFacts().bodies.map((body) => ({
    ...body,
    name: { ru: "Отдел полиции", kk: "Полиция бөлімі" },
  }));
  const meeting: Meeting = {
    ...{ id: "m1", date: "2027-03-25", startsAt: "15:00", place, status: "planned", notices, appeals: [] },
    ...change,
  };
  const facts = { bodies, dossiers: [{ ...dossier, meetings: [meeting] }] };
  return (await createSite(facts)).read("/schedule?lang=ru");
}

describe("the public schedule", () => {
  test("shows who reports when and where, and where questions go", async () => {
    const html = await scheduleOf([notice("2027-03-10", full)]);
    expect(html).toContain('<time datetime="2027-03-25">25.03.2027</time>');
    for (const text of ["15:00", "Дом культуры", "Өңір хабарлары", "Отдел полиции"]) expect(html).toContain(text);
  });

  test("shows nothing that was not published", async () => {
    expect(await scheduleOf([])).not.toContain("Дом культуры");
    expect(await scheduleOf([notice("2027-03-10", { startsAt: "15:00" })])).not.toContain("25.03.2027");
    const partly = await scheduleOf([notice("2027-03-10", { date: "2027-03-25" })]);
    expect(partly).toContain("25.03.2027");
    expect(partly).not.toContain("Дом культуры");
    expect(partly.match(/не объявлено/g)).toHaveLength(3);
  });

  test("shows nothing of a notice that differs from the meeting, that comes tomorrow, or whose meeting is cancelled", async () => {
    const empty = "Действующих публикаций о предстоящих отчетных встречах нет.";
    expect(await scheduleOf([notice("2027-03-10", { ...full, startsAt: "16:00" })])).toContain(empty);
    expect(await scheduleOf([notice("2027-03-20", full)])).toContain(empty);
    const cancelled = { status: "cancelled", cancelledOn: "2027-03-18" } as const;
    expect(await scheduleOf([notice("2027-03-10", full)], cancelled)).toContain(empty);
  });

  test("is for everyone: it shows no contact, no state and no letter", async () => {
    const html = await (await createSite(demoFacts())).read("/schedule?past=yes&lang=ru");
    expect(html).not.toContain("@police.example");
    expect(html).not.toMatch(/просрочено|нарушено/);
  });

  test("shows past meetings when asked, and one region when asked", async () => {
    const site = await createSite(demoFacts());
    const count = (html: string) => Number(/Встреч: (\d+)/.exec(html)?.[1]);
    const ahead = count(await site.read("/schedule?lang=ru"));
    expect(count(await site.read("/schedule?lang=ru&past=yes"))).toBeGreaterThan(ahead);
    expect(count(await site.read("/schedule?lang=ru&region=DP-11"))).toBeLessThan(ahead);
  });
});
