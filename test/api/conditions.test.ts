import { expect, test } from "vitest";
import { MAX_BODY } from "../../functions/web/api/app.ts";
import { apiAt, inMemory, type Request, read } from "./support/api.ts";

const open = async () => apiAt("2027-01-15T10:00", await inMemory());
const approve = "/dossiers/PB-1/2027/commands/approve-schedule";
const plan = "/dossiers/PB-1/2027/commands/plan-meeting";
const approval = { approvedOn: "2027-01-14" };
const meeting = { date: "2027-03-12", startsAt: "15:00", place: { ru: "Дом культуры", kk: "Мәдениет үйі" } };

test("a dossier that the reader has already is not sent again", async () => {
  const { ask } = await open();
  const { headers } = await ask("/dossiers/PB-1/2027");
  expect(headers.get("etag")).toBe('"0"');
  for (const tag of ['"0"', 'W/"0"', '"7", "0"', "*"]) {
    const again = await ask("/dossiers/PB-1/2027", { headers: { "if-none-match": tag } });
    expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, '"0"', ""]);
  }
  await ask(approve, { body: approval });
  expect((await ask("/dossiers/PB-1/2027", { headers: { "if-none-match": '"0"' } })).status).toBe(200);
});

test("of two people who edit one dossier the second gets 412 with the present version, and nothing is lost", async () => {
  const { ask } = await open();
  // As it comes back through a proxy that compresses.
  const headers = { "if-match": 'W/"0"' };
  expect((await ask(approve, { body: approval, headers })).status).toBe(200);
  const second = await ask(plan, { body: meeting, headers });
  expect([second.status, second.headers.get("etag")]).toEqual([412, '"1"']);
  expect(await second.json()).toMatchObject({ code: "changed", version: 1 });
  expect((await ask(plan, { body: meeting, headers: { "if-match": '"1"' } })).status).toBe(200);
  expect(await read(ask("/dossiers/PB-1/2027"))).toMatchObject({
    version: 2,
    dossier: { schedule: approval, meetings: [{ id: "m1" }] },
  });
});

test("a command is taken without a version, and for any with an asterisk", async () => {
  const { ask } = await open();
  expect((await ask(approve, { body: approval })).status).toBe(200);
  expect((await ask(plan, { body: meeting, headers: { "if-match": "*" } })).status).toBe(200);
});

test("one Idempotency-Key for two requests is refused", async () => {
  const { ask } = await open();
  const headers = { "idempotency-key": "key-1" };
  await ask(approve, { body: approval, headers });
  const other = await ask(approve, { body: { approvedOn: "2027-01-13" }, headers });
  expect([other.status, await other.json()]).toMatchObject([422, { code: "key-reused" }]);
});

const errors: readonly (readonly [string, string, Request, number, string])[] = [
  ["a stranger", "/bodies", { as: null }, 401, "not-signed-in"],
  ["somebody without grants", "/dossiers/PB-1/2027", { as: "" }, 403, "forbidden"],
  ["an address that is none", "/nothing", {}, 404, "not-found"],
  ["a command that is none", "/dossiers/PB-1/2027/commands/nothing", { body: {} }, 404, "not-found"],
  ["a body that is none", "/bodies/PB-9", {}, 404, "unknown-body"],
  ["the ministry's dossier", "/dossiers/MIA/2027", {}, 404, "no-dossier"],
  ["a campaign before the Order", "/dossiers/PB-1/2020", {}, 404, "no-dossier"],
  ["a campaign far ahead", "/dossiers/PB-1/2031", {}, 404, "no-dossier"],
  ["the history of what is no record", "/audit/dossier:PB-9:2027", {}, 404, "unknown-record"],
  ["a letter that is none", "/letters/DP-1/2027/mZ6oD6Dkq0zS1l1pVb3u2A/0", {}, 404, "unknown-letter"],
  ["another method", "/bodies", { method: "DELETE" }, 405, "method-not-allowed"],
  ["a parameter that is none", "/bodies?colour=red", {}, 400, "invalid-request"],
  ["a parameter given twice", "/findings?state=met&state=late", {}, 400, "invalid-request"],
  ["an id that is none", "/bodies/a%20b", {}, 400, "invalid-request"],
  ["a campaign that is no year", "/dossiers/PB-1/soon", {}, 400, "invalid-request"],
  ["a tag that is none", approve, { body: approval, headers: { "if-match": "0" } }, 400, "invalid-request"],
  ["a key with spaces", approve, { body: approval, headers: { "idempotency-key": "a b" } }, 400, "invalid-request"],
  ["a body that is no JSON", approve, { body: "{ nope" }, 400, "invalid-json"],
  [
    "another type",
    approve,
    { body: approval, headers: { "content-type": "text/plain" } },
    415,
    "unsupported-media-type",
  ],
  ["a body too large", approve, { body: "x".repeat(MAX_BODY + 1) }, 413, "body-too-large"],
  ["a field that is none", approve, { body: { ...approval, more: 1 } }, 422, "refused"],
  ["a day in the future", approve, { body: { approvedOn: "2027-01-16" } }, 422, "refused"],
  [
    "a waiver of one's own obligation",
    "/dossiers/PB-1/2027/commands/waive",
    { body: {}, as: "staff@PB-1" },
    403,
    "forbidden",
  ],
];

