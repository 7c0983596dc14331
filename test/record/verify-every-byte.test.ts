import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LoadedRegister, loadRegister } from "../../core/use-cases/assess/assess.ts";
import { chainHeads } from "../../core/use-cases/records/audited-records.ts";
import { type VerifiedRecord, verifyAudit } from "../../core/use-cases/records/verify-audit.ts";
import { type EmbeddedStore, embeddedStores } from "../local/support/stores.ts";
import { heldOf, kinds, writeEveryKind } from "./support/every-kind.ts";
import { portsOver } from "./support/ports-over.ts";
import { AUDITED, contentOf, flips, type Held, isKey } from "./support/stand-in.ts";

const stores = embeddedStores();
let store: EmbeddedStore;
let loaded: LoadedRegister;
const held = new Map<string, readonly Held[]>();

beforeAll(async () => {
  store = await stores.open();
  await writeEveryKind(store);
  const read = await loadRegister(store.wiring.register, ({ scopes }) => scopes);
  if (!read) throw new Error("There is no register.");
  loaded = read;
  for (const kind of Object.keys(kinds)) held.set(kind, await heldOf(kind, store));
});
afterAll(stores.close);

async function verdicts(items: readonly Held[]): Promise<VerifiedRecord[]> {
  const found: VerifiedRecord[] = [];
  for await (const one of verifyAudit(loaded, 2028, portsOver(items))) found.push(one);
  return found;
}

const isBroken = (found: readonly VerifiedRecord[]): boolean => found.some(({ report }) => report.kind === "broken");
/** An entry that is not filed still travels in its record: it is told, and the next write files it. */
const isTold = (found: readonly VerifiedRecord[]): boolean =>
  isBroken(found) || found.some(({ report }) => report.kind === "intact" && !report.filed);

describe.each(Object.keys(kinds))("of the kind %s", (kind) => {
  const own = (): readonly Held[] => held.get(kind) ?? [];

  test("what was written is intact, with two entries or two records of one", async () => {
    const found = await verdicts(own());
    expect(isTold(found)).toBe(false);
    const entries = found.map(({ report }) => (report.kind === "intact" ? report.entries : 0));
    expect(entries.reduce((sum, count) => sum + count, 0)).toBe(2);
  });

  test("any byte that is flipped is found", async () => {
    let flipped = 0;
    for (const one of own()) {
      const whole = one.item;
      for (const [name, value] of contentOf(one)) {
        for (const other of flips(value)) {
          one.item = { ...whole, [name]: other };
          if (!isBroken(await verdicts(own()))) expect.fail(`${name}: ${String(other).slice(0, 200)}`);
          flipped++;
        }
      }
      one.item = whole;
    }
    expect(flipped).toBeGreaterThan(1000);
  });

  test("any item that is removed is found, any attribute too", async () => {
    for (const one of own()) {
      const left = own().filter((other) => other !== one);
      expect([one.item, isTold(await verdicts(left))]).toEqual([one.item, true]);
      for (const [name] of contentOf(one)) {
        const { [name]: _gone, ...rest } = one.item;
        const found = await verdicts([...left, { table: one.table, item: rest }]);
        expect([name, isTold(found)]).toEqual([name, true]);
      }
    }
  });

  test("any two items of a table whose contents are swapped are found", async () => {
    for (const [index, one] of own().entries()) {
      for (const other of own().slice(index + 1)) {
        if (one.table !== other.table || JSON.stringify(contentOf(one)) === JSON.stringify(contentOf(other))) continue;
        const mixed = (to: Held, from: Held): Held => {
          const kept = Object.entries(to.item).filter(([name]) => isKey(to, name) || !AUDITED.includes(name));
          return { table: to.table, item: Object.fromEntries([...kept, ...contentOf(from)]) };
        };
        const left = own().filter((held) => held !== one && held !== other);
        expect(isBroken(await verdicts([...left, mixed(one, other), mixed(other, one)]))).toBe(true);
      }
    }
  });
});

test("the whole store is intact, and the heads of all its chains are those that the verification finds", async () => {
  const ports = { ...store.wiring };
  const found: VerifiedRecord[] = [];
  for await (const one of verifyAudit(loaded, 2028, ports)) found.push(one);
  expect(isTold(found)).toBe(false);
  const heads = found.map(({ record, report }) => [record, report.kind === "intact" && report.head]);
  const listed = await chainHeads(loaded, 2028, ports);
  expect(listed.map(({ record, hash }) => [record, hash])).toEqual(heads);
  expect(heads.map(([record]) => String(record).split(":")[0])).toEqual([
    "address",
    "brake",
    "calendar",
    "calendar",
    "dossier",
    "evidence",
    "grants",
    "letter",
    "policy",
    "policy",
    "register",
  ]);
});
