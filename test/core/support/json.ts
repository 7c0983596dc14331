import { formatDay } from "../../../core/calendar/day.ts";
import type { ItemKey } from "../../../core/escalation/letter.ts";
import type { FailedFinding, Finding } from "../../../core/order608/finding.ts";
import type { SimulatedLetter } from "../../../core/use-cases/sweep/simulate.ts";

/** A finding in the form of the worked examples: days as text, `missing` in one order. */
export function findingJson(finding: Finding) {
  const { obligation, body, campaign, subject, due, target, state, metOn, missing, problems, daysLeft } = finding;
  return {
    obligation,
    body,
    campaign,
    subject,
    due: formatDay(due),
    target: formatDay(target),
    state,
    metOn: metOn === null ? null : formatDay(metOn),
    missing: [...missing].sort(),
    problems,
    daysLeft,
  };
}
export type FindingJson = ReturnType<typeof findingJson>;

export const failedText = ({ body, campaign, obligation, subject, year }: FailedFinding): string =>
  `${body} ${campaign} ${obligation} ${subject}: ${year}`;

/** An item of a letter in the form of the worked examples. */
export const itemJson = ({ body, campaign, obligation, subject, due, stage }: ItemKey) => ({
  body,
  campaign,
  obligation,
  subject,
  due: formatDay(due),
  stage,
});

/** A letter in the form of the worked examples, its items in one order. */
export const letterJson = ({ slot, recipient, items }: SimulatedLetter) => ({
  slot: `${formatDay(slot.day)}T${slot.time}`,
  recipient,
  items: inOrder(items.map(itemJson)),
});

/** Values in an order that depends on nothing but themselves: for comparing sets. */
export const inOrder = <Value>(values: readonly Value[]): Value[] =>
  values
    .map((value) => ({ value, text: canonical(value) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ value }) => value);

/** JSON that does not depend on the order of keys. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
