import { ListDeadLetterSourceQueuesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { Argument, Command, InvalidArgumentError } from "commander";
import { queues } from "../../stacks/resources.ts";
import { queueUrl } from "../engines/queues.ts";
import { BadInput } from "../facts-file.ts";
import { redrive } from "../redrive.ts";
import { directoryOption } from "./arguments.ts";
import { Failed } from "./failed.ts";
import { print } from "./print.ts";
import { withStore } from "./store.ts";

interface Options {
  readonly most: number;
  readonly directory: string;
}

/** The queues that have a dead-letter queue. */
const names = (Object.keys(queues) as (keyof typeof queues)[]).filter((name) => "dead" in queues[name]); // its own keys

export const redriveCommand = () =>
  new Command("redrive")
    .description("moves messages that failed too often back to their queue, once their cause is put right")
    .addArgument(
      new Argument(
        "<queue>",
        `${names.join(", ")} of the embedded system, or the URL of a dead-letter queue in the cloud`,
      ),
    )
    .option("--most <number>", "how many messages to move at most", countOf, 1000)
    .addOption(directoryOption())
    .action(async (queue: string, options: Options) => {
      const moved = queue.startsWith("https://") ? await inCloud(queue, options.most) : await embedded(queue, options);
      print(`Messages moved back: ${moved}`);
    });

function countOf(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError("It must be a number from 1 to 9999999.");
  return Number(text);
}

function embedded(queue: string, { most, directory }: Options): Promise<number> {
  const name = names.find((known) => known === queue);
  const source = name && queues[name];
  if (!source || !("dead" in source))
    throw new BadInput(`There is no queue ${queue}: name one of ${names.join(", ")}.`);
  return withStore(directory, () => {
    const endpoint = process.env["AWS_ENDPOINT_URL_SQS"] ?? "";
    return using((client) => redrive(client, queueUrl(endpoint, source.dead.queue), queueUrl(endpoint, name), most));
  });
}

/** Credentials and region are those of the environment. */
const inCloud = (dead: string, most: number): Promise<number> =>
  using(async (client) => {
    const { queueUrls = [] } = await client.send(new ListDeadLetterSourceQueuesCommand({ QueueUrl: dead }));
    const [source] = queueUrls;
    if (source === undefined || queueUrls.length > 1)
      throw new Failed(`${dead} is the dead-letter queue of no one queue.`);
    return redrive(client, dead, source, most);
  });

async function using(work: (client: SQSClient) => Promise<number>): Promise<number> {
  const client = new SQSClient();
  try {
    return await work(client);
  } finally {
    client.destroy();
  }
}
