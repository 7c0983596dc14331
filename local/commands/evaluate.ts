import { Command } from "commander";
import { type Day, formatDay } from "../../core/calendar/day.ts";
import { createWorkdays } from "../../core/calendar/workdays.ts";
import { endOfDay } from "../../core/escalation/slots.ts";
import type { Finding } from "../../core/order608/finding.ts";
import { countFindings } from "../../core/status/count.ts";
import { type Assessment, assessBodies } from "../../core/use-cases/assess/assess.ts";
import { type FactsFile, readFactsFile } from "../facts-file.ts";
import { countsTable } from "../summary.ts";
import { dayArgument } from "./arguments.ts";
import { printNotChecked } from "./not-checked.ts";
import { print, printJson } from "./print.ts";
import { withProgress } from "./progress.ts";

/** A finding as the worked examples have it. */
export const findingJson = (finding: Finding) => ({
  obligation: finding.obligation,
  body: finding.body,
  campaign: finding.campaign,
  subject: finding.subject,
  due: formatDay(finding.due),
  target: formatDay(finding.target),
  state: finding.state,
  metOn: finding.metOn === null ? null : formatDay(finding.metOn),
  missing: finding.missing,
  problems: finding.problems,
  daysLeft: finding.daysLeft,
});

/** Everything in a facts file as of the end of a day, body by body. */
function* assessFacts(facts: FactsFile, on: Day): Generator<Assessment> {
  const dossiers = Map.groupBy(facts.dossiers, ({ body }) => body);
  const records = { dossiers, damaged: [], unreadable: new Map() };
  const terms = { viewOf: endOfDay(on), policy: facts.policyInForce, workdays: createWorkdays() };
  for (const body of facts.bodies) yield assessBodies([body], records, terms);
}

export const evaluateCommand = () =>
  new Command("evaluate")
    .description("every finding of a facts file as of the end of a day")
    .argument("<facts>", "facts file (JSON)")
    .requiredOption("--on <day>", "the day, YYYY-MM-DD", dayArgument)
    .option("--json", "print the findings as JSON")
    .action((file: string, { on, json }: { on: Day; json?: true }) => {
      const facts = readFactsFile(file);
      const assessed = withProgress("bodies", facts.bodies.length, assessFacts(facts, on));
      const findings = assessed.flatMap(({ bodies }) => bodies.flatMap((evaluated) => evaluated.findings));
      const failed = assessed.flatMap((one) => one.failed);
      if (json) {
        printJson({ findings: findings.map(findingJson), ...(failed.length > 0 && { failed }) });
        return;
      }
      print(`${findings.length} findings of ${facts.bodies.length} bodies on ${formatDay(on)}\n`);
      print(countsTable(countFindings(findings)));
      printNotChecked(failed);
    });
