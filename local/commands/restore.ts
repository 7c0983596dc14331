import { Command } from "commander";
import { instant } from "../../core/calendar/zone.ts";
import { readVariables, withTables } from "../backup/open.ts";
import { restoreBackup, type VerifiedBackup, verifyBackup } from "../backup/restore.ts";
import { lastSet, setDemoClock } from "../demo-clock.ts";
import { readRunFile } from "../run-file.ts";
import { filesIn } from "../system.ts";
import { cloudOption, directoryOption } from "./arguments.ts";
import { Failed } from "./failed.ts";
import { print } from "./print.ts";
import { withStore } from "./store.ts";

interface RestoreOptions {
  readonly cloud?: string;
  readonly directory: string;
}

export const restoreCommand = () =>
  new Command("restore")
    .description("checks a backup against its manifest and writes it into an empty store")
    .argument("<backup>", "a directory that `esep backup` has written")
    .addOption(cloudOption())
    .addOption(directoryOption())
    .action(async (from: string, { cloud, directory }: RestoreOptions) => {
      const backup = await verifyBackup(from);
      if (cloud !== undefined) await withTables(readVariables(cloud), (store) => restoreBackup(backup, store));
      else await restoreHere(backup, directory);
      const items = backup.manifest.files.map(({ name, count }) => `${name} ${count}`).join(", ");
      print(`Restored what was saved at ${backup.manifest.takenAt}: ${items}.`);
    });

/** Into the embedded store, whose clock goes on where it stood. */
async function restoreHere(backup: VerifiedBackup, directory: string): Promise<void> {
  const files = filesIn(directory);
  if (readRunFile(files.run)) throw new Failed("Esep is running on this directory: stop it first.");
  if (lastSet(files.clock) === null) setDemoClock(files.clock, instant(Date.parse(backup.manifest.calendarAt)));
  await withStore(directory, () => withTables(process.env, (store) => restoreBackup(backup, store)));
}
