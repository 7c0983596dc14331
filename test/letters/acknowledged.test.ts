import { beforeEach, describe, expect, test } from "vitest";
import { readHistory } from "../../core/audit/append.ts";
import { day } from "../../core/calendar/day.ts";
import {
  type Acknowledgement,
  type Answer,
  acknowledge,
  acknowledgementName,
  answersIn,
  letterNamed,
  readAcknowledgement,
  readAnswers,
} from "../../core/use-cases/letters/acknowledge.ts";
import { sha256 } from "../../functions/hash.ts";
import { almaty, memoryClock } from "../support/memory/clocks.ts";
import { memoryAcknowledgements, memoryAudit } from "../support/memory/records.ts";

const letter = { scope: "DP-1", year: 2027, recipientKey: "a".repeat(22), n: 3 };
const NAME = `letter:DP-1:2027:${letter.recipientKey}:3`;
const seen: Answer = { kind: "seen" };
const wrong: Answer = { kind: "wrong-recipient" };
const promise: Answer = { kind: "will-do", what: "Отчёт 26 марта", by: day("2027-03-26") };

let acknowledgements: ReturnType<typeof memoryAcknowledgements>;
let audit: ReturnType<typeof memoryAudit>;
const clock = memoryClock(almaty("2027-03-19T23:30"));
beforeEach(() => {
  acknowledgements = memoryAcknowledgements();
  audit = memoryAudit();
});

const actor = { id: "user:1", name: "Айгерим" };
const answer = (said: Answer, more: Partial<Parameters<typeof acknowledge>[0]> = {}) =>
  acknowledge(
    { letter, answer: said, actor, zone: "Asia/Almaty", request: "r", isRepeatable: false, ...more },
    { records: acknowledgements, audit, hash: sha256, clock },
  );

const entries = async () => (await readHistory(letter, NAME, { records: acknowledgements, audit })).entries;

describe("an answer to a letter", () => {
  test.each([seen, wrong, promise])("is kept with who gave it and when: %j", async (said) => {
    expect(await answer(said)).toMatchObject({ kind: "recorded" });
    const stored = await acknowledgements.read(letter);
    expect(stored && readAcknowledgement(stored)).toEqual({ answer: said, by: actor, at: clock.machineNow() });
  });

  test("stands in the audit under the letter's name, on the day of the one who answers", async () => {
    await answer(promise);
    const told = { kind: "will-do", what: "Отчёт 26 марта", by: "2027-03-26" };
    expect(await audit.records()).toEqual([NAME]);
    expect(await entries()).toMatchObject([
      { command: "acknowledge", reason: null, day: day("2027-03-19"), by: actor, changes: [{ path: "", after: told }] },
    ]);
    await answer(seen, { zone: "Pacific/Auckland" });
    expect((await entries()).at(-1)?.day).toBe(day("2027-03-20"));
  });

  test("takes the place of the one before, and the audit tells all of them, oldest first", async () => {
    const later: Answer = { ...promise, by: day("2027-03-30") };
    for (const said of [wrong, promise, later, seen]) await answer(said);
    const stored = await acknowledgements.read(letter);
    expect((stored && readAcknowledgement(stored))?.answer).toEqual(seen);
    expect((await entries()).at(2)?.changes).toEqual([{ path: "by", before: "2027-03-26", after: "2027-03-30" }]);
    const told: readonly Acknowledgement[] = answersIn(await entries());
    expect(told).toEqual(
      [wrong, promise, later, seen].map((said) => ({ answer: said, by: actor, at: clock.machineNow() })),
    );
  });

  test("that comes twice by one request is recorded once, and another answer by it is refused", async () => {
    const twice = { request: "once", isRepeatable: true };
    for (let click = 0; click < 2; click++) expect((await answer(promise, twice)).kind).toBe("recorded");
    expect(await entries()).toHaveLength(1);
    expect((await answer(seen, twice)).kind).toBe("other-request");
    expect((await answer(promise, { ...twice, actor: { id: "user:2", name: "Болат" } })).kind).toBe("other-request");
  });

  test("follows one that cannot be read as if it were the first", async () => {
    const damaged = { version: 1, format: 1, data: "{", newest: null };
    await acknowledgements.put(letter, null, damaged);
    await answer(seen);
    expect((await entries()).map(({ changes }) => changes)).toEqual([[{ path: "", after: seen }]]);
  });
});

describe("an entry of the audit that holds no answer", () => {
  test("is passed over, and those after it are told", async () => {
    for (const said of [promise, seen]) await answer(said);
    const [first, second] = await entries();
    if (!first || !second) throw new Error("There are not two entries.");
    const torn = { ...first, changes: [{ path: "", after: { kind: "will-do" } }] };
    expect(answersIn([torn, second]).map((told) => told.answer)).toEqual([seen]);
    expect(answersIn([])).toEqual([]);
  });
});

describe("what is stored of an answer", () => {
  test.each([
    ["of another format", { format: 2, data: JSON.stringify({ answer: seen, by: actor, at: 1 }) }],
    ["torn", { format: 1, data: "{" }],
    ["without an answer", { format: 1, data: "{}" }],
    ["with something else in it", { format: 1, data: JSON.stringify({ answer: seen, by: actor, at: 1, more: 1 }) }],
    ["of an unknown kind", { format: 1, data: JSON.stringify({ answer: { kind: "no" }, by: actor, at: 1 }) }],
    ["with more than the kind", { format: 1, data: JSON.stringify({ answer: { ...seen, by: 1 }, by: actor, at: 1 }) }],
    ["with more than no", { format: 1, data: JSON.stringify({ answer: { ...wrong, by: 1 }, by: actor, at: 1 }) }],
    [
      "with more than a promise",
      { format: 1, data: JSON.stringify({ answer: { ...promise, by: "2027-03-26", x: 1 }, by: actor, at: 1 }) },
    ],
  ])("and is %s is no answer", (_name, stored) => {
    expect(readAcknowledgement(stored)).toBeNull();
  });

  test("is found by its letter, in the scopes and years that were asked for", async () => {
    await answer(seen);
    await answer(wrong, { letter: { ...letter, scope: "DP-2", year: 2028 } });
    const damaged = { ...letter, n: 4 };
    await acknowledgements.put(damaged, null, { version: 1, format: 1, data: "{", newest: null });
    const both = await readAnswers(["DP-1", "DP-2"], [2027, 2028], acknowledgements);
    expect(both(letter)?.answer).toEqual(seen);
    expect(both({ ...letter, scope: "DP-2", year: 2028 })?.answer).toEqual(wrong);
    expect([both(damaged), both({ ...letter, n: 5 })]).toEqual([undefined, undefined]);
    const one = await readAnswers(["DP-1"], [2028], acknowledgements);
    expect(one(letter)).toBeUndefined();
  });
});

describe("the name of a letter's record", () => {
  test("says which letter it is", () => {
    expect(acknowledgementName(letter)).toBe(NAME);
    expect(letterNamed(NAME)).toEqual(letter);
  });

  test.each([
    "dossier:DP-1:2027:a:3",
    "letter:DP-1:2027:a",
    "letter::2027:a:3",
    "letter:DP-1:2027::3",
    "letter:DP-1:2027:a:3:4",
    "brake:DP-1",
  ])("%s names none", (record) => {
    expect(letterNamed(record)).toBeNull();
  });
});
