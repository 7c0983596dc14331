import { describe, expect, test } from "vitest";
import { Dossier, type DossierText } from "../../core/dossier/dossier.ts";
import { Facts } from "../../core/dossier/facts.ts";
import { defaultPolicy, policyWith } from "../../core/order608/default-policy.ts";
import type { BodyText } from "../../core/register/body.ts";
import { type LoadedRegister, loadRegister } from "../../core/use-cases/assess/assess.ts";
import { type Present, planImport, readPresent } from "../../core/use-cases/register-changes/import-plan.ts";
import { departmentText, districtText, dossierOf, meetingOn, ministryText } from "../core/support/facts.ts";
import { itemName, memoryRecords } from "../support/memory/records.ts";
import { memoryRegister } from "../support/memory/register.ts";
import { presentOf } from "./support/present.ts";

const second = { ...departmentText, id: "DP-2", contacts: [] };
const texts: readonly BodyText[] = [ministryText, departmentText, districtText, second];
const bodiesOf = (list: readonly BodyText[]) => Facts.parse({ bodies: list, dossiers: [] }).bodies;
const parsed = (list: readonly DossierText[]) => list.map((one) => Dossier.parse(one));
const planned = dossierOf([meetingOn("2027-03-12")]);

async function loaded(list = texts, policy = defaultPolicy): Promise<LoadedRegister> {
  const register = memoryRegister();
  await register.replace(bodiesOf(list), policy);
  return (await loadRegister(register, ({ scopes }) => scopes)) ?? expect.fail("there is no register");
}

describe("what is there before an import", () => {
  test("is nothing before the first, under the policy that is given", async () => {
    const policy = policyWith({ noticeDays: 12 });
    expect(await readPresent(null, 2028, memoryRecords(), policy)).toEqual({
      ...{ version: 0, register: null, policy, policyVersion: null, dossiers: [], withDossier: new Set() },
      ...{ damaged: [], last: 2028 },
    });
  });

  test("is the register with its policy, and every dossier from 2024 to the last campaign", async () => {
    const store = memoryRecords();
    for (const campaign of [2023, 2024, 2028, 2029]) {
      store.import("DP-1", Dossier.parse(dossierOf([meetingOn(`${campaign}-03-12`)], { campaign })));
    }
    store.import("DP-2", Dossier.parse(dossierOf([meetingOn("2027-03-12")], { body: "DP-2" })));
    const policy = policyWith({ noticeDays: 12 });
    const register = await loaded(texts, policy);
    const versioned = { ...register, directory: { ...register.directory, policyVersion: 3 } };
    const present = await readPresent(versioned, 2028, store, defaultPolicy);
    expect(present).toMatchObject({ version: 1, policy, policyVersion: 3, last: 2028 });
    expect(present.register?.bodies).toHaveLength(4);
    expect(present.dossiers.map(({ body, campaign }) => `${body} ${campaign}`).sort()).toEqual([
      ...["DP-2 2027", "PB-1 2024", "PB-1 2028"],
    ]);
  });

  test("counts an empty dossier for its body's place, not as something said; nor one of a body that is gone", async () => {
    const store = memoryRecords();
    store.import("DP-1", Dossier.parse(dossierOf([])));
    store.import("DP-1", Dossier.parse(dossierOf([meetingOn("2027-03-12")], { body: "PB-77" })));
    const present = await readPresent(await loaded(), 2028, store, defaultPolicy);
    expect([present.dossiers, [...present.withDossier]]).toEqual([[], ["PB-1"]]);
  });

  test("names what cannot be read, and nothing is planned over it", async () => {
    const store = memoryRecords();
    const key = { scope: "DP-1", body: "PB-1", campaign: 2027 };
    store.items.set(itemName(key), { version: 1, format: 9, data: "{}", newest: null });
    const present = await readPresent(await loaded(), 2028, store, defaultPolicy);
    expect(present.damaged).toMatchObject([{ body: "PB-1", campaign: 2027 }]);
    const [issue, ...more] = plan(present).issues;
    expect([issue?.path, more]).toEqual([["dossiers"], []]);
    for (const word of ["PB-1", "2027", "format 9"]) expect(issue?.message).toContain(word);
  });
});

const present = presentOf(bodiesOf(texts), [planned]);

function plan(
  from: Present,
  more: { bodies?: readonly BodyText[]; dossiers?: readonly DossierText[]; noticeDays?: number } = {},
) {
  const { bodies = texts, dossiers, noticeDays } = more;
  const policy = noticeDays === undefined ? from.policy : policyWith({ noticeDays });
  return planImport(from, { bodies: bodiesOf(bodies), dossiers: dossiers ? parsed(dossiers) : null, policy });
}

