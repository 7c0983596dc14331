import { describe, expect, it, test } from "vitest";
import type { BodyText } from "../../../core/register/body.ts";
import { contact, departmentText, districtText, ministryText } from "../support/facts.ts";
import { factsWith, refusedIn, refusedPaths } from "../support/refused.ts";

const of = (...bodies: BodyText[]) => ({ bodies, dossiers: [] });
const staffed = (...contacts: BodyText["contacts"]) => of({ ...ministryText, contacts }, departmentText);
const withEmail = (email: string) => of({ ...ministryText, contacts: [contact("staff", email)] });
const inOffice = (from?: string, to?: string) =>
  of(ministryText, {
    ...departmentText,
    contacts: [contact("head", "h@x.example", { ...(from && { from }), ...(to && { to }) })],
  });

describe("a register", () => {
  it("of a ministry, a department and a district below it is accepted", () => {
    expect(refusedIn(factsWith())).toEqual([]);
  });

  it("may list its bodies in any order", () => {
    expect(refusedIn(of(districtText, departmentText, ministryText))).toEqual([]);
  });

  test.each([
    ["two bodies with one id", of(ministryText, departmentText, departmentText), "bodies.2.id"],
    ["an unknown parent", of(ministryText, { ...departmentText, parent: "DP-9" }), "bodies.1.parent"],
    [
      "a body without a parent that is no ministry",
      of(ministryText, { ...departmentText, parent: null }),
      "bodies.1.parent",
    ],
    ["a ministry with a parent", of({ ...ministryText, parent: "DP-1" }, departmentText), "bodies.0.parent"],
    ["a body that is its own parent", of(ministryText, { ...departmentText, parent: "DP-1" }), "bodies.1.parent"],
    ["no ministry", of({ ...departmentText, parent: "PB-1" }, districtText), "bodies"],
    ["two ministries", of(ministryText, { ...ministryText, id: "MIA-2" }), "bodies"],
    ["no body at all", of(), "bodies"],
    ["a ministry with nobody to write to", staffed(), "bodies.0.contacts"],
    ["a ministry with a head alone", staffed(contact("head", "head@mia.example")), "bodies.0.contacts"],
    [
      "a body that ends before it begins",
      of(ministryText, { ...departmentText, activeTo: "1999-12-31" }),
      "bodies.1.activeTo",
    ],
  ])("with %s is refused at that place", (_, facts, path) => {
    expect(refusedPaths(facts)).toContain(path);
  });

  it("with two bodies under each other is refused as a cycle", () => {
    const round = of(ministryText, { ...departmentText, parent: "PB-1" }, districtText);
    expect(refusedIn(round)).toEqual([
      "bodies.1.parent: leads round in a cycle",
      "bodies.2.parent: leads round in a cycle",
    ]);
  });

  it("with a body below one whose parent is unknown is refused there alone", () => {
    expect(refusedPaths(of(ministryText, { ...departmentText, parent: "DP-9" }, districtText))).toEqual([
      "bodies.1.parent",
    ]);
  });

  it("with bodies below a cycle is refused, and ends", () => {
    const below = { ...districtText, id: "PB-2", parent: "PB-1" };
    expect(refusedPaths(of(ministryText, { ...departmentText, parent: "PB-1" }, districtText, below))).toContain(
      "bodies.3.parent",
    );
  });

  test.each([
    ["staff alone", staffed(contact("staff", "staff@mia.example"))],
    ["apex alone", staffed(contact("apex", "apex@mia.example"))],
    ["a body that ends on its first day", of(ministryText, { ...departmentText, activeTo: "2000-01-01" })],
    ["a ministry of another id", of({ ...ministryText, id: "ROOT" }, { ...departmentText, parent: "ROOT" })],
  ])("with %s is accepted", (_, facts) => {
    expect(refusedIn(facts)).toEqual([]);
  });

  test.each(["", "DP 10", "ДП-10", "DP_10", "D".repeat(41), "DP/10"])("with the id %j is refused", (id) => {
    expect(refusedPaths(of(ministryText, { ...departmentText, id }))).toContain("bodies.1.id");
  });

  test.each(["D", "D".repeat(40), "dp-10", "10"])("with the id %j is accepted", (id) => {
    expect(refusedIn(of(ministryText, { ...departmentText, id }))).toEqual([]);
  });

  test.each([
    "",
    "staff",
    "staff@",
    "@mia.example",
    "staff@mia",
    "a b@mia.example",
    "a@b@mia.example",
    "staff@mia.example ",
  ])("with the address %j is refused", (email) => {
    expect(refusedPaths(withEmail(email))).toContain("bodies.0.contacts.0.email");
  });

  test.each(["staff@mia.example", "First.Last+esep@police.gov.kz", "o_1-2@pb-1.kz"])(
    "with the address %j is accepted",
    (email) => {
      expect(refusedIn(withEmail(email))).toEqual([]);
    },
  );

  it("with a contact that leaves office before entering it is refused", () => {
    expect(refusedPaths(inOffice("2027-03-02", "2027-03-01"))).toEqual(["bodies.1.contacts.0.to"]);
    expect(refusedIn(inOffice("2027-03-01", "2027-03-01"))).toEqual([]);
    expect(refusedIn(inOffice(undefined, "2027-03-01"))).toEqual([]);
    expect(refusedIn(inOffice("2027-03-01"))).toEqual([]);
  });
});
