import { describe, expect, it } from "vitest";
import { Facts } from "../../core/dossier/facts.ts";
import { regionTiles, tileOf } from "../../core/register/regions.ts";
import { demoMinistry, loadRegister, MINISTRY } from "../../local/register/load.ts";

const register = loadRegister();
const territorial = register.filter(({ id }) => id !== MINISTRY);
const byId = new Map(register.map((body) => [body.id, body]));
const rolesOf = (id: string): string[] => [...new Set(byId.get(id)?.contacts.map(({ role }) => role))];

describe("the register of police bodies", () => {
  it("keeps every file rule", () => {
    expect(Facts.safeParse({ bodies: register, dossiers: [] }).error).toBeUndefined();
  });

  it("holds the ministry and 252 bodies: 20 departments, 39 cities, 170 districts, 23 city districts", () => {
    const count = (kind: string) => territorial.filter((body) => body.kind === kind).length;
    expect(["department", "city", "district", "city-district"].map(count)).toEqual([20, 39, 170, 23]);
    expect(register[0]).toBe(demoMinistry);
    expect(register).toHaveLength(253);
  });

  it("puts superiors before their subordinates, departments right under the ministry", () => {
    for (const [index, { parent }] of territorial.entries()) {
      expect(register.slice(0, index + 1).map(({ id }) => id)).toContain(parent);
    }
    const directly = territorial.filter(({ parent }) => parent === MINISTRY);
    expect(directly.every(({ kind }) => kind === "department")).toBe(true);
  });

  it("subordinates the districts inside Aktobe and Karaganda to the bodies of these cities", () => {
    expect(byId.get("PB-151011100")).toMatchObject({ parent: "PB-151000000", kind: "city-district" });
    expect(byId.get("PB-351013100")).toMatchObject({ parent: "PB-351000000", kind: "city-district" });
  });

  it("names bodies in both languages", () => {
    expect(byId.get("PB-101000000")?.name).toEqual({
      ru: "Управление полиции города Семей",
      kk: "Семей қаласының Полиция басқармасы",
    });
  });

  it.each([
    ["DP-10", "Asia/Almaty"],
    ["PB-151011100", "Asia/Aqtobe"],
    ["PB-231000000", "Asia/Atyrau"],
    ["DP-27", "Asia/Oral"],
    ["DP-39", "Asia/Qostanay"],
    ["PB-431900000", "Asia/Qyzylorda"],
    ["DP-47", "Asia/Aqtau"],
    ["PB-79-x-turan", "Asia/Almaty"],
    ["MIA", "Asia/Almaty"],
  ])("gives %s the zone %s", (id, zone) => {
    expect(byId.get(id)?.zone).toBe(zone);
  });

  it("reads the same every time", () => {
    expect(JSON.stringify(loadRegister())).toBe(JSON.stringify(register));
  });
});

describe("demo contacts", () => {
  it("can reach nobody: plainly made-up names and addresses under .example", () => {
    const contacts = register.flatMap((body) => body.contacts);
    expect(contacts.every(({ name, email }) => name.startsWith("Демо: ") && email.endsWith("@police.example"))).toBe(
      true,
    );
  });

  it("give departments an officer, a head and staff, the ministry staff and apex", () => {
    for (const { id } of territorial.filter(({ kind }) => kind === "department")) {
      expect(rolesOf(id)).toEqual(["officer", "head", "staff"]);
    }
    expect(rolesOf(MINISTRY)).toEqual(["staff", "apex"]);
  });

  it("leave a few bodies without a head, an officer or both, so that letters fall to the next in line", () => {
    const lacking = (roles: string) => territorial.filter(({ id }) => rolesOf(id).join() === roles).length;
    expect(["officer", "head", ""].map(lacking)).toEqual([5, 5, 3]);
  });

  it("vary the language, and send some people letters in both by two contacts with one address", () => {
    const locales = territorial.flatMap(({ contacts }) => contacts.map(({ locale }) => locale));
    expect(new Set(locales)).toEqual(new Set(["kk", "ru"]));
    const bilingual = territorial.filter(
      ({ contacts }) => new Set(contacts.map(({ email }) => email)).size < contacts.length,
    );
    expect(bilingual.length).toBeGreaterThan(20);
  });
});

describe("the tiles of the regions", () => {
  it("stand for every department and nothing else", () => {
    const departments = territorial.filter(({ kind }) => kind === "department").map(({ id }) => id);
    expect(Object.keys(regionTiles)).toEqual(departments);
  });

  it("never cover each other and stay in a grid of 7 by 5", () => {
    const tiles = Object.values(regionTiles);
    expect(new Set(tiles.map(({ column, row }) => `${column}/${row}`)).size).toBe(20);
    expect(tiles.every(({ column, row }) => column >= 1 && column <= 7 && row >= 1 && row <= 5)).toBe(true);
  });

  it("have a short code of three letters, unique in each language", () => {
    for (const locale of ["ru", "kk"] as const) {
      const codes = Object.values(regionTiles).map(({ code }) => code[locale]);
      expect(new Set(codes).size).toBe(20);
      expect(codes.every((code) => /^\p{Lu}{3}$/u.test(code))).toBe(true);
    }
  });

  it("bear the region's name as the department does", () => {
    expect(regionTiles["DP-10"]?.name).toEqual({ ru: "область Абай", kk: "Абай облысы" });
    for (const [id, { name }] of Object.entries(regionTiles)) {
      expect(byId.get(id)?.name.kk).toBe(`${name.kk}ның Полиция департаменті`);
    }
  });

  it("bear it in Russian too, in another case", () => {
    for (const [id, { name }] of Object.entries(regionTiles)) {
      const [own = ""] = name.ru.replace(/^(область|город) /, "").split(" ");
      expect(byId.get(id)?.name.ru).toContain(own.replace(/(ая|а|у|й|ы)$/, ""));
      expect(name.ru).toMatch(/^(область|город) \p{Lu}|\p{Lu}.+ область$/u);
    }
  });

  it("are found by the department's id, and nothing else is", () => {
    expect(tileOf("DP-10")).toMatchObject({ code: { ru: "АБЙ" }, column: 6, row: 3 });
    expect(tileOf("MIA")).toBeUndefined();
    expect(tileOf("toString")).toBeUndefined();
  });
});
