import { join } from "node:path";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { ARCHIVED_FORMAT } from "../../../core/audit/archived.ts";
import { day } from "../../../core/calendar/day.ts";
import { Facts } from "../../../core/dossier/facts.ts";
import type { LetterEntry } from "../../../core/escalation/ledger.ts";
import { attachEvidence, uploadName } from "../../../core/evidence/attach.ts";
import { defaultPolicy } from "../../../core/order608/default-policy.ts";
import type { SweepReport } from "../../../core/status/sweep-report.ts";
import { loadRegister } from "../../../core/use-cases/assess/assess.ts";
import { acknowledge } from "../../../core/use-cases/letters/acknowledge.ts";
import { record } from "../../../core/use-cases/records/record.ts";
import { verifyAudit } from "../../../core/use-cases/records/verify-audit.ts";
import { archive, restore } from "../../../local/commands/archive.ts";
import { verdictOf } from "../../../local/commands/audit.ts";
import { bodies } from "../../api/support/api.ts";
import { campaign as commands } from "../../api/support/campaign.ts";
import { dossierOf } from "../../core/support/facts.ts";
import { pdf } from "../../evidence/support/uploads.ts";
import { type EmbeddedStore, failing } from "../../local/support/stores.ts";
import type { Held } from "../../record/support/stand-in.ts";
import { memoryEvidenceFiles } from "../../support/memory/evidence-files.ts";

export const key = { scope: "DP-1", body: "PB-1", campaign: 2027 };
const actor = { id: "user:1", name: "Айгерим", mayWaive: true };
const zone = "Asia/Almaty";
export const recipientKey = "mZ6oD6Dkq0zS1l1pVb3u2A";

const letter: LetterEntry = {
  ...{ scope: "DP-1", year: 2027, recipientKey, n: 0, owner: "o", slot: { day: day("2027-03-19"), time: "09:00" } },
  ...{ level: "officer", closed: [], file: "x.eml", state: "delivered", attempts: 1, lease: null, unknownSince: null },
  ...{ messageId: "m", reason: null },
  items: [
    { body: "PB-1", campaign: 2027, obligation: "report", subject: "dossier", due: day("2027-03-31"), stage: "due-12" },
  ],
};

/** A store with a schedule of 2027 that was corrected, evidence of it, a letter that was answered, and sweeps; all closed. */
export async function fillStore({ wiring, goTo }: EmbeddedStore): Promise<void> {
  const facts = Facts.parse({
    bodies,
    dossiers: [dossierOf([], { body: "DP-2", schedule: { approvedOn: "2027-01-11" } })],
  });
  await wiring.dossiers.write("DP-2", facts.dossiers);
  await wiring.register.replace(facts.bodies, defaultPolicy);
  for (const [index, { at, command, input }] of commands.slice(0, 2).entries()) {
    goTo(at);
    const asked = { zone, command, input, actor, request: `r${index}`, isRepeatable: false };
    const outcome = await record({ ...key, ...asked }, { ...wiring, records: wiring.dossiers });
    if (outcome.kind !== "recorded") throw new Error(`${command}: ${JSON.stringify(outcome)}`);
  }
  const files = memoryEvidenceFiles();
  files.post(uploadName({ ...key, upload: "u1", actor }, wiring.hash), pdf());
  const evidence = { ...key, upload: "u1", fact: "schedule", title: "График", actor, zone };
  await attachEvidence(evidence, { ...wiring, records: wiring.evidence, files });
  await wiring.ledger.import([letter, { ...letter, year: 2028 }]);
  const answered = { letter, answer: { kind: "seen" } as const, actor, zone, request: "a1", isRepeatable: false };
  await acknowledge(answered, { ...wiring, records: wiring.acknowledgements });
  for (const on of ["2027-03-19", "2028-03-20"]) await wiring.log.record(swept(on));
  goTo("2029-02-01T10:00");
}

const swept = (on: string): SweepReport => ({
  ...{
    scope: "DP-1",
    slot: { day: day(on), time: "09:00" },
    bodies: 2,
    findings: {},
    written: 1,
    items: 1,
    levels: {},
  },
  ...{ dropped: 0, held: {}, damaged: [], failed: [], contacts: [], complete: true, seconds: 1, registerVersion: 1 },
});

/** What people see of the campaign. */
export async function seen({ wiring }: EmbeddedStore) {
  const [pb, dp] = await Promise.all([wiring.dossiers.load("DP-1", 2027), wiring.dossiers.load("DP-2", 2027)]);
  const evidence = await wiring.evidence.read(key);
  return {
    dossiers: [...pb.dossiers, ...dp.dossiers],
    recorded: [...(pb.recorded ?? [])],
    evidence: evidence?.data,
    letters: await wiring.ledger.log("DP-1", 2027),
    later: await wiring.ledger.log("DP-1", 2028),
    sweeps: await Promise.all(
      ["2027-03-19", "2028-03-20"].map((on) => wiring.log.ofSlot({ day: day(on), time: "09:00" })),
    ),
    answers: [...(await wiring.acknowledgements.ofYear("DP-1", 2027)).values()].map(({ data }) => data),
  };
}

export async function verdicts({ wiring }: EmbeddedStore): Promise<string[]> {
  const loaded = await loadRegister(wiring.register, ({ scopes }) => scopes);
  const found: string[] = [];
  if (loaded) for await (const one of verifyAudit(loaded, 2030, wiring)) found.push(verdictOf(one));
  return found;
}

/** Archives campaign 2027 into a file, or puts it back; cut off at the n-th write when one is given. */
export const archiveInto = (store: EmbeddedStore, folder: string, name: string, cutAt?: number): Promise<void> =>
  store.tables((raw) =>
    archive(2027, { out: join(folder, name) }, store.wiring, cutAt === undefined ? raw : failing(raw, cutAt)),
  );
export const restoreFrom = (store: EmbeddedStore, folder: string, name: string, cutAt?: number): Promise<void> =>
  store.tables((raw) => restore(join(folder, name), store.wiring, cutAt === undefined ? raw : failing(raw, cutAt)));

/** What the tables hold of an archive: what stays of each record, the archive's own, and their entries. */
export async function heldOfArchive({ tables }: EmbeddedStore): Promise<Held[]> {
  const names = ["Dossiers", "Letters", "Register", "Audit"] as const;
  return tables(async ({ database, names: { tables: own } }) => {
    const scans = names.map(async (table) => {
      const { Items = [] } = await database.send(new ScanCommand({ TableName: own[table] }));
      return Items.map((item): Held => ({ table, item }));
    });
    const all = (await Promise.all(scans)).flat();
    return all.filter(
      ({ item }) => item["format"] === ARCHIVED_FORMAT || item["scope"] === "#archives" || "hash" in item,
    );
  });
}
