import type { Finding, FindingKey } from "../order608/finding.ts";
import type { Body } from "../register/body.ts";
import type { ClosedItem } from "./letter.ts";
import type { DueKey, Told } from "./told.ts";

/** One text per finding, whatever its due day. */
export const findingName = ({ body, campaign, obligation, subject }: FindingKey): string =>
  `${body} ${campaign} ${obligation} ${subject}`;

/** What is known now of everything that may have been told of. */
export interface Known {
  readonly find: (key: FindingKey) => Finding | undefined;
  readonly bodies: ReadonlyMap<string, Body>;
  /** Whether a finding that is not there could not be made, rather than being owed no more. */
  readonly isUnchecked: (key: FindingKey) => boolean;
  /** Whether a fact that a finding turns on was recorded late. */
  readonly isRecordedLate?: (key: FindingKey) => boolean;
}

/** What has ended since it was told to a recipient and was not yet said to have ended (SPEC 6). */
export function closingsFor(told: Told, known: Known): ClosedItem[] {
  const closings: ClosedItem[] = [];
  for (const { key, closed } of told.values()) {
    if (closed) continue;
    const end = endOf(key, known.find(key), known);
    if (!end) continue;
    const bodyName = known.bodies.get(key.body)?.name ?? { ru: key.body, kk: key.body };
    const recordedLate = end.metOn !== null && known.isRecordedLate?.(key) === true;
    closings.push({ key, bodyName, ...end, ...(recordedLate && { recordedLate }) });
  }
  return closings;
}

type End = Pick<ClosedItem, "closure" | "metOn">;

function endOf(key: DueKey, finding: Finding | undefined, { isUnchecked }: Known): End | null {
  if (!finding) return { closure: isUnchecked(key) ? "unchecked" : "void", metOn: null };
  // Another due day is another term: the one told of does not apply any more.
  if (finding.due !== key.due) return { closure: "void", metOn: null };
  const { state, metOn } = finding;
  if (state === "met" || state === "late") return { closure: state, metOn };
  return state === "waived" ? { closure: state, metOn: null } : null;
}

/** The ends that need not be told again: what could not be checked may still end, so it is said each time. */
export const endedKeys = (closings: readonly ClosedItem[]): DueKey[] =>
  closings.filter(({ closure }) => closure !== "unchecked").map(({ key }) => key);
