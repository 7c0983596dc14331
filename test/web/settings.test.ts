import { beforeEach, describe, expect, test } from "vitest";
import { almaty } from "../support/memory/clocks.ts";
import { faultsOf } from "./support/html.ts";
import { applied, facts, looked } from "./support/settings.ts";
import { hiddenOf, pagesAs, typedIn } from "./support/signed-in.ts";
import { createSite, type Site } from "./support/site.ts";

let site: Site;
beforeEach(async () => {
  site = await createSite(facts, { now: "2027-03-04T10:00" });
});

const admin = (name = "Айгерим") => pagesAs(site, "admin", { name });
const policyNow = async () => (await site.deps.register.directory())?.policy;

const numbers = async (pages: ReturnType<typeof pagesAs>, typed: Readonly<Record<string, string>>) => ({
  ...hiddenOf((await pages.get("/policy")).html, "/policy/preview"),
  ...{ from: "2027-03-04", ...typed },
});

describe("who sees and who changes", () => {
  const posts = ["/policy/preview", "/policy/apply", "/calendar/preview", "/calendar/apply"];

  test.each(["staff@MIA", "staff@DP-1", "viewer@PB-1", "viewer@DP-1 staff@PB-1"])(
    "%s reads and changes nothing",
    async (grants) => {
      const pages = pagesAs(site, grants);
      for (const path of ["/policy", "/calendar"]) {
        const { status, html } = await pages.get(path);
        expect([path, status, html.includes(`action="${path}/preview"`)]).toEqual([path, 200, false]);
      }
      expect((await pages.get("/policy/ladders/notice")).status).toBe(403);
      for (const path of posts) {
        const { status } = await pages.post(path, { kind: "json", json: '{"noticeDays":12}', from: "2027-03-04" });
        expect([path, status]).toEqual([path, 403]);
      }
      expect(await site.deps.policies.all()).toEqual([]);
    },
  );

  test("strangers are led to sign in, and nobody without grants sees anything", async () => {
    expect((await pagesAs(site, null).get("/policy")).location).toMatch(/^\/sign-in/);
    expect((await pagesAs(site, null).post("/policy/apply")).status).toBe(401);
    expect((await pagesAs(site, "").get("/calendar")).status).toBe(403);
  });
});

