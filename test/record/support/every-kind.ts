import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { day } from "../../../core/calendar/day.ts";
import { Facts } from "../../../core/dossier/facts.ts";
import { attachEvidence, uploadName } from "../../../core/evidence/attach.ts";
import { markEvidence } from "../../../core/evidence/removal.ts";
import { defaultPolicy } from "../../../core/order608/default-policy.ts";
import { loadRegister } from "../../../core/use-cases/assess/assess.ts";
import { acknowledge } from "../../../core/use-cases/letters/acknowledge.ts";
import { clearAddress } from "../../../core/use-cases/letters/address-clearings.ts";
import { decideAboutBrake } from "../../../core/use-cases/letters/brake-decisions.ts";
import { record } from "../../../core/use-cases/records/record.ts";
import { planImport, readPresent } from "../../../core/use-cases/register-changes/import-plan.ts";
import { putIntoForce } from "../../../core/use-cases/register-changes/register-edition.ts";
import type { Wiring } from "../../../functions/wiring.ts";
import { grant } from "../../../local/commands/grant.ts";
import { departmentText, ministryText } from "../../core/support/facts.ts";
import { pdf } from "../../evidence/support/uploads.ts";
import type { EmbeddedStore } from "../../local/support/stores.ts";
import { memoryEvidenceFiles } from "../../support/memory/evidence-files.ts";
import type { Held, TableName } from "./stand-in.ts";

const actor = { id: "user:1", name: "А" };
const zone = "Asia/Almaty";
const key = { scope: "DP-1", body: "DP-1", campaign: 2027 };
const letter = { scope: "DP-1", year: 2027, recipientKey: "mZ6oD6Dkq0zS1l1pVb3u2A", n: 0 };
const once = (request: string) => ({ request, isRepeatable: false });

/** The kinds of audited records, each with a history of two versions, and the tables in which it lies beside the audit. */
export const kinds: Readonly<Record<string, readonly TableName[]>> = {
  dossier: ["Dossiers"],
  evidence: ["Dossiers"],
  letter: ["Letters"],
  address: ["Letters"],
  brake: ["Sweeps"],
  grants: ["Register"],
  policy: ["Register"],
  calendar: ["Register"],
  register: ["Register"],
};

/** Writes two versions of each kind, through the use cases that people reach. */
export async function writeEveryKind({ wiring }: EmbeddedStore): Promise<void> {
  await wiring.register.replace(
    Facts.parse({ bodies: [ministryText, departmentText], dossiers: [] }).bodies,
    defaultPolicy,
  );
  const command = (name: string, input: unknown) =>
    record(
      { ...key, ...once(name), zone, command: name, input, actor: { ...actor, mayWaive: false } },
      { ...wiring, records: wiring.dossiers },
    );
  await command("approve-schedule", { approvedOn: "2027-01-14" });
  await command("correct", { path: "schedule/approvedOn", value: "2027-01-13", reason: "Опечатка" });
  await writeEvidence(wiring);
  for (const grants of [["viewer@DP-1"], ["staff@DP-1"]] as const) {
    await grant({ subject: "user:2", name: "Б", grants: ["admin", ...grants] }, "reason", wiring);
  }
  for (const answer of [{ kind: "seen" }, { kind: "wrong-recipient" }] as const) {
    await acknowledge({ letter, answer, actor, zone, ...once("") }, { ...wiring, records: wiring.acknowledgements });
  }
  await writeAdministration(wiring);
  await writeSettings(wiring);
  for (const name of ["Бір", "Екі"]) await writeEdition(wiring, name);
}

async function writeEvidence(wiring: Wiring): Promise<void> {
  const files = memoryEvidenceFiles();
  files.post(uploadName({ ...key, upload: "u1", actor }, wiring.hash), pdf());
  const ports = { ...wiring, records: wiring.evidence, files };
  await attachEvidence({ ...key, upload: "u1", fact: "schedule", title: "График", actor, zone }, ports);
  await markEvidence(
    { ...key, id: "u1", command: "remove-evidence", reason: "Не тот", actor, zone, ...once("r") },
    ports,
  );
}

