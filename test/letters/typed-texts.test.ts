import fc from "fast-check";
import ICAL from "ical.js";
import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import type { LetterContent, LetterItem } from "../../core/escalation/letter.ts";
import type { Notice } from "../../core/escalation/notice.ts";
import { renderLetter } from "../../functions/mail/letter.tsx";
import { composeMime, type MessageHeaders } from "../../functions/mail/mime.ts";
import { renderNotice } from "../../functions/mail/notice.ts";
import { subjectOf } from "../../functions/mail/subject.ts";
import { noticeKinds, sampleNotice } from "../../functions/web/gallery/sample-notices.ts";
import { item, letterTo, replyDue, sending, settings, today } from "../mail/support/sample.ts";
import { unescaped } from "../web/support/html.ts";

const headers = (name: string): MessageHeaders => ({
  from: "Есеп <esep@mia.example>",
  to: { name, address: "head@police.example" },
  messageId: "<letter-7@mia.example>",
  date: new Date("2027-03-19T04:00:00Z"),
});

const letters =
  "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяАӘБВГҒДЖЗКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЭЮЯІ0123456789 -«»№.,()\"'&<>;:\\/";

/** A name as a person could type it, with all that mail, HTML and calendars give a meaning of their own. */
const name = fc
  .string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 70 })
  .map((text) => `Ж${text}Ң`.replace(/\s+/g, " "));

const plainText = (html = ""): string => unescaped(html.replace(/<style>.*?<\/style>|<[^>]+>/gs, " "));

/** A reply due to one body about one appeal. */
const about = (bodyName: string, appeal: string): LetterItem =>
  item(
    { obligation: "reply", subject: appeal, missing: ["reply"], derivation: replyDue.finding.derivation },
    { bodyName: { kk: bodyName, ru: bodyName } },
  );

const letterOf = (items: readonly LetterItem[], person: string): LetterContent =>
  letterTo(["ru"], { items, closed: [], recipient: { email: "head@police.example", name: person, locales: ["ru"] } });

const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));

describe("480 Kazakh and Russian texts", () => {
  const texts = fc.sample(name, { numRuns: 480, seed: 608 });

  test("survive in subject and addressee", async () => {
    for (const text of texts) {
      const subject = subjectOf(letterOf([about(text, "A-1")], text), ["ru"]);
      const mail = await PostalMime.parse(await composeMime({ subject, text: "-", html: "-" }, headers(text)));
      expect(mail.subject).toBe(`Есеп: Ответ – осталось 14 дней (02.04.2027) – ${text}`);
      expect(mail.to).toEqual([{ name: text, address: "head@police.example" }]);
    }
  });

  test("survive in HTML, text and calendar file, read by other libraries", async () => {
    for (let from = 0; from < texts.length; from += 8) {
      const eight = texts.slice(from, from + 8);
      const content = letterOf(
        eight.map((text, index) => about(text, eight[7 - index] ?? "")),
        eight[0] ?? "",
      );
      const letter = renderLetter(content, { ...settings, sending });
      const mail = await PostalMime.parse(await composeMime(letter, headers("Х")), { attachmentEncoding: "utf8" });
      const seen = plainText(mail.html);
      const events = eventsIn(String(mail.attachments[0]?.content));
      expect(events.map(({ summary }) => summary)).toEqual(eight.map((text) => `Ответ на обращение – ${text}`));
      for (const [index, text] of eight.entries()) {
        expect(mail.text).toContain(text);
        expect(seen).toContain(text);
        expect(mail.text).toContain(`Обращение № ${text} · `);
        expect(seen).toContain(`Обращение № ${text} · `);
        expect(events[7 - index]?.description).toContain(`Обращение № ${text} · кампания 2027 года\n`);
      }
    }
  });
});

