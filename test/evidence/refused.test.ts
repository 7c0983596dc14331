import { describe, expect, it, test } from "vitest";
import { formatDay } from "../../core/calendar/day.ts";
import { uploadName } from "../../core/evidence/attach.ts";
import { readEvidence } from "../../core/evidence/evidence.ts";
import { fileName } from "../../core/evidence/file-name.ts";
import { LARGEST_FILE, typeOf } from "../../core/evidence/file-type.ts";
import { markEvidence, type RemovalRequest } from "../../core/evidence/removal.ts";
import { sha256 } from "../../functions/hash.ts";
import { itemName } from "../support/memory/records.ts";
import { actor, archived, damaged, evidenceWorld, jpeg, key, pdf, png } from "./support/uploads.ts";

type World = ReturnType<typeof evidenceWorld>;

const other = { id: "user:2", name: "Б." };
const mark = ({ ports }: World, request: string, more: Partial<RemovalRequest> = {}) =>
  markEvidence(
    {
      ...{ ...key, id: "u1", command: "remove-evidence", reason: "Не тот документ", actor, zone: "Asia/Almaty" },
      ...{ request, isRepeatable: true, ...more },
    },
    ports,
  );
const itemsOf = async ({ records }: World) => readEvidence(await records.read(key))?.items ?? [];

describe("a file's bytes", () => {
  const text = (content: string): Uint8Array => new Uint8Array(Buffer.from(content, "latin1"));
  test.each([
    ["a PDF whose end is its very last bytes", text("%PDF-1.7\n%%EOF"), "application/pdf"],
    [
      "a PDF whose end is the first of its last 1024 bytes",
      text(`%PDF-1.7\n%%EOF${" ".repeat(1019)}`),
      "application/pdf",
    ],
    ["a PDF whose end stands a byte before them", text(`%PDF-1.7\n%%EOF${" ".repeat(1020)}`), null],
    ["the last four signs of a PDF's end", text("%PDF-1.7\n%%EO"), null],
    ["a PNG that begins with another chunk", png.with(15, 0), null],
    ["a PNG spoilt by a transfer as text", png.with(4, 0x0a), null],
    ["a JPEG that begins with another marker", jpeg.with(2, 0), null],
  ])("decide what it is: %s", (_what, bytes, type) => expect(typeOf(bytes)).toBe(type));

  test.each([
    ["application/pdf", "PB-1-2027-01234567.pdf"],
    ["image/jpeg", "PB-1-2027-01234567.jpg"],
    ["image/png", "PB-1-2027-01234567.png"],
  ] as const)("of %s are downloaded as %s", (type, name) => {
    expect(fileName(key, { sha256: "0123456789abcdef".repeat(4), type })).toBe(name);
  });
});

test("nobody finds another's upload by its name, nor their own for another dossier", () => {
  const name = (more: object) => uploadName({ ...key, upload: "u1", actor, ...more }, sha256);
  const names = [{}, { actor: other }, { body: "PB-2" }, { campaign: 2028 }].map(name);
  expect(new Set(names.map(({ owner }) => owner)).size).toBe(4);
  for (const { owner } of names) expect(owner).toMatch(/^[0-9a-f]{32}$/);
  expect(name({ actor: { ...actor, name: "Айгерим К." } })).toEqual(names[0]);
});

describe("attaching", () => {
  it("says who, what and when, by the body's own day", async () => {
    const world = evidenceWorld();
    const outcome = await world.attach("u1", pdf());
    expect(outcome).toMatchObject({
      entry: { by: actor, reason: null, request: "u1", record: "evidence:PB-1:2027", changes: [{ path: "u1" }] },
    });
    const [item] = await itemsOf(world);
    expect(item).toMatchObject({ fact: "meetings/m1/protocol", title: "Протокол", by: actor });
    expect(item && formatDay(item.on)).toBe("2027-03-15");
    expect(item?.at).toBe(world.clock.machineNow());
  });

  it("takes the file that was seen", async () => {
    const world = evidenceWorld();
    world.files.post(uploadName({ ...key, upload: "u1", actor }, sha256), pdf());
    const seen = await world.files.received(uploadName({ ...key, upload: "u1", actor }, sha256));
    if (seen?.kind !== "file") throw new Error("The file was posted.");
    expect(await world.again("u1", { sha256: seen.sha256 })).toMatchObject({ kind: "recorded" });
  });

  it("says how large a file is that is too large", async () => {
    const outcome = await evidenceWorld().attach("u1", new Uint8Array(LARGEST_FILE + 1));
    expect(outcome).toEqual({ kind: "file-too-large", size: LARGEST_FILE + 1 });
  });

  test.each([{ title: "Другое" }, { fact: "schedule" }])("is another request with %j", async (more) => {
    const world = evidenceWorld();
    await world.attach("u1", pdf());
    expect(await world.again("u1", more)).toEqual({ kind: "other-request" });
  });

  test.each([
    ["damaged facts", "damaged", ({ dossiers }: World) => dossiers.items.set(itemName(key), damaged)],
    ["a body without facts", "unknown-fact", ({ dossiers }: World) => dossiers.items.clear()],
    ["damaged evidence", "damaged", ({ records }: World) => records.items.set(itemName(key), damaged)],
    ["archived evidence", "archived", ({ records }: World) => records.items.set(itemName(key), archived)],
  ])("beside %s is refused: %s", async (_what, kind, prepare) => {
    const world = evidenceWorld();
    prepare(world);
    const before = await world.records.read(key);
    expect(await world.attach("u1", pdf())).toEqual({ kind });
    expect(await world.records.read(key)).toEqual(before);
    expect(world.files.incoming.size).toBe(1);
  });
});

describe("removing", () => {
  it("marks that file alone, and tells the audit who, when and why", async () => {
    const world = evidenceWorld();
    await world.attach("u0", png);
    await world.attach("u1", pdf());
    const outcome = await mark(world, "r1", { actor: other });
    expect(outcome).toMatchObject({
      entry: { command: "remove-evidence", by: other, reason: "Не тот документ", changes: [{ path: "u1/removed" }] },
    });
    const [kept, removed] = await itemsOf(world);
    expect(kept?.removed).toBeUndefined();
    expect(removed?.removed).toMatchObject({ by: other, at: world.clock.machineNow(), reason: "Не тот документ" });
    expect(removed?.removed && formatDay(removed.removed.on)).toBe("2027-03-15");
  });

  it("sent again is done once, and the name of the request is taken", async () => {
    const world = evidenceWorld();
    await world.attach("u1", pdf());
    const first = await mark(world, "r1");
    expect(await mark(world, "r1")).toEqual(first);
    for (const more of [
      { command: "put-back-evidence" as const },
      { id: "u2" },
      { reason: "Другая причина" },
      { actor: other },
    ]) {
      expect(await mark(world, "r1", more)).toEqual({ kind: "other-request" });
    }
  });

  it("has nothing to put back that was not removed", async () => {
    const world = evidenceWorld();
    await world.attach("u1", pdf());
    expect(await mark(world, "r1", { command: "put-back-evidence" })).toEqual({ kind: "nothing-to-change" });
    expect(await mark(world, "r1", { id: "u2" })).toEqual({ kind: "unknown-evidence" });
  });

  test.each([
    ["archived", archived],
    ["damaged", damaged],
  ])("from evidence that is %s is refused", async (kind, stored) => {
    const world = evidenceWorld();
    world.records.items.set(itemName(key), stored);
    expect(await mark(world, "r1")).toEqual({ kind });
    expect(await world.records.read(key)).toEqual(stored);
  });
});
