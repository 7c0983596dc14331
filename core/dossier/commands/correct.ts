import * as z from "zod";
import type { LocalTime } from "../../calendar/zone.ts";
import { Text } from "../../register/text.ts";
import { Dossier } from "../dossier.ts";
import { canonical, type FactPath, NOTHING_THERE, replaceAt, splitPath } from "../fact-path.ts";
import { recordedFacts, textOf } from "../recorded-facts.ts";
import { brokenFileRules, type Change, defineCommand, inputPath } from "./command.ts";
import { Prose, refuseHiddenPersonalData } from "./input.ts";
import { frozen, PLAN } from "./laws.ts";
import { type Issue, issue, type Refusal, refuse } from "./refusal.ts";

/**
 * Changes a recorded fact or, without a value, removes it; the reason is for the audit.
 *
 * A correction obeys the same rules as the command that recorded the fact. So from the day of a meeting its date, time,
 * place and expected participants stay frozen even for corrections: the population was told them (Order 608, p. 8(2)),
 * and what differed stands in the protocol (p. 13), which is the evidence. For the same reason a meeting cannot be
 * removed: before its day it is cancelled, afterwards it is the proof of a duty. A correction of what the protocol says
 * voids its signatures (p. 15): nobody has signed the new text. A waiver is corrected by those who may waive.
 *
 * The path names a fact (`meetings/m1/appeals/A-1/repliedOn`) or a field of one (`meetings/m1/protocol/participants`),
 * also one that it lacks yet. A correction brings no new fact: that has its own command.
 */
export const correct = defineCommand({
  name: "correct",
  summary: "Changes or removes a recorded fact, by its path in the dossier, with a reason.",
  input: z.strictObject({
    path: Text.max(1000, "is longer than 1000 characters"),
    value: z.json().superRefine(refuseHiddenPersonalData).exactOptional(),
    reason: Prose,
  }),
  factField: "value",
  apply: (dossier, input, { now }): Change | Refusal => {
    const fact = splitPath(input.path);
    const fixed = refusedPath(fact) ?? frozenField(dossier, fact, now);
    if (fixed) return refuse([{ ...fixed, path: ["path"] }]);
    const text = replaceAt(Dossier.encode(dossier), fact, input.value);
    if (text === NOTHING_THERE) return refuse([UNKNOWN]);
    const after = Dossier.safeParse(text);
    if (!after.success) {
      const inInput = (found: Issue): Issue => ({ ...found, path: inputPath(found.path, fact, input, "value") });
      return refuse(brokenFileRules(after.error, text).map(inInput));
    }
    if (recordedFacts(after.data).length > recordedFacts(dossier).length) return refuse([UNKNOWN]);
    return { after: withVoidSignatures(dossier, after.data), fact };
  },
});

const UNKNOWN = issue("path", "unknown-fact", "names nothing that is recorded; a new fact has its own command");

/** Paths of what is no fact that could be wrong, or that must not go away. */
function refusedPath(path: FactPath): Issue | null {
  const [head, , part, ...rest] = path;
  const isIdentity = head === "body" || head === "campaign" || (head === "meetings" && part === "id");
  if (isIdentity) return issue(path, "identity", "says what the dossier or meeting is, and never changes");
  if (head === "meetings" && path.length === 2) {
    return issue(path, "not-removable", "is a whole meeting; cancel it before its day, or correct a fact of it");
  }
  const isList =
    path.length === 1
      ? head !== "schedule"
      : head === "meetings" &&
        ((rest.length === 0 && (part === "notices" || part === "appeals")) ||
          (part === "protocol" && rest.length === 1 && rest[0] === "signatures"));
  return isList ? issue(path, "not-one-fact", "names no single fact; correct each by its own path") : null;
}

/** Said before the file rules speak: they cannot know why a date may not change. */
function frozenField({ meetings }: Dossier, [head, id, field]: FactPath, now: LocalTime): Issue | null {
  const meeting = head === "meetings" ? meetings.find((known) => known.id === id) : undefined;
  const isPlan = PLAN.some((planned) => planned === field);
  return meeting && field !== undefined && isPlan && now.day >= meeting.date ? frozen(meeting, field) : null;
}

/** The signatures stand for what was signed (Order 608, p. 15). */
function withVoidSignatures(before: Dossier, after: Dossier): Dossier {
  return {
    ...after,
    meetings: after.meetings.map((meeting) => {
      const { protocol } = meeting;
      const signed = before.meetings.find(({ id }) => id === meeting.id)?.protocol;
      if (!protocol || !signed || canonical(textOf(protocol)) === canonical(textOf(signed))) return meeting;
      return { ...meeting, protocol: { ...protocol, signatures: [] } };
    }),
  };
}