describe("a plan of an import", () => {
  test("of what is there does nothing", () => {
    const nothing = { bodies: [], dossiers: [], policy: [], replacesRegister: false, issues: [] };
    expect(plan(present)).toMatchObject(nothing);
    expect(plan(present, { dossiers: [planned, dossierOf([], { campaign: 2026 })] })).toMatchObject(nothing);
  });

  test("tells what is added, changed inside and removed, by name", () => {
    const named = { ...districtText, name: { ru: "Иное", kk: "Басқа" } };
    const added = { ...districtText, id: "PB-2", contacts: [] };
    const moved = dossierOf([meetingOn("2027-03-15")]);
    const other = dossierOf([meetingOn("2027-03-16")], { body: "PB-2" });
    const found = plan(present, { bodies: [ministryText, departmentText, named, added], dossiers: [moved, other] });
    expect(found.bodies).toMatchObject([
      { name: "PB-1", before: { id: "PB-1" }, after: { name: { ru: "Иное" } } },
      { name: "PB-2", before: null, after: { id: "PB-2" }, changes: [] },
      { name: "DP-2", before: { id: "DP-2" }, after: null, changes: [] },
    ]);
    expect(found.bodies[0]?.changes.map(({ path }) => path)).toEqual(["name/ru", "name/kk"]);
    expect(found.dossiers).toMatchObject([
      { name: "PB-1 2027", changes: [{ path: "meetings/m1/date", before: "2027-03-12", after: "2027-03-15" }] },
      { name: "PB-2 2027", before: null, changes: [] },
    ]);
    expect(found).toMatchObject({ replacesRegister: true, policy: [], issues: [] });
  });

  test("of another order of the same bodies puts it into force, though none differs", () => {
    const bodies = [ministryText, departmentText, second, districtText];
    expect(plan(present, { bodies })).toMatchObject({ bodies: [], replacesRegister: true, issues: [] });
  });

  test("before the first import adds everything", () => {
    const nothing = { ...present, version: 0, register: null, dossiers: [], withDossier: new Set<string>() };
    const found = plan(nothing, { dossiers: [planned] });
    expect([found.bodies.length, found.dossiers.length, found.replacesRegister]).toEqual([4, 1, true]);
    expect(found.issues).toEqual([]);
  });

  test("changes the policy as it was imported, and not one of which versions were applied", () => {
    expect(plan(present, { noticeDays: 12 })).toMatchObject({ policy: [{ path: "noticeDays" }], issues: [] });
    const applied = { ...present, policyVersion: 4 };
    const [issue, ...more] = plan(applied, { noticeDays: 12 }).issues;
    expect([issue?.path, more]).toEqual([["policy"], []]);
    expect(issue?.message).toContain("version 4");
    expect(plan(applied).issues).toEqual([]);
  });

  test("moves no body that has a dossier, nor one with those above it; the message says from where to where", () => {
    const under = { ...districtText, id: "PB-3", parent: "PB-1", contacts: [] };
    const from = presentOf(bodiesOf([...texts, under]), [dossierOf([meetingOn("2027-03-12")], { body: "PB-3" })]);
    const bodies = [ministryText, departmentText, second, { ...districtText, parent: "DP-2" }, under];
    const [issue, ...more] = plan(from, { bodies }).issues;
    expect([issue?.path, more]).toEqual([["bodies", 4, "parent"], []]);
    for (const word of ["PB-3", "PB-1 in DP-1", "PB-1 in DP-2"]) expect(issue?.message).toContain(word);
    expect(plan({ ...from, withDossier: new Set() }, { bodies }).issues).toEqual([]);
  });

  test("takes no register whose regions and shared addresses one item cannot hold, before anything is written", () => {
    const contacts = Array.from({ length: 2500 }, (_, index) => ({
      ...{ role: "head" as const, name: "А", email: `${"x".repeat(60)}${index}@example.kz`, locale: "ru" as const },
    }));
    const sharing = (count: number) =>
      [departmentText, second].map((one) => ({ ...one, contacts: contacts.slice(0, count) }));
    const planOf = (count: number) => plan(present, { bodies: [ministryText, districtText, ...sharing(count)] });
    expect(planOf(1500).issues).toEqual([]);
    expect(planOf(2500).issues).toEqual([
      {
        path: ["bodies"],
        message: expect.stringMatching(/^would make 3 regions and 2500 addresses .* at most 200000: give/),
      },
    ]);
  });

  test.each([2023, 2029])("takes no dossier of %i, which nobody can record", (campaign) => {
    const dossiers = [planned, dossierOf([meetingOn(`${campaign}-03-12`)], { campaign })];
    expect(plan(present, { dossiers }).issues.map(({ path }) => path)).toEqual([["dossiers", 1, "campaign"]]);
  });

  test.each([2024, 2028])("takes one of %i", (campaign) => {
    const dossiers = [planned, dossierOf([meetingOn(`${campaign}-03-12`)], { campaign })];
    expect(plan(present, { dossiers }).issues).toEqual([]);
  });

  test("removes no body whose dossier stays", () => {
    const bodies = [ministryText, departmentText, second];
    expect(plan(present, { bodies }).issues.map(({ path }) => path)).toEqual([["bodies"]]);
    expect(plan(present, { bodies, dossiers: [] }).issues).toEqual([]);
    expect(plan(present, { bodies, dossiers: [dossierOf([], { body: "PB-1" })] }).issues).toEqual([]);
  });
});
