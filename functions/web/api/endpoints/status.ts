import * as z from "zod";
import { formatDay } from "../../../../core/calendar/day.ts";
import { BodyId } from "../../../../core/register/body.ts";
import { Locale } from "../../../../core/register/locale.ts";
import { ReportFormat, reportFileName } from "../../../../core/status/report-job.ts";
import { statusCsv } from "../../../../core/status/status-csv.ts";
import { StatusReport } from "../../../../core/status/status-report.ts";
import { readStatusReport } from "../../../../core/use-cases/reports/status-report.ts";
import { deliver } from "../../reports/delivery.ts";
import { type Answer, type Call, defineEndpoint, type Endpoint, json, None } from "../endpoint.ts";
import { askedMoment, On } from "../moment.ts";
import { Problem } from "../problem.ts";
import { name } from "../schemas.ts";

const ReportAnswer = name("StatusReport", StatusReport);

const example = {
  ...{ scope: "DP-10", name: { ru: "ДП области Абай", kk: "Абай облысының ПД" }, on: "2027-03-19", time: "10:30" },
  made: 1_805_000_000_000,
  versions: {
    register: 1,
    policy: { number: null, name: "5e07a531" },
    calendar: { number: 2, name: "25b62450" },
    facts: "912b6996",
  },
  ...{ bodies: 1, rate: 0.75, counts: { report: { due: 1 } } },
  regions: [
    {
      ...{ scope: "DP-10", name: { ru: "ДП области Абай", kk: "Абай облысының ПД" }, bodies: 1 },
      ...{ counts: { report: { due: 1 } }, rate: 0.75 },
    },
  ],
  rows: [
    {
      ...{ body: "DP-10", parent: "MIA", region: "DP-10", name: { ru: "ДП области Абай", kk: "Абай облысының ПД" } },
      ...{ counts: { report: { due: 1 } }, worst: { report: "due" }, rate: 0.75, recordedLate: 0 },
    },
  ],
  open: [
    {
      ...{ body: "DP-10", campaign: 2027, obligation: "report", subject: "dossier", clause: "4", meeting: null },
      ...{ due: "2027-03-31", state: "due", daysLeft: 12, missing: ["held-meeting"], recordedLate: false },
    },
  ],
  changes: { since: "2027-03-18", items: [] },
  trend: [{ day: "2027-03-19", time: "09:00", rate: 0.75 }],
  letters: { year: 2027, total: 2, states: { delivered: 2 }, repeated: 0, acknowledged: 2, unacknowledged: [] },
  ...{ failed: [], damaged: [] },
};

const getStatus = defineEndpoint({
  method: "get",
  path: "/status",
  id: "getStatus",
  tag: "Findings",
  summary: "The status report of a body with all under it, or of all bodies that you may see, in any of its forms.",
  params: None,
  query: z.strictObject({
    scope: BodyId.exactOptional(),
    on: On.exactOptional(),
    format: ReportFormat.exactOptional(),
    /** Of the words in HTML, PDF and XLSX; else by `Accept-Language`. */
    language: Locale.exactOptional(),
    /** In XLSX a sheet for each region, in place of one for all bodies. */
    sheets: z.enum(["one", "regions"]).exactOptional(),
  }),
  headers: ["Accept-Language"],
  answers: {
    200: {
      description: "The report; figures add up from the rows to the regions to all. As CSV a row for each body.",
      schema: ReportAnswer,
      text: "text/csv",
      files: ["text/html", "application/pdf", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
      example,
    },
    303: {
      description:
        "The document is too large for an answer: fetch it from the address in `Location`, within two minutes.",
    },
  },
  errors: ["unknown-body", "forbidden"],
  handle: async ({ query: { scope, on, format = "json", language, sheets } }, call) => {
    const top = scope === undefined ? null : call.body(scope);
    askedMoment(on, call);
    if (top) call.require("read", top);
    const mayRead = (body: Parameters<typeof call.require>[1]): boolean => call.may("read", body);
    const ports = { ...call.deps, ...call.deps.recent?.() };
    const report = await readStatusReport(call.loaded, { top, on, mayRead }, ports);
    return answerAs(report, { format, locale: language ?? call.locale, sheetPerRegion: sheets === "regions" }, call);
  },
});

interface Form {
  readonly format: ReportFormat;
  readonly locale: Locale;
  readonly sheetPerRegion: boolean;
}

/** JSON and CSV need no writer; all others are written where the writers are loaded. */
async function answerAs(report: StatusReport, form: Form, { deps, loaded }: Call): Promise<Answer> {
  const { writeReport } = deps;
  if (!writeReport) {
    if (form.format === "json") return json(ReportAnswer, report);
    if (form.format !== "csv") throw new Problem("not-found", { detail: "No documents are written here." });
    const name = reportFileName(report.scope, formatDay(report.on), form.locale, form.format);
    const content = new TextEncoder().encode(statusCsv(report.rows));
    return { status: 200, file: { type: "text/csv; charset=utf-8", name, content } };
  }
  const file = await writeReport(report, { ...form, zone: loaded.register.ministry.zone });
  const delivery = await deliver(file, deps.identifiers.token(), deps);
  if (delivery.kind === "elsewhere") return { status: 303, headers: { location: delivery.link } };
  return { status: 200, file };
}

export const statusEndpoints: readonly Endpoint[] = [getStatus];
