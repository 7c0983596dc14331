import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { createRegister } from "../../../core/register/register.ts";
import { startEngines } from "../../../local/engines.ts";
import { type Handler, lambdaContext } from "../../../local/lambda.ts";
import { startSes } from "../../../local/ses/server.ts";
import { variable } from "../../local/support/engine-clients.ts";
import { almaty } from "../memory/clocks.ts";
import { clearable } from "./deciding.ts";
import type { WorldFacts } from "./facts.ts";

/** The deployed system on this machine: embedded engines, and the functions with the environment that Lambda gives them. */
export type Cloud = Awaited<ReturnType<typeof startCloud>>;

/** One at a time in a process: clients and functions read the process's environment. */
export async function startCloud() {
  const engines = await startEngines();
  const ses = await startSes({ quota: { perDay: 1_000_000, perSecond: 1000 } });
  const directory = mkdtempSync(join(tmpdir(), "esep-delivery-"));
  const clockFile = join(directory, "clock.json");
  writeFileSync(clockFile, JSON.stringify({ shown: Date.now(), at: Date.now() }));
  Object.assign(process.env, engines.environment, ses.environment, {
    ...{ MAIL_FROM: "esep@mia.example", APP_URL: "http://127.0.0.1:4608", DEMO: "yes", DEMO_CLOCK_FILE: clockFile },
    ...{ POWERTOOLS_LOG_LEVEL: "SILENT", AWS_LAMBDA_FUNCTION_NAME: "test" },
  });
  // Only now: the logger reads its level, and the wiring everything else, from the environment.
  const [{ handler: sweepStart }, { handler: sweep }, { handler: dispatch }, { wiring }, { composing }, { sending }] =
    await Promise.all([
      import("../../../functions/sweep-start.ts"),
      import("../../../functions/sweep.ts"),
      import("../../../functions/dispatch.ts"),
      import("../../../functions/wiring.ts"),
      import("../../../functions/composing.ts"),
      import("../../../functions/sending.ts"),
    ]);
  const sqs = new SQSClient();
  const { outOfUse, clearings, audit } = wiring();
  return {
    ...{ engines, ses, sweepStart, sweep, dispatch },
    ports: { ...composing(), ...sending(), outOfUse: clearable(outOfUse, clearings, audit) },
    sweeps: queueAt(sqs, variable(engines, "SWEEP_QUEUE_URL")),
    mail: queueAt(sqs, variable(engines, "MAIL_QUEUE_URL")),
    reports: queueAt(sqs, variable(engines, "REPORT_QUEUE_URL")),
    /** Moves the calendar's clock to `YYYY-MM-DDTHH:MM` in Almaty. */
    goTo: (moment: string) => writeFileSync(clockFile, JSON.stringify({ shown: almaty(moment), at: Date.now() })),
    /** Writes facts over those that there are. */
    load: async ({ bodies, dossiers, policy }: WorldFacts) => {
      const { register, dossiers: store } = wiring();
      await register.replace(bodies, policy);
      const { scopeOf, byId } = createRegister(bodies);
      for (const [scope, all] of Map.groupBy(dossiers, ({ body }) => scopeOf(byId.get(body) ?? fail(body)))) {
        await store.write(scope, all);
      }
    },
    close: async () => {
      sqs.destroy();
      await ses.close();
      await engines.close();
      rmSync(directory, { recursive: true });
    },
  };
}

const fail = (body: string): never => {
  throw new Error(`There is no body ${body}.`);
};

/** A queue, read as Lambda's event source mapping does. */
export type CloudQueue = ReturnType<typeof queueAt>;

function queueAt(sqs: SQSClient, QueueUrl: string) {
  const receive = async (): Promise<readonly Message[]> => {
    const request = { QueueUrl, MaxNumberOfMessages: 10, MessageSystemAttributeNames: ["All" as const] };
    return (await sqs.send(new ReceiveMessageCommand(request))).Messages ?? [];
  };
  const done = async ({ ReceiptHandle }: Message): Promise<void> =>
    void (await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle })));
  return {
    receive,
    done,
    /** Shows a message again at once that a dead reader has left hidden. */
    release: async ({ ReceiptHandle }: Message): Promise<void> =>
      void (await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }))),
    /** Messages that can be seen, and that are held back. */
    count: async () => {
      const request = { QueueUrl, AttributeNames: ["All" as const] };
      const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand(request));
      return {
        visible: Number(Attributes["ApproximateNumberOfMessages"]),
        delayed: Number(Attributes["ApproximateNumberOfMessagesDelayed"]),
      };
    },
    /** Hands batches to a function until no message can be seen; what fails stays. Returns how many failed. */
    drain: async (handler: Handler<SQSEvent, SQSBatchResponse>): Promise<number> => {
      let failures = 0;
      for (let messages = await receive(); messages.length > 0; messages = await receive()) {
        const { batchItemFailures } = await handler(eventOf(messages), lambdaContext("test", 60));
        const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
        failures += failed.size;
        for (const message of messages) if (!failed.has(message.MessageId ?? "")) await done(message);
      }
      return failures;
    },
  };
}

/** The event of some messages. */
export const eventOf = (messages: readonly Message[]): SQSEvent => ({ Records: messages.map(recordOf) });

const recordOf = ({ MessageId = "", ReceiptHandle = "", Body = "" }: Message): SQSRecord => ({
  ...{ messageId: MessageId, receiptHandle: ReceiptHandle, body: Body, messageAttributes: {}, md5OfBody: "" },
  attributes: {
    ...{ ApproximateReceiveCount: "1", SentTimestamp: "0", SenderId: "test", ApproximateFirstReceiveTimestamp: "0" },
  },
  ...{ eventSource: "aws:sqs", eventSourceARN: "arn:aws:sqs:test:000000000000:test", awsRegion: "test" },
});
