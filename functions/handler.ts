import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import middy from "@middy/core";
import type { Context } from "aws-lambda";
import { logger } from "./log.ts";

/** A Lambda handler with what every one has: ids in the log, and a line for an error before Lambda retries. */
export const defineHandler = <Event, Result>(handle: (event: Event, context: Context) => Promise<Result>) =>
  middy<Event, Result>()
    .use(injectLambdaContext(logger))
    .onError(({ error }) => {
      logger.error("the handler failed", error instanceof Error ? error : String(error));
    })
    .handler(handle);