describe("a number of the policy", () => {
  test("shows what would move, is applied with a reason, and then names who changed it", async () => {
    const pages = admin();
    const { html, hidden } = await looked(pages, "/policy", await numbers(pages, { noticeDays: "12" }));
    expect(html).toContain("10 → 12");
    expect(html).toContain('href="/policy?lang=kk"');
    expect(html).toMatch(/15\.03\.2027.* → .*13\.03\.2027/s);
    expect(await site.deps.policies.all()).toEqual([]);
    const done = await pages.post("/policy/apply", { ...hidden, reason: "Указание 19" });
    expect([done.status, done.location]).toEqual([303, "/policy?done=applied"]);
    expect(await policyNow()).toMatchObject({ noticeDays: 12 });
    const after = await pages.get("/policy?done=applied");
    expect(faultsOf(after.html)).toEqual([]);
    expect(typedIn(after.html, "noticeDays")).toBe("12");
    expect(after.html).toContain("Изменил(а) Айгерим с 04.03.2027: Указание 19 (версия 1)");
  });

  test("is applied once, however often the button is pressed", async () => {
    const pages = admin();
    const { hidden } = await looked(pages, "/policy", await numbers(pages, { noticeDays: "12" }));
    for (let click = 0; click < 2; click++) {
      expect((await pages.post("/policy/apply", { ...hidden, reason: "Указание 19" })).status).toBe(303);
    }
    expect(await site.deps.policies.all()).toHaveLength(1);
  });

  test("is applied each time by forms without a request's name, made by hand", async () => {
    const pages = admin();
    for (const noticeDays of ["12", "14"]) {
      const { hidden } = await looked(pages, "/policy", await numbers(pages, { noticeDays }));
      const { request: _, ...handMade } = hidden;
      const done = await pages.post("/policy/apply", { ...handMade, reason: "Указание 19" });
      expect([noticeDays, done.status]).toEqual([noticeDays, 303]);
    }
    expect(await site.deps.policies.all()).toHaveLength(2);
  });

  test.each([
    ["kk", "Бұл нысан бұрын жіберілген."],
    ["ru", "Эта форма уже была отправлена."],
    ["en", "This form was sent before."],
  ])(
    "is not applied under the name of a form that has applied another one, which is said in %s",
    async (lang, words) => {
      const pages = pagesAs(site, "admin", { lang });
      const { hidden } = await looked(pages, "/policy", await numbers(pages, { noticeDays: "12" }));
      await pages.post("/policy/apply", { ...hidden, reason: "Указание 19" });
      const other = await looked(pages, "/policy", await numbers(pages, { noticeDays: "14" }));
      const { request = "" } = hidden;
      for (const fields of [{ ...other.hidden, request }, hidden]) {
        const { status, html } = await pages.post("/policy/apply", { ...fields, reason: "Указание 20" });
        expect([status, html.includes(words), faultsOf(html)]).toEqual([422, true, []]);
      }
      expect(await site.deps.policies.all()).toHaveLength(1);
    },
  );

  test("that begins later is not in force before, and says what began after it", async () => {
    const pages = admin();
    await applied(pages, "/policy", await numbers(pages, { noticeDays: "12", from: "2027-04-01" }));
    expect(await policyNow()).toMatchObject({ noticeDays: 10 });
    const { html } = await looked(pages, "/policy", await numbers(pages, { decisionDays: "20" }));
    expect(html).toContain("Версия 1 начнет действовать 01.04.2027 и этого изменения не содержит.");
  });

  test.each([
    [{ noticeDays: "двенадцать" }, "noticeDays", "двенадцать"],
    [{ "carefulDays.notice": "-1" }, "carefulDays.notice", "-1"],
    [{ "brake.share": "1,5" }, "brake.share", "1,5"],
    [{ scheduleDue: "02-30" }, "scheduleDue", "02-30"],
    [{ decisionDays: "5000" }, "decisionDays", "5000"],
    [{ noticeDays: "12", from: "2027-03-03" }, "from", "2027-03-03"],
    [{ noticeDays: "12", from: "завтра" }, "from", "завтра"],
  ])("that does not fit is refused beside its field, and what was typed stays: %j", async (typed, name, value) => {
    const pages = admin();
    const { status, html } = await pages.post("/policy/preview", await numbers(pages, typed));
    expect([status, faultsOf(html)]).toEqual([422, []]);
    expect(typedIn(html, name)).toBe(value);
    const field = `numbers-field-${name.replaceAll(".", "-")}`;
    const label = new RegExp(`<label for="${field}">([^<]+)`).exec(html)?.[1]?.trim();
    // The day says what is wrong with it in a sentence of its own.
    expect(html).toContain(`href="#${field}">${name === "from" ? "" : `${label}: `}`);
    expect(await site.deps.policies.all()).toEqual([]);
  });

  test("that says what is said already is nothing to change", async () => {
    const pages = admin();
    const { status, html } = await pages.post("/policy/preview", await numbers(pages, {}));
    expect([status, html.includes("менять нечего")]).toEqual([422, true]);
  });

  test("needs a reason without personal data, and keeps what was typed", async () => {
    const pages = admin();
    const { hidden } = await looked(pages, "/policy", await numbers(pages, { noticeDays: "12" }));
    for (const reason of ["", "  ", "Просит +7 701 123 45 67"]) {
      const { status, html } = await pages.post("/policy/apply", { ...hidden, reason });
      expect([status, html.includes(`${reason}</textarea>`)]).toEqual([422, true]);
    }
    expect(await site.deps.policies.all()).toEqual([]);
  });

  test("of two administrators the second sees what has changed, and nothing of the first is lost", async () => {
    const [first, second] = [admin(), admin("Болат")];
    const opened = await numbers(second, { decisionDays: "20" });
    await applied(first, "/policy", await numbers(first, { noticeDays: "12" }));
    const { hidden } = await looked(second, "/policy", opened);
    await applied(first, "/policy", await numbers(first, { recordsWorkingDays: "2" }));
    const conflict = await second.post("/policy/apply", { ...hidden, reason: "Протокол 3" });
    expect([conflict.status, conflict.html.includes("Протокол 3")]).toEqual([409, true]);
    expect(conflict.html).toContain("<li>Версия 2, Айгерим: Указание 19</li>");
    const again = await second.post("/policy/apply", {
      ...hiddenOf(conflict.html, "/policy/apply"),
      reason: "Протокол 3",
    });
    expect(again.status).toBe(303);
    expect(await policyNow()).toMatchObject({ noticeDays: 12, recordsWorkingDays: 2, decisionDays: 20 });
  });

  test("is returned to its former value by a new version", async () => {
    const pages = admin();
    await applied(pages, "/policy", await numbers(pages, { noticeDays: "12" }));
    await applied(pages, "/policy", await numbers(pages, { noticeDays: "14" }));
    await applied(pages, "/policy", { kind: "former", former: "1" });
    expect(await policyNow()).toMatchObject({ noticeDays: 12 });
    await applied(pages, "/policy", { kind: "former", former: "0" });
    expect(await policyNow()).toMatchObject({ noticeDays: 10 });
    expect(await site.deps.policies.all()).toHaveLength(4);
  });
});

