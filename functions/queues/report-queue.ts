import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import type { ReportQueue } from "../../core/use-cases/reports/report-jobs.ts";

/** A message of the queue of reports: only the job's id. */
export const ReportMessage = z.strictObject({ id: z.string() });

/** The queue of reports to be made. */
export const createReportQueue = (client: SQSClient, url: string): ReportQueue => ({
  send: async (id) => {
    await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify({ id }) }));
  },
});
