import type { Context } from "aws-lambda";
import type { LambdaEvent } from "hono/aws-lambda";
import { answering } from "./answering.ts";
import { defineHandler } from "./handler.ts";
import { pageDependencies } from "./pages.ts";
import { wiring } from "./wiring.ts";

const answer = answering(() => pageDependencies(wiring()));

/** Requests of API Gateway (payload 2.0) or of a function address. */
export const handler = defineHandler((event: LambdaEvent, context: Context) => answer(event, context));
