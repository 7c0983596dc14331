import { InvalidArgumentError, Option } from "commander";
import { type Day, parseDay } from "../../core/calendar/day.ts";
import { Prose } from "../../core/dossier/commands/input.ts";

/** A day of the command line, `YYYY-MM-DD`. */
export function dayArgument(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new InvalidArgumentError("It must be a date that exists, of the form YYYY-MM-DD.");
  return day;
}

/** Why somebody does something, for the audit: without personal data of citizens. */
export function reasonArgument(text: string): string {
  const parsed = Prose.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new InvalidArgumentError(`It ${parsed.error.issues[0]?.message ?? "is no reason"}.`);
}

/** Where the embedded Esep keeps its data. */
export const directoryOption = () => new Option("--directory <path>", "where Esep keeps its data").default(".local");

/** Names a stage in the cloud instead of the embedded store. */
export const cloudOption = () =>
  new Option("--cloud <file>", "a stage in the cloud: the environment variables of its function Sweep, as JSON");
