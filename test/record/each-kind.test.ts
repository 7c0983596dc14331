import { describe, expect, test } from "vitest";
import { ARCHIVED_FORMAT, archivedData } from "../../core/audit/archived.ts";
import { Facts } from "../../core/dossier/facts.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { loadRegister } from "../../core/use-cases/assess/assess.ts";
import { chainHeads } from "../../core/use-cases/records/audited-records.ts";
import { type VerifyPorts, verifyAudit } from "../../core/use-cases/records/verify-audit.ts";
import { REGISTER_RECORD } from "../../core/use-cases/register-changes/register-edition.ts";
import { sha256 } from "../../functions/hash.ts";
import { departmentText, districtText, ministryText } from "../core/support/facts.ts";
import { memoryRegister } from "../support/memory/register.ts";
import { kinds, oneOfEach, written } from "./support/one-of-each.ts";

const names = Object.keys(kinds).sort();
const bodies = Facts.parse({ bodies: [ministryText, departmentText, districtText], dossiers: [] }).bodies;

async function loaded() {
  const register = memoryRegister();
  await register.replace(bodies, defaultPolicy);
  const read = await loadRegister(register, ({ scopes }) => scopes);
  if (!read) throw new Error("There is no register.");
  return read;
}

/** What is verified, by name: `intact`, or what is wrong. */
async function verdicts(ports: VerifyPorts): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const { record, report } of verifyAudit(await loaded(), 2028, ports)) {
    found[record] = report.kind === "broken" ? report.fault : report.kind;
  }
  return found;
}

const allIntact = Object.fromEntries(names.map((name) => [name, "intact"]));

describe("a verification of the audit", () => {
  test("tells of every kind of record, by name", async () => {
    const { ports } = await oneOfEach();
    const found = await verdicts(ports);
    expect(found).toEqual(allIntact);
    expect(Object.keys(found)).toEqual(names);
  });

  test.each(names)("finds %s when its format is none, which no entry speaks of", async (name) => {
    const { stored, ports } = await oneOfEach();
    stored.set(name, { ...written(name), format: 9 });
    expect(await verdicts(ports)).toEqual({ ...allIntact, [name]: "facts-changed" });
  });

  const free = ["archive:2024", "policy:1", REGISTER_RECORD];
  test.each(names.filter((name) => !free.includes(name)))("finds %s when it says nothing of its kind", async (name) => {
    const { write, audit, ports } = await oneOfEach();
    audit.filed.delete(name);
    await write(name, written(name, '{"something":"else"}'));
    expect(await verdicts(ports)).toEqual({ ...allIntact, [name]: "facts-changed" });
  });

  test.each(names)("finds that %s is gone", async (name) => {
    const { stored, ports } = await oneOfEach();
    stored.delete(name);
    expect(await verdicts(ports)).toEqual({ ...allIntact, [name]: "record-removed" });
  });

  test.each(names)("takes %s for no removed record when it is written in the meantime", async (name) => {
    const { stored, audit, write, ports } = await oneOfEach();
    stored.delete(name);
    audit.filed.delete(name);
    const records = async () => {
      await write(name);
      return audit.records();
    };
    expect(await verdicts({ ...ports, audit: { ...audit, records } })).toEqual(allIntact);
  });

  test("looks at records of campaigns that nobody can record any more, since a demo's clock is moved back", async () => {
    const { write, ports, stored } = await oneOfEach();
    const later = ["dossier:PB-1:2031", "evidence:PB-1:2031", "letter:DP-1:2031:k:0"];
    for (const name of later) await write(name);
    expect(await verdicts(ports)).toEqual({
      ...allIntact,
      ...Object.fromEntries(later.map((name) => [name, "intact"])),
    });
    for (const name of later) stored.delete(name);
    expect(await verdicts(ports)).toMatchObject(Object.fromEntries(later.map((name) => [name, "record-removed"])));
  });

  test("finds entries of records that nothing of ours is called by", async () => {
    const { audit, write, ports, stored } = await oneOfEach();
    const strange = ["dossier:PB-77:2027", "evidence", "minutes:PB-1:2027"];
    for (const name of strange) await write(name);
    for (const name of strange) stored.delete(name);
    expect(await audit.records()).toEqual(expect.arrayContaining(strange));
    expect(await verdicts(ports)).toMatchObject(Object.fromEntries(strange.map((name) => [name, "record-removed"])));
  });

  test("tells of an entry that was changed before it asks whether its record can be read", async () => {
    const { stored, audit, ports } = await oneOfEach();
    const [name = ""] = names;
    stored.set(name, { ...written(name), format: 9 });
    audit.filed.get(name)?.set(1, { version: 1, text: "{}", hash: sha256("{}") });
    expect(await verdicts(ports)).toEqual({ ...allIntact, [name]: "changed" });
  });

  test("says nothing of records without history, readable or not, unless what is in force is not whole", async () => {
    const { stored, audit, ports } = await oneOfEach();
    for (const [name, one] of stored) stored.set(name, { ...one, format: 9, newest: null });
    audit.filed.clear();
    expect(await verdicts(ports)).toEqual({});
    const edition = { ...ports.edition, isWhole: async () => false };
    expect(await verdicts({ ...ports, edition })).toEqual({ [REGISTER_RECORD]: "facts-changed" });
  });

  test("finds a register whose bodies are not those that it was put into force with", async () => {
    const { ports } = await oneOfEach();
    const edition = { ...ports.edition, isWhole: async () => false };
    expect(await verdicts({ ...ports, edition })).toEqual({ ...allIntact, [REGISTER_RECORD]: "facts-changed" });
  });

  test("needs no kind of record but those of bodies and letters", async () => {
    const { ports, stored, audit } = await oneOfEach();
    const { dossiers, acknowledgements, hash } = ports;
    const known = ["dossier:PB-1:2027", "letter:DP-1:2027:k:0"];
    for (const name of names) if (!known.includes(name)) audit.filed.delete(name);
    expect(stored.size).toBe(names.length);
    expect(Object.keys(await verdicts({ dossiers, acknowledgements, audit, hash }))).toEqual(known);
  });
});

