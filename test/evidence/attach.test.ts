import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readHistory } from "../../core/audit/append.ts";
import { verifyChain } from "../../core/audit/verify-chain.ts";
import { Dossier } from "../../core/dossier/dossier.ts";
import { readDossierData } from "../../core/dossier/dossier-record.ts";
import { evidenceName, readEvidence, standingEvidence } from "../../core/evidence/evidence.ts";
import { fileName } from "../../core/evidence/file-name.ts";
import { LARGEST_FILE, typeOf } from "../../core/evidence/file-type.ts";
import { markEvidence } from "../../core/evidence/removal.ts";
import { sha256 } from "../../functions/hash.ts";
import { dossierOf, meetingOn, noticeOf } from "../core/support/facts.ts";
import { memoryEvidenceFiles } from "../support/memory/evidence-files.ts";
import { actor, archiveDossier, evidenceWorld, hashOf, jpeg, key, pdf, png } from "./support/uploads.ts";

type World = ReturnType<typeof evidenceWorld>;

const itemsOf = async ({ records }: World) => readEvidence(await records.read(key))?.items ?? [];
const chainOf = async ({ records, audit }: World) => {
  const { filed, stored } = await readHistory(key, evidenceName(key), { records, audit });
  return verifyChain(evidenceName(key), filed, stored, sha256);
};

const text = (content: string): Uint8Array => new Uint8Array(Buffer.from(content, "latin1"));

describe("what a file is", () => {
  test.each([
    ["a PDF", pdf(), "application/pdf"],
    ["a JPEG", jpeg, "image/jpeg"],
    ["a PNG", png, "image/png"],
    ["a page named .pdf", text("<!doctype html><script>alert(1)</script>"), null],
    ["a drawing that can run (SVG)", text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), null],
    ["a page before a PDF", text(`<script>alert(1)</script>${Buffer.from(pdf()).toString("latin1")}`), null],
    ["an archive before a PDF", text(`PK\x03\x04${Buffer.from(pdf()).toString("latin1")}`), null],
    ["a PDF that is cut off", pdf().subarray(0, 12), null],
    ["a PDF whose end stands before a page", text(`%PDF-1.7\n%%EOF\n${"<script>".repeat(200)}`), null],
    ["nothing", new Uint8Array(), null],
    ["two bytes of a JPEG", jpeg.subarray(0, 2), null],
    ["the signature of a PNG alone", png.subarray(0, 8), null],
    ["a GIF", text("GIF89a"), null],
    ["a program", text("MZ\x90"), null],
    ["a WebP", text("RIFF\x10\0\0\0WEBPVP8 "), null],
    ["a HEIC photo", text("\0\0\0\x18ftypheic"), null],
  ])("is decided by its bytes: %s", (_name, bytes, type) => expect(typeOf(bytes)).toBe(type));

  test("gives its name when it is downloaded, whatever its sender called it", () => {
    const name = fileName(key, { sha256: hashOf(png), type: "image/png" });
    expect(name).toMatch(/^PB-1-2027-[0-9a-f]{8}\.png$/);
  });
});

describe("attaching", () => {
  test("keeps the file under its hash, records who proved which fact, and forgets the upload", async () => {
    const world = evidenceWorld();
    const outcome = await world.attach("u1", pdf());
    expect(outcome).toMatchObject({ kind: "recorded", entry: { command: "attach-evidence", by: actor, version: 1 } });
    const [item] = await itemsOf(world);
    expect(item).toMatchObject({ id: "u1", type: "application/pdf", bytes: pdf().length, sha256: hashOf(pdf()) });
    expect([...world.files.kept.keys()]).toEqual([hashOf(pdf())]);
    expect(world.files.incoming.size).toBe(0);
    expect(await chainOf(world)).toMatchObject({ kind: "intact", entries: 1 });
  });

  test.each([
    ["an empty file", new Uint8Array(), {}, "unknown-type"],
    ["a page", text("<html>"), {}, "unknown-type"],
    ["a byte more than 5 MiB", new Uint8Array(LARGEST_FILE + 1), {}, "file-too-large"],
    ["a fact that nobody recorded", pdf(), { fact: "meetings/m1/records" }, "unknown-fact"],
    ["a field of a fact", pdf(), { fact: "schedule/approvedOn" }, "unknown-fact"],
    ["another file than was seen", pdf(), { sha256: "0".repeat(64) }, "other-file"],
    ["somebody else's upload", pdf(), { actor: { id: "user:2", name: "Б." } }, "no-upload"],
    ["an upload for another dossier", pdf(), { campaign: 2028 }, "no-upload"],
  ])("refuses %s and keeps nothing", async (_name, bytes, more, kind) => {
    const world = evidenceWorld();
    expect(await world.attach("u1", bytes, more)).toMatchObject({ kind });
    expect([await itemsOf(world), world.files.kept.size]).toEqual([[], 0]);
  });

  test("takes exactly 5 MiB", async () => {
    const world = evidenceWorld();
    const largest = new Uint8Array(LARGEST_FILE);
    largest.set(jpeg);
    expect(await world.attach("u1", largest)).toMatchObject({ kind: "recorded" });
  });

  test("sent again gives the same result, and nothing is attached twice", async () => {
    const world = evidenceWorld();
    const first = await world.attach("u1", pdf());
    expect(await world.again("u1")).toEqual(first);
    expect(await world.again("u1", { title: "Другое" })).toEqual({ kind: "other-request" });
    expect(await world.attach("u2", pdf())).toEqual({ kind: "already-attached" });
    expect(await world.attach("u3", pdf(), { fact: "schedule" })).toMatchObject({ kind: "recorded" });
    expect(await itemsOf(world)).toHaveLength(2);
    expect(world.files.kept.size).toBe(1);
  });

  test("by two people at once loses neither, at any interleaving", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = evidenceWorld(() => scheduler.schedule(Promise.resolve()));
        const both = Promise.all([world.attach("u1", pdf("a")), world.attach("u2", pdf("b"))]);
        await scheduler.waitFor(both);
        expect((await both).map(({ kind }) => kind)).toEqual(["recorded", "recorded"]);
        const kept = readEvidence(await scheduler.waitFor(world.records.read(key)));
        expect(kept?.items.map(({ id }) => id).sort()).toEqual(["u1", "u2"]);
      }),
      { numRuns: 60 },
    );
  });

  test("to an archived campaign is refused", async () => {
    const world = evidenceWorld();
    archiveDossier(world);
    expect(await world.attach("u1", pdf())).toEqual({ kind: "archived" });
    expect(world.files.kept.size).toBe(0);
  });

  test("cut off anywhere and sent again ends as if it had not been cut off", async () => {
    for (let crash = 1; ; crash++) {
      let steps = 0;
      let isCrashing = true;
      const step = () => {
        if (isCrashing && ++steps === crash) throw new Error("crash");
      };
      const world = evidenceWorld(step, memoryEvidenceFiles(step));
      const isCut = await world.attach("u1", pdf()).then(
        () => false,
        () => true,
      );
      isCrashing = false;
      for (const { sha256: kept } of await itemsOf(world)) expect(world.files.kept.has(kept)).toBe(true);
      expect(await chainOf(world)).toMatchObject({ kind: "intact" });
      expect(await world.again("u1")).toMatchObject({ kind: "recorded", entry: { version: 1 } });
      expect(await itemsOf(world)).toHaveLength(1);
      expect(await chainOf(world)).toMatchObject({ kind: "intact", entries: 1 });
      if (!isCut) return expect(crash).toBeGreaterThan(6);
    }
  });
});