test("findings and letters name the versions that they rest on, and what was written keeps its own", async () => {
  const pages = admin();
  await site.sweepAll();
  const written = site.ledger.all().length;
  expect(written).toBeGreaterThan(0);
  expect(site.ledger.all().map(({ rules }) => rules)).toEqual(Array(written).fill({ policy: 0, calendar: 0 }));
  await applied(pages, "/policy", await numbers(pages, { noticeDays: "12" }));
  site.clock.moveTo(almaty("2027-03-31T21:00"));
  await site.sweepAll();
  const [entry, ...more] = site.ledger.all().filter(({ rules }) => rules?.policy === 1);
  expect(more.length + written + 1).toBe(site.ledger.all().length);
  const body = await pages.get("/bodies/PB-1?campaign=2027");
  expect(body.html).toContain('По каким настройкам: <a href="/policy">версия 1 настроек</a>');
  const letter = await pages.get(`/letters/${entry?.scope}/${entry?.year}/${entry?.recipientKey}/${entry?.n}`);
  expect(letter.html).toContain('<a href="/policy">версия 1 настроек</a>, <a href="/calendar">исходный календарь</a>');
});

describe("a ladder", () => {
  const stage = (index: number, anchor: string, side: string, count: string, to: string[]) => ({
    [`stage.${index}.anchor`]: anchor,
    [`stage.${index}.side`]: side,
    [`stage.${index}.count`]: count,
    [`stage.${index}.unit`]: "working",
    [`stage.${index}.time`]: "18:00",
    [`stage.${index}.to`]: to,
  });
  const form = { kind: "ladder", obligation: "records", from: "2027-03-04", every: "7, 14" };

  test("is changed stage by stage: one changed, one taken away, one added", async () => {
    const pages = admin();
    const typed = {
      ...form,
      ...stage(0, "due", "on", "0", ["officer"]),
      ...stage(1, "due", "after", "1", ["officer", "head"]),
      ...{ ...stage(2, "due", "after", "5", ["head"]), "stage.2.remove": "yes" },
      ...stage(3, "due", "after", "3", ["superior"]),
    };
    await applied(pages, "/policy", typed);
    expect((await policyNow())?.ladder.records).toEqual({
      stages: [
        { at: "due@18:00", to: ["officer"] },
        { at: "due+1wd@18:00", to: ["officer", "head"] },
        { at: "due+3wd@18:00", to: ["superior"] },
      ],
      every: [7, 14],
    });
    const { html } = await pages.get("/policy/ladders/records");
    expect(typedIn(html, "stage.2.count")).toBe("3");
  });

  test.each([
    [{ ...stage(0, "due", "after", "x", ["head"]) }, "stage.0.count"],
    [{ ...stage(0, "due", "after", "1", []) }, "stage.0.to"],
    [{ ...stage(0, "due", "after", "1", ["head"]), every: "неделя" }, "every"],
  ])("that does not fit is refused and stays typed: %#", async (typed, name) => {
    const { status, html } = await admin().post("/policy/preview", { ...form, ...typed });
    expect([status, faultsOf(html)]).toEqual([422, []]);
    expect(html).toContain(`href="#field-${name.replaceAll(".", "-")}"`);
    expect(html).toContain(`id="field-${name.replaceAll(".", "-")}"`);
  });

  test("of an obligation that does not exist is not found", async () => {
    expect((await admin().get("/policy/ladders/%3Cscript%3E")).status).toBe(404);
  });
});

describe("JSON", () => {
  test.each(["", "{", "[1]", '{"noticeDay":12}', '{"noticeDays":"<script>alert(1)</script>"}'])(
    "that is no part of the policy is refused and stays typed: %s",
    async (json) => {
      const { status, html } = await admin().post("/policy/preview", { kind: "json", json, from: "2027-03-04" });
      expect([status, faultsOf(html)]).toEqual([422, []]);
      expect(html).toContain('href="#json-field-json"');
      expect(html).not.toContain("<script");
    },
  );
});
