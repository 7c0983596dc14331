import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { kazakhstanCalendar } from "../../core/calendar/kazakhstan.ts";
import { createWorkdays } from "../../core/calendar/workdays.ts";
import { instant } from "../../core/calendar/zone.ts";
import { Dossier } from "../../core/dossier/dossier.ts";
import { splitPath } from "../../core/dossier/fact-path.ts";
import type { LetterEntry } from "../../core/escalation/ledger.ts";
import { endOfDay } from "../../core/escalation/slots.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { Body } from "../../core/register/body.ts";
import { assessBodies } from "../../core/use-cases/assess/assess.ts";
import type { PackContents } from "../../core/use-cases/records/papers.ts";
import { evidencePack as writePack } from "../../functions/documents/evidence-pack/pack.ts";
import { sha256 } from "../../functions/hash.ts";
import { wordCommand } from "../../functions/web/record/texts/commands.ts";
import { wordPath } from "../../functions/web/record/word-fact.ts";
import { chainOf } from "../record/support/chains.ts";

const VERIFIER = "functions/documents/evidence-pack/verify.mjs";

const body = Body.parse({
  ...{ id: "PB-1", parent: null, kind: "department", zone: "Asia/Almaty", activeFrom: "2000-01-01", contacts: [] },
  name: { ru: "ОП <Абай>", kk: "Абай ПБ" },
});
const dossier = Dossier.parse({ body: "PB-1", campaign: 2027, meetings: [], waivers: [] });
const workdays = createWorkdays();
const scan = Buffer.from("%PDF-1.7 scan");

function contents(): PackContents {
  const records = { dossiers: new Map([["PB-1", [dossier]]]), damaged: [], unreadable: new Map() };
  const terms = { policy: defaultPolicy, workdays, viewOf: endOfDay(day("2027-03-19")) };
  const findings = assessBodies([body], records, terms).bodies.flatMap((one) => one.findings);
  const entry: LetterEntry = {
    ...{
      scope: "PB-1",
      year: 2027,
      recipientKey: "mZ6oD6Dkq0zS1l1pVb3u2A",
      n: 0,
      owner: "o",
      attempts: 1,
      level: "head",
    },
    slot: { day: day("2027-02-02"), time: "09:00" },
    items: [
      {
        body: "PB-1",
        campaign: 2027,
        obligation: "schedule",
        subject: "dossier",
        due: day("2027-02-01"),
        stage: "due+1",
      },
    ],
    ...{ closed: [], file: "f", state: "delivered", lease: null, unknownSince: null, messageId: "m", reason: null },
  };
  const mail = {
    recipient: "head@example.kz",
    subject: "Мерзімі өтті",
    mime: Buffer.from("Subject: x\r\n\r\nСәлем\r\n"),
  };
  const hash = sha256(scan.toString("latin1"));
  return {
    ...{
      locale: "ru",
      bodies: [body],
      campaign: 2027,
      dossier,
      asOf: { day: day("2027-03-19"), time: "24:00" },
      findings,
    },
    words: {
      fact: (path) => wordPath(splitPath(path), dossier, "ru"),
      command: (name) => wordCommand(name, "ru"),
    },
    ...{ lateFacts: () => ["meetings/m1/records/registeredOn"], letters: [{ entry, mail }], lettersWithheld: 2 },
    histories: [{ record: "dossier:PB-1:2027", ...chainOf(3, "dossier:PB-1:2027") }],
    evidence: [
      {
        item: {
          ...{
            id: "u1",
            fact: "schedule",
            said: hash,
            title: "Скан приказа",
            type: "application/pdf",
            bytes: scan.length,
          },
          ...{ sha256: hash, by: { id: "user:1", name: "Айгерим" }, on: day("2027-03-19") },
          at: instant(1_800_000_000_000),
        },
        bytes: scan,
      },
    ],
    rules: { policy: defaultPolicy, policyVersion: 1, calendarVersion: 0, calendar: kazakhstanCalendar, workdays },
  };
}

const evidencePack = (all: PackContents): Uint8Array => writePack(all, readFileSync(VERIFIER));

let pack: Uint8Array;
let checkZip: (zip: Uint8Array) => { readonly faults: readonly string[] };
const folder = mkdtempSync(join(tmpdir(), "esep-pack-"));

