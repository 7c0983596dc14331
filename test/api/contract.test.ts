import { describe, expect, test } from "vitest";
import { commands } from "../../core/dossier/commands/all.ts";
import { Facts } from "../../core/dossier/facts.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { createAuditLog } from "../../functions/dynamodb/audit.ts";
import { createDossierStore } from "../../functions/dynamodb/dossiers.ts";
import { createRegisterStore } from "../../functions/dynamodb/register.ts";
import { variable } from "../local/support/engine-clients.ts";
import { useTables } from "../local/support/tables.ts";
import { almaty } from "../support/memory/clocks.ts";
import { apiAt, bodies, inMemory, type Request, read } from "./support/api.ts";
import { campaign } from "./support/campaign.ts";
import { operations, undocumented } from "./support/document.ts";
import { aLetter } from "./support/letter.ts";

const tables = useTables();

/** Facts, register and audit in DynamoDB. */
async function inDynamoDb() {
  const { database, engines } = tables;
  const register = createRegisterStore(database, variable(engines, "REGISTER_TABLE"));
  await register.replace(Facts.parse({ bodies, dossiers: [] }).bodies, defaultPolicy);
  const dossiers = createDossierStore(database, variable(engines, "DOSSIERS_TABLE"));
  return {
    ...(await inMemory()),
    register,
    dossiers,
    audit: createAuditLog(database, variable(engines, "AUDIT_TABLE")),
  };
}

/** Asks, and fails unless the document describes the answer. */
function asker(api: ReturnType<typeof apiAt>) {
  return async (path: string, request: Request = {}): Promise<Response> => {
    const answer = await api.ask(path, request);
    const method = request.method?.toLowerCase() ?? (request.body === undefined ? "get" : "post");
    const found = operations.find((one) => one.method === method && patternOf(one.path).test(path.split("?")[0] ?? ""));
    const fault = found ? await undocumented(found.operation, answer.clone()) : `${method} ${path} is not documented`;
    expect([path, fault]).toEqual([path, null]);
    return answer;
  };
}

const patternOf = (path: string): RegExp => new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);

describe.each([
  ["in memory", inMemory],
  ["in DynamoDB", inDynamoDb],
] as const)("a whole campaign %s", (_name, open) => {
  test("is recorded command by command, and read back with its findings and its history", async () => {
    const api = apiAt("2027-01-15T10:00", await open());
    const ask = asker(api);
    for (const [index, { at, command, input, as = "staff@PB-1" }] of campaign.entries()) {
      api.clock.moveTo(almaty(at));
      const path = `/dossiers/PB-1/2027/commands/${command}`;
      const headers = { "if-match": `"${index}"`, "idempotency-key": `step-${index}` };
      const answer = await ask(path, { body: input, as, headers });
      expect([command, answer.status, answer.headers.get("etag")]).toEqual([command, 200, `"${index + 1}"`]);
      expect(await read(ask(path, { body: input, as, headers }))).toEqual(await answer.json());
    }
    const given = new Set(campaign.map(({ command }) => command));
    expect([...given].sort()).toEqual(commands.map(({ name }) => name).sort());

    const dossier = await read(ask("/dossiers/PB-1/2027", { as: "viewer@DP-1" }));
    expect(dossier).toMatchObject({ version: campaign.length, dossier: { meetings: [{ status: "held" }, {}] } });
    expect(dossier.recorded).toMatchObject({ schedule: "2027-01-18", "meetings/m1/protocol": "2027-03-12" });
    const findings = await read(ask("/findings?scope=PB-1&limit=200", { headers: { "accept-language": "en" } }));
    expect(findings.items.map((one: { state: string }) => one.state)).not.toContain("overdue");
    const report = findings.items.find((one: { obligation: string }) => one.obligation === "report");
    expect(report).toMatchObject({
      state: "met",
      metOn: "2027-03-12",
      words: { status: expect.stringContaining("12") },
    });
    const audit = await read(ask("/audit/dossier:PB-1:2027?limit=200"));
    expect(audit.chain).toMatchObject({ kind: "intact", entries: campaign.length, filed: true });
    expect(audit.items.map((one: { command: string }) => one.command)).toEqual(campaign.map(({ command }) => command));
    expect(api.errors).toEqual([]);
  });
});

test("facts that were recorded late are named at the findings that turn on them", async () => {
  const api = apiAt("2027-03-12T17:00", await inMemory());
  const ask = asker(api);
  const give = (command: string, body: unknown) => ask(`/dossiers/PB-1/2027/commands/${command}`, { body });
  const place = { ru: "Дом культуры", kk: "Мәдениет үйі" };
  await give("approve-schedule", { approvedOn: "2027-01-15" });
  await give("plan-meeting", { date: "2027-03-12", startsAt: "15:00", place });
  await give("confirm-held", { meeting: "m1" });
  const findings = await read(ask("/findings?scope=PB-1&limit=200"));
  const late = Object.fromEntries(
    findings.items.map((one: { obligation: string; recordedLate: string[] }) => [one.obligation, one.recordedLate]),
  );
  expect(late).toMatchObject({ schedule: ["schedule"], report: [], protocol: [] });
  api.clock.moveTo(almaty("2027-03-18T10:00"));
  const protocol = { meeting: "m1", drawnUpOn: "2027-03-12" };
  await give("draw-up-protocol", protocol);
  const after = await read(ask("/findings?scope=PB-1&obligation=protocol"));
  expect(after.items[0].recordedLate).toEqual(["meetings/m1/protocol"]);
  const before = await read(ask("/findings?scope=PB-1&obligation=protocol&on=2027-03-11"));
  expect(before.items[0].recordedLate).toEqual([]);
});

