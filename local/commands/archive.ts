import { basename } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { refuseArchive } from "../../core/use-cases/records/archive.ts";
import type { Wiring } from "../../functions/wiring.ts";
import { collect } from "../archive/collect.ts";
import { emptyTables } from "../archive/empty.ts";
import { type ArchiveCounts, type ArchiveFile, writeArchive } from "../archive/file.ts";
import { markArchive, presentArchive } from "../archive/mark.ts";
import { refillTables } from "../archive/restore.ts";
import { verifyArchive } from "../archive/verify.ts";
import { countsText, sentenceOf } from "../archive/words.ts";
import { readVariables, withTables } from "../backup/open.ts";
import type { Store } from "../backup/store.ts";
import { type Chosen, wiringOf } from "../cloud.ts";
import { cloudOption, directoryOption } from "./arguments.ts";
import { assessOn, loadAll } from "./assessment.ts";
import { Failed } from "./failed.ts";
import { print } from "./print.ts";
import { startProgress } from "./progress.ts";
import { todayOf } from "./settings.ts";
import { withStore } from "./store.ts";

interface ArchiveOptions extends Chosen {
  readonly out: string;
  readonly dryRun?: true;
}

/** A campaign's year of the command line. */
function campaignArgument(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be a campaign's year, of the form YYYY.");
}

const createCommand = () =>
  new Command("create")
    .description("writes a closed campaign into one file, checks it, and empties the tables of it")
    .argument("<campaign>", "the campaign's year", campaignArgument)
    .requiredOption("--out <file>", "the file; it must not exist yet, unless archiving was cut off and goes on")
    .addOption(new Option("--dry-run", "only say what would be archived, or why it is not"))
    .addOption(cloudOption())
    .addOption(directoryOption())
    .action((campaign: number, options: ArchiveOptions) =>
      onTables(options, (wiring, store) => archive(campaign, options, wiring, store)),
    );

const verifyCommand = () =>
  new Command("verify")
    .description("checks that an archive is the file that was written, and the history of every record in it")
    .argument("<file>", "an archive")
    .action(async (file: string) => {
      const { header, counts, sha256 } = await verifyArchive(file);
      print(`Campaign ${header.campaign}, written at ${header.takenAt}: ${countsText(counts)}.`);
      print(`The file is as it was written, with every history whole. SHA-256 ${sha256}`);
    });

const restoreCommand = () =>
  new Command("restore")
    .description("puts a campaign back from the file that it was archived into")
    .argument("<file>", "an archive")
    .addOption(cloudOption())
    .addOption(directoryOption())
    .action((file: string, chosen: Chosen) => onTables(chosen, (wiring, store) => restore(file, wiring, store)));

export const archiveCommand = () =>
  new Command("archive")
    .description("closed campaigns: into a verifiable file, out of the tables, and back")
    .addCommand(createCommand(), { isDefault: true })
    .addCommand(verifyCommand())
    .addCommand(restoreCommand());

/** Works on the adapters and the raw tables of a stage in the cloud, or of the embedded store. */
function onTables({ cloud, directory }: Chosen, work: (wiring: Wiring, store: Store) => Promise<void>): Promise<void> {
  if (cloud === undefined) {
    return withStore(directory, ({ wiring }) => withTables(process.env, (store) => work(wiring, store)));
  }
  return withTables(readVariables(cloud), (store) => work(wiringOf(cloud), store));
}

/**
 * Archives a campaign. The file is written, read back and checked, then the tables are told of it, then they are emptied:
 * a crash before the second leaves a file that nothing names, one after it is taken up by the same command again.
 */
