import { mkdtemp, readdir, readFile, rm, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  GetAccountSendingEnabledCommand,
  GetSendQuotaCommand,
  SESClient,
  SendRawEmailCommand,
  type SendRawEmailCommandInput,
} from "@aws-sdk/client-ses";
import { afterEach, describe, expect, it } from "vitest";
import { type Ses, startSes } from "../../local/ses/server.ts";
import { composeLetter } from "./support/letters.ts";

const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of opened.splice(0).reverse()) await undo();
});

async function sesForTest(directory?: string): Promise<Ses & { readonly url: string; readonly client: SESClient }> {
  const ses = await startSes(directory === undefined ? {} : { directory });
  const url = ses.environment.AWS_ENDPOINT_URL_SES;
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new SESClient({ region: "eu-central-1", credentials, endpoint: url, maxAttempts: 1 });
  opened.push(ses.close, () => client.destroy());
  return { ...ses, url, client };
}

async function directoryForTest(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "esep-ses-"));
  opened.push(() => rm(directory, { recursive: true }));
  return directory;
}

const raw = await composeLetter("head@police.example", "Есеп беру кездесуі: 12 наурыз & «ескерту»");

const sending = (more: Partial<SendRawEmailCommandInput> = {}): SendRawEmailCommand =>
  new SendRawEmailCommand({
    RawMessage: { Data: raw },
    Source: "esep@mia.example",
    Destinations: ["head@police.example"],
    ConfigurationSetName: "letters",
    Tags: [
      { Name: "scope", Value: "DP-10" },
      { Name: "n", Value: "1" },
    ],
    ...more,
  });

