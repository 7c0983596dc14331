import { S3Client } from "@aws-sdk/client-s3";
import type { SQSEvent } from "aws-lambda";
import { type MakePorts, makeOrdered } from "../core/use-cases/reports/report-jobs.ts";
import { functions } from "../stacks/resources.ts";
import { handleMessages } from "./batch.ts";
import { writeReport } from "./documents/write-report.ts";
import { defineHandler } from "./handler.ts";
import { logger } from "./log.ts";
import { composeStatusLetter } from "./mail/status-report.ts";
import { ReportMessage } from "./queues/report-queue.ts";
import { createReportFiles } from "./storage/report-files.ts";
import { type Wiring, wiring } from "./wiring.ts";

/** The wiring with what writes documents and renders their letters. */
function making(wired: Wiring): MakePorts {
  const { environment } = wired;
  const settings = {
    ...{ from: environment.MAIL_FROM, replyTo: environment.MAIL_REPLY_TO },
    ...{ appUrl: environment.APP_URL, demo: environment.DEMO === "yes" },
  };
  return {
    ...wired,
    reportFiles: createReportFiles(new S3Client(), environment.LETTERS_BUCKET),
    writeReport,
    composeReport: (letter, id, at) => composeStatusLetter(letter, id, at, settings),
  };
}

/** It outlives the function that holds it. */
const LEASE_SECONDS = functions.reports.timeout + 30;

/** Messages of the queue of reports: makes each report, and its letters. */
export const handler = defineHandler((event: SQSEvent, context) =>
  handleMessages(ReportMessage, event, context, async ({ id }) => {
    const outcome = await makeOrdered(id, making(wiring()), LEASE_SECONDS);
    logger.info("report made", { report: id, outcome });
  }),
);
