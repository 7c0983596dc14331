import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ICAL from "ical.js";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorkdays } from "../../core/calendar/workdays.ts";
import { Locale } from "../../core/register/locale.ts";
import { composeMime } from "../../functions/mail/mime.ts";
import { galleryLetter, languageNames, letterKinds } from "../../functions/web/gallery/render.ts";
import { galleryTexts } from "../../functions/web/gallery/texts.ts";
import { bundled, run } from "../local/support/programs.ts";
import { visible, wordsOf } from "../mail/support/words.ts";
import { faultsOf } from "../web/support/html.ts";
import { createSite, type Site } from "../web/support/site.ts";

const workdays = createWorkdays();

describe.each(letterKinds)("the sample %s", (kind) => {
  test.each(languageNames)("in %s says the same in HTML and text, and stays under 100 kB", async (language) => {
    const letter = galleryLetter(kind, language, workdays);
    expect(wordsOf(visible(letter.html))).toEqual(wordsOf(letter.text));
    expect(letter.text).not.toMatch(/!|undefined|NaN|\[object/);
    expect(letter.subject.length).toBeLessThan(250);
    const message = await composeMime(letter, {
      ...{ from: "Есеп <esep@mia.example>", replyTo: "staff@mia.example", messageId: "<letter-7@mia.example>" },
      ...{ to: { name: "Әлия Нұрғалиева", address: "head@police.example" }, date: new Date(0) },
    });
    expect(message.length).toBeLessThan(100_000);
    const mail = await PostalMime.parse(message, { attachmentEncoding: "utf8" });
    expect(mail.subject).toBe(letter.subject.replaceAll("\u00a0", " "));
    expect(mail.replyTo?.[0]?.address).toBe("staff@mia.example");
    for (const { mimeType, content } of mail.attachments) {
      if (mimeType === "text/calendar") expect(() => ICAL.parse(String(content))).not.toThrow();
    }
  });
});

test("a letter of the ladder leads to where it is answered and to who is wrongly addressed", () => {
  for (const language of languageNames) {
    const { text, html } = galleryLetter("one", language, workdays);
    for (const link of ["/letters/DP-10/2027/mZ6oD6Dkq0zS1l1pVb3u2A/3/answer", "/answer#wrong"]) {
      expect(text).toContain(link);
      expect(html).toContain(`${link}"`);
    }
  }
});

test("a phone's first line says what is wrong and by when", () => {
  const { html, subject } = galleryLetter("mixed", "ru", workdays);
  const preheader = /<div style="display:none[^>]*>(.*?)<\/div>/.exec(html)?.[1];
  expect(subject).toBe("Есеп: нарушено 1, просрочено 1, истекает 3 – 2 органа полиции");
  expect(preheader).toMatch(/^Управление полиции города Семей: Проверка места .* срок истек 27.03.2027/);
  expect(html.indexOf(preheader ?? "-", html.indexOf("<h1"))).toBeLessThan(html.indexOf("Состояние на"));
});

describe("the pages of the gallery", () => {
  let site: Site;
  beforeAll(async () => {
    site = await createSite(null);
  });

  test.each(Locale.options)("lead in %s to every kind in every language", async (locale) => {
    const html = await site.read(`/letters/gallery?lang=${locale}`);
    expect(faultsOf(html)).toEqual([]);
    for (const kind of letterKinds) {
      expect(html).toContain(galleryTexts(locale).kinds[kind]);
      for (const language of languageNames) expect(html).toContain(`href="/letters/gallery/${kind}/${language}"`);
    }
  });

  test("show each sample, its frame and its calendar, and nothing else", async () => {
    const page = await site.read("/letters/gallery/mixed/kk-ru");
    expect(faultsOf(page)).toEqual([]);
    expect(page).toContain('src="/letters/gallery/mixed/kk-ru/html"');
    const frame = await site.app.request("/letters/gallery/mixed/kk-ru/html");
    expect(frame.headers.get("content-security-policy")).toContain("sandbox");
    const calendar = await site.app.request("/letters/gallery/mixed/kk-ru/calendar.ics");
    expect(calendar.headers.get("content-type")).toContain("text/calendar");
    expect((await calendar.text()).startsWith("BEGIN:VCALENDAR\r\n")).toBe(true);
    for (const path of ["none/kk", "mixed/fr", "mixed/fr/html", "overdue/kk/calendar.ics"]) {
      expect((await site.app.request(`/letters/gallery/${path}`)).status).toBe(404);
    }
  });
});

describe("esep letters preview", () => {
  const directory = mkdtempSync(join(tmpdir(), "esep-letters-"));
  afterAll(() => rmSync(directory, { recursive: true }));
  let program: string;
  beforeAll(async () => {
    program = await bundled("cli", "gallery");
  });
  const preview = (...given: readonly string[]) => run(program, "letters", "preview", ...given);

  test("writes a kind in every language as HTML, text and calendar", () => {
    const { stdout, status } = preview("--kind", "mixed", "--out", directory);
    expect([status, stdout.trim().split("\n").length]).toEqual([0, 4]);
    expect(readdirSync(directory)).toHaveLength(12);
    expect(readFileSync(join(directory, "mixed.en.txt"), "utf8")).toContain("Drawing up and signing the protocol");
  });

  test("refuses a kind that is none", () => {
    const { status, stderr } = preview("--kind", "none");
    expect(status).toBe(2);
    expect(stderr).toContain("Allowed choices are");
  });
});