describe("the SES endpoint", () => {
  it("keeps an accepted letter byte for byte, with its envelope, tags and time", async () => {
    const { client, mailbox } = await sesForTest();
    const { MessageId } = await client.send(sending());
    const [delivery] = mailbox.deliveries;
    expect(delivery).toMatchObject({
      number: 1,
      messageId: MessageId,
      subject: "Есеп беру кездесуі: 12 наурыз & «ескерту»",
      to: "Әсел Қожа <head@police.example>",
      language: "kk",
      attachments: 1,
      envelope: {
        source: "esep@mia.example",
        recipients: ["head@police.example"],
        configurationSet: "letters",
        tags: [
          { name: "scope", value: "DP-10" },
          { name: "n", value: "1" },
        ],
      },
    });
    expect(delivery && Buffer.from(await mailbox.raw(delivery)).equals(raw)).toBe(true);
  });

  it("takes the recipients from the letter when the request names none", async () => {
    const { client, mailbox } = await sesForTest();
    await client.send(sending({ Destinations: undefined }));
    expect(mailbox.deliveries[0]?.envelope.recipients).toEqual(["head@police.example"]);
  });

  it("writes an .eml and a .json file, and numbers go on after a restart, past a letter that was cut short", async () => {
    const directory = await directoryForTest();
    const first = await sesForTest(directory);
    const { MessageId } = await first.client.send(sending());
    await first.client.send(sending());
    await first.close();
    const inbox = join(directory, "inbox");
    expect(await readdir(inbox)).toContain(`000001-${MessageId}.eml`);
    expect((await readFile(join(inbox, `000001-${MessageId}.eml`))).equals(raw)).toBe(true);
    expect(JSON.parse(await readFile(join(inbox, `000001-${MessageId}.json`), "utf8"))).toMatchObject({ number: 1 });
    expect((await readdir(inbox)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    await writeFile(join(inbox, "000007-cut.eml.tmp"), "Subject: cut");

    const second = await sesForTest(directory);
    expect(second.mailbox.deliveries.map(({ number }) => number)).toEqual([1, 2]);
    await second.client.send(sending());
    expect(second.mailbox.deliveries.at(-1)?.number).toBe(8);
  });

  it("describes a letter anew whose description was lost or damaged", async () => {
    const directory = await directoryForTest();
    const first = await sesForTest(directory);
    await first.client.send(sending());
    await first.client.send(sending());
    await first.close();
    const descriptions = (await readdir(join(directory, "inbox"))).filter((name) => name.endsWith(".json")).sort();
    const [lost = "", damaged = ""] = descriptions.map((name) => join(directory, "inbox", name));
    await unlink(lost);
    await writeFile(damaged, "{");
    const { mailbox } = await sesForTest(directory);
    expect(mailbox.deliveries.map(({ number }) => number)).toEqual([1, 2]);
    expect(mailbox.deliveries[0]?.envelope.recipients).toEqual(["head@police.example"]);
  });

  it("tells the quota with what was sent in the last day, and that sending is enabled", async () => {
    const { client, faults } = await sesForTest();
    await client.send(sending());
    const quota = await client.send(new GetSendQuotaCommand({}));
    expect(quota).toMatchObject({ Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 1 });
    expect((await client.send(new GetAccountSendingEnabledCommand({}))).Enabled).toBe(true);
    faults.plan({ fault: "account-paused" });
    expect((await client.send(new GetAccountSendingEnabledCommand({}))).Enabled).toBe(false);
  });

  it("refuses a tag that SES would refuse", async () => {
    const { client, mailbox } = await sesForTest();
    const refused = client.send(sending({ Tags: [{ Name: "scope", Value: "ДП 10" }] }));
    await expect(refused).rejects.toMatchObject({ name: "InvalidParameterValue" });
    expect(mailbox.deliveries).toHaveLength(0);
  });
});

describe("a planned fault", () => {
  it.each([
    ["throttle", "Throttling", "Maximum sending rate exceeded.", 400],
    ["daily-quota", "Throttling", "Daily message quota exceeded.", 400],
    ["reject", "MessageRejected", "Email address is not verified.", 400],
    ["account-paused", "AccountSendingPausedException", "Sending is paused for this account.", 400],
    [
      "unknown-configuration-set",
      "ConfigurationSetDoesNotExistException",
      "The configuration set does not exist.",
      400,
    ],
    ["access-denied", "AccessDenied", "This user is not authorized to perform ses:SendRawEmail.", 403],
    ["server-error", "InternalFailure", "The service has failed.", 500],
  ] as const)(
    "%s makes the SDK throw %s once, and the letter is not accepted",
    async (fault, name, message, status) => {
      const { client, faults, mailbox } = await sesForTest();
      faults.plan({ fault, count: 1 });
      const refused = client.send(sending());
      await expect(refused).rejects.toMatchObject({ name, message, $metadata: { httpStatusCode: status } });
      expect(mailbox.deliveries).toHaveLength(0);
      await client.send(sending());
      expect(mailbox.deliveries).toHaveLength(1);
    },
  );

  it("can lose the answer of an accepted letter, which the sender sees as a broken connection", async () => {
    const { client, faults, mailbox } = await sesForTest();
    faults.plan({ fault: "lose-answer", count: 1 });
    await expect(client.send(sending())).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(mailbox.deliveries).toHaveLength(1);
  });

  it("can lose the request, which looks the same, and then nothing is accepted", async () => {
    const { client, faults, mailbox } = await sesForTest();
    faults.plan({ fault: "lose-request", count: 1 });
    await expect(client.send(sending())).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(mailbox.deliveries).toHaveLength(0);
  });

  it("can accept at once and answer late", async () => {
    const { client, faults, mailbox } = await sesForTest();
    faults.plan({ fault: "delay", milliseconds: 300, count: 1 });
    const abort = AbortSignal.timeout(150);
    await expect(client.send(sending(), { abortSignal: abort })).rejects.toThrow();
    expect(mailbox.deliveries).toHaveLength(1);
  });

  it("concerns one recipient when it names one, and lasts until cleared when it has no count", async () => {
    const { client, faults } = await sesForTest();
    faults.plan({ fault: "reject", recipient: "gone@police.example" });
    const gone = () => client.send(sending({ Destinations: ["gone@police.example"] }));
    await client.send(sending());
    await expect(gone()).rejects.toMatchObject({ name: "MessageRejected" });
    await expect(gone()).rejects.toMatchObject({ name: "MessageRejected" });
    faults.clear();
    await gone();
  });

  it("can be planned over /control, which takes JSON only and names what is wrong", async () => {
    const { client, url, faults } = await sesForTest();
    const control = (body: unknown, type = "application/json") =>
      fetch(`${url}/control`, { method: "POST", headers: { "content-type": type }, body: JSON.stringify(body) });
    expect((await control({ plan: [{ fault: "throttle", count: 2 }] })).status).toBe(200);
    await expect(client.send(sending())).rejects.toMatchObject({ name: "Throttling" });
    expect(await (await fetch(`${url}/control`)).json()).toEqual({ planned: [{ fault: "throttle", count: 1 }] });
    expect((await control({ plan: [{ fault: "thunder" }] })).status).toBe(400);
    expect((await control({ clear: true }, "text/plain")).status).toBe(415);
    expect((await control({ clear: true })).status).toBe(200);
    expect(faults.planned).toEqual([]);
  });
});

it("an unsigned form, which any web page could post, is not taken", async () => {
  const { url, mailbox } = await sesForTest();
  const answer = await fetch(url, { method: "POST", body: new URLSearchParams({ Action: "SendRawEmail" }) });
  expect(answer.status).toBe(403);
  expect(mailbox.deliveries).toHaveLength(0);
});
