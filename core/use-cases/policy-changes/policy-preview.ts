import { type Day, plusDays } from "../../calendar/day.ts";
import type { Workdays } from "../../calendar/workdays.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import { endOfDay } from "../../escalation/slots.ts";
import type { Told } from "../../escalation/told.ts";
import type { Finding } from "../../order608/finding.ts";
import type { Policy } from "../../order608/policy.ts";
import type { Register } from "../../register/register.ts";
import { assessBodies } from "../assess/assess.ts";
import { type SimulatedLetter, simulate } from "../sweep/simulate.ts";

/** What bodies are judged by. */
export interface Rules {
  readonly policy: Policy;
  readonly workdays: Workdays;
}

/** A change of the rules, from a day on. */
export interface RulesChange {
  readonly register: Register;
  readonly dossiers: readonly Dossier[];
  readonly before: Rules;
  readonly after: Rules;
  readonly today: Day;
  /** The first day of the change: today or a later one. */
  readonly from: Day;
  /** A new copy of what each lower-cased address was told until now. */
  told(): Map<string, Told>;
}

/** A finding that the change moves; a side is null where there is no such finding. */
export interface MovedFinding {
  readonly body: string;
  readonly campaign: number;
  readonly obligation: Finding["obligation"];
  readonly subject: string;
  /** How its due day comes about, for the words of what it is about. */
  readonly derivation: Finding["derivation"];
  readonly before: Pick<Finding, "due" | "target" | "state"> | null;
  readonly after: Pick<Finding, "due" | "target" | "state"> | null;
}

/** What would move if the rules were changed. Nothing that was written is rewritten: letters are those still to come. */
export interface RulesPreview {
  readonly moved: readonly MovedFinding[];
  /** The bodies that anything moves for, in register order. */
  readonly bodies: readonly string[];
  /** Letters of the next {@link PREVIEW_DAYS} days with the rules as they are, and with the change. */
  readonly letters: { readonly before: number; readonly after: number };
  readonly items: { readonly before: number; readonly after: number };
  /** Findings that cannot be judged, since a calendar lacks a year. */
  readonly failed: { readonly before: number; readonly after: number };
}

/** How far a preview looks ahead. */
export const PREVIEW_DAYS = 60;

/** What a change of policy or calendar would move, as of the end of the day on which it comes into force. */
export function previewChange(change: RulesChange): RulesPreview {
  const [before, after] = [judge(change, change.before), judge(change, change.after)];
  const moved = movesBetween(before.findings, after.findings);
  const touched = new Set(moved.map(({ body }) => body));
  const [lettersBefore, lettersAfter] = [lettersOf(change, change.before), lettersOf(change, change.after)];
  return {
    moved,
    bodies: change.register.bodies.flatMap(({ id }) => (touched.has(id) ? [id] : [])),
    letters: { before: lettersBefore.length, after: lettersAfter.length },
    items: { before: itemsIn(lettersBefore), after: itemsIn(lettersAfter) },
    failed: { before: before.failed, after: after.failed },
  };
}

function judge({ register, dossiers, from }: RulesChange, rules: Rules) {
  const records = { dossiers: Map.groupBy(dossiers, ({ body }) => body), damaged: [], unreadable: new Map() };
  const { bodies, failed } = assessBodies(register.bodies, records, { ...rules, viewOf: endOfDay(from) });
  return { findings: bodies.flatMap(({ findings }) => findings), failed: failed.length };
}

const keyOf = ({ body, campaign, obligation, subject }: Finding): string =>
  [body, campaign, obligation, subject].join(" ");

const judgedAs = ({ due, target, state }: Finding) => ({ due, target, state });

function movesBetween(before: readonly Finding[], after: readonly Finding[]): MovedFinding[] {
  const old = new Map(before.map((finding) => [keyOf(finding), finding]));
  const next = new Set(after.map(keyOf));
  const moves = after.flatMap((finding): MovedFinding[] => {
    const known = old.get(keyOf(finding));
    const isSame = known?.due === finding.due && known.target === finding.target && known.state === finding.state;
    return isSame ? [] : [moveOf(finding, known ?? null, finding)];
  });
  const gone = before.filter((finding) => !next.has(keyOf(finding)));
  return [...moves, ...gone.map((finding) => moveOf(finding, finding, null))];
}

const moveOf = (
  { body, campaign, obligation, subject, derivation }: Finding,
  before: Finding | null,
  after: Finding | null,
): MovedFinding => ({
  ...{ body, campaign, obligation, subject, derivation },
  before: before && judgedAs(before),
  after: after && judgedAs(after),
});

/** The letters to come: until the change by the rules as they are, from its first day on by these. */
function lettersOf({ register, dossiers, before, today, from, told: copy }: RulesChange, rules: Rules) {
  const told = copy();
  const to = plusDays(today, PREVIEW_DAYS - 1);
  // A span that ends before it begins has no slots.
  const spans = [
    { ...before, from: today, to: from > to ? to : plusDays(from, -1) },
    { ...rules, from, to },
  ];
  return spans.flatMap((span) =>
    [...simulate({ register, dossiers, told, ...span })].flatMap(({ letters }) => letters),
  );
}

const itemsIn = (letters: readonly SimulatedLetter[]): number =>
  letters.reduce((sum, { items }) => sum + items.length, 0);
