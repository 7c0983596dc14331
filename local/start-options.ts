import { Command, InvalidArgumentError, Option } from "commander";
import { day, formatDay, parseDay } from "../core/calendar/day.ts";
import { minutesOf, TimeText } from "../core/calendar/time.ts";
import { type Instant, instantOf } from "../core/calendar/zone.ts";
import { schedules } from "../stacks/resources.ts";

/** How `npm start` was called. */
export interface StartOptions {
  /** What the demo clock shall show; null keeps what it showed, or the default at the first start. */
  readonly now: Instant | null;
  readonly facts: string | null;
  readonly port: number;
  readonly fresh: boolean;
  readonly directory: string;
}

/** The demo campaign is in full swing: reports held, notices due, replies running out. */
export const DEMO_START: Instant = instantOf(
  { day: day("2027-03-19"), minutes: minutesOf("09:00") },
  schedules.sweeps.zone,
);

function parseNow(text: string): Instant {
  const [date = "", time = "09:00"] = text.split("T");
  const civil = parseDay(date);
  if (civil === undefined || !TimeText.safeParse(time).success) {
    throw new InvalidArgumentError(`It must be of the form ${formatDay(day("2027-03-19"))}T09:00, in Almaty time.`);
  }
  return instantOf({ day: civil, minutes: minutesOf(time) }, schedules.sweeps.zone);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_533)
    throw new InvalidArgumentError("It must be from 1 to 65533.");
  return port;
}

/** Reads the command line; prints help or what is wrong, and ends the process, when that is what was asked for. */
export function parseStartOptions(args: readonly string[]): StartOptions {
  const command = new Command("npm start --")
    .description("Starts Esep embedded on this machine: demo data, demo clock, nothing leaves the machine.")
    .option("--now <time>", "set the demo clock, in Almaty time (first start: 2027-03-19T09:00)", parseNow)
    .option("--facts <file>", "load this facts file instead of the demo campaign (first start, or with --fresh)")
    .option("--port <number>", "port of the application; inbox and sign-in take the next two", parsePort, 4608)
    .option("--fresh", "forget all data of earlier starts", false)
    .addOption(new Option("--directory <path>", "where data is kept").default(".local"))
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  const options = command.parse(args, { from: "user" }).opts<{
    now?: Instant;
    facts?: string;
    port: number;
    fresh: boolean;
    directory: string;
  }>();
  return { ...options, now: options.now ?? null, facts: options.facts ?? null };
}
