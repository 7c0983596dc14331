import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import type { Engines } from "../../../local/engines.ts";

/** One variable that has to be there. */
export function variable({ environment }: Pick<Engines, "environment">, name: string): string {
  const value = environment[name];
  if (value === undefined) throw new Error(`${name} is missing.`);
  return value;
}

/** Clients with the endpoints and credentials that a function would read from its environment, and no second attempt. */
export function clientsOf(engines: Pick<Engines, "environment">) {
  const common = {
    region: variable(engines, "AWS_REGION"),
    credentials: {
      accessKeyId: variable(engines, "AWS_ACCESS_KEY_ID"),
      secretAccessKey: variable(engines, "AWS_SECRET_ACCESS_KEY"),
    },
    maxAttempts: 1,
  };
  const dynamodb = new DynamoDBClient({ ...common, endpoint: variable(engines, "AWS_ENDPOINT_URL_DYNAMODB") });
  const sqs = new SQSClient({ ...common, endpoint: variable(engines, "AWS_ENDPOINT_URL_SQS") });
  const s3 = new S3Client({ ...common, endpoint: variable(engines, "AWS_ENDPOINT_URL_S3") });
  const destroy = (): void => {
    for (const client of [dynamodb, sqs, s3]) client.destroy();
  };
  return { dynamodb, sqs, s3, destroy };
}
