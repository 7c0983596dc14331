import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SESClient } from "@aws-sdk/client-ses";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { preflight, quotaRemarks } from "../../stacks/scripts/preflight.ts";
import { readSettings } from "../../stacks/settings.ts";

const settings = readSettings({ ESEP_MAIL_FROM: "esep@example.kz", ESEP_ALARM_EMAIL: "operator@example.kz" });

/** What SES answers on the wire, by action; the client under test is the real one. */
let answers: Record<string, { readonly status: number; readonly body: string }>;
let server: Server;
const result = (action: string, body: string) => ({
  status: 200,
  body: `<${action}Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><${action}Result>${body}</${action}Result></${action}Response>`,
});
const refusal = (code: string) => ({
  status: 403,
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>No.</Message></Error></ErrorResponse>`,
});
const quota = (perDay: number) =>
  result("GetSendQuota", `<Max24HourSend>${perDay}</Max24HourSend><MaxSendRate>14</MaxSendRate>`);
const identity = (status: string) =>
  result(
    "GetIdentityVerificationAttributes",
    `<VerificationAttributes><entry><key>example.kz</key><value><VerificationStatus>${status}</VerificationStatus></value></entry></VerificationAttributes>`,
  );

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const answer = answers[new URLSearchParams(await text(request)).get("Action") ?? ""];
    response.writeHead(answer?.status ?? 500, { "content-type": "text/xml" }).end(answer?.body);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterAll(() => void server.close());
beforeEach(() => {
  answers = {
    GetSendQuota: quota(50_000),
    GetAccountSendingEnabled: result("GetAccountSendingEnabled", "<Enabled>true</Enabled>"),
    GetIdentityVerificationAttributes: identity("Success"),
  };
});

function clientAt(endpoint?: string): SESClient {
  const { port } = server.address() as AddressInfo; // it listens on a port
  const credentials = { accessKeyId: "a", secretAccessKey: "b" };
  return new SESClient({
    region: "eu-central-1",
    credentials,
    endpoint: endpoint ?? `http://127.0.0.1:${port}`,
    maxAttempts: 1,
  });
}
const look = async (client = clientAt()) =>
  (await preflight(settings, client)).map(({ kind, text }) => `${kind}: ${text}`);

describe("the preflight", () => {
  it("says that an account that may send is fine", async () => {
    expect(await look()).toEqual([
      "fine: The credentials work in eu-central-1.",
      "fine: SES has verified example.kz.",
      "fine: SES allows 50000 letters a day, 14 a second.",
    ]);
  });

  it.each([
    ["InvalidClientTokenId", "AWS does not know these credentials"],
    ["SignatureDoesNotMatch", "AWS does not know these credentials"],
    ["ExpiredToken", "The AWS credentials have expired: sign in again."],
    ["AccessDenied", "may not look into SES: deploy with an administrator's role. AWS says: No."],
    ["SomethingNew", "AWS answered with an error that is not expected here: SomethingNew: No."],
  ])("says what %s means and stops", async (code, sentence) => {
    answers["GetSendQuota"] = refusal(code);
    expect(await look()).toEqual([expect.stringMatching(/^problem: /)]);
    expect(await look()).toEqual([expect.stringContaining(sentence)]);
  });

  it("says how to get credentials where there are none", async () => {
    const credentials = async () => {
      throw Object.assign(new Error("Could not load credentials from any providers"), {
        name: "CredentialsProviderError",
      });
    };
    expect(await look(new SESClient({ region: "eu-central-1", credentials }))).toEqual([
      expect.stringContaining("problem: There are no AWS credentials: sign in"),
    ]);
  });

  it("says that nobody answers in this region", async () => {
    expect(await look(clientAt("http://127.0.0.1:9"))).toEqual([
      expect.stringContaining("problem: SES does not answer in eu-central-1"),
    ]);
  });

  it("stops where AWS has paused sending", async () => {
    answers["GetAccountSendingEnabled"] = result("GetAccountSendingEnabled", "<Enabled>false</Enabled>");
    expect(await look()).toContainEqual(expect.stringContaining("problem: AWS has paused sending"));
  });

  it("says what to do for an identity that waits for its DNS records, or is not known before the first deployment", async () => {
    answers["GetIdentityVerificationAttributes"] = identity("Pending");
    expect(await look()).toContainEqual(expect.stringContaining("not verified example.kz yet (Pending)"));
    answers["GetIdentityVerificationAttributes"] = result("GetIdentityVerificationAttributes", "");
    expect(await look()).toContainEqual(expect.stringContaining("advice: SES does not know example.kz yet"));
  });
});

describe("the quota", () => {
  it.each([
    [-1, "fine", "no limit"],
    [200, "advice", "in the sandbox"],
    [201, "advice", "fewer than the 504 of a bad day with 252 bodies"],
    [503, "advice", "fewer than the 504"],
    [504, "fine", "SES allows 504 letters a day"],
  ])("of %i letters a day: %s", (perDay, kind, part) => {
    expect(quotaRemarks(perDay, 1, 252)).toEqual([{ kind, text: expect.stringContaining(part) }]);
  });
});
