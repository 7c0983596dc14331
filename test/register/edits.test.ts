import { describe, expect, test } from "vitest";
import { verifyChain } from "../../core/audit/verify-chain.ts";
import { day } from "../../core/calendar/day.ts";
import { instant } from "../../core/calendar/zone.ts";
import { Dossier } from "../../core/dossier/dossier.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { Body } from "../../core/register/body.ts";
import type { RegisterChange } from "../../core/register/change.ts";
import { loadRegister } from "../../core/use-cases/assess/assess.ts";
import { REGISTER_RECORD } from "../../core/use-cases/register-changes/register-edition.ts";
import { editRegister, type RegisterEditPorts } from "../../core/use-cases/register-changes/register-edits.ts";
import { sha256 } from "../../functions/hash.ts";
import { identifiers } from "../../functions/identifiers.ts";
import { departmentText, districtText, dossierOf, meetingOn, ministryText } from "../core/support/facts.ts";
import { admin, editingWorld } from "./support/editing.ts";

/** One contact only, whom the ministry cannot spare. */
const ministry = { ...ministryText, contacts: ministryText.contacts.filter(({ role }) => role === "staff") };
const texts = [ministry, departmentText, districtText, { ...departmentText, id: "DP-2", contacts: [] }] as const;
const contact = { role: "head", name: "Б. Новый", email: "new@pb1.example", locale: "kk" } as const;

async function createWorld() {
  const world = await editingWorld(texts, defaultPolicy);
  const bodyOf = async (id: string) =>
    (await loadRegister(world.register, ({ scopes }) => scopes))?.register.byId.get(id);
  return { ...world, bodyOf };
}

const set = (id: string, fields: Extract<RegisterChange, { kind: "change-body" }>["set"]): RegisterChange => ({
  ...{ kind: "change-body", id, set: fields },
});
const newBody = (more: Partial<Body> = {}): RegisterChange => ({
  kind: "add-body",
  body: { ...Body.parse({ ...districtText, id: "PB-9", contacts: [] }), ...more },
});

describe("a change of the register", () => {
  test("is in force at once, and the audit says who, why, before and after, with the hash of the edition", async () => {
    const { edit, bodyOf, ports } = await createWorld();
    const outcome = await edit({ kind: "add-contact", id: "PB-1", contact });
    expect(outcome).toMatchObject({
      kind: "recorded",
      entry: {
        record: REGISTER_RECORD,
        version: 2,
        command: "add-contact",
        reason: "Приказ № 5",
        by: { id: admin.id },
      },
    });
    expect((await bodyOf("PB-1"))?.contacts.at(-1)).toEqual(contact);
    await edit(set("PB-1", { name: { ru: "Иное", kk: "Басқа" } }));
    const stored = await ports.editions.read("edition");
    const filed = await ports.audit.entries(REGISTER_RECORD);
    expect(verifyChain(REGISTER_RECORD, filed, stored, sha256)).toMatchObject({ kind: "intact", entries: 2 });
    expect(JSON.parse(filed[1]?.text ?? "").changes).toContainEqual({
      path: "bodies/PB-1/name/ru",
      before: districtText.name.ru,
      after: "Иное",
    });
  });

  test("repeated gives its first result; its name for another request and an old version are refused", async () => {
    const { edit } = await createWorld();
    const first = await edit({ kind: "add-contact", id: "PB-1", contact }, { request: "same" });
    await edit(set("PB-1", { activeFrom: day("2001-01-01") }));
    expect(await edit({ kind: "add-contact", id: "PB-1", contact }, { request: "same" })).toEqual(first);
    expect(await edit(newBody(), { request: "same" })).toEqual({ kind: "other-request" });
    expect(await edit(newBody(), { version: 2 })).toEqual({ kind: "conflict", version: 3 });
    expect(await edit(newBody(), {}, { ...admin, grants: ["staff@MIA"] })).toEqual({ kind: "forbidden" });
  });

  test("adds a body behind its siblings and ends one with its last day", async () => {
    const { edit, bodyOf, ports } = await createWorld();
    expect(await edit(newBody())).toMatchObject({ kind: "recorded" });
    const loaded = await loadRegister(ports.register, ({ scopes }) => scopes);
    expect(loaded?.register.bodies.map(({ id }) => id).sort()).toEqual(["DP-1", "DP-2", "MIA", "PB-1", "PB-9"]);
    await edit(set("PB-9", { activeTo: day("2027-12-31") }));
    expect((await bodyOf("PB-9"))?.activeTo).toBe(day("2027-12-31"));
  });

  test("puts a new address into use, also when it had bounced before", async () => {
    const { edit, outOfUse, bodyOf } = await createWorld();
    const mark = { recipientKey: identifiers.recipientKey(contact.email), at: instant(1), letter: "l", reason: null };
    await outOfUse.mark(mark);
    const [first] = (await bodyOf("PB-1"))?.contacts ?? [];
    if (!first) throw new Error("PB-1 has no contact.");
    await edit({
      kind: "change-contact",
      id: "PB-1",
      contact: { role: first.role, email: first.email },
      set: { email: contact.email },
    });
    expect((await bodyOf("PB-1"))?.contacts[0]?.email).toBe(contact.email);
    expect(await outOfUse.all()).toEqual([]);
  });

  test("sent again after a crash it puts the new address into use as well", async () => {
    const { ports, outOfUse } = await createWorld();
    const recipientKey = identifiers.recipientKey(contact.email);
    await outOfUse.mark({ recipientKey, at: instant(1), letter: "l", reason: null });
    const change: RegisterChange = { kind: "add-contact", id: "PB-1", contact };
    const send = (over: Partial<RegisterEditPorts>) =>
      editRegister({ change, reason: "Приказ № 5", request: "r" }, admin, { ...ports, ...over });
    const read = () => Promise.reject(new Error("The process died."));
    await expect(send({ clearings: { ...ports.clearings, read } })).rejects.toThrow("died");
    expect(await outOfUse.all()).toHaveLength(1);
    expect(await send({})).toMatchObject({ kind: "recorded", entry: { version: 2 } });
    expect(await outOfUse.all()).toEqual([]);
  });
});

