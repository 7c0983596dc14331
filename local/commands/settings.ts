import { Command } from "commander";
import * as z from "zod";
import { type Day, formatDay } from "../../core/calendar/day.ts";
import { localTime } from "../../core/calendar/zone.ts";
import type { LoadedRegister } from "../../core/use-cases/assess/assess.ts";
import type { ApplyOutcome, ApplyTerms } from "../../core/use-cases/policy-changes/policy-apply.ts";
import type { SettingIssue } from "../../core/use-cases/policy-changes/policy-change.ts";
import type { Outlook } from "../../core/use-cases/policy-changes/policy-outlook.ts";
import {
  type MovedFinding,
  PREVIEW_DAYS,
  type RulesPreview,
} from "../../core/use-cases/policy-changes/policy-preview.ts";
import { issuesOf, jsonPath } from "../../core/use-cases/register-changes/import-wish.ts";
import type { Wiring } from "../../functions/wiring.ts";
import { BadInput, parseJson, readText } from "../facts-file.ts";
import { BadImport } from "../import-files.ts";
import { dayArgument, directoryOption, reasonArgument } from "./arguments.ts";
import { loadAll } from "./assessment.ts";
import { Failed } from "./failed.ts";
import { print } from "./print.ts";
import { withStore } from "./store.ts";

/** Settings of a JSON file, laid over what is in force; throws {@link BadImport} with every path that is wrong. */
export function settingsFrom<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  over: (value: unknown) => unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(over(parseJson(readText(file), file)));
  if (parsed.success) return parsed.data;
  throw new BadImport(issuesOf(parsed.error).map(({ path, message }) => `${file}: ${jsonPath(path)}: ${message}.`));
}

const Part = z.record(z.string(), z.json());

/** A part of the policy as a file has it; throws {@link BadInput}. */
export function partFrom(file: string): z.output<typeof Part> {
  const parsed = Part.safeParse(parseJson(readText(file), file));
  if (parsed.success) return parsed.data;
  throw new BadInput(`${file}: is no JSON object.`);
}

export const todayOf = ({ clock }: Wiring, { register }: LoadedRegister): Day =>
  localTime(clock.calendarNow(), register.ministry.zone).day;

/** Who applies a version from the command line. */
const termsOf = ({ identifiers }: Wiring, from: Day, reason: string): ApplyTerms => ({
  ...{ from, reason, by: { id: "local:command-line", name: "command line" } },
  ...{ request: identifiers.token(), isRepeatable: false },
});

/** What tells the two settings apart on the command line. */
interface Setting<Wish> {
  readonly name: "policy" | "calendar";
  /** What its file holds. */
  readonly file: string;
  readonly wishFrom: (file: string) => Wish;
  readonly lookAhead: (wish: Wish, from: Day | undefined, loaded: LoadedRegister, wiring: Wiring) => Promise<Outlook>;
  readonly apply: (wish: Wish, terms: ApplyTerms, loaded: LoadedRegister, wiring: Wiring) => Promise<ApplyOutcome>;
}

/** With the commands that preview and apply a file of a setting; the file is read before any store is opened. */
export const withChanges = <Wish>(command: Command, setting: Setting<Wish>): Command =>
  command.addCommand(previewCommand(setting)).addCommand(applyCommand(setting));

const previewCommand = <Wish>(setting: Setting<Wish>): Command =>
  new Command("preview")
    .description("what would move: due days, and letters of the next 60 days; nothing is written")
    .argument("<file>", setting.file)
    .option("--from <day>", "the first day, YYYY-MM-DD; today when absent", dayArgument)
    .addOption(directoryOption())
    .action((file: string, { from, directory }: { from?: Day; directory: string }) => {
      const wish = setting.wishFrom(file);
      return withStore(directory, async ({ wiring }) =>
        showOutlook(await setting.lookAhead(wish, from, await loadAll(wiring), wiring), file),
      );
    });

const applyCommand = <Wish>(setting: Setting<Wish>): Command =>
  new Command("apply")
    .description(`adds a version of the ${setting.name}; versions are never changed or removed`)
    .argument("<file>", setting.file)
    .requiredOption("--from <day>", "the first day on which it is in force, YYYY-MM-DD", dayArgument)
    .requiredOption("--reason <text>", "why, for those who ask later", reasonArgument)
    .addOption(directoryOption())
    .action((file: string, { from, reason, directory }: { from: Day; reason: string; directory: string }) => {
      const wish = setting.wishFrom(file);
      return withStore(directory, async ({ wiring }) =>
        reportApplied(await setting.apply(wish, termsOf(wiring, from, reason), await loadAll(wiring), wiring), file),
      );
    });

/** Shows what a change would move; throws {@link BadImport} for one that cannot be. */
function showOutlook(outlook: Outlook, file: string): void {
  if (outlook.kind === "refused") throw refused(outlook.issues, file);
  print(previewLines(outlook.preview).join("\n"));
}

/** Says that a version was added, or throws why it was not. */
function reportApplied(outcome: ApplyOutcome, file: string): void {
  switch (outcome.kind) {
    case "applied": {
      const { number, from } = outcome.version;
      print(`Version ${number} is in force from ${formatDay(from)} on. Nothing that was written is rewritten.`);
      break;
    }
    case "refused":
      throw refused(outcome.issues, file);
    case "nothing-to-change":
      throw new Failed("This is in force already: there is nothing to change.");
    default:
      throw new Failed("Somebody else has applied a version meanwhile: look at the preview again.");
  }
}

const refused = (issues: readonly SettingIssue[], file: string): BadImport =>
  new BadImport(
    issues.map(({ path, message }) =>
      path === "from" || path === "reason" ? `--${path}: ${message}.` : `${file}: ${path}: ${message}.`,
    ),
  );

/** How many findings are shown one by one. */
const SHOWN = 20;

/** What a change would move, for people. */
function previewLines({ moved, bodies, letters, items, failed }: RulesPreview): string[] {
  const more = letters.after - letters.before;
  return [
    `Findings that move: ${moved.length}, of ${bodies.length} bodies`,
    ...moved.slice(0, SHOWN).map(moveText),
    ...(moved.length > SHOWN ? [`  … and ${moved.length - SHOWN} more`] : []),
    `Letters in the next ${PREVIEW_DAYS} days: ${letters.before} → ${letters.after} (${more > 0 ? "+" : ""}${more}), ` +
      `items: ${items.before} → ${items.after}`,
    ...(failed.after > 0 ? [`Findings that need a year without a calendar: ${failed.before} → ${failed.after}`] : []),
  ];
}

function moveText({ body, campaign, obligation, subject, before, after }: MovedFinding): string {
  const side = (judged: MovedFinding["before"]) =>
    judged ? `due ${formatDay(judged.due)}, reminded for ${formatDay(judged.target)}, ${judged.state}` : "not owed";
  return `  ${body} ${campaign} ${obligation} ${subject}: ${side(before)} → ${side(after)}`;
}
