import { describe, expect, it } from "vitest";
import { Body, type BodyText } from "../../../core/register/body.ts";
import { createRegister, directoryOf } from "../../../core/register/register.ts";
import { contact, departmentText, districtText, ministryText } from "../support/facts.ts";

const other: BodyText = { ...departmentText, id: "DP-2", contacts: [contact("head", "Head@dp-1.example")] };
const station: BodyText = { ...districtText, id: "PB-2", parent: "PB-1" };
const texts = [ministryText, departmentText, districtText, station, other];
const parsed = texts.map((body) => Body.parse(body));
const register = createRegister(parsed);
const bodyOf = (id: string) => {
  const found = register.byId.get(id);
  if (!found) throw new Error(id);
  return found;
};

describe("scopes", () => {
  it("are the ministry itself, then each department with all bodies below it", () => {
    expect(register.scopes).toEqual(["MIA", "DP-1", "DP-2"]);
    expect(["MIA", "DP-1", "PB-1", "PB-2", "DP-2"].map((id) => register.scopeOf(bodyOf(id)))).toEqual([
      "MIA",
      "DP-1",
      "DP-1",
      "DP-1",
      "DP-2",
    ]);
  });

  it("have bodies with those above them, nearest first, without the ministry", () => {
    expect(register.ancestorsOf(bodyOf("PB-2")).map(({ id }) => id)).toEqual(["PB-1", "DP-1"]);
    expect(register.ancestorsOf(bodyOf("DP-1"))).toEqual([]);
  });

  it("and shared addresses are known from the directory when only a part of the register is there", () => {
    const directory = directoryOf(register);
    expect(directory).toEqual({ scopes: ["MIA", "DP-1", "DP-2"], shared: { "head@dp-1.example": ["DP-1", "DP-2"] } });
    const part = createRegister(
      parsed.filter(({ id }) => id === "MIA" || id === "DP-2"),
      directory,
    );
    expect(part.scopes).toEqual(register.scopes);
    expect(part.scopesOfAddress("head@dp-1.example")).toEqual(["DP-1", "DP-2"]);
    expect(part.scopesOfAddress("nobody@dp-1.example")).toEqual([]);
  });

  it("cannot be made of bodies without a ministry, or below a body that is not there", () => {
    expect(() => createRegister([bodyOf("DP-1")])).toThrow("The register holds no ministry.");
    expect(() => createRegister([bodyOf("MIA"), bodyOf("PB-1")])).toThrow("PB-1 stands under the unknown body DP-1");
  });
});
