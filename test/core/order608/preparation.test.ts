import { describe } from "vitest";
import { InvitationGroup } from "../../../core/dossier/meeting.ts";
import { dossierOf, type MeetingText, meetingOn } from "../support/facts.ts";
import { judges, passesThrough } from "../support/table.ts";

const M = "2027-03-12";
const having = (more: Partial<MeetingText>, date = M) =>
  dossierOf([meetingOn(date, more)], { campaign: Number(date.slice(0, 4)) });
const groups = InvitationGroup.options;
const invited = (sentOn: string, forDate = M, to = groups) =>
  having({ invitation: { sentOn, forDate, groups: [...to] } });
const allGroups = [...groups].sort();

describe("the invitation (p. 4, 11)", () => {
  passesThrough("invitation m1", having({}), [
    ["2027-02-24", "upcoming"],
    ["2027-02-25", "due"],
    ["2027-03-11", "due"],
    ["2027-03-12", "breached"],
  ]);

  judges("invitation m1", [
    [
      "is due the day before, aimed at 10 days",
      having({}),
      "2027-03-01",
      { due: "2027-03-11", target: "2027-03-02", missing: allGroups },
    ],
    ["sent on the due day is met", invited("2027-03-11"), M, { state: "met", metOn: "2027-03-11", missing: [] }],
    ["sent on the meeting's day is beyond cure", invited(M), M, { state: "breached", metOn: null, missing: allGroups }],
    ["sent tomorrow is not sent yet", invited("2027-03-11"), "2027-03-10", { missing: allGroups }],
    ["for another date invites nobody", invited("2027-03-01", "2027-03-13"), M, { missing: allGroups }],
    [
      "lists the groups left out",
      invited(
        "2027-03-01",
        M,
        groups.filter((group) => group !== "media" && group !== "health"),
      ),
      "2027-03-02",
      { missing: ["health", "media"] },
    ],
    ["counts a group named twice once", invited("2027-03-01", M, [...groups, "media"]), "2027-03-02", { state: "met" }],
    ["aimed at Constitution Day 2027 goes before it", having({}, "2027-03-25"), "2027-03-01", { target: "2027-03-12" }],
    [
      "aimed at Sunday 15 March 2026 goes to the Friday before",
      having({}, "2026-03-25"),
      "2026-03-01",
      { target: "2026-03-13" },
    ],
    ["aimed at Monday 16 March 2026 stays there", having({}, "2026-03-26"), "2026-03-01", { target: "2026-03-16" }],
    [
      "is due on 29 February",
      having({}, "2028-03-01"),
      "2028-02-29",
      { due: "2028-02-29", target: "2028-02-18", state: "due" },
    ],
    [
      "is due on 31 December for 1 January",
      having({}, "2028-01-01"),
      "2027-12-31",
      { due: "2027-12-31", target: "2027-12-22" },
    ],
  ]);
});

const checked = (
  checkedOn: string,
  more: object = {},
  expected: Partial<MeetingText> = { expectedParticipants: 200 },
) => having({ venue: { checkedOn, place: "Дом культуры", hygienic: true, capacity: 200, ...more }, ...expected });

describe("the venue (p. 9)", () => {
  passesThrough("venue m1", having({}), [
    ["2027-02-23", "upcoming"],
    ["2027-02-24", "due"],
    ["2027-03-11", "due"],
    ["2027-03-12", "breached"],
  ]);

  judges("venue m1", [
    [
      "is due the day before, aimed at 11 days",
      having({}),
      "2027-03-01",
      { due: "2027-03-11", target: "2027-03-01", missing: ["check"] },
    ],
    [
      "checked on the due day and just large enough is met",
      checked("2027-03-11"),
      M,
      { state: "met", metOn: "2027-03-11", missing: [] },
    ],
    ["checked on the meeting's day is beyond cure", checked(M), M, { state: "breached", missing: ["check"] }],
    ["checked tomorrow is not checked yet", checked("2027-03-11"), "2027-03-10", { missing: ["check"] }],
    [
      "of another place is not this check",
      checked("2027-03-01", { place: "Школа" }),
      M,
      { state: "breached", missing: ["check"] },
    ],
    ["in Kazakh is the same place", checked("2027-03-01", { place: "мәдениет  ҮЙІ" }), M, { state: "met" }],
    [
      "one place too few is too small",
      checked("2027-03-01", { capacity: 199 }),
      "2027-03-02",
      { missing: ["capacity"] },
    ],
    ["needs hygiene", checked("2027-03-01", { hygienic: false }), "2027-03-02", { missing: ["hygiene"] }],
    ["needs to know how many are expected", checked("2027-03-01", {}, {}), "2027-03-02", { missing: ["expected"] }],
    [
      "lists all that is wrong",
      checked("2027-03-01", { hygienic: false, capacity: 1 }),
      "2027-03-02",
      { missing: ["capacity", "hygiene"] },
    ],
    [
      "without hygiene and number lists both",
      checked("2027-03-01", { hygienic: false }, {}),
      "2027-03-02",
      { missing: ["expected", "hygiene"] },
    ],
    [
      "for nobody expected is large enough",
      checked("2027-03-01", { capacity: 0 }, { expectedParticipants: 0 }),
      "2027-03-02",
      { state: "met" },
    ],
    ["aimed at Constitution Day 2027 goes before it", having({}, "2027-03-26"), "2027-03-01", { target: "2027-03-12" }],
    [
      "aimed at 29 February stays there",
      having({}, "2028-03-11"),
      "2028-02-29",
      { due: "2028-03-10", target: "2028-02-29" },
    ],
  ]);
});

