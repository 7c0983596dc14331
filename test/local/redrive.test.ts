import { ReceiveMessageCommand, SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { expect, test } from "vitest";
import { redrive } from "../../local/redrive.ts";

/** SQS with one message on a server that only a request which may wait is sure to ask. */
function patientQueue() {
  const messages = [{ Body: "one", ReceiptHandle: "1" }];
  const sent: unknown[] = [];
  const send = async (command: { readonly input: Readonly<Record<string, unknown>> }) => {
    const { input } = command;
    if (command instanceof SendMessageCommand) sent.push(input["MessageBody"]);
    if (!(command instanceof ReceiveMessageCommand)) return {};
    return Number(input["WaitTimeSeconds"] ?? 0) > 0 ? { Messages: messages.splice(0, 1) } : {};
  };
  return { client: { send } as unknown as SQSClient, sent };
}

test("a queue counts as empty only when all of SQS's servers were asked", async () => {
  const { client, sent } = patientQueue();
  expect(await redrive(client, "dead", "source", 10)).toBe(1);
  expect(sent).toEqual(["one"]);
});
