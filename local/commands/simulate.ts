import { Command, Option } from "commander";
import { type Day, formatDay } from "../../core/calendar/day.ts";
import type { Policy } from "../../core/order608/policy.ts";
import { EscalationRole } from "../../core/order608/role.ts";
import type { SimulatedLetter } from "../../core/use-cases/sweep/simulate.ts";
import { demoFacts } from "../demo/facts.ts";
import { BadInput, type FactsFile, parseFacts, readFactsFile } from "../facts-file.ts";
import { figuresText, runSimulation, type SimulationRun } from "../simulation/run.ts";
import { compareRuns, comparisonText } from "../simulation/what-if.ts";
import { dayArgument } from "./arguments.ts";
import { policyFrom } from "./policy.ts";
import { print, printJson } from "./print.ts";

/** A letter as the worked examples have it. */
export const letterJson = ({ slot, recipient, items }: SimulatedLetter) => ({
  slot: `${formatDay(slot.day)}T${slot.time}`,
  recipient,
  items: items.map(({ body, campaign, obligation, subject, due, stage }) => ({
    body,
    campaign,
    obligation,
    subject,
    due: formatDay(due),
    stage,
  })),
});

/** One line a day: letters by the highest role that got them. */
function overview(letters: readonly SimulatedLetter[]): string {
  const line = (day: string, cells: readonly (string | number)[]) =>
    day.padEnd(12) + cells.map((cell) => String(cell).padStart(10)).join("");
  const counts = (some: readonly SimulatedLetter[]) => [
    ...EscalationRole.options.map((role) => some.filter(({ level }) => level === role).length),
    some.length,
    some.reduce((sum, { items }) => sum + items.length, 0),
  ];
  const days = [...Map.groupBy(letters, ({ slot }) => slot.day)].sort(([a], [b]) => a - b);
  return [
    line("", [...EscalationRole.options, "letters", "items"]),
    ...days.map(([day, some]) => line(formatDay(day), counts(some))),
    line("total", counts(letters)),
  ].join("\n");
}

interface Options {
  readonly from: Day;
  readonly to: Day;
  readonly demo?: true;
  readonly policy: readonly string[];
  readonly json?: true;
}

const collect = (file: string, files: readonly string[]): readonly string[] => [...files, file];

export const simulateCommand = () =>
  new Command("simulate")
    .description("every letter that the sweeps of a span of days would write, starting with none written, each checked")
    .argument("[facts]", "facts file (JSON)")
    .option("--demo", "the demo campaign instead of a file")
    .requiredOption("--from <day>", "first day, YYYY-MM-DD", dayArgument)
    .requiredOption("--to <day>", "last day, YYYY-MM-DD", dayArgument)
    .addOption(
      new Option("--policy <file>", "a part of the policy (JSON) over that of the facts; given twice, what differs")
        .argParser(collect)
        .default([], "that of the facts alone"),
    )
    .option("--json", "print the letters as JSON")
    .action((file: string | undefined, options: Options) => {
      const { from, to, policy: files } = options;
      if (to < from) throw new BadInput(`--to: ${formatDay(to)} lies before --from ${formatDay(from)}.`);
      if (files.length > 2) throw new BadInput("--policy: two policies are compared at most.");
      const facts = factsOf(file, options);
      const runs = policiesOf(facts, files).map((policy) => runSimulation(facts, policy, from, to));
      if (runs.some(({ breaches }) => breaches.length > 0)) process.exitCode = 1;
      const [a, b] = runs;
      if (a && b) show(options, a, b);
      else if (a && options.json) printJson({ letters: a.letters.map(letterJson) });
      else if (a) print([overview(a.letters), figuresText(a)].join("\n\n"));
    });

function factsOf(file: string | undefined, { demo }: Options): FactsFile {
  if ((file === undefined) === (demo === undefined)) throw new BadInput("Give a facts file, or --demo instead of one.");
  return file === undefined ? parseFacts(JSON.stringify(demoFacts()), "the demo") : readFactsFile(file);
}

/** The policy of the facts, or that of each file laid over it. */
const policiesOf = ({ policyInForce }: FactsFile, files: readonly string[]): readonly Policy[] =>
  files.length === 0 ? [policyInForce] : files.map((file) => policyFrom(file, policyInForce));

function show({ json, policy }: Options, a: SimulationRun, b: SimulationRun): void {
  const compared = compareRuns(a, b);
  if (json) printJson({ a: a.figures, b: b.figures, ...compared });
  else
    print(
      [`A, ${policy[0]}: ${figuresText(a)}`, `B, ${policy[1]}: ${figuresText(b)}`, comparisonText(compared)].join(
        "\n\n",
      ),
    );
}
