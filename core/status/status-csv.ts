import { ObligationId } from "../dossier/obligation-id.ts";
import { countIn } from "./count.ts";
import { STATES } from "./states.ts";
import type { StatusRow } from "./status.ts";

/** A cell that a spreadsheet neither splits nor takes for a formula. */
function cell(value: string | number): string {
  const text = String(value);
  const safe = typeof value === "string" && /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A row for each body as CSV, with a byte order mark so that spreadsheets read Cyrillic. */
export function statusCsv(rows: readonly StatusRow[]): string {
  const head = ["body", "parent", "name_ru", "name_kk", "rate", ...STATES, ...ObligationId.options];
  const lines = rows.map(({ body, parent, name, rate, counts, worst }) => [
    ...[body, parent ?? "", name.ru, name.kk, rate === null ? "" : rate.toFixed(4)],
    ...STATES.map((state) => countIn(counts, state)),
    ...ObligationId.options.map((id) => worst[id] ?? ""),
  ]);
  return `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}