const ready = (readyOn: string, sections: number[]) => having({ content: { readyOn, sections } });
const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];

describe("the content (p. 6)", () => {
  passesThrough("content m1", having({}), [
    ["2027-03-02", "upcoming"],
    ["2027-03-03", "due"],
    ["2027-03-11", "due"],
    ["2027-03-12", "breached"],
  ]);

  judges("content m1", [
    [
      "is due the day before, aimed at 3 days",
      having({}),
      "2027-03-01",
      { due: "2027-03-11", target: "2027-03-09", missing: nine.map((n) => `section:${n}`) },
    ],
    ["ready on the due day is met", ready("2027-03-11", nine), M, { state: "met", metOn: "2027-03-11", missing: [] }],
    [
      "ready on the meeting's day is beyond cure",
      ready(M, nine),
      M,
      { state: "breached", missing: nine.map((n) => `section:${n}`) },
    ],
    [
      "needs 6(1) to 6(9)",
      ready("2027-03-01", [1, 2, 4, 5, 6, 7, 8, 10]),
      "2027-03-02",
      { missing: ["section:3", "section:9"] },
    ],
    ["may do without 6(10)", ready("2027-03-01", [9, 8, 7, 6, 5, 4, 3, 2, 1]), "2027-03-02", { state: "met" }],
    ["aimed at 8 March goes to the Friday before", having({}, "2027-03-11"), "2027-03-01", { target: "2027-03-05" }],
    ["aimed at 29 February stays there", having({}, "2028-03-03"), "2028-02-29", { target: "2028-02-29" }],
  ]);
});

const fit = { inPerson: true, clearedOfSecrets: true, orderPlanned: true };
const readiness = (checkedOn: string, more: object = {}) => having({ readiness: { checkedOn, ...fit, ...more } });

describe("the readiness (p. 2, 3, 21)", () => {
  passesThrough("readiness m1", having({}), [
    ["2027-03-04", "upcoming"],
    ["2027-03-05", "due"],
    ["2027-03-11", "due"],
    ["2027-03-12", "breached"],
  ]);

  judges("readiness m1", [
    [
      "is due the day before",
      having({}),
      "2027-03-01",
      { due: "2027-03-11", target: "2027-03-11", missing: ["check"] },
    ],
    ["checked on the due day is met", readiness("2027-03-11"), M, { state: "met", metOn: "2027-03-11", missing: [] }],
    ["checked on the meeting's day is beyond cure", readiness(M), M, { state: "breached", missing: ["check"] }],
    ["needs the head in person", readiness("2027-03-01", { inPerson: false }), "2027-03-02", { missing: ["inPerson"] }],
    [
      "needs clearing of secrets and public order",
      readiness("2027-03-01", { clearedOfSecrets: false, orderPlanned: false }),
      "2027-03-02",
      { missing: ["clearedOfSecrets", "orderPlanned"] },
    ],
    [
      "is due on Constitution Day 2027, aimed at the Friday before",
      having({}, "2027-03-16"),
      "2027-03-01",
      { due: "2027-03-15", target: "2027-03-12" },
    ],
    [
      "is due and aimed at Monday 16 March 2026",
      having({}, "2026-03-17"),
      "2026-03-01",
      { due: "2026-03-16", target: "2026-03-16" },
    ],
    [
      "is due on 29 February",
      having({}, "2028-03-01"),
      "2028-02-29",
      { due: "2028-02-29", target: "2028-02-29", state: "due" },
    ],
  ]);
});
