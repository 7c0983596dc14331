import type { Message } from "@aws-sdk/client-sqs";
import type { CloudQueue } from "./cloud.ts";
import { isHandled, type Process, ProcessDeath } from "./faults.ts";
import type { Ports } from "./ports.ts";

/** Handles what can be seen now; false when there is nothing. What fails, and all that a dead process had, comes again. */
export async function runBatch(
  queue: CloudQueue,
  process: Process,
  handle: (body: unknown, ports: Ports) => Promise<void>,
): Promise<boolean> {
  const messages = await queue.receive();
  const kept: Message[] = [];
  try {
    const done: Message[] = [];
    for (const message of messages) {
      const isDone = await isHandled(handle(JSON.parse(message.Body ?? ""), process.ports));
      (isDone ? done : kept).push(message);
    }
    for (const message of done) {
      const effect = () => queue.done(message);
      if (!(await isHandled(process.call({ name: "queue.delete", sort: "write", effect })))) kept.push(message);
    }
    for (const message of kept) await release(queue, message);
  } catch (error) {
    if (!(error instanceof ProcessDeath)) throw error;
    for (const message of messages) await release(queue, message);
  }
  return messages.length > 0;
}

/** A message that was deleted before the process died has no receipt any more. */
const release = (queue: CloudQueue, message: Message): Promise<void> => queue.release(message).catch(() => undefined);

/** The same as {@link isHandled}, for a process that does nothing else. */
export async function isDone(work: Promise<unknown>): Promise<boolean> {
  try {
    return await isHandled(work);
  } catch (error) {
    if (error instanceof ProcessDeath) return false;
    throw error;
  }
}
