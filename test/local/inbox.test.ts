import { beforeAll, describe, expect, it } from "vitest";
import type { Envelope } from "../../local/ses/delivery.ts";
import { inboxApp } from "../../local/ses/inbox.tsx";
import { type Mailbox, openMailbox } from "../../local/ses/mailbox.ts";
import { startInbox } from "../../local/ses/server.ts";
import { composeLetter } from "./support/letters.ts";

const envelope = (recipient: string): Envelope => ({
  source: "esep@mia.example",
  recipients: [recipient],
  configurationSet: "letters",
  tags: [{ name: "scope", value: "DP-10" }],
});

async function inboxWith(...letters: readonly (readonly [recipient: string, subject: string, text?: string])[]) {
  const mailbox = await openMailbox(undefined, () => new Date("2027-03-19T04:00:05Z"));
  for (const [to, subject, text] of letters) {
    await mailbox.accept(await composeLetter(to, subject, text), envelope(to));
  }
  const app = inboxApp(mailbox);
  const get = async (path: string) => {
    const answer = await app.request(path);
    return { answer, text: await answer.text() };
  };
  return { mailbox, get };
}

describe("the inbox page", () => {
  it("says that nothing leaves the machine, also when there are no letters", async () => {
    const { get } = await inboxWith();
    const { answer, text } = await get("/");
    expect(answer.status).toBe(200);
    expect(text).toMatch(/^<!doctype html><html lang="en">/);
    expect(text).toContain("Demo inbox: nothing leaves this machine.");
    expect(text).toContain("No letters yet.");
  });

  it("lists the newest letter first, with recipient, subject in its language, tag, size and the local time that it was written", async () => {
    const { get } = await inboxWith(["a@police.example", "Бірінші"], ["b@police.example", "Екінші <2>"]);
    const { text } = await get("/");
    expect(text.indexOf("Екінші &lt;2&gt;")).toBeLessThan(text.indexOf("Бірінші"));
    expect(text).toContain('lang="kk">Бірінші');
    expect(text).toContain("2 letters");
    expect(text).toContain("a@police.example");
    expect(text).toContain("<span>scope</span> DP-10");
    expect(text).toContain('<time datetime="2027-03-19T04:00:02.000Z">2027-03-19 09:00:02</time>');
  });

  it("finds letters by recipient, subject, tag and text, whatever the case, all words at once", async () => {
    const { get, mailbox } = await inboxWith(
      ["a@police.example", "Ескерту", "Хаттама жоқ"],
      ["b@police.example", "Еске салу"],
    );
    for (const query of ["A@POLICE", "ескерту", "хаттама", "dp-10 жоқ"]) {
      expect(mailbox.search(query).map(({ number }) => number)).toEqual([1]);
    }
    const { text } = await get(`/?q=${encodeURIComponent("Хаттама")}`);
    expect(text).toContain("1 letter of 2 with “Хаттама”");
    expect(text).not.toContain("Еске салу");
  });

  it("shows a letter with its text, headers and files, and keeps its HTML in a sandbox", async () => {
    const { get } = await inboxWith(["a@police.example", "Ескерту"]);
    const { text } = await get("/letters/1");
    expect(text).toContain('<iframe sandbox="" src="/letters/1/html"');
    expect(text).toContain("Есеп мерзімі жақындады.");
    expect(text).toContain("мерзім.ics");
    expect(text).toContain("Content-Language");
    expect(text).not.toContain("alert(1)");
  });

  it("allows no inline style or script on its pages, and only inline style in the letter's frame", async () => {
    const { get } = await inboxWith(["a@police.example", "Ескерту"]);
    for (const path of ["/", "/letters/1", "/nowhere", "/inbox.css"]) {
      const policy = (await get(path)).answer.headers.get("content-security-policy");
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain("unsafe");
    }
    const { answer, text } = await get("/letters/1/html");
    expect(answer.headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox",
    );
    expect(text).toContain("<h1>Ескерту</h1>");
  });

  it("gives the raw letter and its files for download only", async () => {
    const { get, mailbox } = await inboxWith(["a@police.example", "Ескерту"]);
    const { answer, text } = await get("/letters/1/raw");
    const [delivery] = mailbox.deliveries;
    expect(delivery && text === Buffer.from(await mailbox.raw(delivery)).toString()).toBe(true);
    expect(answer.headers.get("content-disposition")).toContain("letter-1.eml");
    const file = await get("/letters/1/attachments/0");
    expect(file.text).toContain("BEGIN:VCALENDAR");
    expect(file.answer.headers.get("content-type")).toBe("application/octet-stream");
    expect(file.answer.headers.get("content-disposition")).toContain("filename*=UTF-8''%D0%BC");
  });

  it.each(["/letters/2", "/letters/2/html", "/letters/2/raw", "/letters/1/attachments/9", "/letters/x"])(
    "answers 404 for %s",
    async (path) => {
      const { get } = await inboxWith(["a@police.example", "Ескерту"]);
      expect((await get(path)).answer.status).toBe(404);
    },
  );
});

describe("an inbox of 10 000 letters", () => {
  let mailbox: Mailbox;
  beforeAll(async () => {
    mailbox = await openMailbox();
    const raw = Buffer.from("Subject: Letter\r\nTo: a@police.example\r\n\r\nText of the letter.\r\n");
    for (let count = 0; count < 10_000; count++) await mailbox.accept(raw, envelope(`r${count}@police.example`));
  });

  it("lists, pages and searches in well under a second", async () => {
    const app = inboxApp(mailbox);
    const started = performance.now();
    const first = await (await app.request("/")).text();
    const last = await (await app.request("/?page=100")).text();
    const found = await (await app.request("/?q=r9999@police.example")).text();
    expect(performance.now() - started).toBeLessThan(1000);
    expect(first).toContain("10,000 letters");
    expect(first).toContain("Page 1 of 100");
    expect(first.match(/<tr>/g)).toHaveLength(101);
    expect(last).toContain("r0@police.example");
    expect(last).not.toContain("Older");
    expect(found).toContain("1 letter of 10,000");
  });
});

it("the inbox listens on 127.0.0.1 at the port it is given", async () => {
  const { mailbox } = await inboxWith();
  const { url, close } = await startInbox(mailbox, 0);
  expect(new URL(url).hostname).toBe("127.0.0.1");
  expect((await fetch(url)).status).toBe(200);
  await expect(startInbox(mailbox, Number(new URL(url).port))).rejects.toMatchObject({ code: "EADDRINUSE" });
  await close();
});
