import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeEach, describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { Dossier } from "../../core/dossier/dossier.ts";
import { readEvidence } from "../../core/evidence/evidence.ts";
import type { Grant } from "../../core/register/grant.ts";
import { Locale } from "../../core/register/locale.ts";
import { paperWriters } from "../../functions/documents/write-papers.ts";
import { aLetter } from "../api/support/letter.ts";
import { dossierOf, heldOn, protocolOf } from "../core/support/facts.ts";
import { openPages } from "../evidence/support/pages.ts";
import { evidenceWorld, key, pdf } from "../evidence/support/uploads.ts";
import { signKazakh } from "../signatures/support/kazakh.ts";
import { faultsOf } from "./support/html.ts";

const PROTOCOL = "/papers/PB-1/protocol?campaign=2027&meeting=m1";
const SIGNATURE = "/papers/PB-1/signature?campaign=2027&item=r1";

let world: ReturnType<typeof evidenceWorld>;
beforeEach(() => {
  world = evidenceWorld();
});

/** The pages as somebody with grants sees them. */
const open = (...grants: Grant[]) => openPages(world, ...grants);

const items = async () => readEvidence(await world.records.read(key))?.items ?? [];
const fixedBytes = async (): Promise<Uint8Array> =>
  world.files.kept.get((await items())[0]?.sha256 ?? "") ?? new Uint8Array();
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

