import { Command } from "commander";
import { clearOutOfUse } from "../../core/settle.ts";
import type { Wiring } from "../../functions/wiring.ts";
import { type Chosen, onChosen } from "../cloud.ts";
import { directoryOption } from "./arguments.ts";
import { cloudOption } from "./backup.ts";
import { Failed } from "./failed.ts";
import { print } from "./print.ts";

interface AddressOptions extends Chosen {
  readonly by: string;
}

export const addressCommand = () =>
  new Command("address").description("addresses that a bounce has put out of use").addCommand(
    new Command("clear")
      .description("puts an address into use again, once its mailbox works")
      .argument("<email>", "the address")
      .requiredOption("--by <name>", "who says so; it is kept with the address")
      .addOption(cloudOption())
      .addOption(directoryOption())
      .action((email: string, options: AddressOptions) =>
        onChosen(options, (wiring) => clear(email, options.by, wiring)),
      ),
  );

/** Letters go to the address again from the next sweep on. */
export async function clear(email: string, by: string, wiring: Wiring): Promise<void> {
  const outcome = await clearOutOfUse(wiring.identifiers.recipientKey(email.trim()), `local:${by}`, wiring);
  if (outcome === "not-marked") throw new Failed("This address is not out of use.");
  print("The address is in use again from the next sweep on.");
}
