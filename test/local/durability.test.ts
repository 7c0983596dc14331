import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { ListObjectsV2Command } from "@aws-sdk/client-s3";
import { GetQueueAttributesCommand } from "@aws-sdk/client-sqs";
import { expect, it } from "vitest";
import { startEngines } from "../../local/engines.ts";
import { clientsOf, variable } from "./support/engine-clients.ts";

const writer = fileURLToPath(new URL("./support/engine-writer.ts", import.meta.url));

/** Runs the writer until it has said `rounds`, kills it without warning and tells the last round that it said. */
async function writeAndKill(directory: string, rounds: number): Promise<number> {
  const child = spawn(process.execPath, [writer, directory], { stdio: ["ignore", "pipe", "inherit"] });
  let last = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (last === rounds) {
      await expect(startEngines({ directory })).rejects.toThrow("Another Esep is using");
      child.kill("SIGKILL");
    }
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return last;
}

it("every write that was answered is there after the process was killed, and the directory is free again", async () => {
  const directory = await mkdtemp(join(tmpdir(), "esep-durability-"));
  const rounds = await writeAndKill(directory, 40);
  expect(rounds).toBeGreaterThanOrEqual(40);
  const engines = await startEngines({ directory });
  const { dynamodb, sqs, s3, destroy } = clientsOf(engines);
  try {
    const { Count } = await dynamodb.send(new ScanCommand({ TableName: "Sessions" }));
    expect(Count).toBeGreaterThanOrEqual(rounds);
    const { KeyCount } = await s3.send(new ListObjectsV2Command({ Bucket: "letters" }));
    expect(KeyCount).toBeGreaterThanOrEqual(rounds);
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl: variable(engines, "MAIL_QUEUE_URL"),
        AttributeNames: ["ApproximateNumberOfMessages"],
      }),
    );
    expect(Number(Object.values(Attributes ?? {})[0])).toBeGreaterThanOrEqual(rounds);
  } finally {
    destroy();
    await engines.close();
    await rm(directory, { recursive: true });
  }
});
