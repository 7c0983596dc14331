import fc from "fast-check";
import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import type { LetterContent } from "../../core/escalation/letter.ts";
import type { Locale } from "../../core/register/locale.ts";
import { renderLetter } from "../../functions/mail/letter.tsx";
import { composeMime, type MessageHeaders } from "../../functions/mail/mime.ts";
import { closedNotice, item, letterTo, semey, sending, settings } from "./support/sample.ts";

const headers: MessageHeaders = {
  from: "Есеп <esep@mia.example>",
  to: { name: "Әлия Нұрғалиева", address: "head@police.example" },
  messageId: "<letter-7@mia.example>",
  date: new Date("2027-03-19T04:00:00Z"),
};

const compose = (content: LetterContent, changes: Partial<MessageHeaders> = {}): Promise<Buffer> =>
  composeMime(renderLetter(content, settings), { ...headers, ...changes });

const letters = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяАӘБВГҒДЖЗКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЭЮЯІ0123456789 -«»№.,()";

/** A name as a person could type it: Kazakh and Russian, one line, no space at its ends or twice. */
const name = fc
  .string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 80 })
  .map((text) => `Ж${text}Ң`.replace(/\s+/g, " "));

/** Text by which somebody could try to leave a header, a tag, an attribute or a template. */
const hostile = fc
  .tuple(
    fc.constantFrom(
      "\r\nBcc: all@police.example",
      "\nSubject: x\n\n<b>",
      "<script>alert(1)</script>",
      '"><img src=x onerror=alert(1)>',
      "' onclick='x",
      "</title></style></td></table><h1>",
      "\u0024{7*7} {{7*7}} <%= 7 %>",
      "\u202egnp.exe",
      "\u0000\u0007\u001b[31m",
      "<!-- ",
      "javascript:alert(1)",
      "\ud800",
      "=?utf-8?B?PGI+?=",
    ),
    name,
  )
  .map(([attack, text]) => `${text}${attack}`);

/** Tags with the names of their attributes: what a text that leaves its place would change. */
const structureOf = (html = ""): readonly string[] =>
  (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/="[^"]*"/g, ""));

describe("a composed message", () => {
  test("carries the headers of an automatic letter", async () => {
    const mail = await PostalMime.parse(await compose(letterTo(["ru"]), { replyTo: "staff@mia.example" }));
    const header = (key: string) => mail.headers.find((one) => one.key === key)?.value;
    expect(mail.from).toEqual({ name: "Есеп", address: "esep@mia.example" });
    expect(mail.to).toEqual([{ name: "Әлия Нұрғалиева", address: "head@police.example" }]);
    expect(mail.replyTo).toEqual([{ name: "", address: "staff@mia.example" }]);
    expect(mail.messageId).toBe("<letter-7@mia.example>");
    expect(mail.date).toBe("2027-03-19T04:00:00.000Z");
    expect(header("auto-submitted")).toBe("auto-generated");
    expect(header("x-auto-response-suppress")).toBe("All");
  });

  test("carries subject, text and HTML unchanged", async () => {
    const letter = renderLetter(letterTo(["kk", "ru"]), settings);
    const mail = await PostalMime.parse(await composeMime(letter, headers));
    expect(mail.subject).toBe(letter.subject);
    expect(mail.text?.trimEnd()).toBe(letter.text.trimEnd());
    expect(mail.html?.trimEnd()).toBe(letter.html.trimEnd());
    expect(mail.attachments).toEqual([]);
  });

  test("takes a calendar file along", async () => {
    const letter = renderLetter(letterTo(["kk"]), { ...settings, sending });
    const message = await composeMime(letter, headers);
    const mail = await PostalMime.parse(message, { attachmentEncoding: "base64" });
    expect(mail.attachments).toHaveLength(1);
    expect(mail.attachments[0]).toMatchObject({ filename: "esep.ics", mimeType: "text/calendar", method: "PUBLISH" });
    // The parser reads line ends as its own; in the message they are those of RFC 5545.
    const content = Buffer.from(String(mail.attachments[0]?.content), "base64").toString();
    expect(content).toBe(letter.calendar?.content.replaceAll("\r\n", "\n"));
    const sent = message.toString().slice(message.indexOf("text/calendar")).split("\r\n\r\n")[1] ?? "";
    expect(Buffer.from(sent.split("----")[0] ?? "", "base64").toString()).toBe(letter.calendar?.content);
  });

  test.each(["a@b.kz, c@d.kz", "a@b.kz\r\nBcc: c@d.kz", "<a@b.kz>", "nobody", ""])(
    "refuses the address %j",
    (address) => {
      expect(() => compose(letterTo(["ru"]), { to: { name: "x", address } })).toThrow(TypeError);
    },
  );

  test("refuses a Message-ID that is none", () => {
    expect(() => compose(letterTo(["ru"]), { messageId: "<a@b>\r\nX: y" })).toThrow("Message-ID");
  });
});

