import { describe, expect, it, test } from "vitest";
import { readEvidence } from "../../core/evidence/evidence.ts";
import { markEvidence } from "../../core/evidence/removal.ts";
import { signEvidence } from "../../core/evidence/sign.ts";
import { type CheckSignature, SignatureAlgorithmName } from "../../core/evidence/signature.ts";
import { almaty } from "../support/memory/clocks.ts";
import { itemName } from "../support/memory/records.ts";
import { actor, archived, damaged, evidenceWorld, hashOf, key, pdf } from "./support/uploads.ts";

type World = ReturnType<typeof evidenceWorld>;

const certificate = (name: string) => ({
  ...{ holder: name, issuer: "НУЦ РК", serial: "0a", sha256: hashOf(pdf(name)) },
  ...{ notBefore: almaty("2026-01-01"), notAfter: almaty("2028-01-01") },
});
/** Takes every text for the signature of the holder whom it names. */
const fitting =
  (algorithm: SignatureAlgorithmName): CheckSignature =>
  (cms) => ({ kind: "fits", algorithm, certificate: certificate(cms) });
const fits = fitting("GOST R 34.10-2015, 512");
const sign = ({ ports }: World, request: string, more: object = {}, check: CheckSignature = fits) =>
  signEvidence({ ...key, item: "u1", cms: "Head", actor, zone: "Asia/Almaty", request, ...more }, { ...ports, check });
const remove = ({ ports }: World) =>
  markEvidence(
    {
      ...{ ...key, id: "u1", command: "remove-evidence", reason: "Не тот", actor, zone: "Asia/Almaty" },
      ...{ request: "r1", isRepeatable: true },
    },
    ports,
  );
const attached = async (): Promise<World> => {
  const world = evidenceWorld();
  await world.attach("u0", pdf("other"));
  await world.attach("u1", pdf());
  return world;
};
const holdersOf = async ({ records }: World) =>
  readEvidence(await records.read(key))?.items.map(({ signatures }) =>
    signatures?.map((signature) => signature.certificate.holder),
  );

describe("an electronic signature", () => {
  it("is checked over the kept file at the machine's moment, and kept beside it with its certificate", async () => {
    const world = await attached();
    const asked: unknown[] = [];
    const outcome = await sign(world, "s1", { cms: " He\r\nad\n" }, (...given) => {
      asked.push(given);
      return fits(...given);
    });
    expect(asked).toEqual([["Head", pdf(), world.clock.machineNow()]]);
    expect(outcome).toMatchObject({
      kind: "recorded",
      entry: { command: "sign-evidence", by: actor, reason: null, changes: [{ path: "u1/signatures" }] },
    });
    expect(readEvidence(await world.records.read(key))?.items[1]?.signatures).toEqual([
      {
        ...{ id: "s1", cms: "Head", algorithm: "GOST R 34.10-2015, 512", certificate: certificate("Head") },
        ...{ by: actor, at: world.clock.machineNow() },
      },
    ]);
  });

  test.each(SignatureAlgorithmName.options)("made by %s is read as it was written", async (algorithm) => {
    const world = await attached();
    await sign(world, "s1", {}, fitting(algorithm));
    expect(readEvidence(await world.records.read(key))?.items[1]?.signatures?.[0]?.algorithm).toBe(algorithm);
  });

  it("of each certificate is kept once", async () => {
    const world = await attached();
    await sign(world, "s1");
    expect(await sign(world, "s2")).toEqual({ kind: "already-signed" });
    expect(await sign(world, "s3", { cms: "Secretary" })).toMatchObject({ kind: "recorded" });
    expect(await sign(world, "s4")).toEqual({ kind: "already-signed" });
    expect(await holdersOf(world)).toEqual([undefined, ["Head", "Secretary"]]);
  });

  it("sent again is kept once, and the name of the request is taken", async () => {
    const world = await attached();
    const first = await sign(world, "s1");
    expect(await sign(world, "s1", { cms: "He ad" })).toEqual(first);
    for (const other of [{ cms: "Secretary" }, { item: "u0" }, { actor: { id: "user:2", name: "Б." } }]) {
      expect(await sign(world, "s1", other)).toEqual({ kind: "other-request" });
    }
    expect(await holdersOf(world)).toEqual([undefined, ["Head"]]);
  });

  it("that does not fit is refused with the fault, and nothing is kept", async () => {
    const world = await attached();
    const refused = { kind: "refused", fault: "other-document" } as const;
    expect(await sign(world, "s1", {}, () => refused)).toEqual(refused);
    expect(await holdersOf(world)).toEqual([undefined, undefined]);
  });

  test.each<[string, object, (world: World) => unknown]>([
    ["a file that nobody attached", { item: "u9" }, () => undefined],
    ["a file that was taken away", {}, remove],
    ["a file whose bytes are lost", {}, ({ files }) => files.kept.clear()],
  ])("over %s is refused", async (_what, more, prepare) => {
    const world = await attached();
    await prepare(world);
    expect(await sign(world, "s1", more)).toEqual({ kind: "unknown-evidence" });
  });

  test.each([
    ["archived", archived],
    ["damaged", damaged],
  ])(
    "over evidence that is %s is refused, also when it became so while the signature was checked",
    async (kind, stored) => {
      const world = await attached();
      const spoil = () => world.records.items.set(itemName(key), stored);
      expect(
        await sign(world, "s1", {}, (...given) => {
          spoil();
          return fits(...given);
        }),
      ).toEqual({ kind });
      expect(await sign(world, "s2", {}, () => ({ kind: "refused", fault: "expired" }))).toEqual({ kind });
      expect(await world.records.read(key)).toEqual(stored);
    },
  );

  it("over a file that is taken away while the signature is checked is refused", async () => {
    const world = await attached();
    const before = await world.records.read(key);
    await remove(world);
    const after = await world.records.read(key);
    if (!before || !after) throw new Error("There is evidence.");
    world.records.items.set(itemName(key), before);
    const outcome = await sign(world, "s1", {}, (...given) => {
      world.records.items.set(itemName(key), after);
      return fits(...given);
    });
    expect(outcome).toEqual({ kind: "unknown-evidence" });
  });
});
