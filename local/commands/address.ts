import { Command } from "commander";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { clearAddress } from "../../core/use-cases/letters/address-clearings.ts";
import type { Wiring } from "../../functions/wiring.ts";
import { type Chosen, onChosen } from "../cloud.ts";
import { cloudOption, directoryOption, reasonArgument } from "./arguments.ts";
import { Failed } from "./failed.ts";
import { print } from "./print.ts";

interface AddressOptions extends Chosen {
  readonly by: string;
  readonly reason: string;
}

export const addressCommand = () =>
  new Command("address").description("addresses that a bounce has put out of use").addCommand(
    new Command("clear")
      .description("puts an address into use again, once its mailbox works")
      .argument("<email>", "the address")
      .requiredOption("--by <name>", "who says so; it is kept in the audit")
      .requiredOption("--reason <text>", "why, for those who ask later", reasonArgument)
      .addOption(cloudOption())
      .addOption(directoryOption())
      .action((email: string, options: AddressOptions) => onChosen(options, (wiring) => clear(email, options, wiring))),
  );

/** Letters go to the address again from the next sweep on. */
export async function clear(
  email: string,
  { by, reason }: Pick<AddressOptions, "by" | "reason">,
  wiring: Wiring,
): Promise<void> {
  const zone = (await wiring.register.directory())?.policy.zone ?? defaultPolicy.zone;
  const outcome = await clearAddress(
    {
      ...{ recipientKey: wiring.identifiers.recipientKey(email.trim()), reason, zone },
      ...{ by: { id: `local:${by}`, name: by }, request: wiring.identifiers.token(), isRepeatable: false },
    },
    { ...wiring, records: wiring.clearings },
  );
  if (outcome.kind === "not-marked") throw new Failed("This address is not out of use.");
  if (outcome.kind !== "recorded") throw new Failed("Others are changing this address at this moment: try again.");
  print("The address is in use again from the next sweep on.");
}
