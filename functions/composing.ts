import type { SweepPorts } from "../core/sweep.ts";
import { createComposer } from "./mail/composer.ts";
import { type Wiring, wiring } from "./wiring.ts";

/** The wiring with what renders letters: for the sweep alone, so that no other function carries it. */
export function composing(wired: Wiring = wiring()) {
  const { environment, workdays } = wired;
  const composer = createComposer({
    from: environment.MAIL_FROM,
    replyTo: environment.MAIL_REPLY_TO,
    appUrl: environment.APP_URL,
    demo: environment.DEMO === "yes",
    workdays,
  });
  return { ...wired, composer } satisfies SweepPorts & Wiring;
}
