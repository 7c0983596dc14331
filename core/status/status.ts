import type { Assessment } from "../assess.ts";
import { ObligationId } from "../dossier/obligation-id.ts";
import type { FailedFinding, Finding, State } from "../order608/finding.ts";
import type { Damage } from "../ports.ts";
import type { Bilingual } from "../register/locale.ts";
import type { FindingCounts } from "../sweep-report.ts";
import { countFindings } from "./count.ts";

/** One body's line of a status report. */
export interface StatusRow {
  readonly body: string;
  readonly parent: string | null;
  readonly name: Bilingual;
  readonly counts: FindingCounts;
  /** The worst state of each obligation's subjects; absent where nothing is owed. */
  readonly worst: Partial<Record<ObligationId, State>>;
  /** See {@link complianceRate}. */
  readonly rate: number | null;
}

/** How some bodies stand at one moment (SPEC 7). */
export interface Status {
  readonly rows: readonly StatusRow[];
  readonly counts: FindingCounts;
  readonly rate: number | null;
  /** Everything that is due, overdue or breached. */
  readonly open: readonly Finding[];
  readonly failed: readonly FailedFinding[];
  readonly damaged: readonly Damage[];
}

/** From worst to best. */
export const STATES: readonly State[] = ["overdue", "breached", "due", "late", "upcoming", "met", "waived"];

const OPEN: ReadonlySet<State> = new Set(["due", "overdue", "breached"]);

/** met ÷ (met + late + breached + overdue); null when nothing has come to be judged yet. */
export function complianceRate(counts: FindingCounts): number | null {
  const sum = (state: State) => ObligationId.options.reduce((total, id) => total + (counts[id]?.[state] ?? 0), 0);
  const met = sum("met");
  const judged = met + sum("late") + sum("breached") + sum("overdue");
  return judged === 0 ? null : met / judged;
}

/** Figures that add up from the findings of each body to all of them. */
export function statusOf({ bodies, failed, damaged }: Assessment): Status {
  const findings = bodies.flatMap((evaluated) => evaluated.findings);
  const counts = countFindings(findings);
  return {
    rows: bodies
      .filter(({ body }) => body.kind !== "ministry")
      .map(({ body, findings: own }) => {
        const ownCounts = countFindings(own);
        const { id, parent, name } = body;
        return { body: id, parent, name, counts: ownCounts, worst: worstOf(ownCounts), rate: complianceRate(ownCounts) };
      }),
    counts,
    rate: complianceRate(counts),
    open: findings.filter(({ state }) => OPEN.has(state)),
    failed,
    damaged,
  };
}

function worstOf(counts: FindingCounts): Partial<Record<ObligationId, State>> {
  const worst: Partial<Record<ObligationId, State>> = {};
  for (const id of ObligationId.options) {
    const state = STATES.find((candidate) => (counts[id]?.[candidate] ?? 0) > 0);
    if (state) worst[id] = state;
  }
  return worst;
}
