import { Command } from "commander";
import { addressCommand } from "./commands/address.ts";
import { archiveCommand } from "./commands/archive.ts";
import { auditCommand } from "./commands/audit.ts";
import { backupCommand } from "./commands/backup.ts";
import { beginCommand } from "./commands/begin.ts";
import { brakeCommand } from "./commands/brake.ts";
import { calendarCommand } from "./commands/calendar.ts";
import { evaluateCommand } from "./commands/evaluate.ts";
import { explainCommand } from "./commands/explain.ts";
import { exportCommand } from "./commands/export.ts";
import { factsCommand } from "./commands/facts.ts";
import { Failed } from "./commands/failed.ts";
import { grantCommand } from "./commands/grant.ts";
import { importCommand } from "./commands/import.ts";
import { lettersCommand } from "./commands/letters.ts";
import { policyCommand } from "./commands/policy.ts";
import { redriveCommand } from "./commands/redrive.ts";
import { restoreCommand } from "./commands/restore.ts";
import { simulateCommand } from "./commands/simulate.ts";
import { statusCommand } from "./commands/status.ts";
import { sweepCommand } from "./commands/sweep.ts";
import { storeSentence } from "./engines/damage.ts";
import { BadInput } from "./facts-file.ts";
import { pathSentence } from "./path-sentence.ts";

const program = new Command("esep")
  .description("Watches that every territorial police body reports to the population as Order № 608 demands.")
  .addHelpText("after", "\nExit codes: 0 done, 1 failed, 2 bad input.")
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .showHelpAfterError("(esep COMMAND --help says how it is called)");

const commands = [
  evaluateCommand,
  lettersCommand,
  simulateCommand,
  sweepCommand,
  statusCommand,
  explainCommand,
  factsCommand,
  importCommand,
  exportCommand,
  policyCommand,
  calendarCommand,
  archiveCommand,
  auditCommand,
  brakeCommand,
  addressCommand,
  grantCommand,
  beginCommand,
  backupCommand,
  restoreCommand,
  redriveCommand,
];

for (const command of commands) {
  const made = command().copyInheritedSettings(program);
  // `esep letters preview` fails as `esep letters` does.
  for (const nested of made.commands) nested.copyInheritedSettings(program);
  program.addCommand(made);
}

try {
  await program.parseAsync();
} catch (error) {
  const damage = storeSentence(error, "the directory");
  const path = damage === null ? pathSentence(error) : null;
  const said = error instanceof BadInput || error instanceof Failed ? error.message : (damage ?? path);
  if (said === null) throw error;
  console.error(said);
  process.exitCode = error instanceof BadInput || path !== null ? 2 : 1;
}
