import { formatDay } from "../../core/calendar/day.ts";
import { type Workdays, YearNotCovered } from "../../core/calendar/workdays.ts";
import type { EvaluatedBody } from "../../core/escalation/candidates.ts";
import { heldAsWhole, heldBack } from "../../core/escalation/fire.ts";
import { rungsUpTo } from "../../core/escalation/rungs.ts";
import { dueKeyText } from "../../core/escalation/told.ts";
import type { Finding } from "../../core/order608/finding.ts";
import type { Policy } from "../../core/order608/policy.ts";
import type { SimulatedLetter, SimulatedSlot } from "../../core/use-cases/sweep/simulate.ts";

/** What must hold of every letter, whatever the facts (SPEC 5 and 6). */
export type BrokenPromise = "before-its-stage" | "after-closure" | "twice" | "nobody-told" | "of-nothing";

/** One letter or silence that breaks a promise. */
export interface Breach {
  readonly promise: BrokenPromise;
  readonly slot: string;
  readonly about: string;
}

interface Rules {
  readonly policy: Policy;
  readonly workdays: Workdays;
}

/**
 * Watches a simulation from outside: it knows nothing of what was planned, only what was found at each slot and what was
 * written, and looks at each item and at each finding that somebody should have been told of.
 */
export function createChecks({ policy, workdays }: Rules) {
  const breaches: Breach[] = [];
  const written = new Set<string>();
  const toldAnybody = new Set<string>();
  const checkSlot = ({ slot, bodies, letters }: SimulatedSlot): void => {
    const at = `${formatDay(slot.day)}T${slot.time}`;
    const found = new Map(
      bodies.flatMap((body) => body.findings.map((finding) => [dueKeyText(finding), { body, finding }])),
    );
    const breach = (promise: BrokenPromise, about: string) => breaches.push({ promise, slot: at, about });
    for (const letter of letters) checkLetter(letter, found, breach);
    for (const { body, finding } of found.values()) {
      if (isToBeTold(finding, body) && !toldAnybody.has(dueKeyText(finding)))
        breach("nobody-told", dueKeyText(finding));
    }
  };

  function checkLetter(
    { recipient, items }: SimulatedLetter,
    found: ReadonlyMap<string, { readonly body: EvaluatedBody; readonly finding: Finding }>,
    breach: (promise: BrokenPromise, about: string) => void,
  ): void {
    for (const item of items) {
      const key = dueKeyText(item);
      const about = `${key}, ${item.stage}`;
      const here = found.get(key);
      toldAnybody.add(key);
      if (written.has(`${recipient} ${about}`)) breach("twice", about);
      written.add(`${recipient} ${about}`);
      if (!here) breach("of-nothing", about);
      else if (heldAsWhole(here.finding) !== null) breach("after-closure", about);
      else if (!hasCome(item.stage, here.finding, here.body)) breach("before-its-stage", about);
    }
  }

  const rungsOf = (finding: Finding, { slot }: EvaluatedBody) =>
    rungsUpTo(slot, finding, policy.ladder[finding.obligation], workdays);

  const hasCome = (stage: string, finding: Finding, body: EvaluatedBody): boolean =>
    rungsOf(finding, body).some((rung) => rung.stage === stage);

  /** Whether a stage fires at this slot: then somebody has been told of the finding by its end. */
  function isToBeTold(finding: Finding, body: EvaluatedBody): boolean {
    if (heldAsWhole(finding) !== null) return false;
    const terms = { today: body.today, quiet: false, breachDays: policy.breachDays };
    try {
      terms.quiet = !workdays.isWorking(body.today);
      return rungsOf(finding, body).some((rung) => heldBack(rung, finding, terms) === null);
    } catch (error) {
      if (error instanceof YearNotCovered) return false;
      throw error;
    }
  }

  return { checkSlot, breaches };
}
