import type { RuleTexts } from "./rules.ts";

export const en: RuleTexts = {
  rules: {
    required: () => "is needed",
    invalid: ({ form }) => form,
    "too-long": ({ longest }) => `no longer than ${longest} characters`,
    "unknown-field": () => "there is no such field; open the form again",
    "personal-data": ({ data }) =>
      `seems to hold ${data}. Personal data of citizens are not kept: an appeal is known by its number`,
    "unknown-meeting": () => "there is no such meeting; plan it first",
    "unknown-appeal": () => "there is no such appeal; record it first",
    "unknown-decision": () => "the protocol has no such decision",
    "unknown-subject": () => "this obligation is not owed for it",
    "unknown-fact": () => "nothing of this is recorded; a new fact has its own form",
    duplicate: ({ name }) => `“${name}” is taken, give another`,
    "no-protocol": () => "there is no protocol yet; draw it up first",
    "no-extension": () => "the term was not extended; record the extension first",
    "no-waiver": () => "the obligation is not waived on that day",
    "already-recorded": () => "is recorded already; to change it, correct it with a reason",
    "already-held": () => "this meeting is confirmed as held",
    "already-cancelled": () => "the meeting was cancelled; plan another one",
    "already-waived": () => "part of this time is waived already; end that waiver first",
    "nothing-to-change": () => "all of this is recorded already; give what has changed",
    "in-the-future": ({ day, time }) => `${day}${time} has not come yet; record what has happened`,
    "in-the-past": ({ day }) => `${day} has passed; give today or a later day`,
    "not-begun": ({ day, time }) => `the meeting begins on ${day} at ${time}; record this afterwards`,
    frozen: ({ day }) => `does not change since ${day}, the day of the meeting; what differed stands in the protocol`,
    "before-meeting": ({ day, since }) =>
      `${day} is before the day of the meeting (${since}); give the day it happened`,
    "before-drawn-up": ({ day, since }) =>
      `${day} is before the protocol was drawn up (${since}); give the day it happened`,
    "before-received": ({ day, since }) =>
      `${day} is before the appeal was received (${since}); give the day it happened`,
    "before-decided": ({ day, since }) => `${day} is before the extension was decided (${since}); give a later day`,
    "before-from": () => "the last day is before the first",
    "own-obligation": () => "nobody waives their own obligation; ask the superior body or the ministry",
    "same-person": () => "this person signed in the other role; secretary and head are two people",
    identity: () => "names the meeting or the body, and does not change",
    "not-removable": () =>
      "a whole meeting is not removed: before its day it is cancelled, later its facts are corrected",
    "not-one-fact": () => "correct each fact by itself",
    "file-rule": ({ fact }) => `contradicts another fact (${fact}); correct that one first`,
    archived: () => "the campaign is archived: nothing can be recorded in it any more",
  },
  forms: {
    day: "give a date that exists",
    time: "give a time of the form HH:MM",
    count: "give a whole number, zero or more",
    web: "give the address of a page, beginning with https://",
    choice: "choose one of those offered",
    text: "give a text",
  },
  data: { "e-mail": "an e-mail address", phone: "a phone number", iin: "an IIN" },
  contradiction: "decisions are listed, and it is ticked that there were none; leave one of the two",
  confirm: "confirm that this cannot be undone",
};
