import type { ReportFormat } from "../../../core/status/report-job.ts";
import type { StatusReport } from "../../../core/status/status-report.ts";
import { writeReport } from "../../../functions/documents/write-report.ts";

export const zone = "Asia/Almaty";

/** A file of a report, in Russian unless another language is given. */
export const fileOf = async (
  report: StatusReport,
  format: ReportFormat,
  { locale = "ru", sheetPerRegion = false }: { locale?: "kk" | "ru" | "en"; sheetPerRegion?: boolean } = {},
) => writeReport(report, { format, locale, sheetPerRegion, zone });

export const textOf = (bytes: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

/** The signs of a text without spaces: where a line is broken says nothing. */
export const squeezed = (text: string): string => text.replaceAll(/\s/g, "");
