import * as z from "zod";
import { DayText } from "../../../../core/calendar/day.ts";
import { ObligationId } from "../../../../core/dossier/obligation-id.ts";
import { BodyId } from "../../../../core/register/body.ts";
import { Bilingual } from "../../../../core/register/locale.ts";
import { FindingCounts } from "../../../../core/status/count.ts";
import { type StatusRow, statusOf } from "../../../../core/status/status.ts";
import { statusCsv } from "../../../../core/status/status-csv.ts";
import { assessVisible } from "../assessment.ts";
import { defineEndpoint, type Endpoint, json, None } from "../endpoint.ts";
import { On } from "../moment.ts";
import { Damage, FailedFinding, name, State } from "../schemas.ts";

const Counts = name("FindingCounts", FindingCounts);

const Row = name(
  "StatusRow",
  z.strictObject({
    body: BodyId,
    parent: BodyId.nullable(),
    name: Bilingual,
    counts: Counts,
    /** The worst state of each obligation's subjects. */
    worst: z.partialRecord(ObligationId, State),
    /** met ÷ (met + late + breached + overdue); null when nothing has come to be judged yet. */
    rate: z.number().nullable(),
  }),
);

const StatusAnswer = name(
  "Status",
  z.strictObject({
    on: DayText,
    registerVersion: z.int(),
    bodies: z.int(),
    rate: z.number().nullable(),
    counts: Counts,
    rows: z.array(Row),
    failed: z.array(FailedFinding),
    damaged: z.array(Damage),
  }),
);

const getStatus = defineEndpoint({
  method: "get",
  path: "/status",
  id: "getStatus",
  tag: "Findings",
  summary: "How many findings are in which state: in all and for each body that you may see.",
  params: None,
  query: z.strictObject({
    scope: BodyId.exactOptional(),
    on: On.exactOptional(),
    format: z.enum(["json", "csv"]).exactOptional(),
  }),
  answers: {
    200: {
      description: "The status; figures add up from the rows. As CSV a row for each body.",
      schema: StatusAnswer,
      text: "text/csv",
      example: {
        ...{ on: "2027-03-19", registerVersion: 1, bodies: 1, rate: 0.75, failed: [], damaged: [] },
        counts: { report: { due: 1 } },
        rows: [
          {
            ...{ body: "DP-10", parent: "MIA", name: { ru: "ДП области Абай", kk: "Абай облысының ПД" } },
            ...{ counts: { report: { due: 1 } }, worst: { report: "due" }, rate: 0.75 },
          },
        ],
      },
    },
  },
  errors: ["unknown-body", "forbidden"],
  handle: async ({ query: { scope, on, format = "json" } }, call) => {
    const moment = { ...(scope !== undefined && { scope }), ...(on !== undefined && { on }) };
    const assessment = await assessVisible(moment, call);
    const { rows, counts, rate, failed, damaged } = statusOf(assessment);
    if (format === "csv") {
      return { status: 200, text: { type: "text/csv; charset=utf-8", content: statusCsv(rows) } };
    }
    return json(StatusAnswer, {
      ...{ on: assessment.on, registerVersion: call.loaded.directory.version, bodies: rows.length, rate, counts },
      rows: rows.map(rowAnswer),
      failed: failed.map(({ body, campaign, obligation, subject, year }) => ({
        ...{ body, campaign, obligation, subject, year },
      })),
      damaged: [...damaged],
    });
  },
});

const rowAnswer = ({ body, parent, name, counts, worst, rate }: StatusRow) => ({
  ...{ body, parent, name, counts, worst, rate },
});

export const statusEndpoints: readonly Endpoint[] = [getStatus];
