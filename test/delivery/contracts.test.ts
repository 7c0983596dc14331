import { afterAll, beforeAll, describe } from "vitest";
import { instant } from "../../core/calendar/zone.ts";
import type { LetterId } from "../../core/escalation/ledger.ts";
import type { Ledger, MailFiles, SweepLog, WatchBook } from "../../core/ports.ts";
import { startEmbedded } from "../support/delivery/embedded.ts";
import { memoryClock } from "../support/memory/clocks.ts";
import { memoryDossiers } from "../support/memory/dossiers.ts";
import { memoryFiles } from "../support/memory/files.ts";
import { memoryLedger } from "../support/memory/ledger.ts";
import { memoryOutOfUse } from "../support/memory/out-of-use.ts";
import { memoryMailQueue, memoryQueue } from "../support/memory/queue.ts";
import { type MemoryRegister, memoryRegister } from "../support/memory/register.ts";
import { memorySweepLog } from "../support/memory/sweep-log.ts";
import { memoryWatchBook } from "../support/memory/watch-book.ts";
import { type DamageableDossiers, dossierContract } from "./contracts/dossiers.ts";
import { ledgerContract } from "./contracts/ledger.ts";
import { mailFilesContract } from "./contracts/mail-files.ts";
import { type MailQueueEnds, mailQueueContract } from "./contracts/mail-queue.ts";
import { type DamageableOutOfUse, outOfUseContract } from "./contracts/out-of-use.ts";
import { registerContract } from "./contracts/register.ts";
import { sweepLogContract } from "./contracts/sweep-log.ts";
import { watchBookContract } from "./contracts/watch-book.ts";

/** The fakes that other tests stand on, with the two ends of the queue. */
function startMemory() {
  const clock = memoryClock(instant(0));
  const queue = memoryQueue<LetterId>(clock, { visibility: 1, receives: 5 });
  const [dossiers, outOfUse] = [memoryDossiers(), memoryOutOfUse()];
  return {
    register: memoryRegister(),
    ledger: memoryLedger(),
    log: memorySweepLog(),
    outOfUse: { ...outOfUse, damage: async (key: string) => outOfUse.damage(key, "at: is not a number") },
    book: memoryWatchBook(),
    files: memoryFiles(),
    dossiers: {
      ...dossiers,
      damage: async (scope: string, body: string, campaign: number) => {
        const damage = { body, campaign, reason: "the data is not JSON" };
        dossiers.damage(scope, damage);
        return damage;
      },
    },
    mail: {
      ...memoryMailQueue(queue),
      pass: async (seconds: number) => clock.pass(seconds),
      receive: async () =>
        queue.receive(100).map(({ body, receipt }) => ({ body, delete: async () => queue.delete(receipt) })),
    },
    close: async () => {},
  };
}

interface Stores {
  readonly register: MemoryRegister;
  readonly dossiers: DamageableDossiers;
  readonly ledger: Ledger;
  readonly log: SweepLog;
  readonly outOfUse: DamageableOutOfUse;
  readonly book: WatchBook;
  readonly files: MailFiles;
  readonly mail: MailQueueEnds;
  close(): Promise<void>;
}

describe.each([
  ["in memory", async (): Promise<Stores> => startMemory()],
  ["over the embedded engines", (): Promise<Stores> => startEmbedded()],
])("%s", (_, start: () => Promise<Stores>) => {
  let stores: Stores;
  let scopes = 0;
  const scope = (): string => `DP-${++scopes}`;
  beforeAll(async () => {
    stores = await start();
  });
  afterAll(() => stores.close());

  registerContract(() => stores.register);
  dossierContract(() => stores.dossiers, scope);
  ledgerContract(() => stores.ledger, scope);
  mailFilesContract(() => stores.files, scope);
  mailQueueContract(() => stores.mail);
  sweepLogContract(() => stores.log, scope);
  outOfUseContract(() => stores.outOfUse, scope);
  watchBookContract(() => stores.book);
});
