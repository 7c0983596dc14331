import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { Dossier } from "../../core/dossier/dossier.ts";
import { Facts } from "../../core/dossier/facts.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { seedGrants } from "../../core/use-cases/records/grants.ts";
import { logger } from "../../functions/log.ts";
import { setDemoClock } from "../../local/demo-clock.ts";
import { demoGrants } from "../../local/identity/demo-users.ts";
import { seed } from "../../local/seed.ts";
import { startSystem } from "../../local/system.ts";
import { sweepSlot } from "../../local/wait-for-slot.ts";
import { almaty } from "../support/memory/clocks.ts";
import { partOfDemo } from "../support/part-of-demo.ts";

const folder = mkdtempSync(join(tmpdir(), "esep-logs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every text that people wrote, as far as it is long enough to be told from an id or a word of the code. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return /\p{Script=Cyrillic}|@|\s/u.test(value) && value.length >= 6 ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

describe("the log of a whole run, down to its smallest detail", () => {
  const { bodies, dossiers } = Facts.parse(partOfDemo("DP-10"));
  let log = "";
  const codes = () => new Set([...log.matchAll(/"alarm":"([\w-]+)"/g)].map(([, code]) => code));

  beforeAll(async () => {
    const clockFile = join(folder, "clock.json");
    setDemoClock(clockFile, almaty("2027-03-31T09:00"));
    const system = await startSystem({ appUrl: "http://127.0.0.1:4608", clockFile });
    const keep = (chunk: string | Uint8Array): boolean => {
      log += chunk.toString();
      return true;
    };
    const written = [vi.spyOn(process.stdout, "write"), vi.spyOn(process.stderr, "write")];
    for (const spy of written) spy.mockImplementation(keep);
    logger.setLogLevel("DEBUG");
    try {
      await seedGrants(demoGrants, system.wiring.grants);
      await seed({ bodies, dossiers, policy: defaultPolicy, toldBefore: null }, system.wiring);
      system.faults.plan(
        { fault: "reject", count: 1 },
        { fault: "lose-answer", count: 1 },
        { fault: "bounce", count: 2 },
        { fault: "complaint", count: 1 },
        { fault: "server-error", count: 1 },
      );
      system.run();
      await sweepSlot(system.wiring, system.startSweeps);
      await badMessages(system.wiring.environment);
      await system.watch();
      await sleep(1500);
    } finally {
      for (const spy of written) spy.mockRestore();
      await system.close();
    }
  }, 120_000);

  test("tells of sweeps, letters and what went wrong", () => {
    for (const message of ["scope swept", "letter dispatched", "event settled", "a message failed"]) {
      expect(log).toContain(`"message":"${message}"`);
    }
    expect([...codes()]).toEqual(expect.arrayContaining(["letter-unknown", "account-refused"]));
  });

  test("holds no name, no address and no text that anybody wrote", () => {
    const texts = new Set([...textsIn(bodies), ...dossiers.flatMap((dossier) => textsIn(Dossier.encode(dossier)))]);
    expect(texts.size).toBeGreaterThan(100);
    expect([...texts].filter((text) => log.includes(text) || log.includes(JSON.stringify(text).slice(1, -1)))).toEqual(
      [],
    );
    expect(log.match(/[\w.+-]+@[\w-]+\.[a-z.]+/g) ?? []).toEqual([]);
  });
});

/** Messages that no function sends, with an address in them. */
async function badMessages(environment: { readonly MAIL_QUEUE_URL: string }): Promise<void> {
  const client = new SQSClient();
  for (const MessageBody of ['{"email": "somebody@example.kz"}', "somebody@example.kz"]) {
    await client.send(new SendMessageCommand({ QueueUrl: environment.MAIL_QUEUE_URL, MessageBody }));
  }
  client.destroy();
}
