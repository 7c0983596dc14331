import { expect, test } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import { minutesOf } from "../../../core/calendar/time.ts";
import { commandByName } from "../../../core/dossier/commands/all.ts";
import type { CommandContext } from "../../../core/dossier/commands/command.ts";
import { isRefusal, type Refusal } from "../../../core/dossier/commands/refusal.ts";
import { Dossier, type DossierText, emptyDossier } from "../../../core/dossier/dossier.ts";

/** A command, its input, when (`YYYY-MM-DD HH:MM`, 12:00 without a time), and whether a superior gives it. */
export type Step = readonly [name: string, input: unknown, when: string, superior?: "superior" | undefined];

export function contextAt(when: string, mayWaive = false): CommandContext {
  const [date = "", time = "12:00"] = when.split(" ");
  return { actor: { id: "u-1", name: "Staff unit", mayWaive }, now: { day: day(date), minutes: minutesOf(time) } };
}

export function give(dossier: Dossier, [name, input, when, superior]: Step): Dossier | Refusal {
  const command = commandByName.get(name);
  if (!command) throw new RangeError(`There is no command "${name}".`);
  return command.run(dossier, input, contextAt(when, superior !== undefined));
}

/** The dossier after steps that must all be accepted. */
export function after(...steps: readonly Step[]): Dossier {
  return from(emptyDossier("DP-10", 2027), ...steps);
}

export function from(dossier: Dossier, ...steps: readonly Step[]): Dossier {
  return steps.reduce((known, step) => {
    const result = give(known, step);
    if (isRefusal(result)) throw new Error(`${step[0]} was refused: ${JSON.stringify(result.issues)}`);
    return result;
  }, dossier);
}

export const textOf = (dossier: Dossier): DossierText => Dossier.encode(dossier);

/** `path: rule` of every issue. */
export const rulesOf = (result: Dossier | Refusal): string[] =>
  isRefusal(result) ? result.issues.map(({ path, rule }) => `${path}: ${rule}`) : [];

/** What is tried, on which dossier, and the `path: rule` of its refusal; an empty list means that it is accepted. */
export type Row = readonly [what: string, given: Dossier, step: Step, refused: readonly string[]];

/** One test per row; a refused command changes nothing. */
export function table(rows: readonly Row[]): void {
  for (const [what, given, step, refused] of rows) {
    test(`${step[0]}: ${what}`, () => {
      const before = JSON.stringify(given);
      const result = give(given, step);
      expect(rulesOf(result)).toEqual(refused);
      expect(isRefusal(result)).toBe(refused.length > 0);
      expect(JSON.stringify(given)).toBe(before);
    });
  }
}

export const place = { ru: "Дом культуры", kk: "Мәдениет үйі" };
export const plan = { date: "2027-03-12", startsAt: "15:00", place };
const appeal = { meeting: "m1", kind: "complaint", receivedOn: "2027-03-12", answered: "none", competence: "police" };
export const appealOf = (number: string) => ({ ...appeal, number });
export const PLAN: Step = ["plan-meeting", plan, "2027-02-01"];
export const CANCEL: Step = ["cancel-meeting", { meeting: "m1", cancelledOn: "2027-02-02" }, "2027-02-02"];
export const RECEIVE: Step = ["receive-appeal", appealOf("A-1"), "2027-03-12 16:00"];
export const DRAW_UP: Step = [
  "draw-up-protocol",
  {
    meeting: "m1",
    drawnUpOn: "2027-03-12",
    date: "2027-03-12",
    startsAt: "15:00",
    place: place.ru,
    participants: 180,
    decisions: [{ text: "Установить освещение" }],
    appeals: ["A-1"],
  },
  "2027-03-12 17:00",
];
export const sign = (role: string, name: string): Step => [
  "sign-protocol",
  { meeting: "m1", role, name, signedOn: "2027-03-12" },
  "2027-03-12 18:00",
];

export const empty = emptyDossier("DP-10", 2027);
export const planned = after(PLAN);
export const cancelled = after(PLAN, CANCEL);
export const received = after(PLAN, RECEIVE);
export const drawnUp = from(received, DRAW_UP);
export const signed = from(drawnUp, sign("secretary", "Ким А."), sign("head", "Иванов Б."));
