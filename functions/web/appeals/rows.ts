import type { Day } from "../../../core/calendar/day.ts";
import { type Appeal, routeOf } from "../../../core/dossier/appeal.ts";
import { asOf } from "../../../core/dossier/as-of.ts";
import type { Dossier } from "../../../core/dossier/dossier.ts";
import { kindOfSubject } from "../../../core/dossier/obligation-id.ts";
import type { Finding } from "../../../core/order608/finding.ts";
import type { Body } from "../../../core/register/body.ts";
import { matchesSearch } from "../../../core/status/search.ts";
import type { WatchView } from "../view.ts";
import type { AppealQuery } from "./query.ts";

/** One appeal with what is due next; by its number only, no citizen's data. */
export interface AppealRow {
  readonly body: Body;
  readonly scope: string;
  readonly campaign: number;
  readonly appeal: Appeal;
  readonly dossier: Dossier;
  /** Of what is open, that with the earliest due day; null when nothing is. */
  readonly next: Finding | null;
}

const isOpen = ({ state }: Finding): boolean => state === "due" || state === "overdue" || state === "upcoming";

/** Every appeal that had come by now, of the bodies that may be read. */
export function appealRows(
  { loaded: { register }, moment, assessment }: WatchView,
  isReadable: (body: string) => boolean,
): readonly AppealRow[] {
  const open = new Map<string, Finding>();
  for (const finding of assessment.bodies.flatMap(({ findings }) => findings)) {
    if (kindOfSubject[finding.obligation] !== "appeal" || !isOpen(finding)) continue;
    const name = nameOf(finding.body, finding.campaign, finding.subject);
    const known = open.get(name);
    if (!known || finding.due < known.due) open.set(name, finding);
  }
  return register.bodies
    .filter(({ id }) => isReadable(id))
    .flatMap((body) => {
      const { now } = moment.viewOf(body.zone);
      return (assessment.records.dossiers.get(body.id) ?? []).flatMap((stored) =>
        stored.meetings.some(({ appeals }) => appeals.length > 0)
          ? rowsIn(asOf(stored, now), body, register.scopeOf(body), open)
          : [],
      );
    });
}

const nameOf = (body: string, campaign: number, number: string): string => `${body} ${campaign} ${number}`;

const rowsIn = (dossier: Dossier, body: Body, scope: string, open: ReadonlyMap<string, Finding>): AppealRow[] =>
  dossier.meetings.flatMap(({ appeals }) =>
    appeals.map((appeal) => {
      const { campaign } = dossier;
      return {
        body,
        scope,
        campaign,
        appeal,
        dossier,
        next: open.get(nameOf(body.id, campaign, appeal.number)) ?? null,
      };
    }),
  );

/** The appeals that fit a query, in its order. */
export function selectRows(rows: readonly AppealRow[], query: AppealQuery): readonly AppealRow[] {
  const { q, region, kind, route, state } = query;
  const fitting = rows.filter(
    (row) =>
      (q === "" || isFound(row, q)) &&
      (region === undefined || row.scope === region) &&
      (kind === undefined || row.appeal.kind === kind) &&
      (route === undefined || routeOf(row.appeal) === route) &&
      isIn(row, state),
  );
  return fitting.sort(orders[query.sort]);
}

const isFound = ({ appeal, body }: AppealRow, q: string): boolean =>
  appeal.number.toLowerCase().includes(q.trim().toLowerCase()) || matchesSearch(q, { body: body.id, name: body.name });

function isIn({ next }: AppealRow, state: AppealQuery["state"]): boolean {
  if (state === "all") return true;
  if (state === "closed") return next === null;
  return state === "overdue" ? next?.state === "overdue" : next !== null;
}

/** Closed ones come last. */
const dueOf = ({ next }: AppealRow): Day | number => next?.due ?? Number.MAX_SAFE_INTEGER;
const byNumber = (a: AppealRow, b: AppealRow): number => a.appeal.number.localeCompare(b.appeal.number, "kk");

const orders: Readonly<Record<AppealQuery["sort"], (a: AppealRow, b: AppealRow) => number>> = {
  due: (a, b) => dueOf(a) - dueOf(b) || byNumber(a, b),
  received: (a, b) => b.appeal.receivedOn - a.appeal.receivedOn || byNumber(a, b),
  number: byNumber,
};