export async function archive(
  campaign: number,
  { out, dryRun }: Pick<ArchiveOptions, "out" | "dryRun">,
  wiring: Wiring,
  store: Store,
): Promise<void> {
  const present = await presentArchive(campaign, wiring);
  if (present && present.state !== "restored") return goOn(present, out, wiring, store);
  const loaded = await loadAll(wiring);
  const refusal = refuseArchive(campaign, todayOf(wiring, loaded), await assessOn(loaded, wiring, undefined));
  if (refusal) throw new Failed(sentenceOf(campaign, refusal));
  const counts = await countsOf(campaign, store);
  print(`Campaign ${campaign}: ${countsText(counts)}.`);
  if (dryRun) return print("Only a look: nothing was written.");
  await writeArchive(out, campaign, new Date(), collect(store, campaign));
  const file = await verifyArchive(out);
  await markArchive(file, basename(out), "emptying", wiring);
  await empty(file, wiring, store);
}

/** What would be archived; throws {@link Failed} when that is nothing, or a letter is still on its way. */
async function countsOf(campaign: number, store: Store): Promise<ArchiveCounts> {
  const counts: Record<string, number> = {};
  let underway = 0;
  for await (const { kind, item } of collect(store, campaign)) {
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (kind === "letter" && UNDERWAY.has(String(item["state"]))) underway++;
  }
  if (Object.keys(counts).length === 0) throw new Failed(`There is nothing of campaign ${campaign} in the tables.`);
  if (underway === 0) return counts;
  throw new Failed(`Letters of ${campaign} that are still on their way: ${underway}. Sweep, then archive.`);
}

const UNDERWAY: ReadonlySet<string> = new Set(["queued", "sending", "unknown", "held"]);

/** Goes on where archiving was cut off, with the very file that it has written. */
async function goOn(
  present: { readonly state: string; readonly file: string; readonly sha256: string; readonly campaign: number },
  out: string,
  wiring: Wiring,
  store: Store,
): Promise<void> {
  const { campaign, state, sha256 } = present;
  if (state === "archived")
    throw new Failed(`Campaign ${campaign} is archived in ${present.file} (SHA-256 ${sha256}).`);
  if (state === "restoring")
    throw new Failed(`Campaign ${campaign} is being put back: end that by esep archive restore.`);
  const file = await verifyArchive(out);
  if (file.sha256 !== sha256) throw new Failed(`Archiving goes on with ${present.file} (SHA-256 ${sha256}) only.`);
  await empty(file, wiring, store);
}

async function empty(archived: ArchiveFile, wiring: Wiring, store: Store): Promise<void> {
  const file = basename(archived.path);
  const changed = await withBar(archived, (reached) =>
    emptyTables({ archive: archived, file, store, wiring, reached }),
  );
  if (changed.length > 0) {
    throw new Failed(
      `Somebody has changed ${changed.slice(0, 3).join(", ")} since the file was written (${changed.length} in all). ` +
        `They stay as they are; esep archive restore ${archived.path} takes the rest back, then archive anew.`,
    );
  }
  await markArchive(archived, file, "archived", wiring);
  print(`Archived in ${archived.path}. Keep it: the tables hold only its SHA-256 ${archived.sha256}`);
}

/** Puts a campaign back; again from its beginning after a crash. */
export async function restore(path: string, wiring: Wiring, store: Store): Promise<void> {
  const archived = await verifyArchive(path);
  const { campaign } = archived.header;
  const present = await presentArchive(campaign, wiring);
  if (!present || present.state === "restored") throw new Failed(`Campaign ${campaign} is not archived.`);
  if (present.sha256 !== archived.sha256) {
    throw new Failed(
      `Campaign ${campaign} was archived into ${present.file} (SHA-256 ${present.sha256}), not into this file.`,
    );
  }
  const { file } = present;
  if (present.state !== "restoring") await markArchive(archived, file, "restoring", wiring);
  await withBar(archived, (reached) => refillTables({ archive: archived, file, store, wiring, reached }));
  await markArchive(archived, file, "restored", wiring);
  print(`Campaign ${campaign} is back: ${countsText(archived.counts)}.`);
}

async function withBar<Result>(
  { counts }: ArchiveFile,
  work: (reached: (done: number) => void) => Promise<Result>,
): Promise<Result> {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const progress = startProgress("lines", total);
  try {
    return await work(progress.reached);
  } finally {
    progress.stop();
  }
}
