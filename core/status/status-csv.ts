import { ObligationId } from "../dossier/obligation-id.ts";
import { csvText } from "../register/csv-form.ts";
import { guardFormula } from "../register/formula-guard.ts";
import { countIn } from "./count.ts";
import { STATES } from "./states.ts";
import type { ReportRow } from "./status-report.ts";

/** A row for each body as CSV; cells are guarded against formulas. The head is the same in all languages. */
export function statusCsv(rows: readonly ReportRow[]): string {
  const figures = ["rate", ...STATES, "recorded_late"];
  const head = ["body", "parent", "region", "name_ru", "name_kk", ...figures, ...ObligationId.options];
  const lines = rows.map(({ body, parent, region, name, rate, counts, recordedLate, worst }) => [
    ...[body, parent ?? "", region, name.ru, name.kk, rate === null ? "" : rate.toFixed(4)].map(guardFormula),
    ...[...STATES.map((state) => countIn(counts, state)), recordedLate].map(String),
    ...ObligationId.options.map((id) => worst[id] ?? ""),
  ]);
  return csvText([head, ...lines]);
}
