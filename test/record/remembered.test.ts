import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadRegister } from "../../core/assess.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { Body } from "../../core/register/body.ts";
import { createAuditLog } from "../../functions/dynamodb/audit.ts";
import { createRegisterStore } from "../../functions/dynamodb/register.ts";
import { rememberTexts } from "../../functions/dynamodb/remembered.ts";
import { type Engines, startEngines } from "../../local/engines.ts";
import { departmentText, ministryText } from "../core/support/facts.ts";
import { clientsOf, variable } from "../local/support/engine-clients.ts";

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
  let engines: Engines;
  let database: DynamoDBDocumentClient;
  let destroy: () => void;
  beforeAll(async () => {
    engines = await startEngines();
    const clients = clientsOf(engines);
    [database, destroy] = [DynamoDBDocumentClient.from(clients.dynamodb), clients.destroy];
  });
  afterAll(async () => {
    destroy();
    await engines.close();
  });

  test("a register that was replaced elsewhere is the new one on the next look, and the same one until then", async () => {
    const store = () => createRegisterStore(database, variable(engines, "REGISTER_TABLE"));
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
    const log = () => createAuditLog(database, variable(engines, "AUDIT_TABLE"));
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
});
