import { SQSClient } from "@aws-sdk/client-sqs";
import type { Context } from "aws-lambda";
import * as z from "zod";
import { tables } from "../../../stacks/resources.ts";

/** The permission that each call of the SDK needs. */
const actions: Readonly<Record<string, string>> = {
  GetCommand: "dynamodb:GetItem",
  QueryCommand: "dynamodb:Query",
  PutCommand: "dynamodb:PutItem",
  UpdateCommand: "dynamodb:UpdateItem",
  DeleteCommand: "dynamodb:DeleteItem",
  BatchWriteCommand: "dynamodb:BatchWriteItem",
  PutObjectCommand: "s3:PutObject",
  GetObjectCommand: "s3:GetObject",
  DeleteObjectCommand: "s3:DeleteObject",
  SendMessageBatchCommand: "sqs:SendMessage",
  SendMessageCommand: "sqs:SendMessage",
  SendRawEmailCommand: "ses:SendRawEmail if ses:FromAddress",
  GetSendQuotaCommand: "ses:GetSendQuota",
};

/** A command of the SDK, as far as it says what it touches. */
const Touched = z.object({
  TableName: z.enum(Object.keys(tables)).optional(),
  RequestItems: z.record(z.string(), z.unknown()).optional(),
  QueueUrl: z.string().optional(),
  Bucket: z.string().optional(),
  Key: z.unknown().optional(),
});

interface Command {
  readonly input: unknown;
  readonly constructor: { readonly name: string };
}

/** The resources that a command touches, named as in `permissions.expected.json`. */
function touchedBy(command: Command): readonly string[] {
  if (command.constructor.name === "GetSendQuotaCommand") return ["*"];
  const { TableName, RequestItems, QueueUrl, Bucket, Key } = Touched.parse(command.input);
  if (TableName !== undefined) return [`dynamodb:table/${TableName}Table`];
  if (RequestItems !== undefined) return Object.keys(RequestItems).map((table) => `dynamodb:table/${table}Table`);
  if (Bucket === "evidence") return [`s3:evidencefilesbucket/${String(Key).split("/")[0]}/*`];
  if (String(Key).startsWith("imports/")) return ["s3:letterfilesbucket/imports/*"];
  if (Bucket !== undefined) return ["s3:letterfilesbucket/*"];
  if (QueueUrl === undefined) return ["ses:configuration-set/<stage>", "ses:identity/<sender>"];
  const [name = "", fifo] = (QueueUrl.split("/").at(-1) ?? "").split(".");
  const component = `sqs:${name.charAt(0).toUpperCase()}${name.slice(1)}QueueQueue`;
  return [fifo === undefined ? component : `${component}.${fifo}`];
}

/** Notes what functions ask of AWS while they run; one at a time. */
export function startRecorder() {
  /** The base class of every client of the SDK: one place that all calls go through. */
  const base = Object.getPrototypeOf(SQSClient.prototype);
  const { send } = base;
  const calls = new Map<string, Set<string>>();
  let running: Set<string> | undefined;
  base.send = function (command: Command, ...rest: unknown[]) {
    const { name } = command.constructor;
    if (running) for (const resource of touchedBy(command)) running.add(`${resource} ${actions[name] ?? name}`);
    return send.call(this, command, ...rest);
  };
  return {
    /** A handler whose calls are noted under its function's name. */
    noted:
      <Event, Result>(name: string, handler: (event: Event, context: Context) => Promise<Result>) =>
      async (event: Event, context: Context): Promise<Result> => {
        running = calls.get(name) ?? new Set();
        calls.set(name, running);
        return handler(event, context).finally(() => {
          running = undefined;
        });
      },
    callsOf: (name: string): readonly string[] => [...(calls.get(name) ?? [])].sort(),
    stop: () => {
      base.send = send;
    },
  };
}
