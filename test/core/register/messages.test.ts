import { describe, expect, test } from "vitest";
import type { z } from "zod";
import type { BodyText } from "../../../core/register/body.ts";
import { Grant } from "../../../core/register/grant.ts";
import { GrantRecord } from "../../../core/register/grant-record.ts";
import { contact, departmentText, districtText, ministryText } from "../support/facts.ts";
import { refusedIn } from "../support/refused.ts";

const of = (...bodies: BodyText[]) => ({ bodies, dossiers: [] });
const wrong = (more: object) => of(ministryText, { ...departmentText, ...more });

describe("a file with a register is refused in words that say what is wrong", () => {
  test.each([
    ["bodies.1.id: is not a body's id: 1–40 letters, digits or hyphens", wrong({ id: "DP 1" })],
    ["bodies.1.name.ru: must not be empty", wrong({ name: { ru: " ", kk: "ПД" } })],
    ["bodies.1.name.kk: Invalid input: expected string, received undefined", wrong({ name: { ru: "ДП" } })],
    ['bodies.1.name.en: Unrecognized key: "en"', wrong({ name: { ru: "ДП", kk: "ПД", en: "PD" } })],
    ['bodies.1.boss: Unrecognized key: "boss"', wrong({ boss: "x" })],
    ["bodies.1.activeTo: lies before `activeFrom`", wrong({ activeTo: "1999-12-31" })],
    ["bodies.1.contacts.0.email: is not an e-mail address", wrong({ contacts: [contact("head", "x")] })],
    [
      "bodies.1.contacts.0.to: lies before `from`",
      wrong({ contacts: [{ ...contact("head", "h@x.example"), to: "2027-01-01", from: "2027-01-02" }] }),
    ],
    [
      'bodies.1.contacts.0.phone: Unrecognized key: "phone"',
      wrong({ contacts: [{ ...contact("head", "h@x.example"), phone: "1" }] }),
    ],
    ["bodies.1.parent: is null, which only the ministry's may be", wrong({ parent: null })],
    ['bodies.1.parent: names the unknown body "DP-9"', wrong({ parent: "DP-9" })],
    ["bodies.0.parent: must be null for the ministry", of({ ...ministryText, parent: "MIA" })],
    ["bodies.0.contacts: give the ministry neither a staff nor an apex contact", of({ ...ministryText, contacts: [] })],
    ["bodies: must hold exactly one ministry, but hold 2", of(ministryText, { ...ministryText, id: "M-2" })],
  ])("%s", (expected, facts) => {
    expect(refusedIn(facts)).toEqual([expected]);
  });

  test.each(["ministry", "department", "city", "district", "city-district"])("a body may be a %s", (kind) => {
    const bodies = kind === "ministry" ? [ministryText] : [ministryText, { ...districtText, parent: "MIA", kind }];
    expect(refusedIn({ bodies, dossiers: [] })).toEqual([]);
  });

  test.each(["officer", "head", "staff", "apex"] as const)("a contact may be %s, in any of three languages", (role) => {
    const contacts = (["kk", "ru", "en"] as const).map((locale) => contact(role, "x@x.example", { locale }));
    expect(refusedIn(wrong({ contacts }))).toEqual([]);
  });
});

describe("somebody's grants", () => {
  const record = { subject: "user:u-1", name: "Айгерим", grants: ["staff@DP-10"] };
  const messages = (schema: z.ZodType, value: unknown) =>
    (schema.safeParse(value).error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
  const subject = "subject: is no subject: give user:SUB or client:CLIENT_ID, as the issuer names them";

  test.each([
    {},
    { subject: "client:reports" },
    { subject: `user:${"x".repeat(200)}` },
    { subject: "user:!~" },
    { name: "x".repeat(200) },
    { grants: [] },
    { grants: Array.from({ length: 50 }, (_, index) => `viewer@DP-${index}`) },
  ])("may be %j", (more) => {
    expect(GrantRecord.parse({ ...record, ...more })).toEqual({ ...record, ...more });
  });

  test.each([
    [{ subject: "u-1" }, subject],
    [{ subject: "root:u-1" }, subject],
    [{ subject: "user:" }, subject],
    [{ subject: "user:a b" }, subject],
    [{ subject: "user:Ә" }, subject],
    [{ subject: ` user:u-1` }, subject],
    [{ subject: `the user:u-1` }, subject],
    [{ subject: `user:${"x".repeat(201)}` }, subject],
    [{ name: " " }, "name: must not be empty"],
    [{ name: "x".repeat(201) }, "name: Too big: expected string to have <=200 characters"],
    [{ grants: ["admin", "admin"] }, "grants: names a grant twice"],
    [{ grants: ["staff"] }, "grants.0: is no grant: give admin, staff@BODY or viewer@BODY"],
    [
      { grants: Array.from({ length: 51 }, (_, index) => `viewer@DP-${index}`) },
      "grants: Too big: expected array to have <=50 items",
    ],
    [{ role: "admin" }, ': Unrecognized key: "role"'],
  ])("may not be %j", (more, message) => {
    expect(messages(GrantRecord, { ...record, ...more })).toEqual([message]);
  });

  test("are refused one by one in the same words", () => {
    expect(messages(Grant, "root")).toEqual([": is no grant: give admin, staff@BODY or viewer@BODY"]);
  });
});
