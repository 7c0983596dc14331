import { describe, expect, test } from "vitest";
import { instant } from "../../core/calendar/zone.ts";
import { Dossier } from "../../core/dossier/dossier.ts";
import { policyWith } from "../../core/order608/default-policy.ts";
import type { RegisterChange } from "../../core/register/change.ts";
import { REGISTER_RECORD } from "../../core/use-cases/register-changes/register-edition.ts";
import { identifiers } from "../../functions/identifiers.ts";
import { departmentText, districtText, dossierOf, meetingOn, ministryText } from "../core/support/facts.ts";
import { almaty } from "../support/memory/clocks.ts";
import { itemName } from "../support/memory/records.ts";
import { admin, editingWorld } from "./support/editing.ts";

const texts = [ministryText, departmentText, districtText, { ...departmentText, id: "DP-2", contacts: [] }] as const;
const [officer] = districtText.contacts;
if (!officer) throw new Error("PB-1 has no contact.");
const contact = { role: "head", name: "Б. Новый", email: "new@pb1.example", locale: "kk" } as const;
const add: RegisterChange = { kind: "add-contact", id: "PB-1", contact };
const policy = policyWith({ noticeDays: 12 });
/** After the change, whose bounces are forgiven. */
const BOUNCED = almaty("2027-03-20T09:00");

async function createWorld({ isEmpty = false } = {}) {
  const world = await editingWorld(isEmpty ? [] : texts, policy);
  const markOf = (email: string) => {
    const recipientKey = identifiers.recipientKey(email);
    return world.outOfUse.mark({ recipientKey, at: instant(1), letter: "l", reason: null });
  };
  return { ...world, markOf };
}

const set = (id: string, fields: Extract<RegisterChange, { kind: "change-body" }>["set"]): RegisterChange => ({
  ...{ kind: "change-body", id, set: fields },
});

describe("a change of the register", () => {
  test("needs a register", async () => {
    const { edit } = await createWorld({ isEmpty: true });
    expect(await edit(add)).toEqual({ kind: "no-register" });
  });

  test("is told with the caller's name, and leaves the policy as it is", async () => {
    const { edit, register, ports } = await createWorld();
    expect(await edit(add)).toMatchObject({ entry: { by: { id: admin.id, name: admin.name } } });
    expect((await register.directory())?.policy).toEqual(policy);
    const [entry] = await ports.audit.entries(REGISTER_RECORD);
    expect(JSON.parse(entry?.text ?? "").changes).toEqual([
      expect.objectContaining({ path: expect.stringContaining("bodies/PB-1/contacts") }),
    ]);
  });

  test("is made of the version that the administrator has seen, or of any", async () => {
    const { edit } = await createWorld();
    expect(await edit(add, { version: 1 })).toMatchObject({ kind: "recorded", entry: { version: 2 } });
    expect(await edit(set("PB-1", { name: { ru: "Иное", kk: "Басқа" } }), { version: 1 })).toEqual({
      ...{ kind: "conflict", version: 2 },
    });
  });

  test("is another one when its reason is, or who asks for it", async () => {
    const { edit } = await createWorld();
    await edit(add, { request: "same" });
    expect(await edit(add, { request: "same", reason: "Иная" })).toEqual({ kind: "other-request" });
    const other = { ...admin, id: "user:other" };
    expect(await edit(add, { request: "same" }, other)).toEqual({ kind: "other-request" });
    expect(await edit(add, { request: "same" })).toMatchObject({ kind: "recorded", entry: { version: 2 } });
  });

  test.each([
    ["changed", { kind: "conflict", version: 2 }],
    ["too-large", { kind: "too-large" }],
  ] as const)("that the store answers with %s puts no address into use", async (answer, outcome) => {
    const { edit, markOf, outOfUse, ports } = await createWorld();
    await markOf(contact.email);
    const editions = { ...ports.editions, put: async () => answer };
    expect(await edit(add, {}, admin, { editions })).toEqual(outcome);
    expect(await outOfUse.all()).toHaveLength(1);
  });

  test("of a contact without its address puts none into use", async () => {
    const { edit, markOf, outOfUse } = await createWorld();
    await markOf(officer.email);
    const { role, email } = officer;
    expect(
      await edit({ kind: "change-contact", id: "PB-1", contact: { role, email }, set: { name: "А. Иной" } }),
    ).toMatchObject({ kind: "recorded" });
    expect(await edit(set("PB-1", { name: { ru: "Иное", kk: "Басқа" } }))).toMatchObject({ kind: "recorded" });
    expect(await outOfUse.all()).toHaveLength(1);
  });
});