test("findings are worded in the language that is asked for, and chosen by state, obligation and campaign", async () => {
  const ask = asker(apiAt("2027-03-19T10:00", await inMemory()));
  const words = async (language: string) =>
    (await read(ask("/findings?limit=1", { headers: { "accept-language": language } }))).items[0].words.finding;
  expect(new Set(await Promise.all(["kk", "ru", "en"].map(words))).size).toBe(3);
  expect((await ask("/findings", { headers: { "accept-language": "ru" } })).headers.get("content-language")).toBe("ru");
  const chosen = await read(ask("/findings?state=overdue&obligation=schedule&campaign=2027&scope=DP-1"));
  expect(chosen.items.map((one: { body: string }) => one.body)).toEqual(["DP-1", "PB-1"]);
  expect(
    (await read(ask("/findings?campaign=2026"))).items.every((one: { campaign: number }) => one.campaign === 2026),
  ).toBe(true);
});

test("a list goes on where the page before ended, without gaps and without repetition", async () => {
  const ask = asker(apiAt("2027-03-19T10:00", await inMemory()));
  for (const path of ["/bodies", "/contacts", "/findings"]) {
    const whole = (await read(ask(`${path}?limit=200`))).items;
    const pages = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page = await read(ask(`${path}?limit=2${cursor && `&cursor=${cursor}`}`));
      pages.push(...page.items);
      cursor = page.next;
    }
    expect(pages).toEqual(whole);
  }
  for (const cursor of ["nope", "W10", "WzEsMl0"]) expect((await ask(`/bodies?cursor=${cursor}`)).status).toBe(400);
});

test("a status adds up, as JSON and as CSV that no spreadsheet takes for formulas", async () => {
  const ask = asker(apiAt("2027-03-19T10:00", await inMemory()));
  const status = await read(ask("/status?on=2027-04-05"));
  expect(status).toMatchObject({ on: "2027-04-05", bodies: 3, rate: 0, counts: { report: { overdue: 3 } } });
  const csv = await ask("/status?scope=DP-1&format=csv");
  expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect((await csv.text()).split("\r\n")).toHaveLength(4);
  expect((await ask("/status?on=2099-01-01")).status).toBe(400);
});

test("letters are shown to those who may see the bodies that they tell of, and only that part", async () => {
  const adapters = await inMemory();
  await adapters.ledger.create(aLetter("DP-1", ["DP-1", "PB-1"]));
  await adapters.ledger.create(aLetter("DP-2", ["DP-2"]));
  const ask = asker(apiAt("2027-03-19T10:00", adapters));
  const told = async (as: string, query = "") =>
    (await read(ask(`/letters${query}`, { as }))).items.map((one: { items: { body: string }[] }) =>
      one.items.map(({ body }) => body),
    );
  expect(await told("staff@MIA")).toEqual([["DP-1", "PB-1"], ["DP-2"]]);
  expect(await told("staff@PB-1")).toEqual([["PB-1"]]);
  expect(await told("staff@MIA", "?scope=DP-2&year=2027&state=queued")).toEqual([["DP-2"]]);
  expect(await told("staff@MIA", "?year=2026")).toEqual([]);
  const path = "/letters/DP-2/2027/mZ6oD6Dkq0zS1l1pVb3u2A/0";
  expect((await ask(path)).status).toBe(200);
  expect((await ask(path, { as: "staff@DP-1" })).status).toBe(404);
});

test("letters to an address that two departments share are listed for both, in whosesoever scope they lie", async () => {
  const adapters = await inMemory();
  const shared = { role: "officer", name: "А. Общая", email: "shared@police.example", locale: "kk" } as const;
  const [ministry, first, below, second] = bodies;
  const sharing = [ministry, { ...first, contacts: [shared] }, below, { ...second, contacts: [shared] }];
  await adapters.register.replace(Facts.parse({ bodies: sharing, dossiers: [] }).bodies, defaultPolicy);
  await adapters.ledger.create(aLetter("DP-1", ["DP-1", "DP-2"]));
  const ask = asker(apiAt("2027-03-19T10:00", adapters));
  expect((await read(ask("/letters", { as: "staff@DP-2" }))).items).toMatchObject([
    { scope: "DP-1", items: [{ body: "DP-2" }] },
  ]);
});

