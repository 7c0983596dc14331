import { Command } from "commander";
import { addressCommand } from "./commands/address.ts";
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
import { policyCommand } from "./commands/policy.ts";
import { redriveCommand } from "./commands/redrive.ts";
import { restoreCommand } from "./commands/restore.ts";
import { simulateCommand } from "./commands/simulate.ts";
import { statusCommand } from "./commands/status.ts";
import { sweepCommand } from "./commands/sweep.ts";
import { BadInput } from "./facts-file.ts";

const program = new Command("esep")
  .description("Watches that every territorial police body reports to the population as Order № 608 demands.")
  .addHelpText("after", "\nExit codes: 0 done, 1 failed, 2 bad input.")
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .showHelpAfterError("(esep COMMAND --help says how it is called)");

const commands = [
  evaluateCommand,
  simulateCommand,
  sweepCommand,
  statusCommand,
  explainCommand,
  factsCommand,
  importCommand,
  exportCommand,
  policyCommand,
  calendarCommand,
  auditCommand,
  brakeCommand,
  addressCommand,
  grantCommand,
  beginCommand,
  backupCommand,
  restoreCommand,
  redriveCommand,
];

for (const command of commands) program.addCommand(command().copyInheritedSettings(program));

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof BadInput || error instanceof Failed)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof BadInput ? 2 : 1;
}
