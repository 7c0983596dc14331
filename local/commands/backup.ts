import { Command } from "commander";
import { readVariables, withTables } from "../backup/open.ts";
import type { Store } from "../backup/store.ts";
import { takeBackup } from "../backup/take.ts";
import { cloudOption, directoryOption } from "./arguments.ts";
import { print } from "./print.ts";
import { withStore } from "./store.ts";

interface BackupOptions {
  readonly out: string;
  readonly withLetters?: true;
  readonly cloud?: string;
  readonly directory: string;
}

export const backupCommand = () =>
  new Command("backup")
    .description("saves register, grants, dossiers, evidence, audit, sweep log and ledger of letters into a directory")
    .requiredOption("--out <directory>", "an empty directory, or one that does not exist yet")
    .option("--with-letters", "save the text of every letter too")
    .addOption(cloudOption())
    .addOption(directoryOption())
    .action((options: BackupOptions) => {
      const { cloud, directory } = options;
      if (cloud !== undefined) return withTables(readVariables(cloud), (store) => save(store, options, new Date()));
      return withStore(directory, ({ wiring }) =>
        withTables(process.env, (store) => save(store, options, new Date(wiring.clock.calendarNow()))),
      );
    });

async function save(store: Store, { out, withLetters }: BackupOptions, calendar: Date): Promise<void> {
  const { files } = await takeBackup(store, out, { machine: new Date(), calendar }, withLetters === true);
  for (const { name, count, sha256 } of files) print(`${name.padEnd(16)} ${String(count).padStart(9)}  ${sha256}`);
  print(`Saved into ${out}.`);
}