test("a letter is answered by those who answer for all its bodies; superiors see who has not, and the audit keeps all", async () => {
  const adapters = await inMemory();
  await adapters.ledger.create(aLetter("DP-1", ["DP-1", "PB-1"]));
  await adapters.ledger.create(aLetter("DP-2", ["DP-2"]));
  const api = apiAt("2027-03-19T10:00", adapters);
  const ask = asker(api);
  const path = "/letters/DP-1/2027/mZ6oD6Dkq0zS1l1pVb3u2A/0";
  const give = (body: unknown, as = "staff@DP-1", headers = {}) =>
    ask(`${path}/acknowledgement`, { body, as, headers });
  const statuses = [await give({ kind: "seen" }, "staff@PB-1"), await give({ kind: "seen" }, "viewer@DP-1")];
  expect(statuses.map(({ status }) => status)).toEqual([403, 403]);
  expect((await give({ kind: "seen" }, "staff@DP-2")).status).toBe(404);
  expect((await give({ kind: "will-do", what: "звоните 87011234567", by: "2027-03-26" })).status).toBe(422);
  const promise = { kind: "will-do", what: "Отчёт состоится 26 марта", by: "2027-03-26" };
  const first = await read(give(promise, "staff@DP-1", { "idempotency-key": "key-1" }));
  expect(first).toMatchObject({ answer: promise, by: { name: "Айгерим" } });
  api.clock.pass(60);
  expect(await read(give(promise, "staff@DP-1", { "idempotency-key": "key-1" }))).toEqual(first);
  expect((await give({ kind: "seen" }, "staff@DP-1", { "idempotency-key": "key-1" })).status).toBe(422);
  await give({ kind: "wrong-recipient" });
  expect(await read(ask(path))).toMatchObject({
    acknowledgement: { answer: { kind: "wrong-recipient" } },
    state: "queued",
  });
  const scopesOf = async (acknowledged: string) =>
    (await read(ask(`/letters?acknowledged=${acknowledged}`))).items.map((one: { scope: string }) => one.scope);
  expect([await scopesOf("yes"), await scopesOf("no")]).toEqual([["DP-1"], ["DP-2"]]);
  const name = "/audit/letter:DP-1:2027:mZ6oD6Dkq0zS1l1pVb3u2A:0";
  expect(await read(ask(name, { as: "viewer@DP-1" }))).toMatchObject({
    chain: { kind: "intact", entries: 2 },
    items: [{ changes: [{ after: promise }] }, { command: "acknowledge" }],
  });
  expect((await ask(name, { as: "staff@PB-1" })).status).toBe(403);
  expect((await ask(name.replace(/0$/, "9"))).status).toBe(404);
});

test("the answers to a letter that tells of no body are for those who may see its region's audit", async () => {
  const adapters = await inMemory();
  await adapters.ledger.create(aLetter("DP-1", []));
  const ask = asker(apiAt("2027-03-19T10:00", adapters));
  const statusFor = async (as: string) =>
    (await ask("/audit/letter:DP-1:2027:mZ6oD6Dkq0zS1l1pVb3u2A:0", { as })).status;
  expect([await statusFor("viewer@DP-1"), await statusFor("staff@MIA")]).toEqual([200, 200]);
  expect([await statusFor("staff@DP-2"), await statusFor("staff@PB-1")]).toEqual([403, 403]);
});

test("a sweep on demand is queued once for each scope, under an id that a repetition keeps", async () => {
  const adapters = await inMemory();
  const ask = asker(apiAt("2027-03-19T10:00", adapters));
  const headers = { "idempotency-key": "now" };
  const first = await ask("/sweeps", { body: {}, as: "admin", headers });
  expect(first.status).toBe(202);
  expect(await read(ask("/sweeps", { body: {}, as: "admin", headers }))).toEqual(await first.json());
  expect(adapters.sent.map(({ scope }) => scope)).toEqual(["MIA", "DP-1", "DP-2", "MIA", "DP-1", "DP-2"]);
  expect(new Set(adapters.sent.map(({ request }) => request)).size).toBe(1);
  expect(await read(ask("/sweeps", { body: { scope: "PB-1" }, as: "admin" }))).toMatchObject({ code: "refused" });
  expect(await read(ask("/sweeps?day=2027-03-19&time=09:00"))).toMatchObject({ items: [] });
});

test("policy, calendar, contacts, bodies and the caller are told as the document says", async () => {
  const ask = asker(apiAt("2027-03-19T10:00", await inMemory()));
  expect(await read(ask("/policy"))).toMatchObject({ registerVersion: 1, policy: defaultPolicy });
  expect(await read(ask("/calendar?year=2027"))).toMatchObject({ year: 2027, workingDays: 247 });
  expect((await ask("/calendar?year=2050")).status).toBe(400);
  expect((await read(ask("/contacts?role=head"))).items).toHaveLength(2);
  expect((await read(ask("/bodies?search=оп"))).items.map((one: { id: string }) => one.id)).toEqual(["PB-1"]);
  expect(await read(ask("/bodies/PB-1"))).toEqual({ ...bodies[2] });
  expect(await read(ask("/me", { as: "viewer@DP-2" }))).toMatchObject({
    grants: ["viewer@DP-2"],
    actions: expect.not.arrayContaining(["record"]),
  });
});
