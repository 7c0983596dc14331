import type { ObligationId } from "../dossier/obligation-id.ts";
import type { Finding, State } from "../order608/finding.ts";
import { STATES } from "./states.ts";

/** What a matrix says of one body and one obligation: the worst of its subjects. */
export interface Cell {
  readonly state: State;
  /** How many subjects are in that state, of how many in all. */
  readonly count: number;
  readonly total: number;
  /** The campaign of the worst subject: the latest, when several have one in that state. */
  readonly campaign: number;
}

/** A row of a matrix; an obligation that is not owed has no cell. */
export type Cells = Partial<Record<ObligationId, Cell>>;

const rank = new Map(STATES.map((state, index) => [state, index]));
const rankOf = (state: State): number => rank.get(state) ?? STATES.length;

/** The cells of one body's findings. */
export function cellsOf(findings: Iterable<Finding>): Cells {
  const cells: Cells = {};
  for (const { obligation, state, campaign } of findings) {
    const known = cells[obligation];
    const single = { state, count: 1, total: (known?.total ?? 0) + 1, campaign };
    if (!known || rankOf(state) < rankOf(known.state)) cells[obligation] = single;
    else if (state !== known.state) cells[obligation] = { ...known, total: single.total };
    else {
      const latest = Math.max(known.campaign, campaign);
      cells[obligation] = { state, count: known.count + 1, total: single.total, campaign: latest };
    }
  }
  return cells;
}
