import type { Context } from "aws-lambda";
import { handle, type LambdaEvent } from "hono/aws-lambda";
import { defineHandler } from "./handler.ts";
import { logger } from "./log.ts";
import { signInSettings } from "./sign-in-settings.ts";
import { createApp } from "./web/app.tsx";
import { createSignIn } from "./web/sign-in/sign-in.ts";
import { type Wiring, wiring } from "./wiring.ts";

/** So that everybody who follows a letter at the same minute does not read everything anew. */
const RECENT_SECONDS = 5;

/**
 * The pages of this process; the same for Lambda and for the embedded server. Sign-in is put together here, so that the
 * functions that serve no pages do not carry it. Throws where it is not configured, but for a demo.
 */
export function createPages(wired: Wiring) {
  const settings = signInSettings(wired.environment);
  return createApp({
    ...wired,
    signIn: settings && createSignIn(settings, wired),
    demo: wired.environment.DEMO === "yes",
    guests: wired.environment.DEMO === "yes",
    api: { ...wired, onError: (error, reference) => logger.error("a request failed", { reference, error }) },
    recentSeconds: RECENT_SECONDS,
    onError: (error, reference) => logger.error("a page failed", { reference, error }),
  });
}

let answer: ReturnType<typeof handle> | undefined;

/** Requests of API Gateway (payload 2.0) or of a function address. */
export const handler = defineHandler((event: LambdaEvent, context: Context) => {
  answer ??= handle(createPages(wiring()));
  return answer(event, context);
});
