import { describe, expect, test } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import { Body, type BodyText, isActive } from "../../../core/register/body.ts";
import { directoryAfter } from "../../../core/register/former-scopes.ts";
import { createRegister, directoryOf } from "../../../core/register/register.ts";
import { contact, departmentText, districtText, ministryText } from "../support/facts.ts";

const shared = "Shared@x.example";
const of = (...texts: BodyText[]) => createRegister(texts.map((text) => Body.parse(text)));
const station = { ...districtText, contacts: [contact("head", shared), contact("officer", "SHARED@x.example")] };
const second = { ...departmentText, id: "DP-2", contacts: [contact("head", "shared@X.example")] };
const register = of(second, station, departmentText, ministryText);

describe("an address", () => {
  test("is one whatever its case, and is known with every body that it is a contact of, each once", () => {
    expect(register.addresses.filter((email) => email.includes("shared"))).toEqual(["shared@x.example"]);
    expect(register.bodiesOfAddress("shared@x.example").map(({ id }) => id)).toEqual(["DP-2", "PB-1"]);
    expect(register.bodiesOfAddress("nobody@x.example")).toEqual([]);
  });

  test("in several scopes has its letters in the first of them, the ministry's before all", () => {
    expect(register.scopes).toEqual(["MIA", "DP-2", "DP-1"]);
    expect(register.scopesOfAddress("shared@x.example")).toEqual(["DP-2", "DP-1"]);
    const withMinistry = of(second, station, departmentText, {
      ...{ ...ministryText, contacts: [contact("apex", shared)] },
    });
    expect(withMinistry.scopesOfAddress("shared@x.example")).toEqual(["MIA", "DP-2", "DP-1"]);
    expect(directoryOf(withMinistry).shared).toEqual({ "shared@x.example": ["MIA", "DP-2", "DP-1"] });
  });

  test("keeps the scopes that it has left behind those that it is in", () => {
    const before: Readonly<Record<string, readonly string[]>> = {
      "officer@dp-1.example": ["DP-3"],
      "shared@x.example": ["DP-1", "DP-4", "DP-2"],
      "staff@mia.example": ["MIA"],
      "gone@x.example": ["DP-5"],
    };
    expect(directoryAfter(register, (email) => before[email] ?? [])).toEqual({
      scopes: ["MIA", "DP-2", "DP-1"],
      shared: {
        "shared@x.example": ["DP-2", "DP-1", "DP-4"],
        "officer@dp-1.example": ["DP-1", "DP-3"],
      },
    });
  });

  test("that is in several scopes stays in all of them when it has left none", () => {
    expect(directoryAfter(register, () => [])).toEqual(directoryOf(register));
  });
});

describe("scopes", () => {
  const below: BodyText = { ...districtText, id: "PB-2", parent: "PB-1" };
  const register = of(ministryText, departmentText, districtText, below, second);
  const bodyOf = (id: string) => register.byId.get(id) ?? expect.fail(`${id} is not there`);

  test("are the ministry itself, then each department with all bodies below it", () => {
    expect(register.scopes).toEqual(["MIA", "DP-1", "DP-2"]);
    const scopes = ["MIA", "DP-1", "PB-1", "PB-2", "DP-2"].map((id) => register.scopeOf(bodyOf(id)));
    expect(scopes).toEqual(["MIA", "DP-1", "DP-1", "DP-1", "DP-2"]);
  });

  test("have bodies with those above them, nearest first, without the ministry", () => {
    expect(register.ancestorsOf(bodyOf("PB-2")).map(({ id }) => id)).toEqual(["PB-1", "DP-1"]);
    expect(register.ancestorsOf(bodyOf("DP-1"))).toEqual([]);
  });

  test("cannot be made of bodies without a ministry, or below a body that is not there", () => {
    expect(() => createRegister([bodyOf("DP-1")])).toThrow("The register holds no ministry.");
    expect(() => createRegister([bodyOf("MIA"), bodyOf("PB-1")])).toThrow("PB-1 stands under the unknown body DP-1");
  });
});

test("a part of a register has its scopes, their rank and shared addresses from the directory", () => {
  const part = (texts: readonly BodyText[], shared = {}) =>
    createRegister(
      texts.map((text) => Body.parse(text)),
      { scopes: register.scopes, shared },
    );
  const ranked = part([ministryText, departmentText, station, second]);
  expect(ranked.scopesOfAddress("shared@x.example")).toEqual(["DP-2", "DP-1"]);
  const alone = part([ministryText, second], directoryOf(register).shared);
  expect(alone.scopes).toEqual(["MIA", "DP-2", "DP-1"]);
  expect(alone.scopesOfAddress("shared@x.example")).toEqual(["DP-2", "DP-1"]);
  expect(alone.scopesOfAddress("nobody@x.example")).toEqual([]);
});

test("a body that the register does not hold stands under nobody and is its own scope", () => {
  const other = Body.parse({ ...districtText, id: "PB-9" });
  expect([register.ancestorsOf(other), register.scopeOf(other)]).toEqual([[], "PB-9"]);
});

test.each([
  [undefined, true],
  ["2027-03-20", true],
  ["2027-03-19", true],
  ["2027-03-18", false],
])("a body whose last day is %s exists on 19 March: %s", (activeTo, expected) => {
  const body = Body.parse({ ...districtText, ...(activeTo !== undefined && { activeTo }) });
  expect(isActive(body, day("2027-03-19"))).toBe(expected);
});
