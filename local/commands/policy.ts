import { Command } from "commander";
import * as z from "zod";
import { formatDay } from "../../core/calendar/day.ts";
import { mergePolicy, Policy } from "../../core/order608/policy.ts";
import { fingerprint } from "../../core/status/fingerprint.ts";
import { applyPolicy } from "../../core/use-cases/policy-changes/policy-apply.ts";
import { lookAheadPolicy } from "../../core/use-cases/policy-changes/policy-outlook.ts";
import type { Wiring } from "../../functions/wiring.ts";
import { directoryOption } from "./arguments.ts";
import { loadAll } from "./assessment.ts";
import { print, printJson } from "./print.ts";
import { partFrom, settingsFrom, withChanges } from "./settings.ts";
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

export const policyCommand = () =>
  withChanges(
    new Command("policy")
      .description("every number that is not the law's own, and the ladder: see them, preview a change, apply it")
      .addCommand(showCommand()),
    {
      name: "policy",
      file: FILE,
      wishFrom: (file) => ({ part: partFrom(file) }),
      lookAhead: lookAheadPolicy,
      apply: applyPolicy,
    },
  );
