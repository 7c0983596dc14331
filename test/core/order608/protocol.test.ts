import { describe } from "vitest";
import {
  dossierOf,
  heldOn,
  type MeetingText,
  meetingOn,
  type ProtocolText,
  protocolOf,
  raisedOn,
} from "../support/facts.ts";
import { judges, passesThrough } from "../support/table.ts";

const M = "2027-03-12";
const held = (more: Partial<MeetingText>, date = M) =>
  dossierOf([heldOn(date, more)], { campaign: Number(date.slice(0, 4)) });
const recorded = (more: Partial<ProtocolText> = {}, appeals: MeetingText["appeals"] = []) =>
  held({ protocol: protocolOf(M, more), appeals });
const signed = (secretary: string, head: string): ProtocolText["signatures"] => [
  { role: "secretary", name: "А. А.", signedOn: secretary },
  { role: "head", name: "Б. Б.", signedOn: head },
];

describe("the protocol (p. 12–15)", () => {
  passesThrough("protocol m1", dossierOf([meetingOn(M)]), [
    ["2027-03-11", "upcoming"],
    [`${M}T14:59`, "upcoming"],
    [`${M}T15:00`, "due"],
    [M, "due"],
    ["2027-03-13", "overdue"],
    ["2027-12-31", "overdue"],
  ]);

  judges("protocol m1", [
    [
      "is due on the day itself; a meeting whose hour has come counts without being confirmed",
      dossierOf([meetingOn(M)]),
      M,
      { due: M, target: M, missing: ["protocol"], daysLeft: 0, metOn: null },
    ],
    ["complete on the day is met", recorded(), M, { state: "met", metOn: M, missing: [] }],
    [
      "complete on the day exists only from the meeting's hour",
      recorded(),
      `${M}T14:59`,
      { state: "upcoming", missing: ["protocol"] },
    ],
    [
      "drawn up the day after is late",
      recorded({ drawnUpOn: "2027-03-13", signatures: signed("2027-03-13", "2027-03-13") }),
      "2027-03-19",
      { state: "late", metOn: "2027-03-13" },
    ],
    [
      "is met on the later signature",
      recorded({ signatures: signed("2027-03-15", M) }),
      "2027-03-19",
      { state: "late", metOn: "2027-03-15" },
    ],
    [
      "unsigned by the head until tomorrow is not met",
      recorded({ signatures: signed(M, "2027-03-13") }),
      M,
      { state: "due", missing: ["head"] },
    ],
    ["drawn up without signatures needs both", recorded({ signatures: [] }), M, { missing: ["head", "secretary"] }],
    [
      "counts the earliest signature of each role",
      recorded({ signatures: [...signed("2027-03-18", "2027-03-13"), ...signed("2027-03-16", "2027-03-17")] }),
      "2027-03-19",
      { metOn: "2027-03-16" },
    ],
    [
      "with two heads and no secretary is not signed",
      recorded({ signatures: [...signed(M, M).slice(1), ...signed(M, M).slice(1)] }),
      M,
      { missing: ["secretary"] },
    ],
    [
      "of the meeting alone names all its gaps",
      held({ protocol: { drawnUpOn: M, signatures: signed(M, M) } }),
      M,
      { missing: ["date", "decisions", "participants", "place", "startsAt"] },
    ],
    ["with another date is not this meeting's", recorded({ date: "2027-03-11" }), M, { missing: ["date"] }],
    [
      "may say another hour and place: what differed stands in it",
      recorded({ startsAt: "15:40", place: "Школа" }),
      M,
      { state: "met" },
    ],
    [
      "with nobody present and no decision is complete",
      recorded({ participants: 0, decisions: [] }),
      M,
      { state: "met" },
    ],
  ]);

  judges("protocol m1", [
    [
      "lists every appeal of the day, answered or not",
      recorded({ appeals: ["A-1"] }, [raisedOn(M), raisedOn(M, { number: "A-2", answered: "full" })]),
      M,
      { missing: ["appeal:A-2"] },
    ],
    [
      "without a list lacks each appeal",
      recorded({}, [raisedOn(M), raisedOn(M, { number: "A-2" })]),
      M,
      { missing: ["appeal:A-1", "appeal:A-2"] },
    ],
    ["need not list an appeal of a later day", recorded({}, [raisedOn("2027-03-13")]), "2027-03-19", { state: "met" }],
    [
      "with all listed is met",
      recorded({ appeals: ["A-2", "A-1"] }, [raisedOn(M), raisedOn(M, { number: "A-2" })]),
      M,
      { state: "met", metOn: M },
    ],
  ]);

  judges("protocol m1", [
    [
      "of a Saturday's meeting is due on Saturday",
      dossierOf([meetingOn("2027-03-13")]),
      "2027-03-13",
      { due: "2027-03-13", state: "due" },
    ],
    [
      "of a meeting on Constitution Day is due on it",
      dossierOf([meetingOn("2027-03-15")]),
      "2027-03-16",
      { due: "2027-03-15", state: "overdue" },
    ],
    ["of 29 February is due on it", held({}, "2028-02-29"), "2028-02-29", { due: "2028-02-29", state: "due" }],
    [
      "of 31 December is overdue on 1 January",
      held({}, "2027-12-31"),
      "2028-01-01",
      { due: "2027-12-31", state: "overdue", daysLeft: -1 },
    ],
    [
      "of a meeting at midnight is due from its first minute",
      dossierOf([meetingOn(M, { startsAt: "00:00" })]),
      `${M}T00:00`,
      { state: "due" },
    ],
  ]);
});
