import { describe, expect, it, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { createWorkdays } from "../../core/calendar/workdays.ts";
import { instant } from "../../core/calendar/zone.ts";
import type { NoticeContent } from "../../core/escalation/notice.ts";
import { BodyId } from "../../core/register/body.ts";
import type { Locale } from "../../core/register/locale.ts";
import { noticeScope } from "../../core/use-cases/letters/notices.ts";
import { createComposer } from "../../functions/mail/composer.ts";
import { renderNotice } from "../../functions/mail/notice.ts";

const noticeFor = (locales: readonly Locale[]): NoticeContent => ({
  recipient: { email: "staff@mia.example", name: "Штаб", locales },
  about: {
    ...{ kind: "brake", scope: "DP-1", bodies: 7, of: 12 },
    scopeName: { ru: "ДП <Абай>", kk: "Абай ПД" },
    slot: { day: day("2027-04-07"), time: "18:00" },
    until: { day: day("2027-04-08"), time: "09:00" },
  },
});
const settings = { appUrl: "https://esep.example", demo: true };

describe("a notice of the brake", () => {
  it.each([
    ["kk", "Абай ПД", "08.04.2027"],
    ["ru", "ДП <Абай>", "08.04.2027"],
    ["en", "ДП <Абай>", "8 April 2027"],
  ] as const)("says in %s whom it concerns, until when and what to do, as text and as HTML", (locale, name, until) => {
    const { subject, text, html } = renderNotice(noticeFor([locale]), settings);
    expect(subject).toContain(name);
    for (const fact of [
      "7",
      "12",
      `${until}, 09:00`,
      "18:00",
      "https://esep.example/brake",
      "https://esep.example/sweeps",
    ]) {
      expect(text).toContain(fact);
      expect(html).toContain(fact);
    }
    expect(html).not.toContain("<Абай>");
  });

  it("is in both official languages for somebody without a language, Kazakh first", () => {
    const { text, subject } = renderNotice(noticeFor([]), settings);
    expect(subject).toContain("Хаттар кідіртілді");
    expect(text.indexOf("Хаттар кідіртілді")).toBeLessThan(text.indexOf("Письма задержаны"));
  });
});

test("its message is small, goes to one address and has an id of its own", async () => {
  const composer = createComposer({
    ...{ from: "esep@mia.example", replyTo: undefined, appUrl: settings.appUrl, demo: false },
    workdays: createWorkdays(),
  });
  const scope = noticeScope({ kind: "brake", event: "DP-1_2027-04-07_1800" });
  const id = { scope, year: 2027, recipientKey: "abc", n: 0 };
  const { recipient, mime } = await composer.composeNotice(noticeFor(["ru"]), id, instant(0));
  const message = Buffer.from(mime).toString();
  expect(recipient).toBe("staff@mia.example");
  expect(message).toContain("Message-ID: <brake_DP-1_2027-04-07_1800.2027.abc.0@mia.example>");
  expect(message).toContain("Auto-Submitted: auto-generated");
  expect(mime.byteLength).toBeLessThan(20_000);
});

test("no scope of the register has the name of a notice's log", () => {
  expect(BodyId.safeParse(noticeScope({ kind: "brake", event: "DP-1" })).success).toBe(false);
});
