import * as z from "zod";
import { type Day, DayText, formatDay } from "../../calendar/day.ts";
import { type Dossier, Waiver } from "../dossier.ts";
import { kindOfSubject, type ObligationId } from "../obligation-id.ts";
import { type Change, type Command, defineCommand } from "./command.ts";
import { Prose, Reference } from "./input.ts";
import { issue, type Refusal, refuse } from "./refusal.ts";

/** What a dossier can owe an obligation for, as SPEC 4 writes subjects. */
function subjectsOf(obligation: ObligationId, dossier: Dossier): string[] {
  const meetings = dossier.meetings.filter(({ status }) => status !== "cancelled");
  switch (kindOfSubject[obligation]) {
    case "dossier":
      return ["dossier"];
    case "meeting":
      return meetings.map(({ id }) => id);
    case "appeal":
      return meetings.flatMap(({ appeals }) => appeals.map(({ number }) => number));
    case "decision":
      return meetings.flatMap(({ id, protocol }) =>
        (protocol?.decisions ?? []).map((decision) => `${id}/${decision.id}`),
      );
  }
}

const isOpenOn = ({ from, to }: Pick<Waiver, "from" | "to">, day: Day): boolean =>
  from <= day && (to === undefined || to >= day);

const { obligation, subject, from, to } = Waiver.shape;

const waive = defineCommand({
  name: "waive",
  summary: "Frees one subject from one obligation, from today or later on; the superior body or the ministry does.",
  input: z.strictObject({ obligation, subject: subject.max(300), reason: Prose, from, to }),
  apply: (dossier, input, { actor, now }): Change | Refusal => {
    const found = [
      ...(subjectsOf(input.obligation, dossier).includes(input.subject)
        ? []
        : [issue("subject", "unknown-subject", `names nothing that \`${input.obligation}\` is owed for`)]),
      ...(input.from < now.day ? [issue("from", "in-the-past", PAST, { day: formatDay(input.from) })] : []),
      ...(input.to !== undefined && input.to < input.from ? [issue("to", "before-from", "lies before `from`")] : []),
      ...(overlaps(dossier, input)
        ? [issue("from", "already-waived", "a waiver covers part of this time; end it first")]
        : []),
    ];
    if (found.length > 0) return refuse(found);
    const after: Dossier = { ...dossier, waivers: [...dossier.waivers, { ...input, by: actor.name }] };
    return { after, fact: ["waivers", String(dossier.waivers.length)] };
  },
});

const PAST = "has passed; a waiver excuses nothing that was owed before, give today or later";

const isFor = (one: Pick<Waiver, "obligation" | "subject">, other: Pick<Waiver, "obligation" | "subject">): boolean =>
  one.obligation === other.obligation && one.subject === other.subject;

function overlaps({ waivers }: Dossier, wanted: Omit<Waiver, "by">): boolean {
  return waivers.some(
    (known) => isFor(known, wanted) && (isOpenOn(known, wanted.from) || isOpenOn(wanted, known.from)),
  );
}

const endWaiver = defineCommand({
  name: "end-waiver",
  summary: "Ends a waiver, with today or a later day as its last.",
  input: z.strictObject({ obligation, subject: Reference, to: DayText }),
  apply: (dossier, input, { now }): Change | Refusal => {
    if (input.to < now.day)
      return refuse([
        issue("to", "in-the-past", `give ${formatDay(now.day)} or a later last day`, { day: formatDay(input.to) }),
      ]);
    const index = dossier.waivers.findIndex((known) => isFor(known, input) && isOpenOn(known, input.to));
    if (index < 0)
      return refuse([issue("subject", "no-waiver", "no waiver of this obligation and subject covers that day")]);
    const waivers = dossier.waivers.map((known, at) => (at === index ? { ...known, to: input.to } : known));
    return { after: { ...dossier, waivers }, fact: ["waivers", String(index)] };
  },
});

export const waiverCommands: readonly Command[] = [waive, endWaiver];
