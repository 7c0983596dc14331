import { beforeEach, expect, test } from "vitest";
import { faultsOf } from "./support/html.ts";
import { hiddenIn, type Pages, pagesAt } from "./support/pages.ts";

let pages: Pages;
beforeEach(async () => {
  pages = await pagesAt("2027-04-15T10:00");
});

const HEADER = "body,role,name,email,locale,from,to";
const STAFF = "MIA,staff,Штаб,staff@mia.example,ru,,";

/** Chooses files, and opens the preview that the page leads to. */
async function preview(files: Readonly<Record<string, string>>) {
  const sent = await pages.go("/imports/preview", { files });
  expect(sent.status).toBe(303);
  const path = sent.headers.get("location") ?? "";
  const answer = await pages.go(path);
  return { path, html: await answer.text() };
}

test("a file is chosen, looked at, imported, and taken back, without JavaScript", async () => {
  const before = await (await pages.go("/register/contacts.csv")).text();
  const { html } = await preview({ contacts: `${HEADER}\n${STAFF}\nPB-1,head,Б. Жаңа,b@pb1.example,kk,,` });
  expect(faultsOf(html)).toEqual([]);
  expect(html).toContain("<li>Contact 1 › Role: responsible officer → head</li>");
  const started = await pages.go("/imports", { form: { ...hiddenIn(html), reason: "Приказ № 5" } });
  expect(started.status).toBe(303);
  const job = started.headers.get("location") ?? "";
  const done = await (await pages.go(job)).text();
  expect([faultsOf(done), done.includes("<strong>Imported")]).toEqual([[], true]);
  expect(await (await pages.go("/register/contacts.csv")).text()).toContain("b@pb1.example");
  expect(await (await pages.go(`${job}/undo/contacts.csv`)).text()).toBe(before);
  const undo = /\/imports\/preview\?file=[0-9a-f]+/.exec(done)?.[0] ?? "";
  const back = await (await pages.go(undo)).text();
  await pages.go("/imports", { form: { ...hiddenIn(back), reason: "Назад" } });
  expect(await (await pages.go("/register/contacts.csv")).text()).toBe(before);
  expect(await (await pages.go("/imports")).text()).toContain("Приказ № 5");
});

test("a file that was replaced is imported anew by a form without a request's name, made by hand", async () => {
  const one = `${HEADER}\n${STAFF}\nPB-1,head,Б. Жаңа,b@pb1.example,kk,,`;
  for (const contacts of [one, `${HEADER}\n${STAFF}`, one]) {
    const { request: _, ...handMade } = hiddenIn((await preview({ contacts })).html);
    await pages.go("/imports", { form: { ...handMade, reason: "Приказ № 5" } });
  }
  expect(await (await pages.go("/register/contacts.csv")).text()).toContain("b@pb1.example");
});

test("faults are shown by row and column, and nothing can be imported then", async () => {
  const { html } = await preview({ contacts: `${HEADER}\n${STAFF}\nPB-1,head,Б. Жаңа,nobody,kk,,` });
  expect(faultsOf(html)).toEqual([]);
  expect(html).toMatch(/<td class="n">3<\/td><td><code>email<\/code><\/td>/);
  expect(html).not.toContain('action="/imports"');
});

/** `МВД` as a spreadsheet writes it where Russian is the system's language. */
const WINDOWS_1251 = Buffer.from([0xcc, 0xc2, 0xc4]);

test("a file that is not in UTF-8 is refused beside its field: its letters would be lost", async () => {
  const contacts = Uint8Array.from(Buffer.concat([Buffer.from(`${HEADER}\nMIA,staff,`), WINDOWS_1251]));
  const answer = await pages.go("/imports/preview", { files: { contacts } });
  const html = await answer.text();
  expect([answer.status, faultsOf(html)]).toEqual([422, []]);
  expect(html).toContain("This file is not text in UTF-8");
});