describe("what people typed", () => {
  const locale = fc.constantFrom<Locale>("kk", "ru");

  test("survives in subject, recipient, HTML and text", async () => {
    await fc.assert(
      fc.asyncProperty(name, name, locale, async (body, person, language) => {
        const content = letterTo([language], {
          items: [item({}, { bodyName: { kk: body, ru: body } })],
          closed: [],
          recipient: { email: "x@police.example", name: person, locales: [language] },
        });
        const mail = await PostalMime.parse(
          await compose(content, { to: { name: person, address: "x@police.example" } }),
        );
        expect(mail.subject?.endsWith(` – ${body}`)).toBe(true);
        expect(mail.to).toEqual([{ name: person, address: "x@police.example" }]);
        expect(mail.text).toContain(body);
        expect(mail.html).toContain(body);
        expect(mail.text).toContain(person);
      }),
      { numRuns: 100 },
    );
  });

  test("is inert in every field a person can fill", async () => {
    const plain = await PostalMime.parse(await compose(letterTo(["ru"], { items: [item()] })));
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const bodyName = { kk: text, ru: text };
        const content = letterTo(["ru"], {
          items: [item({ subject: text }, { bodyName })],
          closed: [{ ...closedNotice, bodyName }],
          reasons: [
            { role: "head", body: text, bodyName },
            { role: "superior", body: text, bodyName },
          ],
          recipient: { email: "x@police.example", name: text, locales: ["ru"] },
        });
        const message = await compose(content, { to: { name: text, address: "x@police.example" } });
        const mail = await PostalMime.parse(message);
        expect(mail.headers.map(({ key }) => key)).toEqual(plain.headers.map(({ key }) => key));
        expect(mail.to).toHaveLength(1);
        expect(mail.to?.[0]?.address).toBe("x@police.example");
        expect(structureOf(mail.html)).toEqual(structureOf(plain.html));
        expect(mail.text?.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
      }),
      { numRuns: 100 },
    );
  });

  test("in an appeal's number and a body's code stays in its place", () => {
    const evil = 'A"><b>\n1';
    const { html, text } = renderLetter(
      letterTo(["ru"], { items: [item({ obligation: "reply", subject: evil, body: evil, missing: ["reply"] })] }),
      settings,
    );
    expect(html).not.toContain("<b>\n1");
    expect(html).toContain("/bodies/A%22%3E%3Cb%3E%0A1?campaign=2027#reply");
    expect(text).toContain('Обращение № A"><b> 1 ·');
  });
});

describe("a message stays under 100 kB", () => {
  const long = "Өте ұзақ атауы бар аумақтық полиция органының бөлімі ".repeat(20);

  test.each([
    [1, semey.kk],
    [50, semey.kk],
    [5000, semey.kk],
    [20_000, semey.kk],
    [5000, long],
  ])("with %i items", async (count, text) => {
    const items = Array.from({ length: count }, (_, index) =>
      item(
        {
          body: `PB-${index}`,
          obligation: "content",
          missing: Array.from({ length: 9 }, (_, n) => `section:${n + 1}`),
        },
        { bodyName: { kk: `${index} ${text}`, ru: `${index} ${text}` }, late: true, insteadOf: "superior" },
      ),
    );
    const closed = Array.from({ length: count }, () => ({ ...closedNotice, bodyName: { kk: text, ru: text } }));
    const roles = ["officer", "head", "superior", "ministry", "apex"] as const;
    const reasons = items.flatMap(({ bodyName, finding }) =>
      roles.map((role) => ({ role, body: finding.body, bodyName })),
    );
    const content = letterTo(["kk", "ru"], { items, closed, reasons });
    const letter = renderLetter(content, { ...settings, sending });
    const message = await composeMime(letter, { ...headers, to: { name: long, address: headers.to.address } });
    expect(message.length).toBeLessThan(100_000);
    const mail = await PostalMime.parse(message);
    expect(mail.text).toContain("Не хватает");
    expect(mail.text).toContain(text.slice(0, 60));
  });
});
