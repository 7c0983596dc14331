import { InvalidArgumentError, Option } from "commander";
import { type Day, parseDay } from "../../core/calendar/day.ts";

/** A day of the command line, `YYYY-MM-DD`. */
export function dayArgument(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new InvalidArgumentError("It must be a date that exists, of the form YYYY-MM-DD.");
  return day;
}

/** Where the embedded Esep keeps its data. */
export const directoryOption = () => new Option("--directory <path>", "where Esep keeps its data").default(".local");