async function writeAdministration(wiring: Wiring): Promise<void> {
  const slot = { day: day("2027-03-19"), time: "09:00" };
  const until = { day: day("2027-03-26"), time: "09:00" };
  const brake = { version: 1, slot, until, bodies: 5, of: 6, stopped: null, released: null };
  await wiring.log.setBrake("DP-1", null, brake);
  for (const decision of ["stop", "release"] as const) {
    const asked = { scope: "DP-1", decision, reason: "reason", by: actor, slot, zone, ...once(decision) };
    await decideAboutBrake(asked, { ...wiring, records: wiring.brakes });
  }
  for (const request of ["1", "2"]) {
    const at = wiring.clock.machineNow();
    await wiring.outOfUse.mark({ recipientKey: letter.recipientKey, at, letter: "x", reason: null });
    const asked = { recipientKey: letter.recipientKey, reason: "reason", by: actor, zone, ...once(request) };
    await clearAddress(asked, { ...wiring, records: wiring.clearings });
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

async function writeSettings({ policies, calendars, clock }: Wiring): Promise<void> {
  const said = { from: day("2027-03-20"), reason: "reason", by: "user:1", appliedAt: clock.machineNow() };
  for (const noticeDays of [12, 13]) {
    await policies.add({ ...said, policy: { ...defaultPolicy, noticeDays } }, noticeDays - 12, said.from);
    await calendars.add({ ...said, calendar: { days: [], coversTo: 2019 + noticeDays } }, noticeDays - 12, said.from);
  }
}

async function writeEdition(wiring: Wiring, name: string): Promise<void> {
  const loaded = await loadRegister(wiring.register, ({ scopes }) => scopes);
  const present = await readPresent(loaded, 2028, wiring.dossiers, defaultPolicy);
  const bodies = Facts.parse({
    bodies: [ministryText, { ...departmentText, name: { ru: name, kk: name } }],
    dossiers: [],
  }).bodies;
  const plan = planImport(present, { bodies, dossiers: null, policy: present.policy });
  const order = { command: "import", by: actor, reason: "reason", request: name, asked: wiring.hash(name) };
  await putIntoForce(plan, order, wiring);
}

/** Everything of one kind that is stored, with its entries in the audit. */
export async function heldOf(kind: string, { tables }: EmbeddedStore): Promise<Held[]> {
  const names = [...(kinds[kind] ?? []), "Audit"] as const;
  const all = await tables(async ({ database, names: { tables: own } }) => {
    const scans = names.map(async (table) => {
      const TableName = own[table as keyof typeof own]; // backed up are all but the sessions
      const { Items = [] } = await database.send(new ScanCommand({ TableName }));
      return Items.map((item): Held => ({ table, item }));
    });
    return (await Promise.all(scans)).flat();
  });
  const own = all.filter(({ table, item }) => isOf(kind, table, item));
  const inForce = own.map(({ item }) => EDITION.exec(String(item["data"]))?.[1]).find((edition) => edition);
  // Nobody reads the edition before any more.
  return own.filter(
    ({ item }) => !String(item["scope"]).includes("#", 1) || String(item["scope"]).endsWith(`#${inForce}`),
  );
}

const EDITION = /"edition":"([^"]+)"/;

function isOf(kind: string, table: TableName, item: Readonly<Record<string, unknown>>): boolean {
  if (table === "Audit") return String(item["record"]).startsWith(`${kind}:`);
  const partition = String(item["partition"] ?? item["scope"]);
  switch (kind) {
    case "dossier":
      return !partition.startsWith("#");
    case "evidence":
      return partition.startsWith("#evidence#");
    case "letter":
      return partition.startsWith("#acknowledged#");
    case "address":
      return partition === "#out-of-use";
    case "brake":
      return item["slot"] === "#scopes";
    case "register":
      return partition === "#directory" || /^[A-Z]/.test(partition);
    default:
      return partition === `#${kind}`;
  }
}
