import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import { createInterface } from "node:readline/promises";
import { Presets, SingleBar } from "cli-progress";
import { Command } from "commander";
import type { FieldChange } from "../../core/audit/entry.ts";
import { type Difference, type ImportPlan, planImport } from "../../core/use-cases/register-changes/import-plan.ts";
import { changesAnything, presentNow } from "../../core/use-cases/register-changes/import-runs.ts";
import { applyImport, type ImportOutcome, type Progress } from "../../core/use-cases/register-changes/imports.ts";
import type { Wiring } from "../../functions/wiring.ts";
import { refuseHalfRestored } from "../backup/open.ts";
import { writeUndo } from "../export-files.ts";
import { BadImport, type ImportFiles, readImportFiles, wantedBy } from "../import-files.ts";
import { directoryOption } from "./arguments.ts";
import { Failed } from "./failed.ts";
import { print } from "./print.ts";
import { withStore } from "./store.ts";

interface Options {
  readonly preview?: true;
  readonly yes?: true;
  readonly directory: string;
}

export const importCommand = () =>
  new Command("import")
    .description("replaces what is recorded by what files say; shows first what would be added, changed and removed")
    .argument("<files...>", "a facts file (JSON), or a CSV file each of the register and of its contacts")
    .option("--preview", "only show what would change")
    .option("--yes", "do not ask before writing")
    .addOption(directoryOption())
    .action((names: readonly string[], options: Options) => {
      const files = readImportFiles(names);
      return withStore(options.directory, ({ wiring }) => run(files, names, wiring, options));
    });

async function run(
  files: ImportFiles,
  names: readonly string[],
  wiring: Wiring,
  { preview, yes, directory }: Options,
): Promise<void> {
  const present = await presentNow(wiring);
  const { wanted, describe } = wantedBy(files, present);
  const plan = planImport(present, wanted);
  print(previewText(plan));
  if (plan.issues.length > 0) throw new BadImport(plan.issues.map(describe));
  if (!changesAnything(plan)) return print("Nothing would change.");
  if (preview) return print("Only a preview: nothing was written.");
  if (!yes && !(await isConfirmed())) return print("Nothing was written; --yes imports without asking.");
  if (!present.register) await refuseHalfRestored(wiring);
  else {
    const undo = writeUndo(present, files.kind, directory, wiring.clock.machineNow());
    print(`What is replaced was written first. To take this import back: esep import ${undo.join(" ")} --yes`);
  }
  const order = {
    by: { id: "local:command-line", name: "esep import" },
    reason: names.map((name) => basename(name)).join(", "),
  };
  const ports = { ...wiring, records: wiring.dossiers };
  print(
    sentenceOf(await withBar((progress) => applyImport(plan, { ...order, request: randomUUID() }, ports, progress))),
  );
}

async function isConfirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question("Import this? Type yes: ")).trim().toLowerCase() === "yes";
  } finally {
    terminal.close();
  }
}

function sentenceOf(outcome: ImportOutcome): string {
  switch (outcome.kind) {
    case "imported":
      return "Imported.";
    case "paused":
      throw new Failed(`The import stopped after ${outcome.done} of ${outcome.total} records: import the file again.`);
    case "changed":
      throw new Failed(
        `Somebody has changed ${outcome.what} meanwhile: nothing was imported, look at the preview again.`,
      );
    case "too-large":
      throw new Failed(`${outcome.what} would be larger than 350 kB: nothing was imported.`);
    case "history-elsewhere":
      throw new Failed(`${outcome.what} has a history under another department: nothing was imported; use another id.`);
  }
}

/** How many lines of each kind are shown. */
const SHOWN = 20;

/** What an import would do, for people. */
export function previewText({ bodies, dossiers, policy, replacesRegister }: ImportPlan): string {
  const order = bodies.length === 0 && replacesRegister ? ["Bodies: only their order changes"] : [];
  const numbers = policy.length > 0 ? [`Policy: ${policy.length} changed`, ...limited(policy.map(changeText))] : [];
  return [...section("Bodies", bodies), ...order, ...section("Dossiers", dossiers), ...numbers].join("\n");
}

function section(title: string, differences: readonly Difference<unknown>[]): string[] {
  const added = differences.filter(({ before }) => before === null);
  const removed = differences.filter(({ after }) => after === null);
  const changed = differences.filter(({ before, after }) => before !== null && after !== null);
  return [
    `${title}: ${added.length} added, ${changed.length} changed, ${removed.length} removed`,
    ...limited(added.map(({ name }) => `  + ${name}`)),
    ...limited(changed.flatMap(({ name, changes }) => [`  ~ ${name}`, ...changes.map(changeText)])),
    ...limited(removed.map(({ name }) => `  - ${name}`)),
  ];
}

const limited = (lines: readonly string[]): string[] =>
  lines.length <= SHOWN ? [...lines] : [...lines.slice(0, SHOWN), `  … and ${lines.length - SHOWN} more lines`];

const changeText = ({ path, before, after }: FieldChange): string =>
  `      ${path}: ${before === undefined ? "nothing" : JSON.stringify(before)} → ${after === undefined ? "nothing" : JSON.stringify(after)}`;

/** On a terminal a bar shows how far the work is. */
async function withBar<Result>(work: (progress: Progress) => Promise<Result>): Promise<Result> {
  if (!process.stderr.isTTY) return work(() => undefined);
  const bar = new SingleBar({ format: "{bar} {percentage} % {value}/{total} records" }, Presets.shades_classic);
  bar.start(1, 0);
  try {
    return await work((done, total) => {
      bar.setTotal(total);
      bar.update(done);
    });
  } finally {
    bar.stop();
  }
}
