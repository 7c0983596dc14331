import type { Context } from "aws-lambda";
import { handle, type LambdaEvent } from "hono/aws-lambda";
import { defineHandler } from "./handler.ts";
import { logger } from "./log.ts";
import { createApp } from "./web/app.tsx";
import { type Wiring, wiring } from "./wiring.ts";

/** So that everybody who follows a letter at the same minute does not read everything anew. */
const RECENT_SECONDS = 5;

/** The pages of this process; the same for Lambda and for the embedded server. */
export const createPages = (wired: Wiring) =>
  createApp({
    ...wired,
    signIn: wired.signIn(),
    demo: wired.environment.DEMO === "yes",
    api: { ...wired, onError: (error, reference) => logger.error("a request failed", { reference, error }) },
    recentSeconds: RECENT_SECONDS,
    onError: (error, reference) => logger.error("a page failed", { reference, error }),
  });

let answer: ReturnType<typeof handle> | undefined;

/** Requests of API Gateway (payload 2.0) or of a function address. */
export const handler = defineHandler((event: LambdaEvent, context: Context) => {
  answer ??= handle(createPages(wiring()));
  return answer(event, context);
});
