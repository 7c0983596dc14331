import { randomUUID } from "node:crypto";
import type { Context } from "aws-lambda";

/** A handler as Lambda calls it. */
export type Handler<Event, Result> = (event: Event, context: Context) => Promise<Result>;

const nothing = (): void => undefined;

/** The context that Lambda gives a function, for one call. */
export function lambdaContext(functionName: string, timeoutSeconds: number): Context {
  const ends = Date.now() + timeoutSeconds * 1000;
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName,
    functionVersion: "local",
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${functionName}`,
    memoryLimitInMB: "1024",
    awsRequestId: randomUUID(),
    logGroupName: functionName,
    logStreamName: "local",
    getRemainingTimeInMillis: () => Math.max(0, ends - Date.now()),
    done: nothing,
    fail: nothing,
    succeed: nothing,
  };
}
