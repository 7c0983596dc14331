import { beforeEach, describe, expect, test } from "vitest";
import { readHistory } from "../../core/audit/append.ts";
import { verifyChain } from "../../core/audit/verify-chain.ts";
import { day } from "../../core/calendar/day.ts";
import { instant } from "../../core/calendar/zone.ts";
import type { Brake } from "../../core/escalation/brake.ts";
import { brakeName } from "../../core/use-cases/letters/brake-decisions.ts";
import { sha256 } from "../../functions/hash.ts";
import { identifiers } from "../../functions/identifiers.ts";
import { departmentText, districtText, ministryText } from "../core/support/facts.ts";
import { almaty } from "../support/memory/clocks.ts";
import { faultsOf } from "./support/html.ts";
import { pagesAt } from "./support/pages.ts";
import { hiddenOf, pagesAs } from "./support/signed-in.ts";
import { createSite, type Site } from "./support/site.ts";

let site: Site;
beforeEach(async () => {
  site = await createSite(
    { bodies: [ministryText, departmentText, districtText], dossiers: [] },
    { now: "2027-03-04T18:30" },
  );
});

const admin = (name = "Айгерим") => pagesAs(site, "admin", { name });

const brake: Brake = {
  ...{ version: 1, bodies: 9, of: 12, stopped: null, released: null },
  slot: { day: day("2027-03-04"), time: "18:00" },
  until: { day: day("2027-03-05"), time: "09:00" },
};
const putOn = () => site.log.setBrake("DP-1", null, brake);
const brakeNow = async () => (await site.deps.log.standings()).find(({ scope }) => scope === "DP-1")?.brake;

describe("who decides", () => {
  const gets = ["/brake", "/brake/DP-1/release", "/addresses", "/sweeps/start"];
  const posts = ["/brake/DP-1/release", "/brake/DP-1/stop", "/addresses/aaaaaaaaaaaaaaaaaaaaaa/clear", "/sweeps/start"];

  test.each(["staff@MIA", "staff@DP-1", "viewer@MIA", "staff@PB-1 viewer@DP-1", ""])("not %s", async (grants) => {
    await putOn();
    const pages = pagesAs(site, grants);
    for (const path of gets) expect([path, (await pages.get(path)).status]).toEqual([path, 403]);
    for (const path of posts) {
      expect([path, (await pages.post(path, { reason: "x", scope: "all" })).status]).toEqual([path, 403]);
    }
    expect(await brakeNow()).toEqual(brake);
    expect(site.sent).toEqual([]);
  });

  test("an administrator, and no stranger", async () => {
    for (const path of gets) expect([path, (await admin().get(path)).status]).toEqual([path, 200]);
    for (const path of posts) expect([path, (await pagesAs(site, null).post(path)).status]).toEqual([path, 401]);
  });
});

