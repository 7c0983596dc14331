import { join } from "node:path";
import { dayOf } from "../../../core/calendar/day.ts";
import { Facts } from "../../../core/dossier/facts.ts";
import { defaultPolicy } from "../../../core/order608/default-policy.ts";
import { seedGrants } from "../../../core/use-cases/records/grants.ts";
import { sweep } from "../../../core/use-cases/sweep/sweep.ts";
import { composing } from "../../../functions/composing.ts";
import type { Wiring } from "../../../functions/wiring.ts";
import { lineOf } from "../../../local/backup/lines.ts";
import { restoreBackup, verifyBackup } from "../../../local/backup/restore.ts";
import { itemsOf, type Store } from "../../../local/backup/store.ts";
import { savedTables } from "../../../local/backup/tables.ts";
import { takeBackup } from "../../../local/backup/take.ts";
import { grant } from "../../../local/commands/grant.ts";
import { demoGrants } from "../../../local/identity/demo-users.ts";
import { seed } from "../../../local/seed.ts";
import { partOfDemo } from "../../support/part-of-demo.ts";
import { type EmbeddedStore, embeddedStores } from "./stores.ts";

export const moments = { machine: new Date("2027-03-19T05:00:00Z"), calendar: new Date("2027-03-19T04:00:00Z") };

/** A store that has swept the slot of a part of the demo and sent its letters, and a backup of it. */
export async function backedUp() {
  const stores = embeddedStores();
  const saved = join(stores.folder, "saved");
  const first = await stores.open();
  first.goTo("2027-03-19T09:00");
  const facts = Facts.parse(partOfDemo("DP-10", "DP-11", "DP-39", "DP-61"));
  await seed({ ...facts, policy: defaultPolicy, toldBefore: dayOf(2027, 3, 19) }, first.wiring);
  await seedGrants(demoGrants, first.wiring.grants);
  await grant({ subject: "user:new", name: "New", grants: ["staff@DP-10"] }, "new officer", first.wiring);
  await sweepAll(first.wiring);
  await settleAll(first.wiring);
  await first.tables((store) => takeBackup(store, saved, moments, true));
  const held = await first.tables(linesOf);
  /** A store of its own that a backup was restored into. */
  const restored = async (from = saved): Promise<EmbeddedStore> => {
    const fresh = await stores.open();
    const backup = await verifyBackup(from);
    await fresh.tables((store) => restoreBackup(backup, store));
    return fresh;
  };
  return { stores, saved, first, held, restored };
}
export type BackedUp = Awaited<ReturnType<typeof backedUp>>;

export async function sweepAll(wiring: Wiring): Promise<void> {
  for (const scope of (await wiring.register.directory())?.scopes ?? []) await sweep(scope, composing(wiring));
}

/** As if every letter that waits had been sent: what waits any longer is written afresh. */
async function settleAll({ ledger, register }: Wiring): Promise<void> {
  for (const scope of (await register.directory())?.scopes ?? []) {
    for (const entry of await ledger.log(scope, 2027)) {
      if (entry.state === "queued") await ledger.advance(entry, { ...entry, state: "sent", attempts: 1 });
    }
  }
}

/** Every item that letters tell of, with its recipient; a repetition would stand here twice. */
export async function toldIn({ ledger, register }: Wiring): Promise<string[]> {
  const scopes = (await register.directory())?.scopes ?? [];
  const logs = await Promise.all(scopes.map((scope) => ledger.log(scope, 2027)));
  return logs
    .flat()
    .flatMap(({ scope, recipientKey, items }) => items.map((item) => JSON.stringify([scope, recipientKey, item])))
    .sort();
}

export async function sweepNext({ wiring, goTo }: EmbeddedStore): Promise<string[]> {
  goTo("2027-03-25T09:00");
  await sweepAll(wiring);
  return toldIn(wiring);
}

export async function linesOf(store: Store): Promise<string[]> {
  const lines: string[] = [];
  for (const table of savedTables)
    for await (const item of itemsOf(store, table)) lines.push(`${table} ${lineOf(item)}`);
  return lines.sort();
}
