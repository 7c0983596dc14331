import { describe, expect, it, test } from "vitest";
import { formatDay } from "../../core/calendar/day.ts";
import { Dossier } from "../../core/dossier/dossier.ts";
import { readEvidence } from "../../core/evidence/evidence.ts";
import { fixProtocol } from "../../core/evidence/fix-protocol.ts";
import { markEvidence } from "../../core/evidence/removal.ts";
import { dossierOf, heldOn, protocolOf } from "../core/support/facts.ts";
import { itemName } from "../support/memory/records.ts";
import { actor, archiveDossier, archived, damaged, evidenceWorld, hashOf, key, pdf } from "./support/uploads.ts";

type World = ReturnType<typeof evidenceWorld>;

const written = pdf("m1, version 1");
const fix = ({ ports }: World, request: string, more: object = {}) =>
  fixProtocol(
    { ...key, meeting: "m1", title: "Протокол, редакция 1", actor, zone: "Asia/Almaty", request, ...more },
    { ...ports, write: async ({ id }, version) => pdf(`${id}, version ${version}`), sha256: hashOf },
  );
const itemsOf = async ({ records }: World) => readEvidence(await records.read(key))?.items;

describe("fixing a protocol", () => {
  it("keeps the file that will be signed, and says which version of the dossier it was made of", async () => {
    const world = evidenceWorld();
    expect(await fix(world, "f1")).toMatchObject({
      kind: "recorded",
      entry: { command: "fix-protocol", by: actor, reason: null, version: 1, request: "f1", changes: [{ path: "f1" }] },
    });
    const [item] = (await itemsOf(world)) ?? [];
    expect(item).toMatchObject({
      ...{ id: "f1", fact: "meetings/m1/protocol", title: "Протокол, редакция 1", type: "application/pdf" },
      ...{ bytes: written.length, sha256: hashOf(written), by: actor, fixed: { version: 1 } },
    });
    expect(item && formatDay(item.on)).toBe("2027-03-15");
    expect(item?.at).toBe(world.clock.machineNow());
    expect(world.files.kept.get(hashOf(written))).toEqual(written);
  });

  it("asked again is done once, and the name of the request is taken", async () => {
    const world = evidenceWorld();
    const first = await fix(world, "f1");
    expect(await fix(world, "f1")).toEqual(first);
    expect(await fix(world, "f1", { meeting: "m2" })).toEqual({ kind: "other-request" });
    expect(await fix(world, "f1", { actor: { id: "user:2", name: "Б." } })).toEqual({ kind: "other-request" });
    expect(await itemsOf(world)).toHaveLength(1);
  });

  it("is done of the meeting that was named, and keeps it as a PDF", async () => {
    const world = evidenceWorld();
    const protocol = protocolOf("2027-03-12");
    const meetings = ["m0", "m1"].map((id) => heldOn("2027-03-12", { id, protocol }));
    world.dossiers.import("DP-1", Dossier.parse(dossierOf(meetings)));
    const kept: unknown[] = [];
    const files = { ...world.files, keep: async (...given: unknown[]) => void kept.push(given) };
    await fix({ ...world, ports: { ...world.ports, files } }, "f1");
    expect(kept).toEqual([[hashOf(written), "application/pdf", written]]);
  });

  it("of one version is done once, unless the file was taken away", async () => {
    const world = evidenceWorld();
    await world.attach("u1", pdf());
    await fix(world, "f1");
    expect(await fix(world, "f2")).toEqual({ kind: "already-attached" });
    const away = { id: "f1", command: "remove-evidence", reason: "Опечатка", request: "r1" } as const;
    await markEvidence({ ...key, ...away, actor, zone: "Asia/Almaty", isRepeatable: true }, world.ports);
    expect(await fix(world, "f2")).toMatchObject({ kind: "recorded", entry: { changes: [{ path: "f2" }] } });
    expect((await itemsOf(world))?.map(({ id }) => id)).toEqual(["u1", "f1", "f2"]);
  });

  test.each<[string, string, (world: World) => unknown]>([
    ["where nothing is recorded", "no-protocol", ({ dossiers }) => dossiers.items.clear()],
    [
      "that is not drawn up",
      "no-protocol",
      ({ dossiers }) => dossiers.import("DP-1", Dossier.parse(dossierOf([heldOn("2027-03-12")]))),
    ],
    [
      "of another meeting",
      "no-protocol",
      ({ dossiers }) => {
        const other = heldOn("2027-03-12", { id: "m2", protocol: protocolOf("2027-03-12") });
        dossiers.import("DP-1", Dossier.parse(dossierOf([heldOn("2027-03-12"), other])));
      },
    ],
    ["of an archived campaign", "archived", archiveDossier],
    ["of facts that cannot be read", "damaged", ({ dossiers }) => dossiers.items.set(itemName(key), damaged)],
  ])("%s is refused: %s", async (_what, kind, prepare) => {
    const world = evidenceWorld();
    prepare(world);
    expect(await fix(world, "f1")).toEqual({ kind });
    expect(await itemsOf(world)).toEqual([]);
    expect(world.files.kept.size).toBe(0);
  });

  test.each([
    ["archived", archived],
    ["damaged", damaged],
  ])("beside evidence that is %s changes nothing of it", async (kind, stored) => {
    const world = evidenceWorld();
    world.records.items.set(itemName(key), stored);
    expect(await fix(world, "f1")).toEqual({ kind });
    expect(await world.records.read(key)).toEqual(stored);
  });
});
