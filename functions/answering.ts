import type { Context } from "aws-lambda";
import { Hono } from "hono";
import { handle, type LambdaEvent } from "hono/aws-lambda";
import type { WebDependencies } from "./web/dependencies.ts";
import { createOnDemand } from "./web/on-demand.ts";

/** Answers events of API Gateway with pages; they are put together when the first event comes. */
export function answering(dependencies: () => WebDependencies) {
  let answer: ReturnType<typeof handle> | undefined;
  return (event: LambdaEvent, context: Context) => {
    answer ??= handle(outer(createOnDemand(dependencies())));
    return answer(event, context);
  };
}

/** What Hono's adapter for Lambda asks: an application, here one that hands every request on as it is. */
const outer = (pages: (request: Request) => Promise<Response>): Hono =>
  new Hono().all("*", (context) => pages(context.req.raw));
