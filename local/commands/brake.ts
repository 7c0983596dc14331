import { Argument, Command } from "commander";
import { decideBrake } from "../../core/brakes.ts";
import { sweepsDue } from "../../core/sweep.ts";
import type { Wiring } from "../../functions/wiring.ts";
import { type Chosen, onChosen } from "../cloud.ts";
import { BadInput } from "../facts-file.ts";
import { directoryOption } from "./arguments.ts";
import { cloudOption } from "./backup.ts";
import { Failed } from "./failed.ts";
import { print } from "./print.ts";

type Decision = "stop" | "release";

interface BrakeOptions extends Chosen {
  readonly by: string;
}

export const brakeCommand = () =>
  new Command("brake")
    .description("decides about letters that the brake holds: stop them until further notice, or let them be written")
    .argument("<scope>", "a department's or the ministry's id")
    .addArgument(new Argument("<decision>").choices(["stop", "release"]))
    .requiredOption("--by <name>", "who decides; it is kept with the brake")
    .addOption(cloudOption())
    .addOption(directoryOption())
    .action((scope: string, decision: Decision, options: BrakeOptions) =>
      onChosen(options, (wiring) => decide(scope, decision, options.by, wiring)),
    );

/** Decides about a scope's brake; throws when there is none that holds letters now. */
export async function decide(scope: string, decision: Decision, by: string, wiring: Wiring): Promise<void> {
  const due = await sweepsDue(wiring);
  if (!due?.scopes.includes(scope)) throw new BadInput(`${scope} is no scope of the register.`);
  const outcome = await decideBrake(scope, decision, { by: `local:${by}`, slot: due.slot }, wiring);
  if (outcome === "no-brake") throw new Failed(`No brake holds letters of ${scope} now.`);
  if (outcome === "changed") throw new Failed("Somebody else has decided meanwhile: look again.");
  print(decision === "stop" ? "Stopped until it is released." : "Released: the next sweep writes what is still open.");
}