const staff = { role: "staff", email: ministryText.contacts[0]?.email ?? "" } as const;

const refusals: readonly (readonly [string, RegisterChange, string, string])[] = [
  ["an id that is taken", newBody({ id: "DP-2" }), "id", "taken"],
  ["a parent that nobody knows", newBody({ parent: "DP-7" }), "parent", "unknown-parent"],
  ["a second ministry", newBody({ parent: null, kind: "ministry" }), "kind", "ministry"],
  ["a body that is none", set("PB-7", {}), "id", "unknown-body"],
  ["a cycle", set("DP-1", { parent: "PB-1" }), "parent", "cycle"],
  ["another parent for a body with a dossier", set("PB-1", { parent: "DP-2" }), "parent", "has-dossier"],
  ["the end of the ministry", set("MIA", { activeTo: day("2027-12-31") }), "activeTo", "ministry"],
  ["the end of a body before those below", set("DP-1", { activeTo: day("2027-12-31") }), "activeTo", "bodies-below"],
  ["an end before the beginning", set("PB-1", { activeTo: day("1999-12-31") }), "activeTo", "file-rule"],
  ["a change of nothing", set("PB-1", {}), "", "nothing-to-change"],
  [
    ...(["a contact that is none"] as const),
    { kind: "change-contact", id: "PB-1", contact: { role: "apex", email: "x@y.example" }, set: {} },
    ...(["email", "unknown-contact"] as const),
  ],
  [
    ...(["the ministry's last staff without end"] as const),
    { kind: "change-contact", id: "MIA", contact: staff, set: { to: day("2027-03-31") } },
    ...(["to", "ministry-contact"] as const),
  ],
];

test.each(refusals)("refused is %s", async (_what, change, path, rule) => {
  const { edit, dossiers, ports } = await createWorld();
  dossiers.import("DP-1", Dossier.parse(dossierOf([meetingOn("2027-03-26")])));
  expect(await edit(change)).toMatchObject({ kind: "refused", issues: [{ path, rule }] });
  expect((await ports.editions.read("edition"))?.version).toBe(1);
});
