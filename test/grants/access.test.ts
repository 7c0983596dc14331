import { describe, expect, it } from "vitest";
import type { Body } from "../../core/register/body.ts";
import { actions, type Caller, Grant, mayDo } from "../../core/register/grant.ts";
import { bodyAt, callerOfRole, expectedAccess, places, roles, sampleRegister } from "./support/matrix.ts";

const bodyOf = (id: string): Body => {
  const body = sampleRegister.byId.get(id);
  if (!body) throw new Error(`There is no ${id}.`);
  return body;
};
const callerWith = (...grants: Grant[]): Caller => ({ id: "user:x", name: "X", grants });
const may = (caller: Caller, action: (typeof actions)[number], id: string) =>
  mayDo(action, caller, bodyOf(id), sampleRegister);

describe("the access matrix", () => {
  it("knows every action of the table, and no other", () => {
    expect([...new Set(expectedAccess().map(({ action }) => action))].sort()).toEqual([...actions].sort());
    expect(expectedAccess()).toHaveLength(actions.length * roles.length * places.length);
  });

  it.each(expectedAccess())("$action by $role at $place: $allowed", ({ action, role, place, allowed }) => {
    expect(mayDo(action, callerOfRole(role), bodyAt(place), sampleRegister)).toBe(allowed);
  });
});

describe("a grant", () => {
  it.each(["admin", "staff@DP-10", "viewer@PB-101000000"])("may be written %s", (text) => {
    expect(Grant.parse(text)).toBe(text);
  });

  it.each([
    "",
    "Admin",
    "admin@DP-10",
    "staff",
    "staff@",
    "staff@DP 10",
    "staff@DP-10\n",
    " staff@DP-10",
    "root@DP-10",
  ])("may not be written %j", (text) => expect(Grant.safeParse(text).success).toBe(false));

  it("at the ministry covers everything", () => {
    for (const { id } of sampleRegister.bodies) expect(may(callerWith("staff@MIA"), "record", id)).toBe(true);
  });

  it("at a body that the register does not know covers nothing", () => {
    for (const { id } of sampleRegister.bodies) expect(may(callerWith("staff@GHOST"), "read", id)).toBe(false);
  });
});

describe("nobody", () => {
  it("acts on a body that the register does not know, not even an administrator", () => {
    const ghost = { ...bodyOf("PB-101"), id: "GHOST" };
    for (const action of actions) {
      expect(mayDo(action, callerWith("admin", "staff@MIA"), ghost, sampleRegister)).toBe(false);
    }
  });

  it("gains anything by a body that claims another parent", () => {
    const forged = { ...bodyOf("PB-111"), parent: "DP-10" };
    expect(mayDo("record", callerWith("staff@DP-10"), forged, sampleRegister)).toBe(false);
  });

  it("waives for the body that they are staff of, whatever they are staff of besides", () => {
    expect(may(callerWith("staff@DP-10"), "waive", "PB-101")).toBe(true);
    expect(may(callerWith("staff@DP-10", "staff@PB-101"), "waive", "PB-101")).toBe(false);
    expect(may(callerWith("staff@MIA", "staff@DP-10"), "waive", "DP-10")).toBe(false);
    expect(may(callerWith("staff@MIA"), "waive", "MIA")).toBe(false);
  });
});

it("two grants do no more than each alone, but for what each allows", () => {
  const both = callerWith("viewer@DP-11", "staff@PB-101");
  expect(may(both, "read", "PB-111")).toBe(true);
  expect(may(both, "record", "PB-111")).toBe(false);
  expect(may(both, "record", "PB-1011")).toBe(true);
  expect(may(both, "read", "DP-10")).toBe(false);
});
