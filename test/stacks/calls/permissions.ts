import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

/** What each role allows, by resource. */
const allowed = z
  .record(z.string(), z.record(z.string(), z.array(z.string())))
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, "../permissions.expected.json"), "utf8")));

/** What a role allows its function's code: neither its log nor the queue that Lambda reads for it. */
export const ownPermissions = (name: string): readonly string[] =>
  Object.entries(allowed[name] ?? {})
    .flatMap(([resource, given]) => given.map((action) => `${resource} ${action}`))
    .filter((line) => !/ logs:| sqs:(?!SendMessage)/.test(line))
    .sort();

/** Permissions that only a run with more than this machine has would use, each with the reason. */
export const elsewhere: Readonly<Record<string, string>> = {
  "dynamodb:table/DossiersTable dynamodb:UpdateItem": "the campaign was noted when this run's facts were loaded",
  "dynamodb:table/SessionsTable dynamodb:PutItem": "a sign-in ends with it, after the issuer has answered",
  "s3:evidencefilesbucket/incoming/* s3:PutObject": "a browser posts a document with the right of who signed the form",
  "s3:evidencefilesbucket/evidence/* s3:GetObject": "a browser fetches it with the right of who signed its address",
  "s3:letterfilesbucket/* s3:GetObject": "a browser fetches a file with the right of who signed its address",
  "s3:letterfilesbucket/* s3:PutObject": "a document larger than an answer may be goes by the bucket",
};
