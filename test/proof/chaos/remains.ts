import { join } from "node:path";
import type { FactsText } from "../../../core/dossier/facts.ts";
import { counts, type LetterEntry, letterPath } from "../../../core/escalation/ledger.ts";
import { loadRegister } from "../../../core/use-cases/assess/assess.ts";
import { verifyAudit } from "../../../core/use-cases/records/verify-audit.ts";
import { readEnvironment } from "../../../functions/env.ts";
import { wire } from "../../../functions/wiring.ts";
import { exportFacts } from "../../../local/commands/facts.ts";
import { startEngines } from "../../../local/engines.ts";
import { openMailbox } from "../../../local/ses/mailbox.ts";
import { scopes } from "./campaign.ts";

/** What an Esep has left on its disk. */
export interface Remains {
  readonly facts: FactsText;
  /** Every record of the audit with the number of its entries; `broken` for a chain that is not whole. */
  readonly audit: readonly string[];
  readonly letters: readonly LetterEntry[];
  /** `recipient: body campaign obligation subject due stage` of everything that was told, once for each time. */
  readonly told: readonly string[];
  /** How often the mail service took a letter, by its path. */
  readonly accepted: ReadonlyMap<string, number>;
}

/** Reads the store of a stopped Esep. */
export async function remainsOf(directory: string): Promise<Remains> {
  const engines = await startEngines({ directory });
  try {
    const mail = { MAIL_FROM: "esep@mia.example", APP_URL: "http://127.0.0.1:4608" };
    Object.assign(process.env, engines.environment, mail, {
      DEMO: "yes",
      DEMO_CLOCK_FILE: join(directory, "clock.json"),
    });
    const wiring = wire(readEnvironment(process.env));
    const logs = await Promise.all(scopes.map((scope) => wiring.ledger.log(scope, 2027)));
    const letters = logs.flat();
    const loaded = await loadRegister(wiring.register, (known) => known.scopes);
    if (!loaded) throw new Error("There is no register.");
    const audit: string[] = [];
    for await (const { record, report } of verifyAudit(loaded, 2028, wiring)) {
      audit.push(`${record}: ${report.kind === "intact" ? report.entries : `broken, ${report.fault}`}`);
    }
    return {
      ...{ facts: await exportFacts(wiring), audit, letters, accepted: await acceptedIn(directory) },
      told: letters.filter(counts).flatMap(toldBy).sort(),
    };
  } finally {
    await engines.close();
  }
}

const toldBy = ({ recipientKey, items }: LetterEntry): string[] =>
  items.map(
    ({ body, campaign, obligation, subject, due, stage }) =>
      `${recipientKey}: ${body} ${campaign} ${obligation} ${subject} ${due} ${stage}`,
  );

async function acceptedIn(directory: string): Promise<Map<string, number>> {
  const { deliveries } = await openMailbox(join(directory, "inbox"));
  const accepted = new Map<string, number>();
  for (const { envelope } of deliveries) {
    const tag = (name: string): string => envelope.tags.find((one) => one.name === name)?.value ?? "";
    const path = letterPath({
      ...{ scope: tag("scope"), year: Number(tag("year")), recipientKey: tag("recipient"), n: Number(tag("n")) },
    });
    accepted.set(path, (accepted.get(path) ?? 0) + 1);
  }
  return accepted;
}