describe("a protocol as a paper", () => {
  test.each(Locale.options)("has a sound page in %s, before and after it is fixed and signed", async (locale) => {
    const { get, post } = await open("staff@PB-1");
    const look = async (path: string) => {
      const answer = await get(path, locale);
      const html = await answer.text();
      expect([path, answer.status, faultsOf(html)]).toEqual([path, 200, []]);
      expect(html).not.toMatch(/undefined|NaN|\[object/);
    };
    await look(PROTOCOL);
    await post(PROTOCOL, { request: "r1" });
    await post(SIGNATURE, { request: "s1", cms: base64(signKazakh(256, await fixedBytes())) });
    for (const path of [PROTOCOL, `${PROTOCOL}&done=fixed`, SIGNATURE]) await look(path);
  });

  test("is downloaded to edit and to print", async () => {
    const { get } = await open("viewer@PB-1");
    for (const [format, start] of [
      ["docx", "PK"],
      ["pdf", "%PDF"],
    ] as const) {
      const answer = await get(`/papers/PB-1/protocol/file?campaign=2027&meeting=m1&format=${format}`);
      expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="protocol-PB-1-2027.${format}"`);
      expect(Buffer.from(await answer.arrayBuffer()).toString("latin1", 0, start.length)).toBe(start);
    }
  });

  test("is fixed once: what is signed is what is hashed, and a later change shows", async () => {
    const { get, post } = await open("staff@PB-1");
    expect((await post(PROTOCOL, { request: "r1" })).status).toBe(303);
    const [item] = await items();
    expect(item).toMatchObject({
      id: "r1",
      fact: "meetings/m1/protocol",
      fixed: { version: 1 },
      type: "application/pdf",
    });
    expect(paperWriters.sha256(await fixedBytes())).toBe(item?.sha256);
    expect((await post(PROTOCOL, { request: "r1" })).status).toBe(303);
    expect((await post(PROTOCOL, { request: "r2" })).status).toBe(422);
    expect(await items()).toHaveLength(1);
    const redrawn = heldOn("2027-03-12", { protocol: { ...protocolOf("2027-03-12"), participants: 999 } });
    world.dossiers.import("DP-1", Dossier.parse(dossierOf([redrawn], { schedule: { approvedOn: "2027-01-20" } })));
    expect(await (await get(PROTOCOL)).text()).toContain("После фиксации протокол изменили");
  });

  test("is not fixed by those who only read, nor where nothing is drawn up", async () => {
    const reader = await open("viewer@PB-1");
    expect((await reader.post(PROTOCOL, { request: "r1" })).status).toBe(404);
    world.dossiers.import("DP-1", Dossier.parse(dossierOf([heldOn("2027-03-12")])));
    const { post } = await open("staff@PB-1");
    expect((await post(PROTOCOL, { request: "r1" })).status).toBe(422);
    expect(await items()).toEqual([]);
  });
});

describe("what could not be kept is said in its own words", () => {
  const words = {
    repeated: {
      kk: "Бұл нысан бұрын жіберілген.",
      ru: "Эта форма уже была отправлена.",
      en: "This form was sent before.",
    },
    large: {
      kk: "Жазба тым үлкен болып кетті",
      ru: "Запись стала слишком большой",
      en: "The record has become too large",
    },
  };

  test.each(Locale.options)("a form that was sent before with other content, in %s", async (locale) => {
    const { post } = await open("staff@PB-1");
    await world.attach("r0", pdf());
    const fixed = await post(PROTOCOL, { request: "r0" }, locale);
    expect([fixed.status, (await fixed.text()).includes(words.repeated[locale])]).toEqual([422, true]);
    await post(PROTOCOL, { request: "r1" });
    const [, item] = await items();
    const cms = base64(signKazakh(256, world.files.kept.get(item?.sha256 ?? "") ?? new Uint8Array()));
    const signed = await post(SIGNATURE, { request: "r1", cms }, locale);
    expect([signed.status, (await signed.text()).includes(words.repeated[locale])]).toEqual([422, true]);
  });

  test.each(Locale.options)("a record that has no room, in %s", async (locale) => {
    const { post } = await open("staff@PB-1");
    await post(PROTOCOL, { request: "r1" });
    const cms = base64(signKazakh(256, await fixedBytes()));
    world.records.put = async () => "too-large";
    const signed = await post(SIGNATURE, { request: "s1", cms }, locale);
    expect([signed.status, (await signed.text()).includes(words.large[locale])]).toEqual([422, true]);
    world.records.items.clear();
    const fixed = await post(PROTOCOL, { request: "r2" }, locale);
    expect([fixed.status, (await fixed.text()).includes(words.large[locale])]).toEqual([422, true]);
  });
});

describe("an electronic signature", () => {
  const sign = async (cms: Uint8Array | string, request = "s1") => {
    const { post } = await open("staff@PB-1");
    const answer = await post(SIGNATURE, { request, cms: typeof cms === "string" ? cms : base64(cms) });
    return { status: answer.status, html: await answer.text() };
  };
  beforeEach(async () => {
    await (await open("staff@PB-1")).post(PROTOCOL, { request: "r1" });
  });

  test("over the fixed file is kept with its certificate, and said not to be legally verified", async () => {
    const cms = signKazakh(512, await fixedBytes());
    expect((await sign(cms)).status).toBe(303);
    const [item] = await items();
    expect(item?.signatures).toMatchObject([
      {
        id: "s1",
        algorithm: "GOST R 34.10-2015, 512",
        certificate: { holder: "TEST SIGNER gost2012_512" },
        by: { id: "user:1" },
      },
    ]);
    const html = await (await (await open("viewer@PB-1")).get(SIGNATURE)).text();
    expect(html).toContain("TEST SIGNER gost2012_512");
    expect(html).toContain("это не юридически проверенная подпись");
    expect((await sign(cms, "s2")).status).toBe(422);
    expect((await items())[0]?.signatures).toHaveLength(1);
  });

  test.each([
    ["over another file", (): string | Uint8Array => signKazakh(512, Buffer.from("another")), "Подписан другой файл"],
    ["that is none", (): string | Uint8Array => "AAAA", "Это не подпись CMS"],
    ["that is empty", (): string | Uint8Array => "", "Введите текст CMS или выберите файл."],
  ] as const)("%s is refused, and what was typed stays", async (_what, made, words) => {
    const { status, html } = await sign(made());
    expect([status, html.includes(words)]).toEqual([422, true]);
    expect((await items())[0]?.signatures).toBeUndefined();
  });

  test("in a file that is too large is refused at that field", async () => {
    const { post } = await open("staff@PB-1");
    const fields = new FormData();
    fields.append("cms", "");
    fields.append("request", "s1");
    fields.append("file", new File([new Uint8Array(300_000)], "scan.p7s"));
    const answer = await post(SIGNATURE, fields);
    const html = await answer.text();
    expect([answer.status, faultsOf(html)]).toEqual([422, []]);
    expect(html).toMatch(/id="field-file-error"[^>]*>Не больше 256 кБ\./);
  });

  test("lets the page's script talk to NCALayer, and no other page's", async () => {
    const { get } = await open("staff@PB-1");
    expect((await get(SIGNATURE)).headers.get("content-security-policy")).toContain(
      "connect-src 'self' wss://127.0.0.1:13579",
    );
    expect((await get(PROTOCOL)).headers.get("content-security-policy")).toContain("connect-src 'self';");
  });
});

test("the evidence pack holds the fixed file, its signature and both histories, and its verifier accepts it", async () => {
  const { get, post } = await open("staff@PB-1");
  await post(PROTOCOL, { request: "r1" });
  await post(SIGNATURE, { request: "s1", cms: base64(signKazakh(256, await fixedBytes())) });
  const answer = await get("/papers/PB-1/evidence-pack?campaign=2027");
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/zip"]);
  const pack = new Uint8Array(await answer.arrayBuffer());
  const names = Object.keys(unzipSync(pack));
  expect(names).toContain(`evidence/${(await items())[0]?.sha256}.pdf`);
  expect(names.filter((name) => /^signatures\/.+\.p7s$/.test(name))).toHaveLength(1);
  expect(names).toContain("audit/evidence_PB-1_2027.jsonl");
  const verifier: { checkZip: (zip: Uint8Array) => { faults: string[]; counts: { evidence: number } } } = await import(
    join(process.cwd(), "functions/documents/evidence-pack/verify.mjs")
  );
  expect(verifier.checkZip(pack)).toMatchObject({ faults: [], counts: { evidence: 1 } });
});

test("the evidence pack lists letters by time, and to whom each went, whichever obligation they tell of", async () => {
  const { get, ledger } = await open("staff@PB-1");
  const slots = ["2027-03-12", "2027-03-02", "2027-03-08"].map((text) => ({ day: day(text), time: "09:00" }));
  for (const [n, slot] of slots.entries()) {
    const [item] = aLetter("DP-1", ["PB-1"]).items;
    if (!item) throw new Error("The letter has no item.");
    const items = [{ ...item, obligation: n === 1 ? ("report" as const) : ("schedule" as const) }];
    await ledger.create({ ...aLetter("DP-1", ["PB-1"]), n, slot, items, level: "head", state: "sent" });
  }
  const answer = await get("/papers/PB-1/evidence-pack?campaign=2027");
  const html = strFromU8(unzipSync(new Uint8Array(await answer.arrayBuffer()))["index.html"] ?? new Uint8Array());
  const rows = [...html.matchAll(/<td>(\d\d\.03\.2027), 09:00<\/td><td>([^<]*)<\/td>/g)].map(([, on, to]) => [on, to]);
  expect(rows).toEqual(["02", "08", "12"].map((on) => [`${on}.03.2027`, "начальник территориального органа полиции"]));
});
