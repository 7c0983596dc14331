import * as z from "zod";
import { formatDay } from "../../core/calendar/day.ts";
import { type ReportFormat, reportFileName } from "../../core/status/report-job.ts";
import { statusCsv } from "../../core/status/status-csv.ts";
import { StatusReport } from "../../core/status/status-report.ts";
import type { WriteReport } from "../../core/use-cases/reports/report-jobs.ts";
import { statusReportHtml } from "./html/status-report.tsx";
import { statusReportPdf } from "./pdf/status-report.ts";
import { type ReportView, viewReport } from "./status/view.ts";
import { statusReportXlsx } from "./xlsx/status-report.ts";

const types: Readonly<Record<ReportFormat, string>> = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  html: "text/html; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  json: "application/json",
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A status report in any of its forms: all say the same, since they are made of the same data. */
export const writeReport: WriteReport = async (report, { format, locale, zone, sheetPerRegion }) => {
  const view = (): ReportView => viewReport(report, locale, zone);
  const write = {
    pdf: () => statusReportPdf(view()),
    xlsx: () => statusReportXlsx(view(), { sheetPerRegion }),
    html: () => bytesOf(statusReportHtml(view())),
    csv: () => bytesOf(statusCsv(report.rows)),
    json: () => bytesOf(`${JSON.stringify(z.encode(StatusReport, report), null, 1)}\n`),
  } satisfies Record<ReportFormat, () => unknown>;
  return {
    name: reportFileName(report.scope, formatDay(report.on), locale, format),
    type: types[format],
    content: await write[format](),
  };
};
