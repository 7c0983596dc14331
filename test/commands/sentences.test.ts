import { expect, test } from "vitest";
import type { Dossier } from "../../core/dossier/dossier.ts";
import {
  appealOf,
  cancelled,
  drawnUp,
  empty,
  from,
  give,
  planned,
  plan as planOf,
  received,
  type Step,
  sign,
  signed,
} from "./support/steps.ts";

const NOW = "2027-03-20";
const m1 = { meeting: "m1" };
const approve = (fields: object): Step => ["approve-schedule", { approvedOn: NOW, ...fields }, NOW];
const plan = (fields: object): Step => ["plan-meeting", { ...planOf, ...fields }, "2027-02-01"];
const move = (fields: object, when = "2027-02-03"): Step => ["move-meeting", { ...m1, ...fields }, when];
const cancel = (when: string): Step => ["cancel-meeting", { ...m1, cancelledOn: "2027-03-12" }, when];
const hold = (when: string): Step => ["confirm-held", m1, when];
const draw = (fields: object): Step => ["draw-up-protocol", { ...m1, drawnUpOn: NOW, ...fields }, NOW];
const receive = (fields: object): Step => ["receive-appeal", { ...appealOf("A-1"), ...fields }, "2027-03-12 16:00"];
const extend = (fields: object): Step => [
  "extend-appeal",
  { appeal: "A-1", decidedOn: NOW, until: "2027-05-01", ...fields },
  NOW,
];
const waive = (fields: object, by?: "superior"): Step => [
  "waive",
  { obligation: "report", subject: "dossier", reason: "Карантин", from: NOW, ...fields },
  NOW,
  by,
];
const correct = (path: string, value?: unknown): Step => [
  "correct",
  { path, reason: "Опечатка", ...(value !== undefined && { value }) },
  NOW,
];
const publish = (fields: object = {}): Step => [
  "publish-notice",
  { ...m1, publishedOn: "2027-02-20", channel: "press", outlet: "Газета", announces: {}, ...fields },
  "2027-02-20",
];
const held = from(planned, hold("2027-03-12 15:00"));
const extended = from(received, extend({}));
const waived = from(empty, waive({}, "superior"));
const byHead = from(drawnUp, sign("head", "Ким А."));

