import { describe } from "vitest";
import { dossierOf, fullNotice, heldOn, meetingOn, noticeOf } from "../support/facts.ts";
import { judges, passesThrough } from "../support/table.ts";

const M = "2027-03-12";
const all = ["date", "place", "questions", "schedule", "startsAt"];
const published = (on: string) => dossierOf([meetingOn(M, { notices: [fullNotice(on, M)] })]);
const notices = (...given: ReturnType<typeof noticeOf>[]) => dossierOf([meetingOn(M, { notices: given })]);
const rest = { startsAt: "15:00", schedule: true, questions: true };

describe("the notice (p. 8(2))", () => {
  passesThrough("notice m1", dossierOf([meetingOn(M)]), [
    ["2027-02-21", "upcoming"],
    ["2027-02-22", "due"],
    ["2027-03-02", "due"],
    ["2027-03-03", "overdue"],
    ["2027-03-11", "overdue"],
    ["2027-03-12", "breached"],
    ["2027-12-31", "breached"],
  ]);

  judges("notice m1", [
    [
      "is due 10 days before, aimed at 11",
      dossierOf([meetingOn(M)]),
      "2027-03-01",
      { due: "2027-03-02", target: "2027-03-01", missing: all, daysLeft: 1 },
    ],
    [
      "published the day before it is due is met",
      published("2027-03-01"),
      M,
      { state: "met", metOn: "2027-03-01", missing: [] },
    ],
    ["published on the due day is met", published("2027-03-02"), M, { state: "met", metOn: "2027-03-02" }],
    ["published the day after is late", published("2027-03-03"), M, { state: "late", metOn: "2027-03-03" }],
    [
      "published the day before the meeting is late",
      published("2027-03-11"),
      M,
      { state: "late", metOn: "2027-03-11" },
    ],
    [
      "published on the meeting's day is beyond cure, whatever the hour",
      published(M),
      M,
      { state: "breached", metOn: null, missing: all },
    ],
    [
      "published on the meeting's day counts no earlier that day either",
      published(M),
      `${M}T09:00`,
      { state: "breached", missing: all },
    ],
    ["published tomorrow is not published yet", published("2027-03-02"), "2027-03-01", { state: "due", missing: all }],
    [
      "stays met when the meeting is over",
      dossierOf([heldOn(M, { notices: [fullNotice("2027-03-02", M)] })]),
      "2027-03-13",
      { state: "met" },
    ],
  ]);

  judges("notice m1", [
    [
      "in two parts is met when the set is complete",
      notices(
        noticeOf("2027-03-05", { questions: true }),
        noticeOf("2027-03-01", { ...rest, questions: false, date: M, place: "Дом культуры" }),
      ),
      M,
      { state: "late", metOn: "2027-03-05" },
    ],
    [
      "lists what is still to be announced",
      notices(noticeOf("2027-03-01", { date: M, schedule: true })),
      "2027-03-02",
      { missing: ["place", "questions", "startsAt"] },
    ],
    [
      "completed on the meeting's day still lists what was missing",
      notices(noticeOf("2027-03-01", { date: M, ...rest }), noticeOf(M, { place: "Дом культуры" })),
      M,
      { state: "breached", missing: ["place"] },
    ],
    [
      "`false` announces nothing",
      notices(noticeOf("2027-03-01", { schedule: false, questions: false })),
      "2027-03-02",
      { missing: all },
    ],
    [
      "of another date is void as a whole",
      notices(noticeOf("2027-03-01", { date: "2027-03-13", ...rest })),
      "2027-03-02",
      { missing: all },
    ],
    [
      "of another hour is void as a whole",
      notices(noticeOf("2027-03-01", { date: M, ...rest, startsAt: "15:30" })),
      "2027-03-02",
      { missing: all },
    ],
    [
      "of another place is void as a whole",
      notices(noticeOf("2027-03-01", { date: M, ...rest, place: "Школа" })),
      "2027-03-02",
      { missing: all },
    ],
    [
      "a void one does not spoil a valid one",
      notices(noticeOf("2027-02-25", { date: "2027-03-11", ...rest }), fullNotice("2027-03-01", M)),
      "2027-03-02",
      { state: "met", metOn: "2027-03-01" },
    ],
    [
      "names the place in Kazakh as well",
      notices(noticeOf("2027-03-01", { date: M, ...rest, place: "Мәдениет үйі" })),
      "2027-03-02",
      { state: "met" },
    ],
    [
      "names the place in any case and spacing",
      notices(noticeOf("2027-03-01", { date: M, ...rest, place: "  дом   КУЛЬТУРЫ " })),
      "2027-03-02",
      { state: "met" },
    ],
    [
      "without the spaces it is another place",
      notices(noticeOf("2027-03-01", { date: M, ...rest, place: "Домкультуры" })),
      "2027-03-02",
      { state: "due", missing: all },
    ],
  ]);

  judges("notice m1", [
    [
      "of a meeting on the last of March is due on a holiday, aimed at the working day before",
      dossierOf([meetingOn("2027-03-31")]),
      "2027-03-19",
      { due: "2027-03-21", target: "2027-03-19" },
    ],
    [
      "aimed at Constitution Day goes before it in 2027",
      dossierOf([meetingOn("2027-03-26")]),
      "2027-03-12",
      { due: "2027-03-16", target: "2027-03-12" },
    ],
    [
      "aimed at Monday 16 March stays there in 2026",
      dossierOf([meetingOn("2026-03-27")], { campaign: 2026 }),
      "2026-03-16",
      { due: "2026-03-17", target: "2026-03-16" },
    ],
    [
      "aimed at a day off moved from a weekend goes before the holidays",
      dossierOf([meetingOn("2027-04-04")]),
      "2027-03-19",
      { due: "2027-03-25", target: "2027-03-19" },
    ],
    [
      "is due on 29 February",
      dossierOf([meetingOn("2028-03-10")], { campaign: 2028 }),
      "2028-02-29",
      { due: "2028-02-29", target: "2028-02-28", daysLeft: 0, state: "due" },
    ],
    [
      "is aimed at 29 February",
      dossierOf([meetingOn("2028-03-11")], { campaign: 2028 }),
      "2028-02-29",
      { due: "2028-03-01", target: "2028-02-29" },
    ],
    [
      "has no 29 February to be due on in 2027",
      dossierOf([meetingOn("2027-03-10")]),
      "2027-02-28",
      { due: "2027-02-28", target: "2027-02-26" },
    ],
    [
      "of a January meeting is due on 31 December",
      dossierOf([meetingOn("2028-01-10")], { campaign: 2028 }),
      "2027-12-31",
      { due: "2027-12-31", target: "2027-12-30", state: "due", daysLeft: 0 },
    ],
    [
      "of a January meeting is overdue on 1 January",
      dossierOf([meetingOn("2028-01-10")], { campaign: 2028 }),
      "2028-01-01",
      { state: "overdue", daysLeft: -1 },
    ],
  ]);
});
