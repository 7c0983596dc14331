import { Command } from "commander";
import * as z from "zod";
import { type Day, formatDay } from "../../core/calendar/day.ts";
import { mergePolicy, Policy } from "../../core/order608/policy.ts";
import { applyPolicy } from "../../core/policy-apply.ts";
import { lookAheadPolicy } from "../../core/policy-outlook.ts";
import { fingerprint } from "../../core/status/fingerprint.ts";
import type { Wiring } from "../../functions/wiring.ts";
import { dayArgument, directoryOption, reasonArgument } from "./arguments.ts";
import { loadAll } from "./assessment.ts";
import { print, printJson } from "./print.ts";
import { partFrom, reportApplied, settingsFrom, showOutlook, termsOf } from "./settings.ts";
import { withStore } from "./store.ts";

const FILE = "a part of the policy (JSON): objects merge key by key with the one in force, an array replaces the array";

/** The policy in force with the part of a file laid over it; throws {@link BadImport}. */
export function policyFrom(file: string, present: Policy): Policy {
  return settingsFrom(file, Policy, (value) => mergePolicy(present, value));
}

const showCommand = () =>
  new Command("show")
    .description("the policy in force, and every version that was applied")
    .option("--json", "only the policy in force, as JSON")
    .addOption(directoryOption())
    .action(({ json, directory }: { json?: true; directory: string }) =>
      withStore(directory, ({ wiring }) => show(wiring, json === true)),
    );

async function show(wiring: Wiring, json: boolean): Promise<void> {
  const { policy, policyVersion } = (await loadAll(wiring)).directory;
  if (json) return printJson(z.encode(Policy, policy));
  print(
    `In force: ${policyVersion === undefined ? "as imported" : `version ${policyVersion}`}, ${fingerprint(policy)}`,
  );
  for (const { number, from, by, reason, policy: applied } of await wiring.policies.all()) {
    print(`  ${number}  from ${formatDay(from)}  ${fingerprint(applied)}  ${by}: ${reason}`);
  }
}

const previewCommand = () =>
  new Command("preview")
    .description("what would move: due days, and letters of the next 60 days; nothing is written")
    .argument("<file>", FILE)
    .option("--from <day>", "the first day, YYYY-MM-DD; today when absent", dayArgument)
    .addOption(directoryOption())
    .action((file: string, { from, directory }: { from?: Day; directory: string }) =>
      withStore(directory, async ({ wiring }) =>
        showOutlook(await lookAheadPolicy({ part: partFrom(file) }, from, await loadAll(wiring), wiring), file),
      ),
    );

interface ApplyOptions {
  readonly from: Day;
  readonly reason: string;
  readonly directory: string;
}

const applyCommand = () =>
  new Command("apply")
    .description("adds a version of the policy; versions are never changed or removed")
    .argument("<file>", FILE)
    .requiredOption("--from <day>", "the first day on which it is in force, YYYY-MM-DD", dayArgument)
    .requiredOption("--reason <text>", "why, for those who ask later", reasonArgument)
    .addOption(directoryOption())
    .action((file: string, options: ApplyOptions) =>
      withStore(options.directory, ({ wiring }) => apply(wiring, file, options)),
    );

async function apply(wiring: Wiring, file: string, { from, reason }: ApplyOptions): Promise<void> {
  const wish = { part: partFrom(file) };
  reportApplied(await applyPolicy(wish, termsOf(wiring, from, reason), await loadAll(wiring), wiring), file);
}

export const policyCommand = () =>
  new Command("policy")
    .description("every number that is not the law's own, and the ladder: see them, preview a change, apply it")
    .addCommand(showCommand())
    .addCommand(previewCommand())
    .addCommand(applyCommand());
