import type { Context } from "aws-lambda";
import type { LambdaEvent } from "hono/aws-lambda";
import { answering } from "./answering.ts";
import { paperWriters } from "./documents/write-papers.ts";
import { writeReport } from "./documents/write-report.ts";
import { defineHandler } from "./handler.ts";
import { pageDependencies } from "./pages.ts";
import { wiring } from "./wiring.ts";

const answer = answering(() => pageDependencies(wiring(), { writeReport, papers: paperWriters }));

/**
 * Requests for documents: the same pages and API as `http.ts`, with the writers, which no other function loads. API Gateway
 * sends here what answers with a document (`stacks/functions.ts`).
 */
export const handler = defineHandler((event: LambdaEvent, context: Context) => answer(event, context));
