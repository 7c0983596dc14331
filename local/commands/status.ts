import { Command, Option } from "commander";
import type { Day } from "../../core/calendar/day.ts";
import { ObligationId } from "../../core/dossier/obligation-id.ts";
import { STATES, type Status, type StatusRow, statusOf } from "../../core/status/status.ts";
import type { Wiring } from "../../functions/wiring.ts";
import { BadInput } from "../facts-file.ts";
import { countsTable } from "../summary.ts";
import { dayArgument, directoryOption } from "./arguments.ts";
import { assessOn, loadAll } from "./assessment.ts";
import { findingJson } from "./evaluate.ts";
import { print, printJson } from "./print.ts";
import { withStore } from "./store.ts";

interface StatusOptions {
  readonly scope?: string;
  readonly on?: Day;
  readonly format: "table" | "json" | "csv";
  readonly directory: string;
}

export const statusCommand = () =>
  new Command("status")
    .description("how all bodies stand, or one body with those below it")
    .option("--scope <id>", "a body's id; it and all bodies under it")
    .option("--on <day>", "as of the end of this day, YYYY-MM-DD; now when absent", dayArgument)
    .addOption(new Option("--format <format>", "form of the report").choices(["table", "json", "csv"]).default("table"))
    .addOption(directoryOption())
    .action((options: StatusOptions) =>
      withStore(options.directory, async ({ wiring }) => {
        const status = await readStatus(wiring, options);
        if (options.format === "json") printJson(statusJson(status));
        else print(options.format === "csv" ? csvOf(status.rows) : tableOf(status));
      }),
    );

/** The status of a body with all under it, or of all, now or as of a day. */
async function readStatus(wiring: Wiring, { scope, on }: StatusOptions): Promise<Status> {
  const loaded = await loadAll(wiring);
  const { register } = loaded;
  const top = scope === undefined ? register.ministry : register.byId.get(scope);
  if (!top) throw new BadInput(`--scope: ${scope} is no body of the register.`);
  const { bodies, ...rest } = await assessOn(loaded, wiring, on);
  const isBelow = (id: string) => {
    const body = register.byId.get(id);
    return (
      body === top || top === register.ministry || (body !== undefined && register.ancestorsOf(body).includes(top))
    );
  };
  return statusOf({ ...rest, bodies: bodies.filter(({ body }) => isBelow(body.id)) });
}

const percent = (rate: number | null): string => (rate === null ? "–" : `${(rate * 100).toFixed(1)} %`);

function tableOf({ rows, counts, rate, damaged, failed }: Status): string {
  const worst = rows.filter((row) => row.rate !== null).sort((a, b) => (a.rate ?? 1) - (b.rate ?? 1));
  return [
    `${rows.length} bodies, compliance rate ${percent(rate)}`,
    "",
    countsTable(counts),
    "",
    "Lowest compliance rates:",
    ...worst.slice(0, 10).map((row) => `${percent(row.rate).padStart(8)}  ${row.body.padEnd(14)} ${row.name.ru}`),
    ...damaged.map(({ body, campaign, reason }) => `Damaged: ${body} ${campaign}: ${reason}`),
    ...failed.map(
      ({ body, obligation, subject, year }) => `Not checked: ${body} ${obligation} ${subject}: no calendar for ${year}`,
    ),
  ].join("\n");
}

/** A cell that a spreadsheet neither splits nor takes for a formula. */
const cell = (value: string | number): string => {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value === "string" ? `'${text}` : text;
  return /[",;\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A row per body, with a byte order mark so that spreadsheets read Cyrillic. */
function csvOf(rows: readonly StatusRow[]): string {
  const head = ["body", "parent", "name_ru", "name_kk", "rate", ...STATES, ...ObligationId.options];
  const lines = rows.map(({ body, parent, name, rate, counts, worst }) => [
    body,
    parent ?? "",
    name.ru,
    name.kk,
    rate === null ? "" : rate.toFixed(4),
    ...STATES.map((state) => ObligationId.options.reduce((sum, id) => sum + (counts[id]?.[state] ?? 0), 0)),
    ...ObligationId.options.map((id) => worst[id] ?? ""),
  ]);
  return `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}`;
}

const statusJson = ({ rows, counts, rate, open, failed, damaged }: Status) => ({
  bodies: rows.length,
  rate,
  counts,
  rows,
  open: open.map((finding) => ({ ...findingJson(finding), clause: finding.clause })),
  failed,
  damaged,
});
