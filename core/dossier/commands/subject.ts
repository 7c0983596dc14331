import type * as z from "zod";
import type { Appeal } from "../appeal.ts";
import type { Dossier } from "../dossier.ts";
import type { FactPath } from "../fact-path.ts";
import type { Meeting } from "../meeting.ts";
import { type Change, type Command, type CommandContext, defineCommand } from "./command.ts";
import type { CommandName } from "./command-name.ts";
import { CANCELLED } from "./laws.ts";
import { type Issue, issue, type Refusal, refuse } from "./refusal.ts";

/** A command about one meeting, named by the input's `meeting`; a cancelled one takes no more facts. */
export function defineMeetingCommand<Fields extends { readonly meeting: string }>(rule: {
  readonly name: CommandName;
  readonly summary: string;
  readonly input: z.ZodType<Fields>;
  /** Where the fact stands, below the meeting. */
  readonly fact: (input: Fields, meeting: Meeting) => FactPath;
  readonly check?: (meeting: Meeting, input: Fields, context: CommandContext, dossier: Dossier) => readonly Issue[];
  readonly change: (meeting: Meeting, input: Fields) => Meeting;
}): Command {
  return defineCommand({
    ...rule,
    apply: (dossier, input, context): Change | Refusal => {
      const meeting = dossier.meetings.find(({ id }) => id === input.meeting);
      if (!meeting)
        return refuse([issue("meeting", "unknown-meeting", "names no meeting of this dossier; plan it first")]);
      if (meeting.status === "cancelled") return refuse([issue("meeting", "already-cancelled", CANCELLED)]);
      const issues = rule.check?.(meeting, input, context, dossier) ?? [];
      if (issues.length > 0) return refuse(issues);
      const after = withMeeting(dossier, rule.change(meeting, input));
      return { after, fact: ["meetings", meeting.id, ...rule.fact(input, meeting)] };
    },
  });
}

/** A command about one appeal, named by the input's `appeal`: numbers are unique in a dossier. */
export function defineAppealCommand<Fields extends { readonly appeal: string }>(rule: {
  readonly name: CommandName;
  readonly summary: string;
  readonly input: z.ZodType<Fields>;
  /** Where the fact stands, below the appeal. */
  readonly fact?: FactPath;
  readonly check: (appeal: Appeal, input: Fields) => readonly Issue[];
  readonly change: (appeal: Appeal, input: Fields) => Appeal;
}): Command {
  return defineCommand({
    ...rule,
    apply: (dossier, input): Change | Refusal => {
      const isMeant = ({ number }: Appeal): boolean => number === input.appeal;
      const meeting = dossier.meetings.find(({ appeals }) => appeals.some(isMeant));
      const appeal = meeting?.appeals.find(isMeant);
      if (!meeting || !appeal) {
        return refuse([issue("appeal", "unknown-appeal", "names no appeal of this dossier; receive it first")]);
      }
      const issues = rule.check(appeal, input);
      if (issues.length > 0) return refuse(issues);
      const appeals = meeting.appeals.map((known) => (isMeant(known) ? rule.change(appeal, input) : known));
      const fact = ["meetings", meeting.id, "appeals", appeal.number, ...(rule.fact ?? [])];
      return { after: withMeeting(dossier, { ...meeting, appeals }), fact };
    },
  });
}

function withMeeting(dossier: Dossier, changed: Meeting): Dossier {
  return { ...dossier, meetings: dossier.meetings.map((known) => (known.id === changed.id ? changed : known)) };
}

/** An event that is recorded once; another day or number for it is a correction, which needs a reason. */
export function once<Field extends string>(
  field: Field,
  inputField: string = field,
): (subject: { readonly [Key in Field]?: unknown }) => Issue[] {
  return (subject) => (subject[field] === undefined ? [] : [alreadyRecorded(inputField)]);
}

export const alreadyRecorded = (field: string): Issue =>
  issue(field, "already-recorded", "is recorded already; use `correct`, with a reason");