describe("a brake", () => {
  test("is shown with what it counted, stopped, released, and every decision stands in the audit", async () => {
    await putOn();
    const pages = admin();
    const shown = await pages.get("/brake");
    expect(faultsOf(shown.html)).toEqual([]);
    expect(shown.html).toContain("Затронуто органов: 9 из 12 (75,0");
    for (const decision of ["stop", "release"] as const) {
      const asked = await pages.get(`/brake/DP-1/${decision}`);
      const hidden = hiddenOf(asked.html, `/brake/DP-1/${decision}`);
      const done = await pages.post(`/brake/DP-1/${decision}`, { ...hidden, reason: "Импорт проверен" });
      expect([done.status, done.location]).toEqual([303, `/brake?done=${decision}`]);
    }
    expect(await brakeNow()).toMatchObject({
      version: 3,
      stopped: { by: "user:Айгерим" },
      released: { by: "user:Айгерим" },
    });
    const after = await pages.get("/brake?done=release");
    expect([faultsOf(after.html), after.html.includes("Импорт проверен")]).toEqual([[], true]);
    const ports = { records: site.deps.brakes, audit: site.deps.audit };
    const { filed, stored, entries } = await readHistory("DP-1", brakeName("DP-1"), ports);
    expect(entries.map(({ command, reason }) => [command, reason])).toEqual([
      ["stop-brake", "Импорт проверен"],
      ["release-brake", "Импорт проверен"],
    ]);
    expect(verifyChain(brakeName("DP-1"), filed, stored, sha256)).toMatchObject({ kind: "intact", entries: 2 });
  });

  test("is decided about once, however often the button is pressed", async () => {
    await putOn();
    const pages = admin();
    const hidden = hiddenOf((await pages.get("/brake/DP-1/stop")).html, "/brake/DP-1/stop");
    for (let click = 0; click < 2; click++) {
      expect((await pages.post("/brake/DP-1/stop", { ...hidden, reason: "Проверяем" })).status).toBe(303);
    }
    expect(await brakeNow()).toMatchObject({ version: 2 });
  });

  test("is decided about each time by forms without a request's name, made by hand", async () => {
    await putOn();
    const pages = admin();
    for (const [version, decision] of ["stop", "release"].entries()) {
      const done = await pages.post(`/brake/DP-1/${decision}`, { version: String(version + 1), reason: "Проверено" });
      expect([decision, done.status]).toEqual([decision, 303]);
    }
  });

  test("that somebody else has decided about, or that holds no more, is looked at again", async () => {
    await putOn();
    const [first, second] = [admin(), admin("Болат")];
    const path = "/brake/DP-1/stop";
    const [one, two] = [hiddenOf((await first.get(path)).html, path), hiddenOf((await second.get(path)).html, path)];
    await first.post(path, { ...one, reason: "Проверяем" });
    const late = await second.post(path, { ...two, reason: "Тоже проверяем" });
    expect([late.status, late.html.includes("Тоже проверяем"), faultsOf(late.html)]).toEqual([409, true, []]);
    const release = "/brake/DP-1/release";
    const hidden = hiddenOf((await first.get(release)).html, release);
    await first.post(release, { ...hidden, reason: "Верно" });
    const gone = await second.post(release, { ...hidden, reason: "Верно", request: "another" });
    expect([gone.status, gone.html.includes("сейчас не задержаны")]).toEqual([200, true]);
  });

  test("needs a reason, and keeps what was typed", async () => {
    await putOn();
    const pages = admin();
    const hidden = hiddenOf((await pages.get("/brake/DP-1/stop")).html, "/brake/DP-1/stop");
    for (const reason of ["", "звонить 870112345678"]) {
      const { status, html } = await pages.post("/brake/DP-1/stop", { ...hidden, reason });
      expect([status, html.includes(`>${reason}</textarea>`), faultsOf(html)]).toEqual([422, true, []]);
    }
    expect(await brakeNow()).toEqual(brake);
  });

  test("of a scope that does not exist is not found", async () => {
    expect((await admin().get("/brake/DP-9/stop")).status).toBe(404);
    expect((await admin().post("/brake/PB-1/release", { reason: "x" })).status).toBe(404);
  });
});

const [contact] = departmentText.contacts;
const key = identifiers.recipientKey(contact?.email ?? "");
const bounce = (recipientKey: string, reason: string | null = "550 5.1.1 <b>no such user</b>") =>
  site.outOfUse.mark({ recipientKey, at: instant(1_000), letter: `DP-1/2027/${recipientKey}/0`, reason });