beforeAll(async () => {
  pack = evidencePack(contents());
  writeFileSync(join(folder, "pack.zip"), pack);
  // Plain JavaScript without types, since it leaves the project inside each pack.
  const verifier: { checkZip: typeof checkZip } = await import(join(process.cwd(), VERIFIER));
  checkZip = verifier.checkZip;
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("an evidence pack", () => {
  test("is the same, byte for byte, for the same contents, in any time zone", () => {
    expect(Buffer.from(evidencePack(contents())).equals(Buffer.from(pack))).toBe(true);
  });

  test("holds facts, findings with their reasons, clauses, letters as sent, histories, files and rules", () => {
    const files = unzipSync(pack);
    const names = Object.keys(files);
    for (const name of ["facts", "findings", "clauses", "letters", "policy", "calendar", "manifest"]) {
      expect(names).toContain(`${name}.json`);
    }
    expect(names).toContain("letters/PB-1/2027/mZ6oD6Dkq0zS1l1pVb3u2A/0.eml");
    expect(names).toContain(`evidence/${sha256(scan.toString("latin1"))}.pdf`);
    const findings: { obligation: string; due: string; ru: { derivation: string } }[] = JSON.parse(
      Buffer.from(files["findings.json"] ?? []).toString(),
    );
    expect(findings.find(({ obligation }) => obligation === "report")).toMatchObject({ due: "2027-03-31" });
    for (const { ru } of findings) expect(ru.derivation).not.toBe("");
  });

  test("has an index that people can read, in which no name is markup", () => {
    const index = Buffer.from(unzipSync(pack)["index.html"] ?? []).toString();
    expect(index).toContain("Пакет доказательств: ОП &lt;Абай&gt;, кампания 2027 года");
    expect(index).toContain("Письма, в которых говорится и о других органах, в пакет не вошли; их число: 2.");
    expect(index).not.toMatch(/undefined|NaN|\[object/);
  });

  test("says in the reader's language how a letter fared, and knows rules from before the first version", () => {
    const index = Buffer.from(unzipSync(pack)["index.html"] ?? []).toString();
    expect(index).toContain("<td>доставлено</td>");
    expect(index).not.toContain("версии 0");
  });

  test("names facts, commands and moments as the pages do", () => {
    const index = Buffer.from(unzipSync(pack)["index.html"] ?? []).toString();
    for (const words of ["Отчетные материалы › Дата регистрации", "Утверждение графика внесено", "15.01.2027, 13:00"]) {
      expect(index).toContain(words);
    }
    expect(index).not.toMatch(/<td>[a-z-]+<\/td>|meetings\/|T\d\d:\d\d/);
  });

  test("is refused where a file's path could leave the folder or stand twice", () => {
    const [history] = contents().histories;
    if (!history) throw new Error("There is no history.");
    expect(() => evidencePack({ ...contents(), histories: [history, history] })).toThrow(/cannot be the path/);
  });
});

describe("the pack's own verifier, with nothing but Node.js", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(folder, "verify.mjs"), ...args], { encoding: "utf8" });

  beforeAll(() => {
    writeFileSync(join(folder, "verify.mjs"), unzipSync(pack)["verify.mjs"] ?? "");
  });

  test("accepts the ZIP and says what it proved and what it did not", () => {
    const { status, stdout } = run(join(folder, "pack.zip"));
    expect([status, stdout]).toEqual([0, expect.stringContaining("Proved:")]);
    expect(stdout).toContain("the 3 entries of the histories");
    expect(stdout).toContain("Not proved by this alone:");
  });

  test("accepts the unpacked folder, and names a file that was changed, removed or added there", () => {
    const unpacked = join(folder, "unpacked");
    for (const [name, bytes] of Object.entries(unzipSync(pack))) {
      mkdirSync(dirname(join(unpacked, name)), { recursive: true });
      writeFileSync(join(unpacked, name), bytes);
    }
    const check = () => spawnSync(process.execPath, [join(unpacked, "verify.mjs")], { encoding: "utf8" });
    expect(check().status).toBe(0);
    writeFileSync(join(unpacked, "more.txt"), "");
    writeFileSync(join(unpacked, "facts.json"), "{}");
    const { status, stdout } = check();
    expect(status).toBe(1);
    expect(stdout).toContain("more.txt: does not belong to the pack");
    expect(stdout).toContain("facts.json: was changed");
  });

  test("finds any one changed byte of the ZIP, whichever it is", () => {
    expect(checkZip(pack).faults).toEqual([]);
    const step = Math.ceil(pack.length / 3000);
    for (let index = 0; index < pack.length; index += step) {
      const changed = Buffer.from(pack);
      changed[index] = (changed[index] ?? 0) ^ (1 << (index % 8));
      expect([index, checkZip(changed).faults.length > 0]).toEqual([index, true]);
    }
  });

  test("finds bytes that were added or cut off", () => {
    expect(checkZip(Buffer.concat([pack, Buffer.from("x")])).faults).not.toEqual([]);
    expect(checkZip(Buffer.from(pack).subarray(0, -1)).faults).not.toEqual([]);
    expect(checkZip(Buffer.alloc(0)).faults).not.toEqual([]);
  });

  test("finds a history that was written anew to fit changed facts", () => {
    const [history] = contents().histories;
    if (!history) throw new Error("There is no history.");
    const forged = { ...history, stored: { ...history.stored, data: '{"value":4}' } };
    const { faults } = checkZip(evidencePack({ ...contents(), histories: [forged] }));
    expect(faults).toEqual(["records/dossier_PB-1_2027.json: is not what the history ends with"]);
  });
});
