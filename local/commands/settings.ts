import type * as z from "zod";
import { FIRST_CAMPAIGN, type LoadedRegister } from "../../core/assess.ts";
import { type Day, formatDay, yearOf } from "../../core/calendar/day.ts";
import { localTime } from "../../core/calendar/zone.ts";
import { toldBy } from "../../core/escalation/ledger.ts";
import type { Told } from "../../core/escalation/told.ts";
import { refuseStart } from "../../core/order608/policy-versions.ts";
import {
  type MovedFinding,
  PREVIEW_DAYS,
  previewChange,
  type RulesChange,
  type RulesPreview,
} from "../../core/policy-preview.ts";
import { normaliseEmail } from "../../core/register/register.ts";
import type { Wiring } from "../../functions/wiring.ts";
import { readAll } from "../export-files.ts";
import { BadInput, jsonPath, parseJson, readText } from "../facts-file.ts";
import { BadImport } from "../import-files.ts";
import { loadAll } from "./assessment.ts";
import { Failed } from "./failed.ts";
import { print } from "./print.ts";

/** Settings of a JSON file, laid over what is in force; throws {@link BadImport} with every path that is wrong. */
export function settingsFrom<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  over: (value: unknown) => unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(over(parseJson(readText(file), file)));
  if (parsed.success) return parsed.data;
  throw new BadImport(
    parsed.error.issues.map((issue) => {
      const unknown = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
      return `${file}: ${jsonPath([...issue.path, ...unknown])}: ${issue.message}.`;
    }),
  );
}

/** A change of rules, as a file and the command line ask for it. */
export interface WantedChange {
  readonly from: Day | undefined;
  /** The rules after the change; throws {@link BadInput}. */
  readonly after: (loaded: LoadedRegister) => RulesChange["after"] | Promise<RulesChange["after"]>;
}

/** Shows what a change would move. */
export async function showPreview(wiring: Wiring, { from, after }: WantedChange): Promise<void> {
  const loaded = await loadAll(wiring);
  const today = todayOf(wiring, loaded);
  const { dossiers, damaged } = await readAll(wiring);
  if (damaged.length > 0) print(`Records that cannot be read and are left out: ${damaged.length}.`);
  const told = await toldFrom(wiring, loaded, today);
  const { register, directory } = loaded;
  const before = { policy: directory.policy, workdays: wiring.workdays.present() };
  const change = { register, dossiers, before, after: await after(loaded), today, from: from ?? today, told };
  print(previewLines(previewChange(change)).join("\n"));
}

export const todayOf = ({ clock }: Wiring, { register }: LoadedRegister): Day =>
  localTime(clock.calendarNow(), register.ministry.zone).day;

/** The first day of a version to apply; what was in force before today is not rewritten. */
export function checkStart(from: Day, today: Day): void {
  const refusal = refuseStart(from, today);
  if (refusal !== null) throw new BadInput(`--from: ${formatDay(from)} ${refusal}.`);
}

/** Says that a version was added, or throws that somebody else was faster. */
export function reportAdded(outcome: "added" | "changed", number: number, from: Day): void {
  if (outcome === "changed")
    throw new Failed("Somebody else has applied a version meanwhile: look at the preview again.");
  print(`Version ${number} is in force from ${formatDay(from)} on. Nothing that was written is rewritten.`);
}

/** What the ledger says that each present contact was told. */
async function toldFrom({ ledger, identifiers }: Wiring, { register, directory }: LoadedRegister, today: Day) {
  const years = Array.from({ length: yearOf(today) - FIRST_CAMPAIGN + 2 }, (_, index) => FIRST_CAMPAIGN - 1 + index);
  const logs = await Promise.all(directory.scopes.flatMap((scope) => years.map((year) => ledger.log(scope, year))));
  const byKey = Map.groupBy(logs.flat(), ({ recipientKey }) => recipientKey);
  const addresses = new Set(
    register.bodies.flatMap(({ contacts }) => contacts.map(({ email }) => normaliseEmail(email))),
  );
  return (): Map<string, Told> =>
    new Map([...addresses].map((email) => [email, toldBy(byKey.get(identifiers.recipientKey(email)) ?? [])]));
}

/** How many findings are shown one by one. */
const SHOWN = 20;

/** What a change would move, for people. */
export function previewLines({ moved, bodies, letters, items, failed }: RulesPreview): string[] {
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
