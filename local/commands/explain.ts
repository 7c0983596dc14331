import { Argument, Command, Option } from "commander";
import * as z from "zod";
import { type Day, formatDay, yearOf } from "../../core/calendar/day.ts";
import { END_OF_DAY } from "../../core/calendar/time.ts";
import { localTime } from "../../core/calendar/zone.ts";
import { asOf } from "../../core/dossier/as-of.ts";
import { Dossier } from "../../core/dossier/dossier.ts";
import { ObligationId } from "../../core/dossier/obligation-id.ts";
import type { LetterEntry } from "../../core/escalation/ledger.ts";
import { clausesOf } from "../../core/order608/clauses.ts";
import { type FactsBehind, factsBehind } from "../../core/order608/facts-behind.ts";
import type { Finding } from "../../core/order608/finding.ts";
import { Locale } from "../../core/register/locale.ts";
import { wordCitation, wordClause } from "../../core/wording/word-clause.ts";
import { wordDerivation } from "../../core/wording/word-derivation.ts";
import { wordFinding, wordSubject } from "../../core/wording/word-finding.ts";
import { wordMissing } from "../../core/wording/word-missing.ts";
import { nameIn } from "../../core/wording/wording.ts";
import type { Wiring } from "../../functions/wiring.ts";
import { BadInput } from "../facts-file.ts";
import { dayArgument, directoryOption } from "./arguments.ts";
import { assessOn, loadAll } from "./assessment.ts";
import { printNotChecked } from "./not-checked.ts";
import { print } from "./print.ts";
import { withStore } from "./store.ts";

interface ExplainOptions {
  readonly on?: Day;
  readonly language: Locale;
  readonly directory: string;
}

export const explainCommand = () =>
  new Command("explain")
    .description("one obligation of one body: clause, how the due day came about, what is missing, who was told when")
    .argument("<body>", "a body's id")
    .addArgument(new Argument("<obligation>", "an obligation's name").choices(ObligationId.options))
    .option("--on <day>", "as of the end of this day, YYYY-MM-DD; now when absent", dayArgument)
    .addOption(new Option("--language <language>", "language of the explanation").choices(Locale.options).default("ru"))
    .addOption(directoryOption())
    .action((body: string, obligation: ObligationId, options: ExplainOptions) =>
      withStore(options.directory, ({ wiring }) => explain(wiring, body, obligation, options)),
    );

async function explain(
  wiring: Wiring,
  id: string,
  obligation: ObligationId,
  { on, language }: ExplainOptions,
): Promise<void> {
  const loaded = await loadAll(wiring);
  const { register, directory } = loaded;
  const body = register.byId.get(id);
  if (!body) throw new BadInput(`body: ${id} is not in the register.`);
  const scope = register.scopeOf(body);
  const { bodies, failed, damaged } = await assessOn({ ...loaded, scopes: [scope] }, wiring, on);
  const unchecked = failed.filter((finding) => finding.body === id && finding.obligation === obligation);
  const unread = damaged.filter((record) => record.body === id);
  const findings = bodies
    .flatMap((evaluated) => evaluated.findings)
    .filter((finding) => finding.body === id && finding.obligation === obligation);
  const now = on === undefined ? localTime(wiring.clock.calendarNow(), body.zone) : { day: on, minutes: END_OF_DAY };
  print(`${nameIn(body.name, language)} (${id})\n`);
  for (const sentence of clausesOf(obligation))
    print(`${wordCitation(sentence, language)}: ${wordClause(sentence, language)}`);
  const isWhole = unchecked.length === 0 && unread.length === 0;
  if (findings.length === 0 && isWhole) print(`\nNothing is owed of it on ${formatDay(now.day)}.`);
  if (!isWhole) print("");
  printNotChecked(unchecked, unread);
  const scopes = [...new Set([scope, register.ministry.id, ...Object.values(directory.shared).flat()])];
  const logs = await lettersUpTo(now.day, findings, scopes, wiring);
  for (const finding of findings) {
    const { dossiers } = await wiring.dossiers.load(scope, finding.campaign);
    const recorded = dossiers.find((dossier) => dossier.body === id);
    const facts = recorded ? factsBehind(finding, z.encode(Dossier, asOf(recorded, now))) : {};
    explainFinding(finding, facts, logs, wiring, language);
  }
}

/** Every letter of the scopes that may have told of the findings, up to a day. */
async function lettersUpTo(day: Day, findings: readonly Finding[], scopes: readonly string[], { ledger }: Wiring) {
  const first = Math.min(yearOf(day), ...findings.map(({ campaign }) => campaign - 1));
  const years = Array.from({ length: yearOf(day) - first + 1 }, (_, index) => first + index);
  const logs = await Promise.all(scopes.flatMap((scope) => years.map((year) => ledger.log(scope, year))));
  return logs.flat().filter(({ slot }) => slot.day <= day);
}

function explainFinding(
  finding: Finding,
  facts: FactsBehind,
  logs: readonly LetterEntry[],
  { workdays }: Wiring,
  language: Locale,
): void {
  const calendar = { isWorking: workdays.isWorking, nameOf: workdays.entry };
  print(`\n${wordSubject(finding, language)}`);
  print(`  ${wordFinding(finding, language)} [${finding.state}]`);
  print(`  ${wordDerivation(finding.derivation, calendar, language)}`);
  for (const code of finding.missing) print(`  – ${wordMissing(finding.obligation, code, language)}`);
  for (const [name, fact] of Object.entries(facts)) {
    if (fact !== undefined) print(`  ${name}: ${JSON.stringify(fact)}`);
  }
  for (const { slot, level, state, stage } of lettersAbout(finding, logs)) {
    print(`  ${formatDay(slot.day)} ${slot.time}  ${stage.padEnd(10)} → ${level} [${state}]`);
  }
}

/** The letters that told of a finding with its present due day, in order. */
function lettersAbout(finding: Finding, logs: readonly LetterEntry[]) {
  const told = logs.flatMap((entry) =>
    entry.items
      .filter(
        ({ body, campaign, obligation, subject, due }) =>
          body === finding.body &&
          campaign === finding.campaign &&
          obligation === finding.obligation &&
          subject === finding.subject &&
          due === finding.due,
      )
      .map(({ stage }) => ({ ...entry, stage })),
  );
  return told.sort((a, b) => a.slot.day - b.slot.day || (a.slot.time < b.slot.time ? -1 : 1));
}
