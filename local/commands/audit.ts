import { Command } from "commander";
import type { ChainFault } from "../../core/audit/verify-chain.ts";
import { yearOf } from "../../core/calendar/day.ts";
import { localTime } from "../../core/calendar/zone.ts";
import { type VerifiedRecord, verifyAudit } from "../../core/use-cases/records/verify-audit.ts";
import { DamagedRecord } from "../../functions/dynamodb/packed.ts";
import type { Wiring } from "../../functions/wiring.ts";
import { type Chosen, onChosen } from "../cloud.ts";
import { cloudOption, directoryOption } from "./arguments.ts";
import { loadAll } from "./assessment.ts";
import { Failed } from "./failed.ts";
import { print } from "./print.ts";

const faults: Readonly<Record<ChainFault, (version: number) => string>> = {
  changed: (version) => `entry ${version} was changed`,
  removed: (version) => `entry ${version} was removed`,
  reordered: (version) => `entry ${version} stands where another was written`,
  "facts-changed": (version) => `the facts were changed past the audit, at version ${version}`,
  "record-removed": (version) => `the record was removed or put back; entry ${version} tells of it`,
};

/** One line for what was found. */
export function verdictOf({ record, report }: VerifiedRecord): string {
  if (report.kind === "broken") return `${record}: ${faults[report.fault](report.version)}`;
  const unfiled = report.filed ? "" : "; the newest waits to be filed by the next write";
  return `${record}: ${report.entries} intact, head ${report.head?.slice(0, 16)}${unfiled}`;
}

export const auditCommand = () =>
  new Command("audit").description("what was recorded, by whom and when").addCommand(
    new Command("verify")
      .description("checks every record's chain of entries; names the first that was changed, removed or reordered")
      .option("--all", "also print the records that are intact")
      .addOption(cloudOption())
      .addOption(directoryOption())
      .action(({ all, ...chosen }: Chosen & { readonly all?: true }) =>
        onChosen(chosen, (wiring) => verify(wiring, all === true)),
      ),
  );

async function verify(wiring: Wiring, all: boolean): Promise<void> {
  const loaded = await loadAll(wiring).catch((error: unknown) => {
    if (!(error instanceof DamagedRecord)) throw error;
    throw new Failed(`The register or its settings are not what was written: ${error.message}.`);
  });
  const { zone } = loaded.register.ministry;
  const last = yearOf(localTime(wiring.clock.calendarNow(), zone).day) + 1;
  let records = 0;
  let broken = 0;
  for await (const verified of verifyAudit(loaded, last, wiring)) {
    records++;
    const isBroken = verified.report.kind === "broken";
    if (isBroken) broken++;
    if (isBroken || all || (verified.report.kind === "intact" && !verified.report.filed)) print(verdictOf(verified));
  }
  if (broken > 0) throw new Failed(`${broken} of ${records} records are not what was written.`);
  print(`${records} records are as they were written.`);
}
