import { beforeEach, describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { faultsOf } from "./support/html.ts";
import { applied, facts, looked } from "./support/settings.ts";
import { hiddenOf, pagesAs, type Seen, typedIn } from "./support/signed-in.ts";
import { createSite, type Site } from "./support/site.ts";

let site: Site;
beforeEach(async () => {
  site = await createSite(facts, { now: "2027-03-04T10:00" });
});

const admin = (name = "Айгерим") => pagesAs(site, "admin", { name });

const calendarDay = (more: Readonly<Record<string, string>> = {}) => ({
  ...{ kind: "day", day: "2027-03-19", dayKind: "extra_dayoff", ru: "Перенос", kk: "Ауыстыру", note: "" },
  ...{ from: "2027-03-04", ...more },
});

describe("the calendar", () => {
  test("takes a day, shows what moves, and gives it back", async () => {
    const pages = admin();
    const { html } = await looked(pages, "/calendar", calendarDay());
    expect(html).toContain("19.03.2027: нет → дополнительный выходной (Перенос)");
    await applied(pages, "/calendar", calendarDay());
    const shown = await pages.get("/calendar?year=2027");
    expect([shown.html.includes("изменено администратором"), faultsOf(shown.html)]).toEqual([true, []]);
    expect(site.deps.workdays.isWorking(day("2027-03-19"))).toBe(false);
    await applied(pages, "/calendar", { kind: "restore", day: "2027-03-19" });
    await site.deps.register.directory();
    expect(site.deps.workdays.isWorking(day("2027-03-19"))).toBe(true);
  });

  test("covers a further year, and no further one before", async () => {
    const pages = admin();
    expect((await pages.get("/calendar?year=2031")).status).toBe(404);
    await applied(pages, "/calendar", { kind: "extend", coversTo: "2031", from: "2027-03-04" });
    expect((await pages.get("/calendar?year=2031")).status).toBe(200);
    expect((await pages.get("/calendar?year=2032")).status).toBe(404);
  });

  test.each([
    [{ day: "2027-02-30" }, "day"],
    [{ day: "2040-01-01" }, "day"],
    [{ dayKind: "holidays" }, "dayKind"],
    [{ kk: "" }, "kk"],
  ])("refuses what is no day of it and keeps what was typed: %j", async (typed, name) => {
    const { status, html } = await admin().post("/calendar/preview", calendarDay(typed));
    expect([status, faultsOf(html)]).toEqual([422, []]);
    expect(html).toContain(`href="#day-field-${name}"`);
    expect(typedIn(html, "ru")).toBe("Перенос");
  });

  test("of two administrators the second is shown what would move now", async () => {
    const [first, second] = [admin(), admin("Болат")];
    const { hidden } = await looked(second, "/calendar", calendarDay({ day: "2027-03-26" }));
    await applied(first, "/calendar", calendarDay());
    const conflict = await second.post("/calendar/apply", { ...hidden, reason: "Приказ" });
    expect(conflict.status).toBe(409);
    const again = { ...hiddenOf(conflict.html, "/calendar/apply"), reason: "Приказ" };
    expect((await second.post("/calendar/apply", again)).status).toBe(303);
    const [, last] = await site.deps.calendars.all();
    expect(last?.calendar.days.map((one) => one.day)).toEqual([day("2027-03-19"), day("2027-03-26")]);
  });
});

test("what people write is text on every page", async () => {
  const hostile = `<img src=x onerror="alert(1)">'"&{{7*7}}`;
  const pages = pagesAs(site, "admin", { name: hostile });
  const seen: Seen[] = [];
  const { hidden, ...preview } = await looked(
    pages,
    "/calendar",
    calendarDay({ ru: hostile, kk: hostile, note: hostile }),
  );
  await pages.post("/calendar/apply", { ...hidden, reason: hostile });
  const policy = await looked(pages, "/policy", { kind: "json", json: '{"noticeDays":12}', from: "2027-03-04" });
  await pages.post("/policy/apply", { ...policy.hidden, reason: hostile });
  seen.push(preview, await pages.get("/calendar"), await pages.get("/policy"));
  for (const { html } of seen) expect([html.includes("<img"), faultsOf(html)]).toEqual([false, []]);
  expect(seen[2]?.html).toContain("&lt;img");
});
