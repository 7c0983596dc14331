import { beforeEach, describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import type { LetterEntry } from "../../core/escalation/ledger.ts";
import type { WrongRecipientNotice } from "../../core/escalation/notice.ts";
import type { Answer } from "../../core/use-cases/letters/acknowledge.ts";
import { type TellPorts, tellMinistry } from "../../core/use-cases/reports/tell-ministry.ts";
import { queuedLetter } from "../support/delivery/entries.ts";
import { staff, sweepOf, tellingWorld } from "./support/telling.ts";

const wrong: Answer = { kind: "wrong-recipient" };
let telling: Awaited<ReturnType<typeof tellingWorld>>;
beforeEach(async () => {
  telling = await tellingWorld("2027-01-04T09:00");
});

/** A letter of December, which the log of the old year keeps. */
async function letterTo(recipientKey: string): Promise<LetterEntry> {
  const slot = { day: day("2026-12-30"), time: "09:00" };
  const entry = queuedLetter("DP-1", recipientKey, 0, { year: 2026, slot, state: "delivered" });
  await telling.world.ports.ledger.create(entry);
  return entry;
}

/** What the staff are told of answers by a sweep. */
async function told(on: string, more: Partial<TellPorts> = {}): Promise<WrongRecipientNotice[]> {
  telling.world.goTo(`${on}T09:00`);
  await tellMinistry(sweepOf("MIA", { day: day(on), time: "09:00" }), { ...telling.ports, ...more });
  return telling.said.flatMap(({ recipient, about }) =>
    recipient.email === staff[0] && about.kind === "wrong-recipient" ? [about] : [],
  );
}

describe("of letters that came to the wrong person the ministry's staff are told", () => {
  test("in January also of those of December: whose they were, what of, and on which day it was said", async () => {
    const letter = await letterTo("head@pb-1.example");
    await telling.answer(letter, wrong);
    const { scope, year, recipientKey, n } = letter;
    expect(await told("2027-01-05")).toEqual([
      {
        ...{ kind: "wrong-recipient", slot: letter.slot, on: day("2027-01-04") },
        ...{ letter: { scope, year, recipientKey, n }, recipient: "head" },
        bodies: ["DP-1", "PB-1"].map((name) => ({ ru: name, kk: name })),
      },
    ]);
    const scopes = telling.world.letters().map((one) => one.scope);
    expect(scopes.filter((one) => one.startsWith("wrong"))).toEqual(
      staff.map(() => expect.stringMatching(/^wrong-recipient_[0-9a-f]{22}$/)),
    );
  });

  test("and of one whose entry cannot be read nothing, while they are told of all others", async () => {
    const damaged = await letterTo("officer@pb-1.example");
    for (const letter of [damaged, await letterTo("head@pb-1.example")])
      await telling.answer(letter, wrong, letter.recipientKey);
    telling.world.ports.ledger.damage(damaged, "the data is not JSON");
    expect((await told("2027-01-05")).map(({ letter }) => letter.recipientKey)).toEqual(["head@pb-1.example"]);
  });

  test("by no name where the register no longer knows the address", async () => {
    await telling.answer(await letterTo("gone@pb-1.example"), wrong);
    expect(await told("2027-01-04")).toMatchObject([{ recipient: null }]);
  });

  test("under the day of the sweep where the day of the answer cannot be read", async () => {
    await telling.answer(await letterTo("head@pb-1.example"), wrong);
    const { ofYear } = telling.ports.acknowledgements;
    const acknowledgements: TellPorts["acknowledgements"] = {
      ofYear: async (...asked) =>
        new Map(
          [...(await ofYear(...asked))].map(([path, stored]) => [
            path,
            { ...stored, newest: stored.newest && { ...stored.newest, text: "{" } },
          ]),
        ),
    };
    expect(await told("2027-01-05", { acknowledgements })).toMatchObject([{ on: day("2027-01-05") }]);
  });

  test("and of no other answer, nor of a letter that is not there", async () => {
    await telling.answer(await letterTo("head@pb-1.example"), { kind: "seen" });
    await telling.answer(queuedLetter("DP-1", "officer@pb-1.example", 7), wrong);
    expect(await told("2027-01-05")).toEqual([]);
  });
});
