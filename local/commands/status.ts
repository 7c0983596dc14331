import { writeFileSync } from "node:fs";
import { Command, Option } from "commander";
import type { Day } from "../../core/calendar/day.ts";
import { Locale } from "../../core/register/locale.ts";
import { ReportFormat } from "../../core/status/report-job.ts";
import type { ReportRow, StatusReport } from "../../core/status/status-report.ts";
import type { LoadedRegister } from "../../core/use-cases/assess/assess.ts";
import { readStatusReport } from "../../core/use-cases/reports/status-report.ts";
import { counted } from "../../core/wording/plural.ts";
import { writeReport } from "../../functions/documents/write-report.ts";
import type { Wiring } from "../../functions/wiring.ts";
import { BadInput } from "../facts-file.ts";
import { countsTable } from "../summary.ts";
import { dayArgument, directoryOption } from "./arguments.ts";
import { loadAll } from "./assessment.ts";
import { print } from "./print.ts";
import { startProgress } from "./progress.ts";
import { withStore } from "./store.ts";

interface StatusOptions {
  readonly scope?: string;
  readonly on?: Day;
  readonly format: "table" | ReportFormat;
  readonly out?: string;
  readonly language: Locale;
  readonly sheetPerRegion?: true;
  readonly directory: string;
}

const formats = ["table", ...ReportFormat.options] as const;

export const statusCommand = () =>
  new Command("status")
    .description("the status report: how all bodies stand, or one body with those below it")
    .option("--scope <id>", "a body's id; it and all bodies under it")
    .option("--on <day>", "as of the end of this day, YYYY-MM-DD; now when absent", dayArgument)
    .addOption(new Option("--format <format>", "form of the report").choices(formats).default("table"))
    .option("--out <file>", "file to write; to the terminal when absent, but for pdf and xlsx under a name of its own")
    .addOption(new Option("--language <language>", "of html, pdf and xlsx").choices(Locale.options).default("ru"))
    .option("--sheet-per-region", "xlsx: a sheet for each region")
    .addOption(directoryOption())
    .action((options: StatusOptions) =>
      withStore(options.directory, async ({ wiring }) => {
        const loaded = await loadAll(wiring);
        const progress = startProgress("steps", 3);
        const report = await readReport(loaded, wiring, options);
        progress.reached(1);
        const output = await outputOf(report, loaded, options);
        progress.reached(3);
        progress.stop();
        hand(output, options);
      }),
    );

/** The report of a body with all under it, or of all, now or as of a day. */
function readReport(loaded: LoadedRegister, wiring: Wiring, { scope, on }: StatusOptions): Promise<StatusReport> {
  const { register } = loaded;
  const top = scope === undefined ? register.ministry : register.byId.get(scope);
  if (!top) throw new BadInput(`--scope: ${scope} is no body of the register.`);
  return readStatusReport(loaded, { top, on, mayRead: () => true }, wiring);
}

interface Output {
  readonly name: string;
  readonly content: Uint8Array | string;
  readonly isText: boolean;
}

async function outputOf(
  report: StatusReport,
  { register }: LoadedRegister,
  { format, language, sheetPerRegion }: StatusOptions,
): Promise<Output> {
  if (format === "table") return { name: "status.txt", content: tableOf(report), isText: true };
  const options = { format, locale: language, sheetPerRegion: sheetPerRegion ?? false, zone: register.ministry.zone };
  const { name, content } = await writeReport(report, options);
  return { name, content, isText: format !== "pdf" && format !== "xlsx" };
}

/** A text goes to the terminal, a file to where it was asked for or beside the caller. */
function hand({ name, content, isText }: Output, { out }: StatusOptions): void {
  const text = typeof content === "string" ? content : new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
  if (out === undefined && isText) {
    print(text.trimEnd());
    return;
  }
  writeFileSync(out ?? name, content);
  console.error(`Written: ${out ?? name}`);
}

const percent = (rate: number | null): string => (rate === null ? "–" : `${(rate * 100).toFixed(1)} %`);

function tableOf({ rows, counts, rate, damaged, failed, versions }: StatusReport): string {
  const byRate = (a: ReportRow, b: ReportRow): number => (a.rate ?? 1) - (b.rate ?? 1);
  const worst = rows.filter((row) => row.rate !== null).sort(byRate);
  return [
    `${counted("en", rows.length, { one: "body", other: "bodies" })}, compliance rate ${percent(rate)}`,
    "",
    countsTable(counts),
    "",
    "Lowest compliance rates:",
    ...worst.slice(0, 10).map((row) => `${percent(row.rate).padStart(8)}  ${row.body.padEnd(14)} ${row.name.ru}`),
    ...damaged.map(({ body, campaign, reason }) => `Damaged: ${body} ${campaign}: ${reason}`),
    ...failed.map(
      ({ body, obligation, subject, year }) => `Not checked: ${body} ${obligation} ${subject}: no calendar for ${year}`,
    ),
    "",
    `Computed from policy ${versions.policy.name}, calendar ${versions.calendar.name}, facts ${versions.facts}`,
  ].join("\n");
}