describe("an address out of use", () => {
  test("is shown with its contact and body, put into use again, and that stands in the audit", async () => {
    await bounce(key);
    const pages = admin();
    const { html } = await pages.get("/addresses");
    expect([faultsOf(html), html.includes(contact?.name ?? "-"), html.includes("/register/DP-1/contact?")]).toEqual([
      [],
      true,
      true,
    ]);
    expect(html).toContain("&lt;b&gt;no such user");
    const path = `/addresses/${key}/clear`;
    const hidden = hiddenOf((await pages.get(path)).html, path);
    for (let click = 0; click < 2; click++) {
      const done = await pages.post(path, { ...hidden, reason: "Ящик <i>освобожден</i>" });
      expect([done.status, done.location]).toEqual([303, "/addresses?done=cleared"]);
    }
    expect(await site.outOfUse.all()).toEqual([]);
    const after = await pages.get("/addresses?done=cleared");
    expect([faultsOf(after.html), after.html.includes("Ящик &lt;i&gt;освобожден")]).toEqual([[], true]);
    expect(await site.deps.audit.entries(`address:${key}`)).toHaveLength(1);
  });

  test("is put into use each time by forms without a request's name, made by hand", async () => {
    const pages = admin();
    for (const at of ["2027-03-04T18:00", "2027-03-04T19:00"]) {
      await site.outOfUse.mark({ recipientKey: key, at: almaty(at), letter: `DP-1/2027/${key}/0`, reason: null });
      const done = await pages.post(`/addresses/${key}/clear`, { reason: "Ящик освобожден" });
      expect([at, done.status, await site.outOfUse.all()]).toEqual([at, 303, []]);
    }
  });

  test("that the register does not know is shown by its key", async () => {
    await bounce("A".repeat(22), null);
    const { html } = await admin().get("/addresses");
    expect([html.includes("A".repeat(22)), html.includes("без объяснения")]).toEqual([true, true]);
  });

  test("needs a reason, and one that is in use is said to be", async () => {
    await bounce(key);
    const pages = admin();
    const path = `/addresses/${key}/clear`;
    const empty = await pages.post(path, { request: "1", reason: " " });
    expect([empty.status, faultsOf(empty.html)]).toEqual([422, []]);
    expect(await site.outOfUse.all()).toHaveLength(1);
    await site.outOfUse.clear(key, "user:2", instant(2_000));
    const late = await pages.post(path, { request: "2", reason: "Ящик освобожден" });
    expect([late.status, late.html.includes("уже в работе"), late.html.includes("Ящик освобожден")]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await pages.get(path)).html).toContain("уже в работе");
  });
});

test("the page of sweeps says how many letters a slot's sweep held, and how long it took in the reader's form", async () => {
  await site.sweepAll();
  const slot = { day: day("2027-03-04"), time: "18:00" };
  const [report] = await site.log.ofSlot(slot);
  if (!report) throw new Error("The sweep has reported nothing.");
  await site.log.record({ ...report, braked: 16, seconds: 2.5 });
  const html = await site.read("/sweeps?lang=ru");
  expect(faultsOf(html)).toEqual([]);
  expect(html).toMatch(/Задержано<\/th>.*<td class="n">16<\/td>.*<td class="n">2,5<\/td>/);
});

describe("a sweep on demand", () => {
  test("is queued for the latest slot: for one scope, or for all", async () => {
    const pages = admin();
    const asked = await pages.get("/sweeps/start");
    const hidden = hiddenOf(asked.html, "/sweeps/start");
    const done = await pages.post("/sweeps/start", { ...hidden, scope: "DP-1" });
    expect([done.status, done.location]).toEqual([303, "/sweeps/start?done=queued"]);
    await pages.post("/sweeps/start", { ...hidden, scope: "all" });
    const slot = { day: day("2027-03-04"), time: "18:00" };
    expect(site.sent).toEqual([
      { scope: "DP-1", slot },
      { scope: "MIA", slot },
      { scope: "DP-1", slot },
    ]);
    expect((await pages.get("/sweeps/start?done=queued")).html).toContain("поставлен в очередь");
  });

  test("is queued each time by forms without a request's name, made by hand", async () => {
    const { go, sent } = await pagesAt("2027-03-19T10:00");
    for (let round = 0; round < 2; round++) await go("/sweeps/start", { form: { scope: "DP-1" } });
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map(({ request }) => request)).size).toBe(2);
  });

  test("of a scope that does not exist is refused", async () => {
    const { status, html } = await admin().post("/sweeps/start", { scope: "<script>" });
    expect([status, faultsOf(html), html.includes("<script")]).toEqual([422, [], false]);
    expect(site.sent).toEqual([]);
  });
});
