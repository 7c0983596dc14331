import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as z from "zod";
import { lambdaContext } from "../../local/lambda.ts";
import { type Cloud, eventOf, startCloud } from "../support/delivery/cloud.ts";
import { department, district, dossier, factsOf, ministry, waiver } from "../support/delivery/facts.ts";
import { type Asked, everyRequest } from "./calls/api.ts";
import { bounceOf } from "./calls/events.ts";
import { issuer, requestOf, signIn } from "./calls/pages.ts";
import { startRecorder } from "./calls/recorder.ts";

/** What each role allows, by resource. */
const allowed = z
  .record(z.string(), z.record(z.string(), z.array(z.string())))
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, "permissions.expected.json"), "utf8")));

/** What a role allows its function's code: neither its log nor the queue that Lambda reads for it. */
const ownPermissions = (name: string): readonly string[] =>
  Object.entries(allowed[name] ?? {})
    .flatMap(([resource, given]) => given.map((action) => `${resource} ${action}`))
    .filter((line) => !/ logs:| sqs:(?!SendMessage)/.test(line))
    .sort();

/** Permissions that only a run with more than this machine has would use, each with the reason. */
const elsewhere: Readonly<Record<string, string>> = {
  "dynamodb:table/SessionsTable dynamodb:PutItem": "a sign-in ends with it, after the issuer has answered",
};

const bodies = [ministry(), department("DP-1"), district("PB-1", "DP-1")];
/** One body of two is enough for the brake. */
const policy = { brake: { share: 0, bodies: 1 } };
/** PB-1 need not report; and the same as if nobody had ever recorded that. */
const waived = dossier("PB-1", 2027, { waivers: [waiver("schedule"), waiver("report")] });
const facts = factsOf(bodies, 2027, { policy, dossiers: [waived] });
const wrong = factsOf(bodies, 2027, { policy });

const call = lambdaContext("test", 60);
const recorder = startRecorder();
let cloud: Cloud;

beforeAll(async () => {
  Object.assign(process.env, issuer);
  cloud = await startCloud();
  await sweepTwice();
  await dispatchAll();
  await bounceOne();
  await signIn();
  await openEveryPage();
  await callEveryEndpoint();
  await signOut();
  await watchTwice();
}, 60_000);
afterAll(async () => {
  recorder.stop();
  for (const name of Object.keys(issuer)) delete process.env[name];
  await cloud.close();
});

/**
 * Two slots, so that letters of the first are dropped. What is lost between them puts a brake on: administrators are told
 * of it once, so the sweep looks whether they were.
 */
async function sweepTwice(): Promise<void> {
  const slots = { "2027-04-01T09:00": facts, "2027-04-01T18:00": wrong };
  for (const [moment, known] of Object.entries(slots)) {
    await cloud.load(known);
    cloud.goTo(moment);
    await recorder.noted("SweepStart", cloud.sweepStart)({}, call);
    expect(await cloud.sweeps.drain(recorder.noted("Sweep", cloud.sweep)), "sweeps that failed").toBe(0);
  }
}

/** One letter is throttled and goes back to the queue, the others are sent. */
async function dispatchAll(): Promise<void> {
  cloud.ses.faults.plan({ fault: "throttle", count: 1 });
  expect(await cloud.mail.drain(recorder.noted("Dispatch", cloud.dispatch)), "letters that failed").toBe(0);
}

/** A look that finds something and writes it down, and one that reads that. */
async function watchTwice(): Promise<void> {
  const { handler } = await import("../../functions/watch.ts");
  cloud.goTo("2027-04-02T10:00"); // an hour after a slot that nobody has swept
  for (let look = 0; look < 2; look++) await recorder.noted("Watch", handler)({}, call);
}

async function bounceOne(): Promise<void> {
  const { handler } = await import("../../functions/settle.ts");
  const letter = (await cloud.ports.ledger.log("DP-1", 2027)).find(({ state }) => state === "sent");
  const message = { MessageId: "1", Body: bounceOf(letter ?? expect.fail("no letter was sent")) };
  const answer = await recorder.noted("Settle", handler)(eventOf([message]), call);
  expect(answer.batchItemFailures).toEqual([]);
}

/** Asks the pages or the API, and fails when the answer is another. */
async function ask({ method, path, input }: Asked, statuses: readonly number[]): Promise<void> {
  const { handler } = await import("../../functions/http.ts");
  const request = requestOf(method, path, cloud.ports.environment.APP_URL, input);
  const { statusCode, body } = await recorder.noted("Http", handler)(request, call);
  expect(statuses, `${method} ${path}: ${statusCode} ${body}`).toContain(statusCode);
}

const firstLetter = async () => (await cloud.ports.ledger.log("DP-1", 2027))[0] ?? expect.fail("there is no letter");

async function openEveryPage(): Promise<void> {
  const page = `/letters/DP-1/2027/${(await firstLetter()).recipientKey}/0`;
  for (const path of ["/", "/schedule", "/bodies/DP-1", "/letters", page, `${page}/html`, "/sweeps", "/paper"]) {
    await ask({ method: "GET", path }, [200]);
  }
}

async function callEveryEndpoint(): Promise<void> {
  for (const request of everyRequest("DP-1", 2027, await firstLetter())) await ask(request, [200, 202]);
}

const signOut = () => ask({ method: "POST", path: "/sign-out" }, [303]);

it.each(["SweepStart", "Sweep", "Dispatch", "Settle", "Watch", "Http"])(
  "%s asks of AWS exactly what its role allows",
  (name) => {
    const used = new Set(recorder.callsOf(name));
    const expected = ownPermissions(name).filter((permission) => used.has(permission) || !(permission in elsewhere));
    expect([...used].sort()).toEqual(expected);
  },
);
