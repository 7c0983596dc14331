import { describe, expect, test } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import { Body, type BodyText } from "../../../core/register/body.ts";
import { changeRegister, RegisterChange } from "../../../core/register/change.ts";
import { type ContactText, contact, departmentText, districtText, ministryText } from "../support/facts.ts";

const today = "2027-03-19";
const head = contact("head", "head@pb-1.example");
const station: BodyText = { ...districtText, id: "PB-2", contacts: [] };
const other: BodyText = { ...departmentText, id: "DP-2", contacts: [] };

/** What a change makes of a register, as facts files have it; or why it is refused, as `path rule: message`. */
function changed(change: unknown, texts: readonly BodyText[] = [ministryText, departmentText, districtText, other]) {
  const bodies = texts.map((text) => Body.parse(text));
  const outcome = changeRegister(bodies, RegisterChange.parse(change), day(today));
  return "issues" in outcome
    ? outcome.issues.map(({ path, rule, message }) => `${path} ${rule}: ${message}`)
    : outcome.bodies.map((body) => Body.encode(body));
}

const set = (id: string, fields: object) => ({ kind: "change-body", id, set: fields });
const add = (body: Partial<BodyText>) => ({ kind: "add-body", body: { ...districtText, id: "PB-9", ...body } });

describe("a change of the register is refused, and says where and why", () => {
  const ministry = "must stay: the ministry is the root";
  test.each([
    ["an id that is taken", add({ id: "DP-2" }), 'id taken: is taken: the register has a body "DP-2"'],
    ["a new ministry", add({ kind: "ministry", parent: null }), "kind ministry: would be a second ministry"],
    ["a new ministry below the first", add({ kind: "ministry" }), "kind ministry: would be a second ministry"],
    ["a new root", add({ parent: null }), "kind ministry: would be a second ministry"],
    ["an unknown superior", add({ parent: "DP-7" }), 'parent unknown-parent: names the unknown body "DP-7"'],
    ["a body that is none", set("PB-7", {}), 'id unknown-body: names the unknown body "PB-7"'],
    ["a superior of the ministry", set("MIA", { parent: "DP-1" }), `parent ministry: ${ministry}`],
    ["another kind of ministry", set("MIA", { kind: "city" }), `kind ministry: ${ministry}`],
    ["the end of the ministry", set("MIA", { activeTo: "2027-12-31" }), `activeTo ministry: ${ministry}`],
    ["a second ministry", set("DP-1", { kind: "ministry" }), "kind ministry: would be a second ministry"],
    ["a superior that is none", set("PB-1", { parent: "X" }), 'parent unknown-parent: names the unknown body "X"'],
    ["itself as superior", set("DP-1", { parent: "DP-1" }), "parent cycle: leads round in a cycle"],
    ["a superior from below", set("DP-1", { parent: "PB-1" }), "parent cycle: leads round in a cycle"],
    [
      ...(["the end before that of a body below", set("DP-1", { activeTo: "2027-12-31" })] as const),
      "activeTo bodies-below: lies before the last day of PB-1, which stands below: end that first",
    ],
    [
      ...(["somebody who is in office already", { kind: "add-contact", id: "PB-1", contact: head }] as const),
      "email twice: is in office in this role already",
    ],
  ])("%s", (_, change, refusal) => {
    expect(changed(change)).toEqual([refusal]);
  });
});

describe("a body", () => {
  test("is added behind the last that stands under the same superior", () => {
    const ids = (parent: string) =>
      (changed(add({ parent }), [ministryText, departmentText, districtText, station, other]) as BodyText[]).map(
        ({ id }) => id,
      );
    expect(ids("DP-1")).toEqual(["MIA", "DP-1", "PB-1", "PB-2", "PB-9", "DP-2"]);
    expect(ids("DP-2")).toEqual(["MIA", "DP-1", "PB-1", "PB-2", "DP-2", "PB-9"]);
    expect(ids("MIA")).toEqual(["MIA", "DP-1", "PB-1", "PB-2", "DP-2", "PB-9"]);
  });

  test("changes in what is named, and nothing else does", () => {
    const name = { ru: "Иное", kk: "Басқа" };
    expect(changed(set("PB-1", { name, parent: "DP-2", kind: "city" }))).toEqual([
      ...[ministryText, departmentText, { ...districtText, name, parent: "DP-2", kind: "city" }, other],
    ]);
    for (const fields of [{ name }, { name, kind: "ministry" }]) {
      expect(changed(set("MIA", fields))).toEqual([
        ...[{ ...ministryText, name }, departmentText, districtText, other],
      ]);
    }
  });

  test.each([
    ["2027-12-30", "2027-12-31", true],
    ["2027-12-31", "2027-12-31", true],
    ["2028-01-01", "2027-12-31", false],
  ])("below which one ends on %s may end on %s: %s", (below, on, expected) => {
    const texts = [ministryText, departmentText, { ...districtText, activeTo: below }];
    const outcome = changed(set("DP-1", { activeTo: on }), texts);
    expect(typeof outcome[0] === "object").toBe(expected);
  });

  test("may end while others go on, and change in all else while bodies stand below it", () => {
    expect(changed(set("PB-1", { activeTo: "2027-12-31" }))).toContainEqual({
      ...districtText,
      activeTo: "2027-12-31",
    });
    expect(changed(set("DP-1", { zone: "Asia/Oral" }))).toContainEqual({ ...departmentText, zone: "Asia/Oral" });
  });
});