test("a change that is sent again puts an address into use once: what has bounced since stays out of use", async () => {
  const { edit, markOf, outOfUse } = await createWorld();
  await markOf(contact.email);
  const first = await edit(add, { request: "same" });
  expect(await outOfUse.all()).toEqual([]);
  await outOfUse.mark({
    recipientKey: identifiers.recipientKey(contact.email),
    at: BOUNCED,
    letter: "m",
    reason: null,
  });
  expect(await edit(add, { request: "same" })).toEqual(first);
  expect(await outOfUse.all()).toMatchObject([{ letter: "m" }]);
});

describe("a move of a body", () => {
  test("is free without a dossier", async () => {
    const { edit } = await createWorld();
    expect(await edit(set("PB-1", { parent: "DP-2" }))).toMatchObject({ kind: "recorded" });
  });

  test.each([2024, 2028])("is refused at its parent with a dossier of %i", async (campaign) => {
    const { edit, dossiers } = await createWorld();
    dossiers.import("DP-1", Dossier.parse(dossierOf([meetingOn(`${campaign}-03-26`)], { campaign })));
    const outcome = await edit(set("PB-1", { parent: "DP-2" }));
    expect(outcome).toMatchObject({ kind: "refused", issues: [{ path: "parent", rule: "has-dossier" }] });
    // Whatever else is changed does not ask for dossiers.
    expect(await edit(set("PB-1", { name: { ru: "Иное", kk: "Басқа" } }))).toMatchObject({ kind: "recorded" });
  });
});

test("a dossier that cannot be read holds back a move, and no other change", async () => {
  const { edit, dossiers } = await createWorld();
  const damaged = { version: 1, format: 9, data: "{}", newest: null };
  dossiers.items.set(itemName({ scope: "DP-1", body: "PB-1", campaign: 2027 }), damaged);
  expect(await edit(set("PB-1", { parent: "DP-2" }))).toMatchObject({ kind: "refused" });
  expect(await edit(set("PB-1", { name: { ru: "Иное", kk: "Басқа" } }))).toMatchObject({ kind: "recorded" });
});

describe("what breaks a rule of files is refused at its field", () => {
  const wrong = { ...contact, email: "nobody" };
  test.each<[string, RegisterChange, string]>([
    ["an address that is none", { kind: "add-contact", id: "PB-1", contact: wrong }, "email"],
    ["a zone that is none", set("PB-1", { zone: "Asia/Nowhere" }), "zone"],
    ["an empty name", set("PB-1", { name: { ru: "", kk: "Басқа" } }), "name.ru"],
  ])("%s", async (_, change, path) => {
    const { edit, ports } = await createWorld();
    const outcome = await edit(change);
    expect(outcome).toMatchObject({ kind: "refused", issues: [{ path, rule: "file-rule" }] });
    expect((await ports.editions.read("edition"))?.version).toBe(1);
  });
});

test("a register that was not changed says so once, without a field", async () => {
  const { edit, register } = await createWorld();
  const { name } = districtText;
  expect(await edit(set("PB-1", { name }))).toMatchObject({
    ...{ kind: "refused", issues: [{ path: "", rule: "nothing-to-change" }] },
  });
  expect((await register.directory())?.version).toBe(1);
});
