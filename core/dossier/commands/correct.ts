import * as z from "zod";
import { Dossier } from "../dossier.ts";
import { canonical, type FactPath, NOTHING_THERE, replaceAt, splitPath } from "../fact-path.ts";
import { textOf } from "../recorded-facts.ts";
import { brokenFileRules, type Change, defineCommand, inputPath } from "./command.ts";
import { Prose, Reference, refuseHiddenPersonalData } from "./input.ts";
import { issue, type Refusal, refuse } from "./refusal.ts";

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
 * also one that it lacks yet; a fact that was not recorded has its own command.
 */
export const correct = defineCommand({
  name: "correct",
  summary: "Changes or removes a recorded fact, by its path in the dossier, with a reason.",
  input: z.strictObject({
    path: Reference.max(1000),
    value: z.json().superRefine(refuseHiddenPersonalData).exactOptional(),
    reason: Prose,
  }),
  factField: "value",
  apply: (dossier, input): Change | Refusal => {
    const fact = splitPath(input.path);
    const fixed = refusedPath(fact);
    if (fixed) return refuse([issue("path", fixed.rule, fixed.text)]);
    const text = replaceAt(Dossier.encode(dossier), fact, input.value);
    if (text === NOTHING_THERE || isUnrecorded(dossier, fact)) return refuse([issue("path", "unknown-fact", UNKNOWN)]);
    const after = Dossier.safeParse(text);
    if (after.success) return { after: withVoidSignatures(dossier, after.data), fact };
    const issues = brokenFileRules(after.error, text);
    return refuse(issues.map((found) => ({ ...found, path: inputPath(found.path, fact, input, "value") })));
  },
});

const UNKNOWN = "names nothing that is recorded; a new fact has its own command";

/** Paths of what is no fact that could be wrong, or that must not go away. */
function refusedPath(path: FactPath): { rule: string; text: string } | null {
  const [head, , part, ...rest] = path;
  const isIdentity = ["body", "campaign"].includes(head ?? "") || (head === "meetings" && part === "id");
  if (isIdentity) return { rule: "identity", text: "says what the dossier or meeting is, and never changes" };
  if (head === "meetings" && path.length === 2) {
    return { rule: "not-removable", text: "is a whole meeting; cancel it before its day, or correct a fact of it" };
  }
  const isList =
    path.length === 1
      ? head !== "schedule"
      : head === "meetings" &&
        ((rest.length === 0 && ["notices", "appeals"].includes(part ?? "")) ||
          (part === "protocol" && rest.length === 1 && rest[0] === "signatures"));
  return isList ? { rule: "not-one-fact", text: "names no single fact; correct each by its own path" } : null;
}

/** A field directly below the dossier or a meeting that is not there would be a new fact. */
function isUnrecorded(dossier: Dossier, [head, id, part, ...rest]: FactPath): boolean {
  if (head === "schedule") return dossier.schedule === undefined;
  const meeting = dossier.meetings.find((known) => known.id === id);
  return head === "meetings" && rest.length === 0 && meeting !== undefined && !Object.hasOwn(meeting, part ?? "");
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
