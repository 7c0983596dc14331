import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { type Day, day, formatDay } from "../../core/calendar/day.ts";
import { instant } from "../../core/calendar/zone.ts";
import type { ClosedItem, LetterContent, LetterItem } from "../../core/escalation/letter.ts";
import { Locale } from "../../core/register/locale.ts";
import { renderLetter } from "../../functions/mail/letter.tsx";
import {
  closedNotice,
  item,
  letterTo,
  noticeDue,
  overdue,
  replyDue,
  sending,
  settings,
  todayDue,
} from "../mail/support/sample.ts";

interface Event {
  readonly uid: string;
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  readonly status: string;
  readonly sequence: number;
  readonly alarms: readonly string[];
}

/** The calendar file of a letter, read by another library than it was written with. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents("vevent").map((component): Event => {
    const event = new ICAL.Event(component);
    return {
      ...{ uid: event.uid, summary: event.summary, description: event.description },
      day: event.startDate.isDate ? event.startDate.toString() : "not all day",
      status: String(component.getFirstPropertyValue("status")),
      sequence: Number(event.sequence),
      alarms: component.getAllSubcomponents("valarm").map((alarm) => String(alarm.getFirstPropertyValue("trigger"))),
    };
  });
  return { calendar, events };
}

const calendarText = (content: LetterContent, at = sending.at): string =>
  renderLetter(content, { ...settings, sending: { ...sending, at } }).calendar?.content ?? "";

const eventsOf = (items: readonly LetterItem[], closed: readonly ClosedItem[] = [], at = sending.at) => {
  const text = calendarText(letterTo(["ru"], { items, closed }), at);
  return text === "" ? [] : read(text).events;
};

const closedOn = (due: Day, closure: ClosedItem["closure"] = "met"): ClosedItem => ({
  ...closedNotice,
  closure,
  key: { ...closedNotice.key, due },
});

const at = (days: number) => instant(sending.at + days * 86_400_000);

describe("a letter's calendar file", () => {
  test("holds an all-day event for each due day that is today or ahead, the soonest first, and none for the others", () => {
    const events = eventsOf([overdue, replyDue, todayDue, noticeDue]);
    expect(events.map((event) => event.day)).toEqual(["2027-03-19", "2027-04-02", "2027-04-08"]);
    expect(eventsOf([overdue])).toEqual([]);
  });

  test("says the duty and the body, and leads to the clause and to the page", () => {
    const [event] = eventsOf([replyDue]);
    expect(event?.summary).toBe("Ответ на обращение – Отдел полиции Абайского района");
    expect(event?.description).toContain("Обращение № ЖТ-2027-118 · кампания 2027 года");
    expect(event?.description).toContain("АППК, статья 76");
    expect(event?.description).toContain("https://esep.example/bodies/PB-103200000?campaign=2027#reply");
  });

  test("wakes its reader the day before, and not on the day itself", () => {
    const [today, ahead] = eventsOf([todayDue, noticeDue]);
    expect(ahead?.alarms).toEqual(["-PT15H"]);
    expect(today?.alarms).toEqual([]);
  });

  test("speaks every language of the letter", () => {
    const [event] = read(calendarText(letterTo(["kk", "ru"], { items: [replyDue] }))).events;
    expect(event?.summary).toBe(
      "Жолданымға жауап беру – Абай ауданының Полиция бөлімі / Ответ на обращение – Отдел полиции Абайского района",
    );
  });

  test("publishes, is stamped in UTC and folds its lines at 75 octets", () => {
    const text = calendarText(letterTo(["kk"], { items: [replyDue, noticeDue] }));
    expect(read(text).calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(text).toContain("DTSTAMP:20270319T040000Z\r\n");
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test("is the same for the same letter, and is not made for one that is not sent", () => {
    expect(calendarText(letterTo(["kk"]))).toBe(calendarText(letterTo(["kk"])));
    expect(renderLetter(letterTo(["kk"]), settings).calendar).toBeUndefined();
  });

  test("holds the soonest of many, and the letter says how many there are", () => {
    const items = Array.from({ length: 300 }, (_, index) =>
      item(
        { body: `PB-${index}`, due: day("2027-04-02") },
        { bodyName: { ru: `Отдел ${index}`, kk: `Бөлім ${index}` } },
      ),
    );
    const letter = renderLetter(letterTo(["ru"], { items, closed: [] }), { ...settings, sending });
    const { events } = read(letter.calendar?.content ?? "");
    expect(events.length).toBeGreaterThan(10);
    expect(letter.text).toContain(`Ближайших сроков в приложенном файле календаря: ${events.length} из 300.`);
    expect(Buffer.byteLength(letter.calendar?.content ?? "")).toBeLessThan(13_600);
  });
});

describe("an event", () => {
  const movedTo = (due: Day) => item({ due, derivation: { kind: "fixed", of: "decision-due", due } });

  test("keeps its UID when its due day moves, and the later letter has the higher SEQUENCE", () => {
    const [before] = eventsOf([movedTo(day("2027-04-02"))]);
    const [after] = eventsOf([movedTo(day("2027-04-09"))], [closedOn(day("2027-04-02"), "void")], at(1));
    expect([before?.day, after?.day]).toEqual(["2027-04-02", "2027-04-09"]);
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
  });

  test("is another one for another body, campaign, obligation or subject", () => {
    const events = eventsOf([
      item(),
      item({ body: "PB-2" }),
      item({ campaign: 2028 }),
      item({ obligation: "invitation" }),
      item({ subject: "m2" }),
    ]);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(5);
  });

  test("has the same UID for every reader and in every language", () => {
    const uids = Locale.options.map(
      (locale) => read(calendarText(letterTo([locale], { items: [replyDue] }))).events[0]?.uid,
    );
    expect(uids[0]).toMatch(/^[0-9a-f]{32}@mia\.example$/);
    expect(new Set(uids).size).toBe(1);
  });

  test.each(["met", "late", "waived", "void"] as const)("is cancelled when it ends ahead of its day: %s", (closure) => {
    const [event] = eventsOf([], [closedOn(day("2027-04-02"), closure)]);
    expect(event).toMatchObject({ status: "CANCELLED", day: "2027-04-02", alarms: [] });
  });

  test("of a day that has passed is left alone, and so is one that could not be checked", () => {
    expect(eventsOf([], [closedOn(day("2027-03-18"))])).toEqual([]);
    expect(eventsOf([], [closedOn(day("2027-04-02"), "unchecked")])).toEqual([]);
  });

  test("that moved is not cancelled, whatever the letter says of its old term", () => {
    const { body, campaign, obligation, subject } = noticeDue.finding;
    const old = {
      ...closedOn(day("2027-03-25"), "void"),
      key: { body, campaign, obligation, subject, due: day("2027-03-25") },
    };
    const events = eventsOf([noticeDue], [old]);
    expect(events.map(({ status, day: on }) => [status, on])).toEqual([
      ["CONFIRMED", formatDay(noticeDue.finding.due)],
    ]);
  });

  test("comes back after it was cancelled", () => {
    const [cancelled] = eventsOf([], [closedOn(day("2027-04-02"))]);
    const again = item({ body: closedNotice.key.body, subject: closedNotice.key.subject, due: day("2027-04-02") });
    const [event] = eventsOf([again], [], at(2));
    expect(event?.status).toBe("CONFIRMED");
    expect(event?.uid).toBe(cancelled?.uid ?? "no event");
    expect(event?.sequence).toBeGreaterThan(cancelled?.sequence ?? 0);
  });
});
