import { randomUUID } from "node:crypto";
import { Command } from "commander";
import { GrantRecord } from "../../core/register/grant-record.ts";
import { editGrants, type GrantOutcome } from "../../core/use-cases/records/grants.ts";
import type { Wiring } from "../../functions/wiring.ts";
import { type Chosen, onChosen } from "../cloud.ts";
import { BadInput } from "../facts-file.ts";
import { cloudOption, directoryOption, reasonArgument } from "./arguments.ts";
import { loadAll } from "./assessment.ts";
import { Failed } from "./failed.ts";
import { print } from "./print.ts";

interface GrantOptions extends Chosen {
  readonly name: string;
  readonly reason: string;
}

export const grantCommand = () =>
  new Command("grant")
    .description("replaces what somebody may do; without any grant everything is taken away")
    .argument("<subject>", "user:SUB or client:CLIENT_ID, as the issuer of sign-ins names them")
    .argument("[grants...]", "admin, staff@BODY, viewer@BODY")
    .requiredOption("--name <name>", "whose grants these are, for administrators to read")
    .requiredOption("--reason <reason>", "why; it is kept in the audit", reasonArgument)
    .addOption(cloudOption())
    .addOption(directoryOption())
    .action((subject: string, grants: readonly string[], options: GrantOptions) => {
      const parsed = GrantRecord.safeParse({ subject, name: options.name, grants });
      if (!parsed.success) throw new BadInput(parsed.error.issues.map(({ message }) => message).join("; "));
      return onChosen(options, (wiring) => grant(parsed.data, options.reason, wiring));
    });

/** Whoever reaches the tables may do this: it is how the first administrator comes about, and it stands in the audit. */
export async function grant(record: GrantRecord, reason: string, wiring: Wiring): Promise<void> {
  const { register } = await loadAll(wiring);
  const caller = { id: "local:command-line", name: "esep grant", grants: ["admin"] } as const;
  const version = (await wiring.grants.read(record.subject))?.version ?? 0;
  const edit = { ...record, reason, request: randomUUID(), version };
  const outcome = await editGrants(edit, caller, register, { ...wiring, records: wiring.grants });
  if (outcome.kind !== "recorded" && outcome.kind !== "nothing-to-change") throw new Failed(sentenceFor(outcome));
  print(`${record.subject} (${record.name}): ${record.grants.join(", ") || "nothing"}`);
}

function sentenceFor(outcome: Exclude<GrantOutcome, { kind: "recorded" }>): string {
  switch (outcome.kind) {
    case "unknown-bodies":
      return `The register has no body ${outcome.bodies.join(", ")}: nothing was granted.`;
    case "last-administrator":
      return "Nobody would be administrator: grant admin to somebody first.";
    case "conflict":
      return "Somebody else has changed these grants meanwhile: look again.";
    default:
      return `Nothing was granted: ${outcome.kind}.`;
  }
}
