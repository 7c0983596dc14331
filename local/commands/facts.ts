import { writeFileSync } from "node:fs";
import { Command } from "commander";
import type { FactsText } from "../../core/dossier/facts.ts";
import { presentNow } from "../../core/use-cases/register-changes/import-runs.ts";
import type { Wiring } from "../../functions/wiring.ts";
import { factsOf } from "../export-files.ts";
import { readFactsFile } from "../facts-file.ts";
import { directoryOption } from "./arguments.ts";
import { print, printJson } from "./print.ts";
import { withStore } from "./store.ts";

const checkCommand = () =>
  new Command("check")
    .description("says whether a facts file keeps every file rule, and what is in it")
    .argument("<facts>", "facts file (JSON)")
    .action((file: string) => {
      const { bodies, dossiers } = readFactsFile(file);
      const meetings = dossiers.reduce((sum, dossier) => sum + dossier.meetings.length, 0);
      print(`${file} is good: ${bodies.length} bodies, ${dossiers.length} dossiers, ${meetings} meetings.`);
    });

const exportCommand = () =>
  new Command("export")
    .description("everything recorded, in the form that an import takes")
    .option("--out <file>", "write to a file instead of the terminal")
    .addOption(directoryOption())
    .action(({ out, directory }: { out?: string; directory: string }) =>
      withStore(directory, async ({ wiring }) => {
        const facts = await exportFacts(wiring);
        if (out === undefined) return printJson(facts);
        writeFileSync(out, `${JSON.stringify(facts, null, 1)}\n`);
        print(`Wrote ${facts.bodies.length} bodies and ${facts.dossiers.length} dossiers to ${out}.`);
      }),
    );

/** Bodies, dossiers of every campaign, and the policy; refuses to leave out what it cannot read. */
export const exportFacts = async (wiring: Wiring): Promise<FactsText> => factsOf(await presentNow(wiring));

export const factsCommand = () =>
  new Command("facts")
    .description("facts files: check one, or export what is recorded")
    .addCommand(checkCommand())
    .addCommand(exportCommand());
