import { readHistory } from "../../../core/audit/append.ts";
import type { RecordStore, StoredRecord } from "../../../core/audit/stored.ts";
import { verifyChain } from "../../../core/audit/verify-chain.ts";
import { Dossier } from "../../../core/dossier/dossier.ts";
import { type DossierKey, dossierName, readDossierData } from "../../../core/dossier/dossier-record.ts";
import { record } from "../../../core/use-cases/records/record.ts";
import { sha256 } from "../../../functions/hash.ts";
import { memoryAudit } from "../memory/records.ts";
import type { Scenario } from "./enumerate.ts";
import { contact, department, factsOf, ministry } from "./facts.ts";
import type { Process } from "./faults.ts";
import type { Action } from "./machine.ts";
import type { World } from "./world.ts";

const KEY = { scope: "DP-1", body: "DP-1", campaign: 2024 };

/** The dossiers of a world, with the versions that a person's command asks for and their audit. */
function recordsOf(world: World) {
  const known = stores.get(world);
  if (known) return known;
  const versions = new Map<string, StoredRecord>();
  const { dossiers } = world.ports;
  const records: RecordStore<DossierKey> = {
    read: async ({ scope, body, campaign }) => {
      const version = versions.get(`${body} ${campaign}`);
      if (version) return version;
      const dossier = (await dossiers.load(scope, campaign)).dossiers.find((other) => other.body === body);
      const data = dossier && JSON.stringify(Dossier.encode(dossier));
      return data === undefined ? null : { version: 1, format: 1, data, newest: null };
    },
    put: async (key, before, next) => {
      const present = versions.get(`${key.body} ${key.campaign}`);
      if (present && present.version !== before?.version) return "changed";
      versions.set(`${key.body} ${key.campaign}`, next);
      const read = readDossierData(next, key);
      if ("dossier" in read && read.dossier) await dossiers.write(key.scope, [read.dossier]);
      return "written";
    },
  };
  const made = { records, audit: memoryAudit() };
  stores.set(world, made);
  return made;
}

const stores = new WeakMap<World, { records: RecordStore<DossierKey>; audit: ReturnType<typeof memoryAudit> }>();

/** The ministry frees the body from its report; asked again after an error, with the same request's id. */
const waiving = (at: string): Action => ({ at, act: (process, world) => waive(process, world) });

export async function waive({ call, ports }: Process, world: World) {
  const { records, audit } = recordsOf(world);
  const input = { obligation: "report", subject: "dossier", reason: "Реорганизация", from: "2024-04-03" };
  const actor = { id: "user:staff", name: "Айгерим", mayWaive: true };
  const asked = { command: "waive", input, actor, request: "waiver-1", isRepeatable: true };
  const { kind } = await record(
    { ...KEY, zone: "Asia/Almaty", ...asked },
    {
      ...{ clock: ports.clock, hash: sha256 },
      records: {
        read: (key) => call({ name: "records.read", sort: "read", effect: () => records.read(key) }),
        put: (...args) => call({ name: "records.put", sort: "decision", effect: () => records.put(...args) }),
      },
      audit: {
        file: (...args) => call({ name: "audit.file", sort: "write", effect: () => audit.file(...args) }),
        entries: (...args) => call({ name: "audit.entries", sort: "read", effect: () => audit.entries(...args) }),
      },
    },
  );
  if (kind !== "recorded") throw new Error(`The waiver was not recorded: ${kind}.`);
}

/** What was recorded stands once in the facts and in the audit, whoever failed. */
async function recordedOnce(world: World): Promise<readonly string[]> {
  const { records, audit } = recordsOf(world);
  const { filed, stored } = await readHistory(KEY, dossierName(KEY), { records, audit });
  const chain = verifyChain(dossierName(KEY), filed, stored, sha256);
  const [dossier] = (await world.ports.dossiers.load(KEY.scope, KEY.campaign)).dossiers;
  const waivers = dossier?.waivers.filter(({ obligation }) => obligation === "report") ?? [];
  return [
    ...(waivers.length === 1 ? [] : [`${waivers.length} waivers`]),
    ...(chain.kind === "intact" && chain.entries === 1 ? [] : [`the audit is ${chain.kind}`]),
  ];
}

const facts = factsOf(
  [ministry([contact("staff", "staff@mia.example")]), department("DP-1", [contact("officer", "officer@dp-1.example")])],
  2024,
);

/** A fact is recorded as a slot comes, in the middle of the ladder. */
const recording: Scenario<World> = {
  facts,
  slots: ["2024-04-01T09:00", "2024-04-01T18:00", "2024-04-03T09:00", "2024-04-03T18:00"],
  actions: [waiving("2024-04-03T09:00")],
  leavesMore: true,
  check: recordedOnce,
};

/** Somebody acts beside the sweeps, and what they do fails as anything may, by name. */
export const acting = { recording };