describe("a new contact", () => {
  const added = (more: Partial<ContactText>, known: Partial<ContactText> = {}) => {
    const texts = [ministryText, { ...departmentText, contacts: [{ ...head, ...known }] }];
    return typeof changed({ kind: "add-contact", id: "DP-1", contact: { ...head, ...more } }, texts)[0] === "object";
  };

  test.each([
    ["may be the same person in another role", added({ role: "officer" }), true],
    ["may be the same person in another language", added({ locale: "kk" }), true],
    ["may be somebody else", added({ email: "other@pb-1.example" }), true],
    ["may be who left office yesterday", added({}, { to: "2027-03-18" }), true],
    ["is not who leaves office today", added({}, { to: today }), false],
    ["is not who will be in office", added({}, { from: "2027-04-01" }), false],
    ["is not the same address in capitals", added({ email: "HEAD@pb-1.example" }), false],
  ])("%s", (_, outcome, expected) => {
    expect(outcome).toBe(expected);
  });

  test("comes behind the others", () => {
    const deputy = contact("staff", "deputy@pb-1.example");
    expect(changed({ kind: "add-contact", id: "PB-1", contact: deputy })).toEqual([
      ...[ministryText, departmentText, { ...districtText, contacts: [...districtText.contacts, deputy] }, other],
    ]);
  });
});

describe("a contact", () => {
  const former = { ...head, name: "Прежний", to: "2026-12-31" };
  const before = { ...head, name: "Давний", to: "2025-12-31" };
  const inKazakh = contact("head", "Head@pb-1.example", { locale: "kk" });
  const changedIn = (contacts: ContactText[], fields: object, named: object = { role: "head", email: head.email }) => {
    const change = { kind: "change-contact", id: "PB-1", contact: named, set: fields };
    const outcome = changed(change, [ministryText, departmentText, { ...districtText, contacts }]);
    const body = outcome.at(-1);
    return typeof body === "object" ? body.contacts : outcome;
  };
  const to = "2027-06-30";

  test("is known by role and address, whatever its case", () => {
    const officer = contact("officer", head.email);
    const named = { role: "head", email: "HEAD@PB-1.example" };
    expect(changedIn([officer, head], { to }, named)).toEqual([officer, { ...head, to }]);
    expect(changedIn([officer], { to })).toEqual(["email unknown-contact: is no contact of this body in this role"]);
  });

  test("is who is in office, in every language, and not who was", () => {
    expect(changedIn([former, head, inKazakh], { to })).toEqual([former, { ...head, to }, { ...inKazakh, to }]);
  });

  test("is the last who was when nobody is in office", () => {
    expect(changedIn([before, former], { name: "Иной" })).toEqual([before, { ...former, name: "Иной" }]);
    expect(changedIn([former], { name: "Иной" })).toEqual([{ ...former, name: "Иной" }]);
  });
});

describe("the ministry keeps somebody to write to", () => {
  const ends = (...contacts: ContactText[]) => {
    const change = { kind: "change-contact", id: "MIA", contact: { role: "staff", email: "staff@mia.example" } };
    return changed({ ...change, set: { to: "2027-06-30" } }, [{ ...ministryText, contacts }, departmentText])[0];
  };
  const [staff, apex] = ministryText.contacts as [ContactText, ContactText];
  const refusal = "to ministry-contact: would leave the ministry without staff and apex: name another contact first";

  test.each([
    ["staff alone may not leave", [staff], refusal],
    ["nor leave a head behind", [staff, contact("head", "head@mia.example")], refusal],
    ["nor somebody who leaves as well", [staff, { ...apex, to: "2028-01-01" }], refusal],
  ] as const)("%s", (_, contacts, expected) => {
    expect(ends(...contacts)).toBe(expected);
  });

  test.each([
    ["the apex", [staff, apex]],
    ["other staff", [staff, contact("staff", "other@mia.example")]],
  ] as const)("staff may leave %s behind", (_, contacts) => {
    expect(ends(...contacts)).toMatchObject({ id: "MIA", contacts: [{ to: "2027-06-30" }, {}] });
  });
});
