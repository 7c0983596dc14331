import { ObligationId } from "../dossier/obligation-id.ts";
import { guardFormula } from "../register/formula-guard.ts";
import { countIn } from "./count.ts";
import { STATES } from "./states.ts";
import type { ReportRow } from "./status-report.ts";

/** A cell that a spreadsheet neither splits nor takes for a formula. */
function cell(value: string | number): string {
  const text = typeof value === "string" ? guardFormula(value) : String(value);
  return /[",;\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A row for each body as CSV, with a byte order mark so that spreadsheets read Cyrillic. The head is the same in all languages. */
export function statusCsv(rows: readonly ReportRow[]): string {
  const figures = ["rate", ...STATES, "recorded_late"];
  const head = ["body", "parent", "region", "name_ru", "name_kk", ...figures, ...ObligationId.options];
  const lines = rows.map(({ body, parent, region, name, rate, counts, recordedLate, worst }) => [
    ...[body, parent ?? "", region, name.ru, name.kk, rate === null ? "" : rate.toFixed(4)],
    ...STATES.map((state) => countIn(counts, state)),
    recordedLate,
    ...ObligationId.options.map((id) => worst[id] ?? ""),
  ]);
  return `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}