describe("removing", () => {
  const asked = (command: "remove-evidence" | "put-back-evidence", request: string) => ({
    ...{
      ...key,
      id: "u1",
      command,
      reason: "Не тот документ",
      actor,
      zone: "Asia/Almaty",
      request,
      isRepeatable: true,
    },
  });

  test("marks the file with the reason, keeps it, and can be undone", async () => {
    const world = evidenceWorld();
    await world.attach("u1", pdf());
    expect(await markEvidence(asked("remove-evidence", "r1"), world.ports)).toMatchObject({ kind: "recorded" });
    expect(await itemsOf(world)).toMatchObject([{ id: "u1", removed: { by: actor, reason: "Не тот документ" } }]);
    expect(world.files.kept.size).toBe(1);
    expect(await markEvidence(asked("remove-evidence", "r2"), world.ports)).toEqual({ kind: "nothing-to-change" });
    await markEvidence(asked("put-back-evidence", "r3"), world.ports);
    const [item] = await itemsOf(world);
    expect(item?.removed).toBeUndefined();
    expect(await chainOf(world)).toMatchObject({ kind: "intact", entries: 3 });
  });

  test("lets the same file be attached anew", async () => {
    const world = evidenceWorld();
    await world.attach("u1", pdf());
    await markEvidence(asked("remove-evidence", "r1"), world.ports);
    expect(await world.attach("u2", pdf())).toMatchObject({ kind: "recorded" });
  });

  test("knows only what is there", async () => {
    const world = evidenceWorld();
    expect(await markEvidence(asked("remove-evidence", "r1"), world.ports)).toEqual({ kind: "unknown-evidence" });
  });
});

describe("what became of the fact", () => {
  test("is told beside the file: the same, changed, or gone", async () => {
    const world = evidenceWorld();
    await world.attach("u1", pdf());
    const record = readEvidence(await world.records.read(key)) ?? { items: [] };
    const stored = await world.dossiers.read(key);
    const read = stored && readDossierData(stored, key);
    if (!read || "reason" in read) throw new Error("There is no dossier.");
    const standing = (dossier: Dossier) => standingEvidence(record, dossier, sha256).map((one) => one.standing);
    const [meeting] = read.dossier.meetings;
    if (!meeting?.protocol) throw new Error("There is no protocol.");
    const { protocol, ...without } = meeting;
    const other = { ...meeting, protocol: { ...protocol, participants: 121 } };
    expect(standing(read.dossier)).toEqual(["same"]);
    expect(standing({ ...read.dossier, meetings: [other] })).toEqual(["changed"]);
    expect(standing({ ...read.dossier, meetings: [without] })).toEqual(["gone"]);
  });

  test("follows a notice whose number changes when an earlier one is removed", async () => {
    const [first, second] = [noticeOf("2027-03-01", {}), noticeOf("2027-03-02", {})];
    const dossier = (notices: (typeof first)[]) => Dossier.parse(dossierOf([meetingOn("2027-03-12", { notices })]));
    const world = evidenceWorld();
    world.dossiers.import("DP-1", dossier([first, second]));
    await world.attach("u1", pdf(), { fact: "meetings/m1/notices/1" });
    const record = readEvidence(await world.records.read(key)) ?? { items: [] };
    const shown = standingEvidence(record, dossier([second]), sha256);
    expect(shown).toMatchObject([{ fact: "meetings/m1/notices/0", standing: "same" }]);
    expect(standingEvidence(record, dossier([first]), sha256)).toMatchObject([{ standing: "gone" }]);
  });
});
