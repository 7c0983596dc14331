import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { SendMessageCommand } from "@aws-sdk/client-sqs";
import { startEngines } from "../../../local/engines.ts";
import { clientsOf, variable } from "./engine-clients.ts";

/** A process to be killed: writes an item, a message and an object over and over and says the number of each round done. */
const [directory = ""] = process.argv.slice(2);
const engines = await startEngines({ directory });
const { dynamodb, sqs, s3 } = clientsOf(engines);
const QueueUrl = variable(engines, "MAIL_QUEUE_URL");
for (let round = 1; ; round++) {
  const id = String(round);
  await dynamodb.send(new PutItemCommand({ TableName: "Sessions", Item: { id: { S: id } } }));
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: id }));
  await s3.send(new PutObjectCommand({ Bucket: "letters", Key: id, Body: id }));
  process.stdout.write(`${id}\n`);
}