test.each(errors)("%s: %s", async (_what, path, request, status, code) => {
  const { ask, errors } = await open();
  const answer = await ask(path, request);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
  expect(await answer.json()).toMatchObject({ code, status, type: `/api/docs#${code}` });
  expect(errors).toEqual([]);
});

test("an error of ours tells a number and nothing else", async () => {
  const adapters = await inMemory();
  const bodies = () => Promise.reject(new Error("The password is 1234."));
  const { ask, errors } = apiAt("2027-01-15T10:00", { ...adapters, register: { ...adapters.register, bodies } });
  const answer = await ask("/bodies");
  const text = await answer.text();
  expect([answer.status, JSON.parse(text)]).toMatchObject([500, { code: "internal", reference: expect.any(String) }]);
  expect(text).not.toMatch(/password|\.ts|at /);
  expect(errors).toHaveLength(1);
});

test("without a register nothing is asked or imported, and the answer says how to load one or finish a restore", async () => {
  const adapters = await inMemory();
  const { ask } = apiAt("2027-01-15T10:00", {
    ...adapters,
    register: { ...adapters.register, directory: async () => null },
  });
  const job = `/imports/${"0c".repeat(16)}`;
  const imports = ["/imports/preview", "/imports", `${job}/continue`, `${job}/take-back`];
  const title = expect.stringMatching(/esep begin.*restore.*same backup/);
  for (const answer of [ask("/bodies"), ...imports.map((path) => ask(path, { method: "POST", body: "{}" }))]) {
    expect(await read(answer)).toMatchObject({ code: "no-register", title });
  }
});

test("a change of the register is seen by the next request", async () => {
  const adapters = await inMemory();
  const { ask } = apiAt("2027-01-15T10:00", adapters);
  expect((await read(ask("/bodies"))).items).toHaveLength(4);
  const directory = await adapters.register.directory();
  const ministry = await adapters.register.bodies("MIA");
  if (directory) await adapters.register.replace(ministry, directory.policy);
  expect((await read(ask("/bodies"))).items).toHaveLength(1);
});

test("answers are for no cache, no frame and no script; the page of the documentation loads its own style only", async () => {
  const { ask } = await open();
  const data = (await ask("/bodies")).headers;
  expect([data.get("cache-control"), data.get("x-content-type-options")]).toEqual(["no-store", "nosniff"]);
  expect(data.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
  const page = await ask("/docs", { as: null });
  expect(page.headers.get("content-security-policy")).toBe(
    "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  const html = await page.text();
  expect(html).toContain("/api/dossiers/{body}/{campaign}/commands/approve-schedule");
  expect(html).not.toMatch(/<script|style=|https?:\/\/(?!127)/);
  expect((await ask("/docs.css", { as: null })).headers.get("content-type")).toContain("text/css");
});
