import { beforeEach, describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { loadRegister } from "../../core/use-cases/assess/assess.ts";
import { departmentText, districtText, ministryText } from "../core/support/facts.ts";
import { faultsOf } from "./support/html.ts";
import { hiddenIn, type Pages, pagesAt } from "./support/pages.ts";

let pages: Pages;
beforeEach(async () => {
  pages = await pagesAt("2027-03-19T10:00");
});

const bodyOf = async (id: string) =>
  (await loadRegister(pages.register, ({ scopes }) => scopes))?.register.byId.get(id);

/** Sends a form of the register as it is shown, with what was typed. */
async function send(path: string, typed: Readonly<Record<string, string>>) {
  const html = await (await pages.go(path)).text();
  expect(faultsOf(html)).toEqual([]);
  const shown = [...html.matchAll(/<input id="field-[^"]*" name="([^"]*)"[^>]* value="([^"]*)"/g)];
  const values = Object.fromEntries(shown.map(([, name = "", value = ""]) => [name, value]));
  const chosen = [...html.matchAll(/<select[^>]* name="([^"]*)".*?<option value="([^"]*)" selected/gs)];
  const selected = Object.fromEntries(chosen.map(([, name = "", value = ""]) => [name, value]));
  return pages.go(path, { form: { ...values, ...selected, ...hiddenIn(html), reason: "Приказ № 5", ...typed } });
}

const head = districtText.contacts[0] ?? expect.fail("PB-1 has no contact");
const contactPath = `/register/PB-1/contact?role=${head.role}&email=${encodeURIComponent(head.email)}`;

describe("an administrator", () => {
  test("adds a body, changes its name, and ends it", async () => {
    const added = await send("/register/new", {
      ...{
        id: "PB-9",
        parent: "DP-1 Департамент",
        kind: "city",
        "name.kk": "Жаңа",
        "name.ru": "Новый",
        activeFrom: "2027-04-01",
      },
    });
    expect([added.status, added.headers.get("location")]).toEqual([303, "/register?search=PB-9&done=saved"]);
    await send("/register/PB-9/body", { "name.ru": "Иной" });
    await send("/register/PB-9/end", { activeTo: "2027-12-31" });
    expect(await bodyOf("PB-9")).toMatchObject({
      ...{ parent: "DP-1", kind: "city", name: { kk: "Жаңа", ru: "Иной" }, activeTo: day("2027-12-31") },
    });
    const page = await (await pages.go("/register")).text();
    expect(page).toContain("<li>PB-9 › Last day: nothing → 31 December 2027</li>");
    expect(page).toContain("<li>PB-9 › Name in Russian: Новый → Иной</li>");
    expect(page).toContain("<li>PB-9: nothing → Новый</li>");
    expect(faultsOf(page)).toEqual([]);
  });

  test("gives a contact a new address, ends it, and adds another", async () => {
    expect((await send(contactPath, { email: "new@pb1.example" })).status).toBe(303);
    await send(contactPath.replace(encodeURIComponent(head.email), "new@pb1.example"), { to: "2027-03-31" });
    await send("/register/PB-1/contact", { role: "head", name: "Б. Жаңа", email: "b@pb1.example", locale: "kk" });
    const { contacts = [] } = (await bodyOf("PB-1")) ?? {};
    expect(contacts[0]).toMatchObject({ role: head.role, email: "new@pb1.example", to: day("2027-03-31") });
    expect(contacts.at(-1)).toEqual({ role: "head", name: "Б. Жаңа", email: "b@pb1.example", locale: "kk" });
    const page = await (await pages.go("/register")).text();
    expect(page).toContain("<li>PB-1 › Contact 1 › Last day in office: nothing → 31 March 2027</li>");
    expect(page).toContain("<li>PB-1 › Contact 3: nothing → head, Б. Жаңа, b@pb1.example, Қазақша</li>");
  });

  test.each([
    [
      "an id that is taken",
      "/register/new",
      { id: "DP-2", parent: "MIA", "name.kk": "а", "name.ru": "б", activeFrom: "2027-04-01" },
      "id",
    ],
    [
      "an address that is none",
      "/register/PB-1/contact",
      { role: "head", name: "А", email: "nobody", locale: "kk" },
      "email",
    ],
    ["an empty name", "/register/PB-1/body", { "name.kk": "" }, "name-kk"],
    ["the end before the beginning", "/register/PB-1/end", { activeTo: "1990-01-01" }, "activeTo"],
    ["the end of a body before those below it", "/register/DP-1/end", { activeTo: "2027-12-31" }, "activeTo"],
    ["no reason", "/register/PB-1/end", { activeTo: "2027-12-31", reason: "" }, "reason"],
  ])("is told beside the field of %s", async (_what, path, typed, field) => {
    const answer = await send(path, typed);
    const html = await answer.text();
    expect([answer.status, faultsOf(html)]).toEqual([422, []]);
    expect(html).toContain(`id="field-${field}-error"`);
  });

  test("is told when somebody was faster, and nothing is lost", async () => {
    const html = await (await pages.go("/register/PB-1/end")).text();
    await send(contactPath, { email: "new@pb1.example" });
    const form = { ...hiddenIn(html), activeTo: "2027-12-31", reason: "Приказ" };
    const late = await pages.go("/register/PB-1/end", { form });
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('value="2027-12-31"')]);
  });
});

test("contacts of a body that has ended are neither shown nor counted as in office", async () => {
  const shown = async () => {
    const html = await (await pages.go("/register")).text();
    return [Number(/contacts in office today: (\d+)/.exec(html)?.[1]), html.includes(head.email)];
  };
  const [before = 0] = await shown();
  await send("/register/PB-1/end", { activeTo: "2027-03-18" });
  expect(await shown()).toEqual([Number(before) - districtText.contacts.length, false]);
});

test("everybody sees and takes with them what they may read; only administrators find forms", async () => {
  const page = await (await pages.go("/register", { as: "viewer@PB-1" })).text();
  expect(page).toContain(districtText.contacts[0]?.email);
  expect(page).not.toContain(ministryText.contacts[0]?.email);
  expect(page).not.toContain("/register/new");
  const csv = async (file: string, as: string) => (await pages.go(`/register/${file}.csv`, { as })).text();
  expect(
    (await csv("register", "viewer@PB-1"))
      .split("\r\n")
      .slice(1, -1)
      .map((row) => row.split(",")[0]),
  ).toEqual(["PB-1"]);
  expect(await csv("contacts", "admin")).toContain(departmentText.contacts[0]?.email);
});
