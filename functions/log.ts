import { Logger } from "@aws-lambda-powertools/logger";
import type { Alarms } from "../core/ports.ts";

/** Logs carry ids, reasons and counts; never names, addresses or texts of people. */
export const logger = new Logger({ serviceName: "esep" });

/** Alarms are errors in the log, each with a code that a metric filter counts. */
export const alarms: Alarms = { raise: (code, details) => logger.error(code, { alarm: code, ...details }) };
