import type { Body } from "../register/body.ts";
import { type Evaluation, evaluateBody } from "./evaluate.ts";

interface Remembered {
  /** Everything that the evaluation rests on. */
  readonly asked: readonly unknown[];
  readonly evaluation: Evaluation;
}

/** Of each body so many evaluations are kept: as of now, as of yesterday's end, and one more. */
const KEPT = 3;

/**
 * {@link evaluateBody} for a process that asks again and again: a body is evaluated once for the very same dossiers, policy,
 * calendar and day, and on a day with a meeting for the same minute, since only a meeting's hour changes what is known
 * within a day. Kept with the body, so nothing outlives the register; it knows no readers, who may see parts of it only.
 */
export function rememberEvaluations(): typeof evaluateBody {
  const known = new WeakMap<Body, readonly Remembered[]>();
  return (body, dossiers, circumstances, unreadable, rules) => {
    const { now, policy, workdays } = circumstances;
    const meetsToday = dossiers.some(({ meetings }) => meetings.some(({ date }) => date === now.day));
    const minutes = meetsToday ? now.minutes : null;
    const unread = [...(unreadable ?? [])].sort().join();
    const asked = [policy, workdays.present?.() ?? workdays, now.day, minutes, unread, rules, ...dossiers];
    const kept = known.get(body) ?? [];
    const same = kept.find(
      (one) => one.asked.length === asked.length && one.asked.every((part, i) => part === asked[i]),
    );
    if (same && same === kept[0]) return same.evaluation;
    const first = same ?? { asked, evaluation: evaluateBody(body, dossiers, circumstances, unreadable, rules) };
    known.set(body, [first, ...kept.filter((one) => one !== same)].slice(0, KEPT));
    return first.evaluation;
  };
}
