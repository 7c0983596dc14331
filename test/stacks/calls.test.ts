import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SQSClient } from "@aws-sdk/client-sqs";
import type { Context } from "aws-lambda";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as z from "zod";
import { lambdaContext } from "../../local/lambda.ts";
import { tables } from "../../stacks/resources.ts";
import { type Cloud, startCloud } from "../support/delivery/cloud.ts";
import { department, district, factsOf, ministry } from "../support/delivery/facts.ts";

/** What each role allows, by resource. */
const allowed = z
  .record(z.string(), z.record(z.string(), z.array(z.string())))
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, "permissions.expected.json"), "utf8")));

/** The permission that each call of the SDK needs. */
const actions: Readonly<Record<string, string>> = {
  GetCommand: "dynamodb:GetItem",
  QueryCommand: "dynamodb:Query",
  PutCommand: "dynamodb:PutItem",
  UpdateCommand: "dynamodb:UpdateItem",
  PutObjectCommand: "s3:PutObject",
  GetObjectCommand: "s3:GetObject",
  SendMessageBatchCommand: "sqs:SendMessage",
  SendRawEmailCommand: "ses:SendRawEmail if ses:FromAddress",
};

/** A command of the SDK, as far as it says what it touches. */
const Sent = z.object({
  TableName: z.enum(Object.keys(tables)).optional(),
  QueueUrl: z.string().optional(),
  Bucket: z.string().optional(),
});

/** The resources that a command touches, named as in the expectation. */
function touchedBy(input: unknown): readonly string[] {
  const { TableName, QueueUrl, Bucket } = Sent.parse(input);
  if (TableName !== undefined) return [`dynamodb:table/${TableName}Table`];
  if (Bucket !== undefined) return ["s3:letterfilesbucket/*"];
  if (QueueUrl === undefined) return ["ses:configuration-set/<stage>", "ses:identity/<sender>"];
  const name = QueueUrl.split("/").at(-1)?.replace(".fifo", "") ?? "";
  const component = `${name.charAt(0).toUpperCase()}${name.slice(1)}QueueQueue`;
  return [`sqs:${component}${QueueUrl.endsWith(".fifo") ? ".fifo" : ""}`];
}

/** What the role of a function allows its code: neither its log nor the queue that Lambda reads for it. */
const ownPermissions = (name: string): readonly string[] =>
  Object.entries(allowed[name] ?? {})
    .flatMap(([resource, given]) => given.map((action) => `${resource} ${action}`))
    .filter((line) => !/ logs:| sqs:(?!SendMessage)/.test(line))
    .sort();

interface Command {
  readonly input: unknown;
  readonly constructor: { readonly name: string };
}

let cloud: Cloud;
const calls = new Map<string, Set<string>>();
let caller: string | undefined;

/** The base class of every client of the SDK: one place that all calls go through. */
const base = Object.getPrototypeOf(SQSClient.prototype);
const { send } = base;

beforeAll(async () => {
  cloud = await startCloud();
  base.send = function (command: Command, ...rest: unknown[]) {
    const { name } = command.constructor;
    const made = caller === undefined ? undefined : calls.get(caller);
    if (made) for (const resource of touchedBy(command.input)) made.add(`${resource} ${actions[name] ?? name}`);
    return send.call(this, command, ...rest);
  };
  await everyPath();
});
afterAll(async () => {
  base.send = send;
  await cloud.close();
});

/** A handler whose calls are noted under its function's name. */
const noted =
  <Event, Result>(name: string, handler: (event: Event, context: Context) => Promise<Result>) =>
  async (event: Event, context: Context): Promise<Result> => {
    if (!calls.has(name)) calls.set(name, new Set());
    caller = name;
    return handler(event, context).finally(() => {
      caller = undefined;
    });
  };

/** Two slots, so that letters of the first are dropped; letters that are sent and one that is throttled; every page. */
async function everyPath(): Promise<void> {
  await cloud.load(factsOf([ministry(), department("DP-1"), district("PB-1", "DP-1")], 2027));
  for (const moment of ["2027-04-01T09:00", "2027-04-01T18:00"]) {
    cloud.goTo(moment);
    await noted("SweepStart", cloud.sweepStart)({}, lambdaContext("test", 60));
    await cloud.sweeps.drain(noted("Sweep", cloud.sweep));
  }
  cloud.ses.faults.plan({ fault: "throttle" });
  await cloud.mail.drain(noted("Dispatch", cloud.dispatch));
  const { handler } = await import("../../functions/http.ts");
  const [letter] = await cloud.ports.ledger.log("DP-1", 2027);
  const page = `/letters/DP-1/2027/${letter?.recipientKey}/0`;
  for (const path of ["/", "/schedule", "/bodies/DP-1", "/letters", page, `${page}/html`, "/sweeps"]) {
    await noted("Http", handler)(requestOf(path), lambdaContext("test", 60));
  }
}

const requestOf = (path: string) => ({
  ...{ version: "2.0", routeKey: "$default", rawPath: path, rawQueryString: "", body: null, isBase64Encoded: false },
  headers: { host: "esep.example.kz" },
  requestContext: {
    ...{ accountId: "1", apiId: "api", domainName: "esep.example.kz", domainPrefix: "esep", requestId: "1" },
    ...{ authorizer: {}, authentication: null, routeKey: "$default", stage: "$default", time: "", timeEpoch: 0 },
    http: { method: "GET", path, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "test" },
  },
});

it.each(["SweepStart", "Sweep", "Dispatch", "Http"])("%s calls exactly what its role allows", (name) => {
  expect([...(calls.get(name) ?? [])].sort()).toEqual(ownPermissions(name));
});