/** Text by which somebody could try to leave a header, a tag, an attribute, a template or a calendar's line. */
const attacks = [
  "\r\nBcc: all@police.example",
  "\nSubject: x\n\n<b>",
  "\r\nATTENDEE:mailto:x@police.example",
  "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:x",
  ";TZID=x:\\n\\nEND:VCALENDAR",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onclick='x",
  "</title></style></td></table><h1>",
  "<!--[if mso]><b><![endif]-->",
  "\u0024{7*7} {{7*7}} <%= 7 %> %s %d",
  "\u202egnp.exe",
  "\u0000\u0007\u001b[31m",
  "javascript:alert(1)",
  "\ud800",
  "=?utf-8?B?PGI+?=",
  "\u2028\u2029\u0085",
];

const structureOf = (html = ""): readonly string[] =>
  (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/="[^"]*"/g, ""));

/** Names of components and properties, in order: what a text that leaves its line would change. */
const linesOf = (text: string): readonly string[] =>
  text
    .replaceAll(/\r?\n /g, "")
    .split(/\r?\n/)
    .map((line) => line.split(/[:;]/)[0] ?? "");

describe.each(attacks)("the text %j is inert", (attack) => {
  const text = `Семей ${attack} Х`;

  test("in every field of a letter that a person can fill", async () => {
    const compose = async (typed: string) => {
      const bodyName = { kk: typed, ru: typed };
      const finding = { obligation: "protocol", missing: [`appeal:${typed}`], body: typed } as const;
      const content = letterTo(["kk", "ru"], {
        items: [
          item({ ...finding, derivation: replyDue.finding.derivation }, { bodyName }),
          item({ obligation: "decision", subject: typed, missing: ["completion"], due: today }, { bodyName }),
        ],
        reasons: [{ role: "head", body: typed, bodyName }],
        paper: [bodyName],
        recipient: { email: "head@police.example", name: typed, locales: ["kk", "ru"] },
      });
      const calendar = { isWorking: settings.calendar.isWorking, nameOf: () => ({ kk: typed, ru: typed }) };
      const letter = renderLetter(content, { ...settings, calendar, sending, replyTo: "staff@mia.example" });
      const message = await composeMime(letter, headers(typed));
      return PostalMime.parse(message, { attachmentEncoding: "utf8" });
    };
    const [plain, mail] = [await compose("Семей Х"), await compose(text)];
    expect(mail.headers.map(({ key }) => key)).toEqual(plain.headers.map(({ key }) => key));
    expect(mail.to?.map(({ address }) => address)).toEqual(["head@police.example"]);
    expect(structureOf(mail.html)).toEqual(structureOf(plain.html));
    expect(mail.text?.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u);
    const [file, other] = [mail, plain].map(({ attachments }) => String(attachments[0]?.content));
    expect(linesOf(file ?? "")).toEqual(linesOf(other ?? "x"));
    expect(eventsIn(file ?? "")).toHaveLength(2);
  });

  test.each(noticeKinds)("in a notice of %s", async (kind) => {
    /** The same notice with a text in place of every name. */
    const typedInto = (about: Notice, typed: string): Notice =>
      JSON.parse(
        JSON.stringify(about, (key, value: unknown) =>
          ["ru", "kk", "recipient", "policy", "calendar"].includes(key) && typeof value === "string" ? typed : value,
        ),
      );
    const compose = async (typed: string) => {
      const sample = sampleNotice(kind, ["kk", "ru"]);
      const content = { recipient: { ...sample.recipient, name: typed }, about: typedInto(sample.about, typed) };
      const message = await composeMime(
        renderNotice(content, { appUrl: settings.appUrl, demo: false }),
        headers(typed),
      );
      return PostalMime.parse(message);
    };
    const [plain, mail] = [await compose("Семей Х"), await compose(text)];
    expect(mail.headers.map(({ key }) => key)).toEqual(plain.headers.map(({ key }) => key));
    expect(structureOf(mail.html)).toEqual(structureOf(plain.html));
    expect(mail.text?.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u);
  });
});
