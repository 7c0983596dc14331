import { randomUUID } from "node:crypto";
import { Command } from "commander";
import { sweepsDue } from "../../core/use-cases/sweep/sweep.ts";
import { BadInput } from "../facts-file.ts";
import { requireSwept, sweepSlot, sweptText } from "../wait-for-slot.ts";
import { directoryOption } from "./arguments.ts";
import { Failed } from "./failed.ts";
import { print } from "./print.ts";
import { withStore } from "./store.ts";

export const sweepCommand = () =>
  new Command("sweep")
    .description("evaluates all bodies, or one scope, for the slot that has come, and writes the letters due")
    .option("--scope <id>", "a department's or the ministry's id; all scopes when absent")
    .addOption(directoryOption())
    .action(({ scope, directory }: { scope?: string; directory: string }) =>
      withStore(directory, async (store) => {
        const { wiring } = store;
        const due = await sweepsDue(wiring);
        if (!due) throw new Failed("There is no register yet: start Esep once with `npm start`.");
        if (scope !== undefined && !due.scopes.includes(scope)) {
          throw new BadInput(`--scope: ${scope} is no scope; scopes are ${due.scopes.join(", ")}.`);
        }
        const scopes = scope === undefined ? due.scopes : [scope];
        store.run();
        const work = scopes.map((one) => ({ scope: one, slot: due.slot }));
        const swept = await sweepSlot(wiring, () => wiring.sweeps.send(work, randomUUID()), scopes);
        if (!swept) return;
        print(sweptText(swept));
        requireSwept(swept);
      }),
    );
