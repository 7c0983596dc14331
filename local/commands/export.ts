import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { presentNow } from "../../core/use-cases/register-changes/import-runs.ts";
import { contactsCsv, factsJson, registerCsv } from "../export-files.ts";
import { BadInput } from "../facts-file.ts";
import { directoryOption } from "./arguments.ts";
import { Failed } from "./failed.ts";
import { print } from "./print.ts";
import { withStore } from "./store.ts";

interface Options {
  readonly register?: string;
  readonly contacts?: string;
  readonly facts?: string;
  readonly directory: string;
}

export const exportCommand = () =>
  new Command("export")
    .description("writes register and contacts as CSV and all facts as JSON, in the form that `esep import` takes")
    .option("--register <file>", "the bodies: id, parent, kind, name_ru, name_kk, zone, active_from, active_to")
    .option("--contacts <file>", "their contacts: body, role, name, email, locale, from, to")
    .option("--facts <file>", "bodies, dossiers of every campaign and the policy")
    .addOption(directoryOption())
    .action(({ register, contacts, facts, directory }: Options) =>
      withStore(directory, async ({ wiring }) => {
        if (!register && !contacts && !facts) {
          throw new BadInput("Say what to export: --register FILE, --contacts FILE or --facts FILE.");
        }
        const present = await presentNow(wiring);
        if (!present.register) throw new Failed("There is no register yet: import one.");
        const wanted = [
          [register, registerCsv] as const,
          [contacts, contactsCsv] as const,
          [facts, factsJson] as const,
        ];
        // All of them before any is written: facts that cannot be read leave no half of an export.
        const texts = wanted.flatMap(([file, textOf]) => (file === undefined ? [] : [{ file, text: textOf(present) }]));
        for (const { file, text } of texts) {
          writeFileSync(file, text);
          print(`Wrote ${file}.`);
        }
      }),
    );
