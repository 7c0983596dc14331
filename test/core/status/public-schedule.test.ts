import { describe, expect, test } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import { Dossier } from "../../../core/dossier/dossier.ts";
import { announcedMeetings } from "../../../core/status/public-schedule.ts";
import { moment } from "../support/evaluate.ts";
import {
  dossierOf,
  fullNotice,
  type MeetingText,
  meetingOn,
  type NoticeText,
  noticeOf,
  place,
} from "../support/facts.ts";

const date = "2027-03-25";
const full = fullNotice("2027-03-10", date);

/** What the population knows on a day of meetings. */
const announced = (meetings: MeetingText[], on = "2027-03-19") =>
  announcedMeetings(Dossier.parse(dossierOf(meetings)), { now: moment(on) });
const announcedBy = (...notices: NoticeText[]) => announced([meetingOn(date, { notices })])[0];

describe("of a meeting the population knows", () => {
  test("all that its notice says", () => {
    expect(announced([meetingOn(date, { notices: [full] })])).toEqual([
      {
        ...{ body: "PB-1", campaign: 2027, meeting: "m1", date: day(date), startsAt: "15:00", place },
        ...{
          questions: [{ ...full, publishedOn: day("2027-03-10"), announces: { ...full.announces, date: day(date) } }],
        },
        ...{
          published: { ...full, publishedOn: day("2027-03-10"), announces: { ...full.announces, date: day(date) } },
        },
        ...{ isCancelled: false, revision: expect.any(Number) },
      },
    ]);
  });

  test.each([
    ["no hour that nobody has published", { date }, { startsAt: null, place: null, questions: [] }],
    ["the hour alone", { date, startsAt: "15:00" }, { startsAt: "15:00", place: null, questions: [] }],
    ["the place alone", { date, place: place.ru }, { startsAt: null, place, questions: [] }],
    ["where questions go", { date, questions: true }, { startsAt: null, place: null, questions: [{}] }],
  ] as const)("%s", (_, announces, expected) => {
    expect(announcedBy(noticeOf("2027-03-10", announces))).toMatchObject(expected);
  });

  test("what several notices say together, and each that says how to send questions", () => {
    const first = noticeOf("2027-03-10", { date, questions: true });
    const second = noticeOf("2027-03-12", { startsAt: "15:00", questions: true });
    const third = noticeOf("2027-03-11", { place: place.kk });
    const found = announcedBy(first, second, third);
    expect(found).toMatchObject({ startsAt: "15:00", place, published: { publishedOn: day("2027-03-12") } });
    expect(found?.questions.map(({ publishedOn }) => publishedOn)).toEqual([day("2027-03-10"), day("2027-03-12")]);
  });

  test("of two notices of one day the one that was recorded last", () => {
    expect(announcedBy(full, { ...full, outlet: "Радио" })?.published.outlet).toBe("Радио");
  });

  test.each([
    ["without a notice", []],
    ["whose notices name no date", [noticeOf("2027-03-10", { startsAt: "15:00" })]],
    ["whose notice names another date", [fullNotice("2027-03-10", "2027-03-26")]],
    ["whose notice names another hour", [noticeOf("2027-03-10", { date, startsAt: "16:00" })]],
    ["whose notice comes tomorrow", [fullNotice("2027-03-20", date)]],
  ])("nothing when it is one %s", (_, notices) => {
    expect(announcedBy(...notices)).toBeUndefined();
  });

  test("nothing of a notice that differs from it, beside one that does not", () => {
    const voided = { ...noticeOf("2027-03-12", { startsAt: "16:00", questions: true }), outlet: "Радио" };
    const found = announcedBy(noticeOf("2027-03-10", { date }), voided);
    expect(found).toMatchObject({ startsAt: null, questions: [], published: { publishedOn: day("2027-03-10") } });
  });
});

describe("a meeting that was announced and then cancelled", () => {
  const cancelled = meetingOn(date, { notices: [full], status: "cancelled", cancelledOn: "2027-03-18" });

  test("is told of, since people have noted it", () => {
    expect(announced([cancelled])).toMatchObject([{ isCancelled: true, startsAt: "15:00", place, questions: [{}] }]);
  });

  test("is no secret before it was cancelled either", () => {
    expect(announced([cancelled], "2027-03-17")).toMatchObject([{ isCancelled: false }]);
  });

  test("is not told of when nobody had announced it", () => {
    expect(announced([{ ...cancelled, notices: [] }])).toEqual([]);
  });
});

test("meetings come as they stand in the dossier, those that nobody announced left out", () => {
  const meetings = [
    meetingOn("2027-03-26", { id: "m2", notices: [fullNotice("2027-03-10", "2027-03-26")] }),
    meetingOn("2027-03-24", { id: "m3" }),
    meetingOn(date, { notices: [full] }),
  ];
  expect(announced(meetings).map(({ meeting }) => meeting)).toEqual(["m2", "m1"]);
});

describe("the number of a calendar's word about a meeting", () => {
  const revision = (more: Partial<MeetingText>, on?: string) =>
    announced([meetingOn(date, { notices: [full], ...more })], on)[0]?.revision ?? Number.NaN;

  test("rises with every notice, of a later day or of the same, void ones included, and with a cancellation", () => {
    const revisions = [
      revision({}),
      revision({ notices: [full, full] }),
      revision({ notices: [full, fullNotice("2027-03-11", "2027-03-26")] }),
      revision({ notices: [full, full, fullNotice("2027-03-11", date)] }),
      revision({ status: "cancelled", cancelledOn: "2027-03-12" }),
      revision({ notices: [full, full], status: "cancelled", cancelledOn: "2027-03-12" }),
    ];
    expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
    expect(new Set(revisions).size).toBe(6);
  });

  test("is a small whole number, as calendars want, and does not change by itself", () => {
    expect(Number.isInteger(revision({})) && revision({}) > 0 && revision({}) < 2 ** 31).toBe(true);
    expect(revision({}, "2027-03-24")).toBe(revision({}));
    const later = { status: "cancelled", cancelledOn: "2027-03-18" } as const;
    expect(revision(later, "2027-03-17")).toBe(revision({}));
  });
});
