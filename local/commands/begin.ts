import { Command } from "commander";
import type { Wiring } from "../../functions/wiring.ts";
import { refuseHalfRestored } from "../backup/open.ts";
import { type Chosen, onChosen } from "../cloud.ts";
import { type FactsFile, readFactsFile } from "../facts-file.ts";
import { seed } from "../seed.ts";
import { cloudOption, directoryOption } from "./arguments.ts";
import { Failed } from "./failed.ts";
import { print } from "./print.ts";

export const beginCommand = () =>
  new Command("begin")
    .description("loads a facts file into a store that has no register yet: the first act of a new stage")
    .argument("<facts>", "facts file (JSON): at least the register of bodies")
    .addOption(cloudOption())
    .addOption(directoryOption())
    .action((file: string, chosen: Chosen) => {
      const facts = readFactsFile(file);
      return onChosen(chosen, (wiring) => begin(facts, wiring));
    });

/** A load that was cut off is done again, over the same keys; from its last write on there is a register. */
export async function begin(facts: FactsFile, wiring: Wiring): Promise<void> {
  if (await wiring.register.directory()) throw new Failed("There is a register already: change it, or import over it.");
  await refuseHalfRestored(wiring);
  await seed({ ...facts, policy: facts.policyInForce, toldBefore: null }, wiring);
  print(`Loaded ${facts.bodies.length} bodies and ${facts.dossiers.length} dossiers; the next slot sweeps them.`);
}
