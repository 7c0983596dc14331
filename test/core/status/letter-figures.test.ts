import { describe, expect, test } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import type { LetterEntry } from "../../../core/escalation/ledger.ts";
import { letterFigures } from "../../../core/status/letter-figures.ts";
import { queuedLetter } from "../../support/delivery/entries.ts";

const letter = (recipient: string, state: LetterEntry["state"], more: Partial<LetterEntry> = {}) =>
  queuedLetter("DP-1", recipient, 0, { state, attempts: 1, ...more });
const on = (text: string) => ({ slot: { day: day(text), time: "09:00" } });
const who = { body: "DP-1", role: "head", name: "Айгерим" } as const;

const figuresOf = (letters: readonly LetterEntry[], isAcknowledged: (entry: LetterEntry) => boolean = () => false) =>
  letterFigures(letters, { year: 2027, isAcknowledged, recipientOf: (key) => (key === "gone" ? null : who) });

describe("the letters of a report", () => {
  test("are counted by where they stand", () => {
    const letters = [letter("a", "sent"), letter("b", "sent"), letter("c", "bounced"), letter("d", "queued")];
    expect(figuresOf(letters)).toMatchObject({ year: 2027, total: 4, states: { sent: 2, bounced: 1, queued: 1 } });
    expect(figuresOf([])).toEqual({
      ...{ year: 2027, total: 0, states: {}, repeated: 0, acknowledged: 0, unacknowledged: [] },
    });
  });

  test("are repeated as often as they were handed over beyond the first time", () => {
    const letters = [0, 1, 2, 4].map((attempts) => letter("a", "sent", { attempts }));
    expect(figuresOf(letters).repeated).toBe(4);
  });

  test.each([
    ["sent", 1],
    ["delivered", 1],
    ["complained", 1],
    ["queued", 0],
    ["sending", 0],
    ["bounced", 0],
    ["failed", 0],
    ["unknown", 0],
    ["held", 0],
    ["dropped", 0],
  ] as const)("that are %s are waited for an answer to: %s", (state, expected) => {
    expect(figuresOf([letter("a", state)]).unacknowledged).toHaveLength(expected);
    expect(figuresOf([letter("a", state)], () => true).acknowledged).toBe(expected);
  });

  test("name who has not acknowledged theirs: the most letters first, then who waits longest", () => {
    const letters = [
      ...[letter("a", "sent", on("2027-03-05")), letter("gone", "sent", on("2027-03-02"))],
      ...[letter("b", "sent", on("2027-03-04")), letter("b", "sent", on("2027-03-03"))],
      ...[letter("b", "delivered", on("2027-03-06")), letter("c", "sent", { ...on("2027-03-01"), n: 7 })],
    ];
    expect(figuresOf(letters, ({ n }) => n === 7)).toMatchObject({
      acknowledged: 1,
      unacknowledged: [
        { recipient: who, letters: 3, since: day("2027-03-03") },
        { recipient: null, letters: 1, since: day("2027-03-02") },
        { recipient: who, letters: 1, since: day("2027-03-05") },
      ],
    });
  });
});
