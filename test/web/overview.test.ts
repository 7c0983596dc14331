import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../functions/web/app.ts";
import { demoFacts } from "../../local/demo/facts.ts";
import { createSite, type Site } from "./support/site.ts";

const bodiesIn = (html: string): string[] =>
  [...html.matchAll(/<th scope="row"><a href="\/bodies\/([^"?#]+)"/g)].map(([, id = ""]) => id);

let site: Site;

beforeAll(async () => {
  site = await createSite(demoFacts());
});

describe("the overview", () => {
  let html: string;

  beforeAll(async () => {
    html = await site.read("/?lang=ru");
  });

  test("shows each of the 252 bodies and its 15 obligations", () => {
    expect(bodiesIn(html)).toHaveLength(252);
    const [row = ""] = /<tr><th scope="row"><a href="\/bodies\/DP-10">.*?<\/tr>/s.exec(html) ?? [];
    expect(row.match(/<td/g)).toHaveLength(16);
  });

  test("says every state of the matrix in words, not by colour alone", () => {
    for (const words of ["просрочено", "нарушено", "исполнено с опозданием", "не требуется"]) {
      expect(html).toContain(`<span class="sr">${words}</span>`);
    }
  });

  test("draws all 20 regions, each with its rate, and a link that selects it", () => {
    const tiles = [...html.matchAll(/<li class="c\d r\d"><a class="tile [a-z]+" href="([^"]+)".*?<strong>([^<]+)</g)];
    expect(tiles).toHaveLength(20);
    for (const [, href = "", rate = ""] of tiles) {
      expect(href).toMatch(/^\/\?region=DP-\d\d#matrix$/);
      expect(rate).toMatch(/^\d{1,3}\u00a0%$/);
    }
  });

  test("says that the list of bodies is inferred, until the ministry has confirmed it", async () => {
    expect(html).toContain("подлежит подтверждению Министерством внутренних дел");
    const confirmed = createApp({ ...site.deps, registerConfirmed: true });
    expect(await (await confirmed.request("/?lang=ru")).text()).not.toContain("подлежит подтверждению");
  });

  test("says what is a demonstration, and shows its clock", async () => {
    expect(html).toContain("Часы демонстрации: 19 марта 2027 года (пятница), 09:00");
    const real = await createSite(demoFacts(), { demo: false });
    expect(await real.read("/?lang=ru")).not.toContain("Демонстрация");
  });

  test("is small: at most 40 kB compressed", async () => {
    const response = await site.app.request("/", { headers: { "accept-encoding": "gzip" } });
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect((await response.arrayBuffer()).byteLength).toBeLessThan(40_000);
  });
});

describe("the matrix", () => {
  test("finds bodies by either language, without Kazakh letters too", async () => {
    const wanted = bodiesIn(await site.read(`/?q=${encodeURIComponent("Қарағанды")}`));
    expect(wanted.length).toBeGreaterThan(0);
    expect(bodiesIn(await site.read(`/?q=${encodeURIComponent("караганды")}`))).toEqual(wanted);
  });

  test("shows one region, one state, one obligation, or all of them together", async () => {
    const region = bodiesIn(await site.read("/?region=DP-10"));
    expect(region).toHaveLength(13);
    const overdue = bodiesIn(await site.read("/?region=DP-10&state=overdue"));
    expect(overdue.length).toBeGreaterThan(0);
    expect(region).toEqual(expect.arrayContaining(overdue));
    expect(overdue.length).toBeLessThan(region.length);
    const narrow = bodiesIn(await site.read("/?region=DP-10&state=overdue&obligation=records"));
    expect(overdue).toEqual(expect.arrayContaining(narrow));
  });

  test("keeps what was chosen in the form, which works without scripts", async () => {
    const html = await site.read("/?q=ауд&region=DP-10&state=overdue&sort=rate");
    expect(html).toContain('action="/#matrix" method="get"');
    expect(html).toContain('value="ауд"');
    for (const chosen of ["DP-10", "overdue", "rate"]) expect(html).toContain(`<option value="${chosen}" selected=""`);
  });

  test("orders by name, by rate and by what is overdue, within and among regions", async () => {
    const all = bodiesIn(await site.read("/"));
    for (const sort of ["name", "rate", "overdue"]) {
      const ordered = bodiesIn(await site.read(`/?sort=${sort}`));
      expect(ordered).not.toEqual(all);
      expect(ordered.toSorted()).toEqual(all.toSorted());
    }
  });

  test("passes over what means nothing, and says so when nothing is found", async () => {
    expect(bodiesIn(await site.read("/?state=bogus&sort=bogus&obligation=bogus&q="))).toHaveLength(252);
    expect(await site.read("/?q=zzz&lang=en")).toContain("No bodies match these conditions.");
  });

  test("shows what could not be checked, and accuses nobody of it", async () => {
    const damaged = await createSite(demoFacts());
    damaged.dossiers.damage("DP-10", { body: "DP-10", campaign: 2027, reason: "is not JSON" });
    const html = await damaged.read("/?lang=en&region=DP-10");
    expect(html).toContain("the record of campaign 2027 is damaged and cannot be read");
    const [row = ""] = /<tr><th scope="row"><a href="\/bodies\/DP-10">.*?<\/tr>/s.exec(html) ?? [];
    expect(row.match(/class="unchecked"/g)).toHaveLength(15);
    expect(await damaged.read("/bodies/DP-10?lang=en")).toContain("is damaged and cannot be read");
  });
});

describe("what stands beside the figures", () => {
  let html: string;

  beforeAll(async () => {
    await site.sweepAll();
    html = await site.read("/?lang=ru");
  });

  test("says day by day what comes due this week, adding up to the number in its title", () => {
    const [week = ""] = /<section class="card" aria-labelledby="ahead">.*?<\/section>/s.exec(html) ?? [];
    const days = [...week.matchAll(/<time datetime="(2027-03-\d\d)">/g)].map(([, day = ""]) => day);
    expect(days).toEqual([...days].sort());
    expect(days.every((day) => day >= "2027-03-19" && day <= "2027-03-26")).toBe(true);
    const [total = 0, ...counts] = [...week.matchAll(/class="count">(\d+)</g)].map(([, count]) => Number(count));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
  });

  test("says what has changed since the end of yesterday, and shows all of it on a page of its own", async () => {
    const [card = ""] = /<section class="card" aria-labelledby="changes">.*?<\/section>/s.exec(html) ?? [];
    expect(card).toContain("Что изменилось с конца дня 18.03.2027");
    const all = Number(/href="\/changes">Показать все: (\d+)/.exec(card)?.[1]);
    const changes = await site.read("/changes?lang=ru");
    expect(changes.match(/<li><a href="\/bodies\//g)).toHaveLength(all);
    for (const state of ["Исполнено", "Просрочено", "Нарушено"]) expect(changes).toContain(state);
    expect(changes).not.toContain("Предстоит");
  });

  test("marks today and the days that all bodies share in the line of the rate", () => {
    const [line = ""] = /<svg class="trend".*?<\/svg>/s.exec(html) ?? [];
    expect(line).toContain("31.03 Отчет");
    expect(line).toContain("сегодня");
    expect(line.match(/<rect class="(past|ahead)"/g)?.length).toBeGreaterThan(10);
    expect(html).toContain("31.03.2027: обязанностей со сроком в этот день –");
  });

  test("answers a choice made with scripts by the matrix alone", async () => {
    const answer = await site.read("/?region=DP-10&lang=ru", { headers: { "hx-request": "true" } });
    expect(answer.startsWith('<ul class="key"')).toBe(true);
    expect(bodiesIn(answer)).toHaveLength(13);
    expect(answer).toContain('<p id="shown" role="status" hx-swap-oob="innerHTML">');
    expect(answer).not.toContain("<html");
    expect((await site.app.request("/")).headers.get("vary")).toContain("HX-Request");
  });

  test("says so where nobody is left to acknowledge", async () => {
    const few = await site.read("/acknowledgements?lang=ru", { headers: { "hx-request": "true" } });
    expect(few).toContain("Получение всех писем подтверждено.");
    expect(few).not.toContain("<ul");
  });

  test("counts the letters that nobody has acknowledged by who got them", async () => {
    for (const entry of site.ledger.all()) await site.ledger.advance(entry, { ...entry, state: "delivered" });
    const waiting = await site.read("/acknowledgements?lang=ru");
    const total = Number(/Не подтверждено: (\d+)/.exec(waiting)?.[1]);
    expect(total).toBe(site.ledger.all().length);
    const few = await site.read("/acknowledgements?lang=ru", { headers: { "hx-request": "true" } });
    expect(few).toContain(`Не подтверждено: ${total}`);
    expect(few).not.toContain("<html");
    expect(few).not.toContain("@");
  });
});
