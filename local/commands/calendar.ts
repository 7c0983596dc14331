import { Command } from "commander";
import * as z from "zod";
import { CalendarChanges, noChanges } from "../../core/calendar/calendar-versions.ts";
import { formatDay } from "../../core/calendar/day.ts";
import { inForceOn } from "../../core/order608/policy-versions.ts";
import { calendarVersion } from "../../core/status/fingerprint.ts";
import { applyCalendar } from "../../core/use-cases/policy-changes/policy-apply.ts";
import { lookAheadCalendar } from "../../core/use-cases/policy-changes/policy-outlook.ts";
import type { Wiring } from "../../functions/wiring.ts";
import { directoryOption } from "./arguments.ts";
import { loadAll } from "./assessment.ts";
import { print, printJson } from "./print.ts";
import { settingsFrom, todayOf, withChanges } from "./settings.ts";
import { withStore } from "./store.ts";

const FILE = "everything in which the calendar departs from the product's (JSON), as `calendar show --json` prints it";

/** The changes of a file; throws {@link BadImport}. */
export function calendarFrom(file: string): CalendarChanges {
  return settingsFrom(file, CalendarChanges, (value) => value);
}

const showCommand = () =>
  new Command("show")
    .description("in what the calendar in force departs from the product's, and every version that was applied")
    .option("--json", "only the changes in force, as JSON")
    .addOption(directoryOption())
    .action(({ json, directory }: { json?: true; directory: string }) =>
      withStore(directory, ({ wiring }) => show(wiring, json === true)),
    );

async function show(wiring: Wiring, json: boolean): Promise<void> {
  const loaded = await loadAll(wiring);
  const versions = await wiring.calendars.all();
  const present = inForceOn(versions, todayOf(wiring, loaded));
  const { days } = present?.calendar ?? noChanges;
  if (json) return printJson(z.encode(CalendarChanges, present?.calendar ?? noChanges));
  const name = present ? `version ${present.number}` : "the product's calendar";
  print(`In force: ${name}, ${calendarVersion(wiring.workdays)}`);
  for (const { day, kind, ru } of days) print(`  ${formatDay(day)}  ${kind}  ${ru}`);
  for (const { number, from, by, reason } of versions) print(`  ${number}  from ${formatDay(from)}  ${by}: ${reason}`);
}

export const calendarCommand = () =>
  withChanges(
    new Command("calendar")
      .description("working days: see what administrators changed, preview a change, apply it")
      .addCommand(showCommand()),
    {
      name: "calendar",
      file: FILE,
      wishFrom: (file) => ({ all: calendarFrom(file) }),
      lookAhead: lookAheadCalendar,
      apply: applyCalendar,
    },
  );