test("what is exported is what import takes: it changes nothing", async () => {
  const facts = await (await pages.go("/imports/facts.json")).text();
  expect((await preview({ facts })).html).toContain("nothing would change");
});

test("a preview tells what would change in words, and a choice that was taken away as one change", async () => {
  const facts = JSON.parse(await (await pages.go("/imports/facts.json")).text());
  const meeting = {
    id: "m1",
    date: "2027-03-12",
    startsAt: "15:00",
    place: { ru: "Дом", kk: "Үй" },
    status: "planned",
  };
  const content = (sections: number[]) => [
    { ...meeting, content: { readyOn: "2027-02-01", sections }, notices: [], appeals: [] },
  ];
  const file = (sections: number[]) =>
    JSON.stringify({
      ...facts,
      dossiers: [{ body: "PB-1", campaign: 2027, meetings: content(sections), waivers: [] }],
    });
  const first = await preview({ facts: file([1, 2, 3, 4]) });
  await pages.go("/imports", { form: { ...hiddenIn(first.html), reason: "Приказ" } });
  const { html } = await preview({ facts: file([1, 3, 4]) });
  expect(html.match(/<del>/g)).toHaveLength(1);
  expect(html).toMatch(/\(PB-1\), 2027<\/strong>.*<del>.*6\(2\) [^6]*<\/del> <\/span>/);
  expect(html).not.toContain("sections/");
});

test("facts are not exported while a dossier is damaged, and the page says which", async () => {
  pages.dossiers.items.set("DP-1#2027#PB-1", { version: 1, format: 1, data: "{", newest: null });
  const answer = await pages.go("/imports/facts.json");
  const html = await answer.text();
  expect([answer.status, faultsOf(html), pages.errors]).toEqual([409, [], []]);
  expect(html).toContain("PB-1: the record of campaign 2027 is damaged");
});

test("data that changed since the preview are shown anew instead of being replaced", async () => {
  const { html } = await preview({ contacts: `${HEADER}\n${STAFF}` });
  const other = await preview({ contacts: `${HEADER}\n${STAFF}\nPB-1,head,А,a@pb1.example,kk,,` });
  await pages.go("/imports", { form: { ...hiddenIn(other.html), reason: "Приказ" } });
  const late = await pages.go("/imports", { form: { ...hiddenIn(html), reason: "Приказ" } });
  expect([late.status, await late.text()]).toEqual([409, expect.stringContaining("The data have changed")]);
});

test("no file, files that do not go together, and one that is too large are refused in a sentence", async () => {
  const none = await pages.go("/imports/preview", { files: { contacts: "" } });
  expect([none.status, await none.text()]).toEqual([422, expect.stringContaining("at least one file")]);
  const mixed = await pages.go("/imports/preview", { files: { contacts: HEADER, facts: "{}" } });
  expect([mixed.status, await mixed.text()]).toEqual([422, expect.stringContaining("imported alone")]);
  const large = await pages.go("/imports/preview", { files: { facts: "x".repeat(5_000_000) } });
  const html = await large.text();
  expect([large.status, faultsOf(html)]).toEqual([413, []]);
  expect(html).toContain("esep import");
  expect(html).toContain("Nothing was imported by this page yet");
  const { html: chosen } = await preview({ contacts: `${HEADER}\n${STAFF}` });
  await pages.go("/imports", { form: { ...hiddenIn(chosen), reason: "Приказ" } });
  const again = await (await pages.go("/imports/preview", { files: { facts: "x".repeat(5_000_000) } })).text();
  expect(again).not.toContain("Nothing was imported by this page yet");
  expect(
    (await pages.go("/imports/preview", { files: { facts: "x".repeat(5_000_000) }, as: "viewer@PB-1" })).status,
  ).toBe(403);
  expect((await pages.go(`/imports/preview?file=${"0".repeat(64)}`)).status).toBe(404);
});
