import { Argument, Command } from "commander";
import { type BrakeDecision, decideAboutBrake } from "../../core/use-cases/letters/brake-decisions.ts";
import { sweepsDue } from "../../core/use-cases/sweep/sweep.ts";
import type { Wiring } from "../../functions/wiring.ts";
import { type Chosen, onChosen } from "../cloud.ts";
import { BadInput } from "../facts-file.ts";
import { cloudOption, directoryOption, reasonArgument } from "./arguments.ts";
import { loadAll } from "./assessment.ts";
import { Failed } from "./failed.ts";
import { print } from "./print.ts";

interface BrakeOptions extends Chosen {
  readonly by: string;
  readonly reason: string;
}

export const brakeCommand = () =>
  new Command("brake")
    .description("decides about letters that the brake holds: stop them until further notice, or let them be written")
    .argument("<scope>", "a department's or the ministry's id")
    .addArgument(new Argument("<decision>").choices(["stop", "release"]))
    .requiredOption("--by <name>", "who decides; it is kept in the audit")
    .requiredOption("--reason <text>", "why, for those who ask later", reasonArgument)
    .addOption(cloudOption())
    .addOption(directoryOption())
    .action((scope: string, decision: BrakeDecision, options: BrakeOptions) =>
      onChosen(options, (wiring) => decide(scope, decision, options, wiring)),
    );

/** Decides about a scope's brake; throws when there is none that holds letters now. */
export async function decide(
  scope: string,
  decision: BrakeDecision,
  { by, reason }: Pick<BrakeOptions, "by" | "reason">,
  wiring: Wiring,
): Promise<void> {
  const due = await sweepsDue(wiring);
  if (!due?.scopes.includes(scope)) throw new BadInput(`${scope} is no scope of the register.`);
  const { register } = await loadAll(wiring);
  const outcome = await decideAboutBrake(
    {
      ...{ scope, decision, reason, slot: due.slot, zone: register.ministry.zone },
      ...{ by: { id: `local:${by}`, name: by }, request: wiring.identifiers.token(), isRepeatable: false },
    },
    { ...wiring, records: wiring.brakes },
  );
  if (outcome.kind === "no-brake") throw new Failed(`No brake holds letters of ${scope} now.`);
  if (outcome.kind === "nothing-to-change") throw new Failed(`The letters of ${scope} are stopped already.`);
  if (outcome.kind !== "recorded") throw new Failed("Somebody else has decided meanwhile: look again.");
  print(decision === "stop" ? "Stopped until it is released." : "Released: the next sweep writes what is still open.");
}
