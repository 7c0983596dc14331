import { DeleteCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { Body } from "../../core/register/body.ts";
import { loadRegister } from "../../core/use-cases/assess/assess.ts";
import { createAuditLog } from "../../functions/dynamodb/audit.ts";
import { createRegisterStore } from "../../functions/dynamodb/register.ts";
import { rememberEdition, rememberTexts } from "../../functions/dynamodb/remembered.ts";
import { departmentText, ministryText } from "../core/support/facts.ts";
import { variable } from "../local/support/engine-clients.ts";
import { useTables } from "../local/support/tables.ts";

describe("what is remembered by its text", () => {
  test("is made once for a text, and anew for every other", () => {
    const made: string[] = [];
    const remember = rememberTexts<string>(100);
    const ask = (key: string, text: string) =>
      remember(key, text, () => {
        made.push(text);
        return text.toUpperCase();
      });
    expect([ask("a", "one"), ask("a", "one"), ask("b", "one"), ask("a", "two"), ask("a", "one")]).toEqual([
      ...["ONE", "ONE", "ONE", "TWO", "ONE"],
    ]);
    expect(made).toEqual(["one", "one", "two", "one"]);
  });

  test("is nothing where it could not be made", () => {
    const remember = rememberTexts<string>(100);
    const fail = () => {
      throw new Error("damaged");
    };
    expect(() => remember("a", "one", fail)).toThrow("damaged");
    expect(remember("a", "one", () => "whole")).toBe("whole");
  });

  test("is always what the text says, and never more than there is room for", () => {
    const asked = fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.string({ maxLength: 30 })));
    fc.assert(
      fc.property(asked, fc.nat(80), (questions, most) => {
        const remember = rememberTexts<{ readonly text: string }>(most);
        const held = new Map<string, { readonly text: string }>();
        for (const [key, text] of questions) {
          const value = remember(key, text, () => ({ text }));
          expect(value.text).toBe(text);
          held.set(key, value);
        }
        const remembered = [...held].filter(
          ([key, value]) => remember(key, value.text, () => ({ text: "" })) === value,
        );
        expect(remembered.reduce((sum, [, { text }]) => sum + text.length, 0)).toBeLessThanOrEqual(most);
      }),
    );
  });
});

describe("over real tables", () => {
  const tables = useTables();

  test("a register that was replaced elsewhere is the new one on the next look, and the same one until then", async () => {
    const store = () => createRegisterStore(tables.database, variable(tables.engines, "REGISTER_TABLE"));
    const [own, other] = [store(), store()];
    const bodies = (name: string) =>
      [ministryText, { ...departmentText, id: "DP-1", name: { ru: name, kk: name } }].map((text) => Body.parse(text));
    const look = async () => (await loadRegister(own, ({ scopes }) => scopes))?.register;
    await other.replace(bodies("Первый"), defaultPolicy);
    const first = await look();
    expect(await look()).toBe(first);
    await other.replace(bodies("Второй"), defaultPolicy);
    expect((await look())?.byId.get("DP-1")?.name.ru).toBe("Второй");
    expect(first?.byId.get("DP-1")?.name.ru).toBe("Первый");
  });

  test("a history that is remembered holds what others have filed since", async () => {
    const log = () => createAuditLog(tables.database, variable(tables.engines, "AUDIT_TABLE"));
    const [own, other] = [log(), log()];
    const entry = (version: number) => ({ version, text: `{"n":${version}}`, hash: `h${version}` });
    expect(await own.history?.("dossier:PB-1:2027")).toEqual([]);
    for (const version of [1, 2, 3]) {
      await other.file("dossier:PB-1:2027", entry(version));
      expect(await own.history?.("dossier:PB-1:2027")).toEqual(await other.entries("dossier:PB-1:2027"));
    }
    const [first] = (await own.history?.("dossier:PB-1:2027")) ?? [];
    expect((await own.history?.("dossier:PB-1:2027"))?.[0]).toBe(first);
    expect(await own.history?.("dossier:PB-2:2027")).toEqual([]);
  });

  test("a history that was forgotten and begun anew is the new one, however long it was", async () => {
    const record = "letter:DP-1/2027/a/1";
    const TableName = variable(tables.engines, "AUDIT_TABLE");
    const log = createAuditLog(tables.database, TableName);
    const file = (version: number, life: string) =>
      log.file(record, { version, text: life, hash: `${life}${version}` });
    for (const version of [1, 2, 3]) await file(version, "first");
    expect(await log.history?.(record)).toHaveLength(3);
    const { Items = [] } = await tables.database.send(new ScanCommand({ TableName }));
    for (const item of Items.filter((one) => one["record"] === record)) {
      await tables.database.send(new DeleteCommand({ TableName, Key: { record, version: item["version"] } }));
    }
    expect(await log.history?.(record)).toEqual([]);
    for (const version of [1, 2, 3, 4]) await file(version, "second");
    expect(await log.history?.(record)).toEqual(await log.entries(record));
  });

  test("no more bodies of an edition are remembered than there is room for", async () => {
    const read: string[] = [];
    const bodiesOf = rememberEdition(3);
    const ask = (edition: string, scope: string, count: number) =>
      bodiesOf(edition, scope, async () => {
        read.push(`${edition} ${scope}`);
        return Array.from({ length: count }, () => Body.parse(ministryText));
      });
    for (const scope of ["DP-1", "DP-2", "DP-1", "DP-2"]) await ask("a", scope, 2);
    expect(read).toEqual(["a DP-1", "a DP-2", "a DP-2"]);
    await ask("b", "DP-2", 2);
    await ask("b", "DP-2", 2);
    expect(read).toEqual(["a DP-1", "a DP-2", "a DP-2", "b DP-2"]);
  });

  test("a scope of which an edition holds nothing is read again: the edition was going as it was read", async () => {
    const bodiesOf = rememberEdition(3);
    const full = [Body.parse(ministryText)];
    expect(await bodiesOf("a", "MIA", async () => [])).toEqual([]);
    expect(await bodiesOf("a", "MIA", async () => full)).toBe(full);
  });
});
