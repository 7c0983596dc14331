import { queues } from "./resources.ts";

type QueueName = keyof typeof queues;
export type Queues = Readonly<Record<QueueName, sst.aws.Queue>>;

/** The queues of `resources.ts`, encrypted; a dead-letter queue comes before the queue that it belongs to. */
export function createQueues(): Queues {
  const created = new Map<QueueName, sst.aws.Queue>();
  const create = (name: QueueName): sst.aws.Queue => {
    const known = created.get(name);
    if (known) return known;
    const queue = queues[name];
    const dead = "dead" in queue ? { queue: create(queue.dead.queue).arn, retry: queue.dead.receives } : undefined;
    const made = new sst.aws.Queue(titleOf(name), {
      fifo: queue.fifo,
      visibilityTimeout: `${queue.visibility} seconds`,
      ...(dead && { dlq: dead }),
      transform: { queue: { messageRetentionSeconds: queue.retention, sqsManagedSseEnabled: true } },
    });
    created.set(name, made);
    return made;
  };
  const names = Object.keys(queues) as QueueName[]; // its own keys
  return Object.fromEntries(names.map((name) => [name, create(name)])) as Queues; // one entry for each name
}

/** Components are named with a capital; table and bucket have names of their own, so a queue says what it is. */
const titleOf = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}Queue`;
