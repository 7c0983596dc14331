import { formatDay } from "../core/calendar/day.ts";
import { ObligationId } from "../core/dossier/obligation-id.ts";
import type { Slot } from "../core/escalation/letter.ts";
import { EscalationRole } from "../core/order608/role.ts";
import { type FindingCounts, sumCounts } from "../core/status/count.ts";
import { STATES } from "../core/status/states.ts";
import type { SweepReport } from "../core/status/sweep-report.ts";

const pad = (text: string, width: number): string => text.padStart(width);

/** Obligation × state as text columns, with sums. */
export function countsTable(counts: FindingCounts): string {
  const line = (name: string, cells: readonly string[]) =>
    name.padEnd(18) + cells.map((cell) => pad(cell, 10)).join("");
  const rows = ObligationId.options.map((id) =>
    line(
      id,
      STATES.map((state) => String(counts[id]?.[state] ?? "·")),
    ),
  );
  const totals = STATES.map((state) =>
    String(ObligationId.options.reduce((sum, id) => sum + (counts[id]?.[state] ?? 0), 0)),
  );
  return [line("", STATES), ...rows, line("total", totals)].join("\n");
}

/** What the sweeps of a slot did, readable at a glance. */
export function summaryOf(slot: Slot, reports: readonly SweepReport[], seconds: number): string {
  const total = (value: (report: SweepReport) => number) => reports.reduce((sum, report) => sum + value(report), 0);
  const levels = EscalationRole.options
    .map((role) => `${role} ${total((report) => report.levels[role] ?? 0)}`)
    .join("   ");
  const damaged = reports.flatMap((report) => report.damaged);
  return [
    `Slot ${formatDay(slot.day)} ${slot.time}: ${total(({ bodies }) => bodies)} bodies in ${reports.length} scopes checked in ${seconds.toFixed(1)} s`,
    "",
    countsTable(sumCounts(reports.map(({ findings }) => findings))),
    "",
    `Letters of this slot: ${total(({ written }) => written)} with ${total(({ items }) => items)} items`,
    `By highest level:     ${levels}`,
    ...(total(({ braked = 0 }) => braked) > 0
      ? [`Held by the brake:    ${total(({ braked = 0 }) => braked)}: too many at once, see the page of sweeps`]
      : []),
    ...damaged.map(({ body, campaign, reason }) => `Damaged: ${body} ${campaign}: ${reason}`),
    ...reports.filter(({ complete }) => !complete).map(({ scope }) => `Scope ${scope}: nobody could be told`),
  ].join("\n");
}