describe("what stays of an archived record", () => {
  const name = "dossier:PB-1:2027";
  const sha = sha256("file of 2027");

  async function archived(file: string) {
    const world = await oneOfEach();
    world.audit.filed.delete(name);
    const data = archivedData({ campaign: 2027, file: "2027.jsonl", sha256: file });
    await world.write(name, { ...written(name, data, "archive"), format: ARCHIVED_FORMAT });
    return world.ports;
  }

  test("is as it was written when it names the file that its campaign's archive names", async () => {
    expect(await verdicts(await archived(sha))).toEqual(allIntact);
  });

  test("is found when it names another", async () => {
    expect(await verdicts(await archived(sha256("other")))).toEqual({ ...allIntact, [name]: "facts-changed" });
  });

  test("is believed where nobody can say which file that is", async () => {
    const { archives: _, ...ports } = await archived(sha256("other"));
    expect(await verdicts(ports)).toMatchObject({ [name]: "intact" });
  });
});

describe("the heads of chains for an outside witness", () => {
  const headsOf = async (ports: VerifyPorts, former: readonly string[] = []) => {
    const register = await loaded();
    return chainHeads({ ...register, directory: { ...register.directory, former } }, 2028, ports);
  };

  test("are those of every kind of record, by name", async () => {
    const { ports } = await oneOfEach();
    const heads = names.map((record) => ({ record, version: 1, hash: written(record).newest?.hash }));
    expect(await headsOf(ports)).toEqual(heads);
  });

  test("come from every campaign that can be recorded, and from letters of the December before the first", async () => {
    const { write, ports } = await oneOfEach();
    const more = ["dossier:PB-1:2024", "dossier:PB-1:2028", "evidence:PB-1:2024", "evidence:PB-1:2028"];
    more.push("letter:DP-1:2023:k:0", "letter:DP-1:2028:k:0");
    for (const name of more) await write(name);
    expect((await headsOf(ports)).map(({ record }) => record)).toEqual([...names, ...more].sort());
  });

  test("come also from scopes that the register no longer has", async () => {
    const { ports, write } = await oneOfEach("DP-8");
    await write("letter:DP-8:2027:k:0");
    const ofBodies = ["dossier:PB-1:2027", "evidence:PB-1:2027", "letter:DP-8:2027:k:0"];
    expect((await headsOf(ports)).map(({ record }) => record)).not.toEqual(expect.arrayContaining(ofBodies));
    expect((await headsOf(ports, ["DP-8"])).map(({ record }) => record)).toEqual(expect.arrayContaining(ofBodies));
  });

  test("are none of records without history, and none where nothing is stored", async () => {
    const { stored, ports } = await oneOfEach();
    for (const [name, one] of stored) stored.set(name, { ...one, newest: null });
    expect(await headsOf(ports)).toEqual([]);
    stored.clear();
    expect(await headsOf(ports)).toEqual([]);
  });
});
