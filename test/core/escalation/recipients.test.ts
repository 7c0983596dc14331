import { describe, expect, it } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import { contactsInOffice, resolveRole } from "../../../core/escalation/recipients.ts";
import type { EscalationRole } from "../../../core/order608/role.ts";
import type { BodyText } from "../../../core/register/body.ts";
import { aBody, type ContactText, contact, departmentText, districtText, ministryText } from "../support/facts.ts";
import { worldOf } from "../support/sweeps.ts";

const station: BodyText = {
  ...districtText,
  id: "PB-2",
  parent: "PB-1",
  contacts: [contact("officer", "officer@pb-2.example"), contact("head", "head@pb-2.example")],
};
const all = [ministryText, departmentText, districtText, station];
const withContacts = (id: string, contacts: ContactText[]) =>
  all.map((body) => (body.id === id ? { ...body, contacts } : body));

/** `address` or `address instead of role`, as a role of a body resolves on a day. */
function who(
  role: EscalationRole,
  id: string,
  { bodies = all, on = "2027-03-12", outOfUse = [] as string[] } = {},
): string[] {
  const { register } = worldOf({ bodies, dossiers: [] });
  const body = register.byId.get(id);
  if (!body) throw new Error(`There is no body ${id}.`);
  return resolveRole(role, body, register, day(on), (email) => outOfUse.includes(email)).map(({ email, insteadOf }) =>
    insteadOf ? `${email} instead of ${insteadOf}` : email,
  );
}

describe("a role", () => {
  it("of officer or head is the body's own", () => {
    expect(who("officer", "PB-2")).toEqual(["officer@pb-2.example"]);
    expect(who("head", "PB-1")).toEqual(["head@pb-1.example"]);
  });

  it("of superior is head and staff of every body above, up to below the ministry", () => {
    const bodies = withContacts("DP-1", [...departmentText.contacts, contact("staff", "staff@dp-1.example")]);
    expect(who("superior", "PB-2", { bodies })).toEqual([
      "head@pb-1.example",
      "head@dp-1.example",
      "staff@dp-1.example",
    ]);
    expect(who("superior", "PB-1", { bodies })).toEqual(["head@dp-1.example", "staff@dp-1.example"]);
  });

  it("of superior of a body right below the ministry is the ministry's head and staff", () => {
    expect(who("superior", "DP-1")).toEqual(["staff@mia.example"]);
    const bodies = withContacts("MIA", [...ministryText.contacts, contact("head", "minister@mia.example")]);
    expect(who("superior", "DP-1", { bodies })).toEqual(["minister@mia.example", "staff@mia.example"]);
  });

  it("of ministry is the ministry's staff, of apex its apex", () => {
    expect(who("ministry", "PB-2")).toEqual(["staff@mia.example"]);
    expect(who("apex", "PB-2")).toEqual(["apex@mia.example"]);
  });

  it("leads to every contact that has it, each address once whatever its case", () => {
    const bodies = withContacts("PB-1", [
      contact("head", "Head@pb-1.example"),
      contact("head", "head@PB-1.example"),
      contact("head", "deputy@pb-1.example"),
    ]);
    expect(who("head", "PB-1", { bodies })).toEqual(["head@pb-1.example", "deputy@pb-1.example"]);
  });
});

describe("a role that leads to nobody in office", () => {
  it("falls from officer to head to superior to ministry to apex", () => {
    const only = (id: string, keep: BodyText["contacts"]) => ({ bodies: withContacts(id, keep) });
    expect(who("officer", "PB-1", only("PB-1", [contact("head", "h@pb-1.example")]))).toEqual([
      "h@pb-1.example instead of officer",
    ]);
    expect(who("officer", "PB-1", only("PB-1", []))).toEqual(["head@dp-1.example instead of officer"]);
    expect(who("head", "PB-1", only("PB-1", []))).toEqual(["head@dp-1.example instead of head"]);
    expect(who("superior", "PB-1", only("DP-1", []))).toEqual(["staff@mia.example instead of superior"]);
    expect(who("ministry", "PB-1", only("MIA", [contact("apex", "apex@mia.example")]))).toEqual([
      "apex@mia.example instead of ministry",
    ]);
    expect(who("apex", "PB-1", only("MIA", [contact("staff", "staff@mia.example")]))).toEqual([
      "staff@mia.example instead of apex",
    ]);
  });

  it("falls all the way to the apex", () => {
    const bodies = all.map((body) =>
      body.id === "MIA" ? { ...body, contacts: [contact("apex", "apex@mia.example")] } : { ...body, contacts: [] },
    );
    expect(who("officer", "PB-2", { bodies })).toEqual(["apex@mia.example instead of officer"]);
  });

  it("leads to nobody at all when nobody is left", () => {
    const bodies = all.map((body) =>
      body.id === "MIA"
        ? { ...body, contacts: [contact("staff", "staff@mia.example", { to: "2027-03-11" })] }
        : { ...body, contacts: [] },
    );
    expect(who("officer", "PB-2", { bodies })).toEqual([]);
    expect(who("apex", "PB-2", { bodies })).toEqual([]);
    expect(who("apex", "PB-2", { bodies, on: "2027-03-11" })).toEqual(["staff@mia.example instead of apex"]);
  });

  it("falls on when all its addresses are out of use, not when one still works", () => {
    expect(who("officer", "PB-1", { outOfUse: ["officer@pb-1.example"] })).toEqual([
      "head@pb-1.example instead of officer",
    ]);
    expect(who("officer", "PB-1", { outOfUse: ["officer@pb-1.example", "head@pb-1.example"] })).toEqual([
      "head@dp-1.example instead of officer",
    ]);
    const bodies = withContacts("PB-1", [contact("officer", "a@pb-1.example"), contact("officer", "b@pb-1.example")]);
    expect(who("officer", "PB-1", { bodies, outOfUse: ["a@pb-1.example"] })).toEqual(["b@pb-1.example"]);
  });

  it("skips ancestors with nobody, as long as one above has somebody", () => {
    expect(who("superior", "PB-2", { bodies: withContacts("PB-1", []) })).toEqual(["head@dp-1.example"]);
  });
});

describe("a contact", () => {
  const body = aBody({ contacts: [contact("head", "h@x.example", { from: "2027-03-10", to: "2027-03-12" })] });
  const inOffice = (on: string, of = body) => contactsInOffice(of, day(on), "head").length === 1;

  it("is in office from its first day to its last, both included", () => {
    expect(["2027-03-09", "2027-03-10", "2027-03-12", "2027-03-13"].map((on) => inOffice(on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("is out of office once its body has ended", () => {
    const ended = aBody({ activeTo: "2027-03-11", contacts: [contact("head", "h@x.example")] });
    expect(["2027-03-11", "2027-03-12"].map((on) => inOffice(on, ended))).toEqual([true, false]);
  });

  it("has a role of its own: staff is neither officer nor head", () => {
    expect(contactsInOffice(aBody({ contacts: [contact("staff", "s@x.example")] }), day("2027-03-12"), "head")).toEqual(
      [],
    );
  });

  it("of an ended body is replaced by its superiors", () => {
    const bodies = all.map((one) => (one.id === "PB-1" ? { ...one, activeTo: "2027-03-11" } : one));
    expect(who("officer", "PB-1", { bodies })).toEqual(["head@dp-1.example instead of officer"]);
  });
});
