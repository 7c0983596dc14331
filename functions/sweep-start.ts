import { sweepsDue } from "../core/use-cases/sweep/sweep.ts";
import { defineHandler } from "./handler.ts";
import { logger } from "./log.ts";
import { wiring } from "./wiring.ts";

/** The schedule's event: one message per scope for the slot that has come. */
export const handler = defineHandler(async () => {
  const { register, clock, sweeps } = wiring();
  const due = await sweepsDue({ register, clock });
  if (!due) {
    logger.warn("there is no register yet");
    return { scopes: 0 };
  }
  const { scopes, slot } = due;
  await sweeps.send(scopes.map((scope) => ({ scope, slot })));
  logger.info("sweeps started", { scopes: scopes.length, time: slot.time });
  return { scopes: scopes.length };
});
