import { Command } from "commander";
import { type Day, formatDay } from "../../core/calendar/day.ts";
import { createWorkdays } from "../../core/calendar/workdays.ts";
import { EscalationRole } from "../../core/order608/role.ts";
import { createRegister } from "../../core/register/register.ts";
import { type SimulatedLetter, simulate } from "../../core/simulate.ts";
import { BadInput, type FactsFile, readFactsFile } from "../facts-file.ts";
import { dayArgument } from "./arguments.ts";
import { print, printJson } from "./print.ts";
import { withProgress } from "./progress.ts";

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

function simulateFacts(facts: FactsFile, from: Day, to: Day): SimulatedLetter[] {
  const steps = simulate({
    register: createRegister(facts.bodies),
    dossiers: facts.dossiers,
    policy: facts.policyInForce,
    workdays: createWorkdays(),
    from,
    to,
  });
  const slots = (to - from + 1) * facts.policyInForce.slots.length;
  return withProgress("slots", slots, steps).flatMap(({ letters }) => letters);
}

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

export const simulateCommand = () =>
  new Command("simulate")
    .description("every letter that the sweeps of a span of days would write, starting with none written")
    .argument("<facts>", "facts file (JSON)")
    .requiredOption("--from <day>", "first day, YYYY-MM-DD", dayArgument)
    .requiredOption("--to <day>", "last day, YYYY-MM-DD", dayArgument)
    .option("--json", "print the letters as JSON")
    .action((file: string, { from, to, json }: { from: Day; to: Day; json?: true }) => {
      if (to < from) throw new BadInput(`--to: ${formatDay(to)} lies before --from ${formatDay(from)}.`);
      const letters = simulateFacts(readFactsFile(file), from, to);
      if (json) printJson({ letters: letters.map(letterJson) });
      else print(letters.length === 0 ? "No letter would be written." : overview(letters));
    });
