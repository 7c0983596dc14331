import { describe, expect, it } from "vitest";
import { cancelled, from, planned, type Row, type Step, table, textOf } from "./support/steps.ts";

const m1 = { meeting: "m1" };
const invitation = { ...m1, sentOn: "2027-02-20", forDate: "2027-03-12", groups: ["maslikhat", "media"] };
const venue = { ...m1, checkedOn: "2027-02-20", place: "Дом культуры", hygienic: true, capacity: 300 };
const content = { ...m1, readyOn: "2027-02-20", sections: [1, 2, 3] };
const readiness = { ...m1, checkedOn: "2027-02-20", inPerson: true, clearedOfSecrets: true, orderPlanned: false };
const notice = {
  ...m1,
  publishedOn: "2027-02-20",
  channel: "web",
  outlet: "Семей таңы",
  url: "https://semeytany.example/851/123456789012",
  announces: { date: "2027-03-12", startsAt: "15:00", place: "Дом культуры", schedule: true, questions: true },
};

const parts = [
  ["record-invitation", invitation, "sentOn"],
  ["record-venue-check", venue, "checkedOn"],
  ["record-content", content, "readyOn"],
  ["record-readiness", readiness, "checkedOn"],
] as const;

describe.each(parts)("%s", (name, input, dated) => {
  const on = (when: string, fields: object = {}): Step => [name, { ...input, ...fields }, when];
  const recorded = from(planned, on("2027-02-20"));
  table([
    ["on its day", planned, on("2027-02-20"), []],
    ["late, after the meeting", planned, on("2027-03-20"), []],
    ["tomorrow's", planned, on("2027-02-19"), [`${dated}: in-the-future`]],
    ["again before the meeting's day", recorded, on("2027-03-11", { [dated]: "2027-03-11" }), []],
    ["again on its day", recorded, on("2027-03-12", { [dated]: "2027-03-11" }), ["meeting: already-recorded"]],
    ["the same again", recorded, on("2027-03-01"), ["meeting: nothing-to-change"]],
    ["of a cancelled meeting", cancelled, on("2027-02-20"), ["meeting: already-cancelled"]],
    ["of no meeting", planned, on("2027-02-20", { meeting: "m2" }), ["meeting: unknown-meeting"]],
  ]);
});

describe("what a preparation may say", () => {
  table([
    ["section 11", planned, ["record-content", { ...content, sections: [11] }, "2027-02-20"], ["sections.0: invalid"]],
    [
      "an unknown group",
      planned,
      ["record-invitation", { ...invitation, groups: ["media", "police"] }, "2027-02-20"],
      ["groups.1: invalid"],
    ],
    ["half a seat", planned, ["record-venue-check", { ...venue, capacity: 0.5 }, "2027-02-20"], ["capacity: invalid"]],
  ]);
});

describe("notices", () => {
  const published = from(planned, ["publish-notice", notice, "2027-02-20"]);
  const announces = { place: "Клуб, вопросы: club@example.kz" };
  table([
    ["tomorrow's", planned, ["publish-notice", notice, "2027-02-19"], ["publishedOn: in-the-future"]],
    ["the same twice", published, ["publish-notice", notice, "2027-02-21"], ["outlet: already-recorded"]],
    ["another page", published, ["publish-notice", { ...notice, channel: "press" }, "2027-02-21"], []],
    ["another date than the meeting's", planned, ["publish-notice", { ...notice, announces: {} }, "2027-02-20"], []],
    [
      "an address",
      planned,
      ["publish-notice", { ...notice, announces }, "2027-02-20"],
      ["announces.place: personal-data"],
    ],
    ...["http://x.kz", "https://x.kz/?a=1#b", "HTTPS://X.KZ/"].map(
      (url): Row => [url, planned, ["publish-notice", { ...notice, url }, "2027-02-20"], []],
    ),
    ...["см. https://x.kz", "https://x.kz/а б", "https:///x", "https://"].map(
      (url): Row => [url, planned, ["publish-notice", { ...notice, url }, "2027-02-20"], ["url: invalid"]],
    ),
    [
      "a script for a page",
      planned,
      ["publish-notice", { ...notice, url: "javascript:alert(1)" }, "2027-02-20"],
      ["url: invalid"],
    ],
  ]);

  it("are kept in the order in which they were recorded", () => {
    const both = from(published, ["publish-notice", { ...notice, publishedOn: "2027-02-10" }, "2027-02-21"]);
    expect(textOf(both).meetings[0]?.notices.map(({ publishedOn }) => publishedOn)).toEqual([
      "2027-02-20",
      "2027-02-10",
    ]);
  });
});
