import { beforeEach, describe, expect, test } from "vitest";
import { uploadName } from "../../core/evidence/attach.ts";
import { readEvidence } from "../../core/evidence/evidence.ts";
import type { Grant } from "../../core/register/grant.ts";
import { Locale } from "../../core/register/locale.ts";
import { sha256 } from "../../functions/hash.ts";
import { faultsOf } from "../web/support/html.ts";
import { openPages } from "./support/pages.ts";
import { archiveDossier, evidenceWorld, hashOf, key, pdf, png } from "./support/uploads.ts";

type World = ReturnType<typeof evidenceWorld>;
let world: World;

beforeEach(() => {
  world = evidenceWorld();
});

/** The pages as somebody with grants sees them. */
const open = (...grants: Grant[]) => openPages(world, ...grants);

const send = (upload: string, bytes: Uint8Array): void =>
  world.files.post(uploadName({ ...key, upload, actor: { id: "user:1", name: "" } }, sha256), bytes);

const LIST = "/bodies/PB-1/evidence?campaign=2027";
const at = (upload: string) => `/bodies/PB-1/evidence/uploads/${upload}?campaign=2027`;
const good = { fact: "meetings/m1/protocol", title: "Протокол", sha256: hashOf(pdf()) };
const items = async () => readEvidence(await world.records.read(key))?.items ?? [];

describe("the pages of evidence", () => {
  test.each(Locale.options)("are sound in %s, with and without documents", async (locale) => {
    const { get } = await open("staff@PB-1");
    send("u1", pdf());
    send("u2", png);
    await world.again("u1");
    for (const path of [LIST, at("u2"), at("none"), "/bodies/PB-1/evidence/u1/removal?campaign=2027"]) {
      const answer = await get(path, locale);
      const html = await answer.text();
      expect([path, faultsOf(html)]).toEqual([path, []]);
      expect(html).not.toMatch(/undefined|\[object|NaN|<script/);
    }
  });

  test("let a form be sent to the bucket from the page that has it, and from no other", async () => {
    const staff = await open("staff@DP-1");
    const policy = async (path: string) => (await staff.get(path)).headers.get("content-security-policy");
    expect(await policy(LIST)).toContain("form-action 'self' https://evidence.example;");
    expect(await policy(at("none"))).not.toContain("evidence.example");
    const viewer = await open("viewer@PB-1");
    const answer = await viewer.get(LIST);
    expect(answer.headers.get("content-security-policy")).not.toContain("evidence.example");
    expect(await answer.text()).not.toContain('type="file"');
  });

  test("lead a file from the bucket into the record", async () => {
    const { get, post } = await open("staff@PB-1");
    const html = await (await get(LIST)).text();
    const [, back = ""] = /name="success_action_redirect" value="([^"]+)"/.exec(html) ?? [];
    expect(back).toMatch(/\/bodies\/PB-1\/evidence\/uploads\/[^/]+\?campaign=2027/);
    send("u1", pdf());
    const shown = await (await get(`${at("u1")}&fact=meetings%2Fm1%2Fprotocol&bucket=b&key=k&etag=e`)).text();
    expect(shown).toContain(hashOf(pdf()));
    expect(shown).toMatch(/<option value="meetings\/m1\/protocol" selected/);
    const done = await post(at("u1"), good);
    expect([done.status, done.headers.get("location")]).toEqual([303, `${LIST}&done=attached`]);
    expect(await items()).toMatchObject([{ id: "u1", fact: "meetings/m1/protocol" }]);
    expect(await (await get(`${LIST}&done=attached`)).text()).toContain("Документ приложен.");
    const file = await get("/bodies/PB-1/evidence/u1?campaign=2027");
    expect(file.headers.get("location")).toMatch(new RegExp(`/evidence/${hashOf(pdf())}\\?as=PB-1-2027-`));
  });

  test("say what is wrong and keep what was typed", async () => {
    const { post } = await open("staff@PB-1");
    send("u1", pdf());
    const refused = async (fields: object) => {
      const answer = await post(at("u1"), { ...good, ...fields }, "kk");
      expect(answer.status).toBe(422);
      return answer.text();
    };
    expect(await refused({ fact: "", title: "" })).toContain("Құжаттың атауын көрсетіңіз.");
    const kept = await refused({ title: "Звоните 87011234567" });
    expect(kept).toContain("Звоните 87011234567");
    expect(kept).toContain("aria-invalid");
    expect(await refused({ fact: "meetings/m9/protocol" })).toContain("Бұл мәлімет енді жоқ.");
    expect(await refused({ sha256: hashOf(png) })).toContain("басқа файл қабылданды");
    expect(await items()).toEqual([]);
  });

  test("remove a document with a reason, once, and put it back", async () => {
    const { get, post } = await open("staff@PB-1");
    await world.attach("u1", pdf());
    const path = "/bodies/PB-1/evidence/u1/removal?campaign=2027";
    expect((await post(path, { command: "remove-evidence", reason: " ", request: "r1" })).status).toBe(422);
    const fields = { command: "remove-evidence", reason: "Не тот документ", request: "r1" };
    for (let click = 0; click < 2; click++) {
      expect((await post(path, fields)).headers.get("location")).toBe(`${LIST}&done=removed`);
    }
    expect((await world.audit.entries("evidence:PB-1:2027")).length).toBe(2);
    expect(await (await get(LIST)).text()).toContain("Не тот документ");
    await post(path, { command: "put-back-evidence", reason: "Ошибка", request: "r2" });
    expect((await items())[0]?.removed).toBeUndefined();
  });

  test("say that the campaign is archived, and take nothing", async () => {
    archiveDossier(world);
    const { get } = await open("staff@PB-1");
    const html = await (await get(LIST)).text();
    expect(html).toContain("передана в архив");
    expect(html).not.toContain('type="file"');
  });

  test("forget a file that is discarded", async () => {
    const { get, post } = await open("staff@PB-1");
    send("u1", pdf());
    await post("/bodies/PB-1/evidence/uploads/u1/discard?campaign=2027", {});
    expect((await get(at("u1"))).status).toBe(404);
  });

  test("show nothing to those who may not see it, and change nothing for those who only read", async () => {
    await world.attach("u1", pdf());
    send("u2", png);
    const removal = "/bodies/PB-1/evidence/u1/removal?campaign=2027";
    for (const grant of ["viewer@PB-1", "admin"] as const) {
      const { get, post } = await open(grant);
      for (const path of [at("u2"), removal]) expect((await get(path)).status).toBe(404);
      const posted = [await post(at("u2"), { ...good, sha256: hashOf(png) }), await post(removal, { reason: "x" })];
      expect(posted.map(({ status }) => status)).toEqual([404, 404]);
    }
    expect(await items()).toHaveLength(1);
    const stranger = await open("staff@DP-2");
    expect((await stranger.post(at("u2"), good)).status).toBe(404);
    for (const path of ["/bodies/NO/evidence", "/bodies/MIA/evidence", "/bodies/PB-1/evidence?campaign=1999"]) {
      expect((await stranger.get(path)).status).toBe(404);
    }
  });
});
