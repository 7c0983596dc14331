import { bodiesTable } from "../status/tables.ts";
import type { ReportView } from "../status/view.ts";
import { listSheet, type SheetPlan, summarySheet } from "./sheet.ts";
import { writeWorkbook } from "./workbook.ts";

export interface WorkbookOptions {
  /** A sheet for each region in place of one for all bodies. */
  readonly sheetPerRegion?: boolean | undefined;
}

/** A status report as a workbook: its summary, then lists with typed columns and filters. */
export function statusReportXlsx(
  view: ReportView,
  { sheetPerRegion = false }: WorkbookOptions = {},
): Promise<Uint8Array> {
  const { texts } = view.words;
  const about = [view.title, view.about, view.moment, view.made, texts.rateHelp];
  const summary = [view.counts, view.regions, view.letters, view.unchecked, view.versions];
  return writeWorkbook([
    summarySheet(texts.summary, about, summary),
    ...(sheetPerRegion ? regionSheets(view) : [listSheet(texts.bodies, bodiesTable(view.report.rows, view.words))]),
    listSheet(texts.open, view.open),
    listSheet(texts.changed, view.changes),
    listSheet(texts.unacknowledged, view.unacknowledged),
    listSheet(texts.trend, view.trend),
  ]);
}

const regionSheets = ({ report, words }: ReportView): SheetPlan[] =>
  [...Map.groupBy(report.rows, ({ region }) => region)].map(([region, rows]) =>
    listSheet(words.regionOf(region) || region, bodiesTable(rows, words)),
  );