/** The sentences that a caller of the API reads, without the field's name where the field says it already. */
const rows: readonly (readonly [given: Dossier, step: Step, ...sentences: string[]])[] = [
  // The shape of the input.
  [empty, ["approve-schedule", {}, NOW], "`approvedOn`: is required."],
  [empty, ["approve-schedule", NOW, NOW], "Invalid input: expected object, received string."],
  [empty, approve({ by: "x" }), "`by`: is no field of this command."],
  [empty, approve({ number: "x".repeat(201) }), "`number`: is longer than 200 characters."],
  [planned, move({ meeting: "m".repeat(201) }), "`meeting`: is longer than 200 characters."],
  [planned, draw({ decisions: [{ text: "х".repeat(4001) }] }), "`decisions.0.text`: is longer than 4000 characters."],
  [planned, correct("x".repeat(1001)), "`path`: is longer than 1000 characters."],
  [planned, publish({ url: `https://x.kz/${"x".repeat(2000)}` }), "`url`: is longer than 2000 characters."],
  [planned, publish({ url: "ftp://x.kz" }), "`url`: is not the address of a page, of the form https://…."],
  [planned, plan({ id: "m/1" }), "`id`: is not an id: 1–40 letters, digits or hyphens."],
  [
    empty,
    approve({ number: "a@example.kz" }),
    "`number`: seems to hold an e-mail address; leave it out, an appeal is known by its number.",
  ],
  [
    empty,
    approve({ number: "87011234567" }),
    "`number`: seems to hold a phone number; leave it out, an appeal is known by its number.",
  ],
  [
    empty,
    approve({ number: "900101300123" }),
    "`number`: seems to hold an IIN (12 digits); leave it out, an appeal is known by its number.",
  ],
  // What the command is about.
  [planned, move({ meeting: "m2" }), "`meeting`: names no meeting of this dossier; plan it first."],
  [cancelled, move({}), "`meeting`: the meeting was cancelled; plan another one."],
  [
    received,
    ["reply-appeal", { appeal: "A-2", repliedOn: NOW }, NOW],
    "`appeal`: names no appeal of this dossier; receive it first.",
  ],
  [planned, draw({ appeals: ["A-9"] }), "`appeals.0`: names no appeal of this meeting; receive it first."],
  [
    drawnUp,
    ["complete-decision", { ...m1, decision: "d9", doneOn: NOW }, NOW],
    "`decision`: names no decision of this meeting's protocol.",
  ],
  [planned, sign("head", "Ким А."), "`meeting`: the meeting has no protocol to sign; draw it up first."],
  [
    received,
    ["notify-extension", { appeal: "A-1", notifiedOn: NOW }, NOW],
    "`appeal`: the term of this appeal was not extended; use `extend-appeal` first.",
  ],
  [planned, plan({ id: "m1" }), '`id`: "m1" is the id of another meeting; leave it out for the next free one.'],
  [received, receive({}), '`number`: "A-1" is the number of another appeal of this dossier.'],
  [
    planned,
    draw({ decisions: ["d1", "d1"].map((id) => ({ id, text: "Свет" })) }),
    '`decisions.1.id`: repeats "d1"; leave it out for the next free one.',
  ],
  // What has happened already.
  [extended, extend({}), "`appeal`: is recorded already; use `correct`, with a reason."],
  [held, hold("2027-03-12 16:00"), "`meeting`: the meeting is confirmed as held."],
  [held, cancel("2027-03-12 16:00"), "`meeting`: the meeting was held."],
  [planned, move({}), "`meeting`: all of this is recorded already; give what is new."],
  // The order of days.
  [
    empty,
    approve({ approvedOn: "2027-03-21" }),
    "`approvedOn`: 2027-03-21 lies in the future; record what has happened, on the day or after.",
  ],
  [
    planned,
    draw({ date: "2027-03-21" }),
    "`date`: 2027-03-21 lies in the future; record what has happened, on the day or after.",
  ],
  [
    planned,
    receive({ receivedAt: "17:00" }),
    "`receivedAt`: 17:00 lies in the future; record what has happened, on the day or after.",
  ],
  [planned, plan({ date: "2027-01-31" }), "`date`: 2027-01-31 has passed; a meeting is planned for today or later."],
  [planned, hold("2027-03-12 14:59"), "`meeting`: the meeting begins on 2027-03-12 at 15:00; record this afterwards."],
  [
    planned,
    cancel("2027-03-12"),
    "`cancelledOn`: the meeting's day 2027-03-12 has come, so it can no longer be cancelled; plan another one.",
  ],
  [
    planned,
    draw({ drawnUpOn: "2027-03-11" }),
    "`drawnUpOn`: 2027-03-11 lies before the meeting's date 2027-03-12; give the day it happened.",
  ],
  [
    drawnUp,
    ["sign-protocol", { ...m1, role: "head", name: "Ким А.", signedOn: "2027-03-11" }, NOW],
    "`signedOn`: 2027-03-11 lies before the day on which the protocol was drawn up, 2027-03-12; give the day it happened.",
  ],
  [
    received,
    ["reply-appeal", { appeal: "A-1", repliedOn: "2027-03-11" }, NOW],
    "`repliedOn`: 2027-03-11 lies before the day on which the appeal was received, 2027-03-12; give the day it happened.",
  ],
  [
    extended,
    ["notify-extension", { appeal: "A-1", notifiedOn: "2027-03-19" }, NOW],
    "`notifiedOn`: 2027-03-19 lies before the day on which the extension was decided, 2027-03-20; give the day it happened.",
  ],
  [received, extend({ until: "2027-03-19" }), "`until`: lies before `decidedOn`; give the new last day."],
  [
    byHead,
    sign("secretary", "ким а."),
    "`name`: the same person signed in the other role; secretary and head are two people.",
  ],
  // Waivers.
  [empty, waive({}), "`obligation`: nobody waives their own obligation; ask the superior body or the ministry."],
  [
    empty,
    waive({ subject: "m1", from: "2027-03-19", to: "2027-03-18" }, "superior"),
    "`subject`: names nothing that `report` is owed for.",
    "`from`: has passed; a waiver excuses nothing that was owed before, give today or later.",
    "`to`: lies before `from`.",
  ],
  [waived, waive({}, "superior"), "`from`: a waiver covers part of this time; end it first."],
  [
    waived,
    ["end-waiver", { obligation: "report", subject: "dossier", to: "2027-03-19" }, NOW, "superior"],
    "`to`: give 2027-03-20 or a later last day.",
  ],
  [
    waived,
    ["end-waiver", { obligation: "notice", subject: "dossier", to: NOW }, NOW, "superior"],
    "`subject`: no waiver of this obligation and subject covers that day.",
  ],
  // Corrections.
  [planned, correct("campaign", 2028), "`path`: says what the dossier or meeting is, and never changes."],
  [planned, correct("meetings/m1"), "`path`: is a whole meeting; cancel it before its day, or correct a fact of it."],
  [planned, correct("meetings"), "`path`: names no single fact; correct each by its own path."],
  [
    planned,
    correct("meetings/m1/protocol/date", NOW),
    "`path`: names nothing that is recorded; a new fact has its own command.",
  ],
  [
    planned,
    correct("meetings/m1/date", "2027-03-25"),
    "`path`: is frozen since 2027-03-12, the day of the meeting; what differed stands in its protocol.",
  ],
  [
    signed,
    correct("meetings/m1/appeals/A-1"),
    '`path`: `meetings/m1/protocol/appeals/0` breaks a file rule: lists the unknown appeal "A-1".',
  ],
];

const messagesOf = (result: object): unknown =>
  "issues" in result && Array.isArray(result.issues) ? result.issues.map(({ message }) => message) : [];

test.each(rows.map(([given, step, ...sentences]) => [step[0], sentences.join(" "), given, step, sentences] as const))(
  "%s is refused in words: %s",
  (_name, _words, given, step, sentences) => expect(messagesOf(give(given, step))).toEqual(sentences),
);
