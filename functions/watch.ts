import { watch } from "../core/use-cases/letters/watch.ts";
import { defineHandler } from "./handler.ts";
import { logger } from "./log.ts";
import { wiring } from "./wiring.ts";

/** The watch's schedule: looks after the sweeps, and says that it did. Its own silence is an alarm of the cloud's. */
export const handler = defineHandler(async () => {
  const found = await watch(wiring());
  logger.info("heartbeat", { heartbeat: "watch", ...found });
  return found;
});
