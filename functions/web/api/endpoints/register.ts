import * as z from "zod";
import { Prose } from "../../../../core/dossier/commands/input.ts";
import { Body, BodyId, Contact } from "../../../../core/register/body.ts";
import { BodyFields, ContactFields, ContactName, type RegisterChange } from "../../../../core/register/change.ts";
import { editRegister } from "../../../../core/use-cases/register-changes/register-edits.ts";
import { idempotencyKey, seenVersion, tagOf } from "../conditions.ts";
import { type Answer, type Call, defineEndpoint, type Endpoint, None } from "../endpoint.ts";
import { Problem } from "../problem.ts";
import { name } from "../schemas.ts";
import { Recorded, recordedAnswer } from "./commands.ts";

const example = (command: string, changes: readonly unknown[]) => ({
  ...{ record: "register:edition", version: 4, command, request: "5f0c" },
  ...{ at: 1_800_000_000_000, day: "2027-01-15", changes },
});

/** What all edits of the register have in common. */
const common = (command: string, changes: readonly unknown[]) =>
  ({
    method: "post",
    tag: "Register",
    query: None,
    headers: ["If-Match", "Idempotency-Key"],
    answers: {
      200: {
        description: "What was recorded; the same answer again for the same Idempotency-Key.",
        schema: Recorded,
        headers: { ETag: "The register's version that was written." },
        example: example(command, changes),
      },
    },
    errors: [
      ...(["forbidden", "invalid-json", "unsupported-media-type", "body-too-large", "refused"] as const),
      ...(["key-reused", "changed", "record-full"] as const),
    ],
  }) as const;

/** Makes a change; `If-Match` names the version of the whole register, the ETag of a body. */
async function edit(change: RegisterChange, reason: string, call: Call): Promise<Answer> {
  call.require("edit-register", null);
  const { deps, caller, context } = call;
  const version = seenVersion(context.req.header("if-match"));
  const request = idempotencyKey(context.req.header("idempotency-key")) ?? deps.identifiers.token();
  const outcome = await editRegister({ change, reason, request, version }, caller, deps);
  switch (outcome.kind) {
    case "recorded":
      return recordedAnswer(outcome.entry);
    case "refused":
      throw new Problem("refused", {
        issues: outcome.issues.map(({ path, ...issue }) => ({ path: path === "" ? "body" : `body.${path}`, ...issue })),
      });
    case "conflict":
      throw new Problem("changed", { version: outcome.version }, { etag: tagOf(outcome.version) });
    case "other-request":
      throw new Problem("key-reused");
    case "too-large":
      throw new Problem("record-full");
    case "forbidden":
    case "no-register":
      throw new Problem(outcome.kind);
  }
}

const newContact = { role: "officer", name: "А. Ахметов", email: "officer@dp-10.example", locale: "kk" } as const;
const newBody = {
  ...{ id: "DP-90", parent: "MIA", kind: "department", zone: "Asia/Almaty", activeFrom: "2027-02-01" },
  ...{ name: { ru: "Департамент полиции области", kk: "Облыстың полиция департаменті" }, contacts: [newContact] },
};

const addBody = defineEndpoint({
  ...common("add-body", [{ path: "bodies/DP-90", after: newBody }]),
  path: "/bodies",
  id: "addBody",
  summary: "Adds a body to the register.",
  params: None,
  body: name("AddBodyInput", z.strictObject({ body: Body, reason: Prose })),
  examples: { body: { body: newBody, reason: "Приказ о создании департамента" } },
  handle: ({ body: { body, reason } }, call) => edit({ kind: "add-body", body }, reason, call),
});

const BodyParams = z.strictObject({ body: BodyId });
const exampleParams = { params: { body: "DP-10" } };

const changeBody = defineEndpoint({
  ...common("change-body", [{ path: "bodies/DP-10/activeTo", after: "2027-12-31" }]),
  path: "/bodies/{body}",
  id: "changeBody",
  summary: "Changes a body: its name, or `activeTo`, its last day. A body that has a dossier keeps its parent.",
  params: BodyParams,
  body: name("ChangeBodyInput", z.strictObject({ set: BodyFields, reason: Prose })),
  examples: { ...exampleParams, body: { set: { activeTo: "2027-12-31" }, reason: "Реорганизация" } },
  handle: ({ params: { body: id }, body: { set, reason } }, call) => {
    call.require("edit-register", call.body(id));
    return edit({ kind: "change-body", id, set }, reason, call);
  },
});

const addContact = defineEndpoint({
  ...common("add-contact", [{ path: "bodies/DP-10/contacts/2", after: newContact }]),
  path: "/bodies/{body}/contacts",
  id: "addContact",
  summary: "Adds a contact to a body; an address that had bounced is in use again.",
  params: BodyParams,
  body: name("AddContactInput", z.strictObject({ contact: Contact, reason: Prose })),
  examples: { ...exampleParams, body: { contact: newContact, reason: "Назначен" } },
  handle: ({ params: { body: id }, body: { contact, reason } }, call) => {
    call.require("edit-register", call.body(id));
    return edit({ kind: "add-contact", id, contact }, reason, call);
  },
});

const changeContact = defineEndpoint({
  ...common("change-contact", [{ path: "bodies/DP-10/contacts/0/to", after: "2027-03-01" }]),
  path: "/bodies/{body}/contacts/change",
  id: "changeContact",
  summary: "Changes the contact of a role and address: a new address, or `to`, the last day in office.",
  params: BodyParams,
  body: name("ChangeContactInput", z.strictObject({ contact: ContactName, set: ContactFields, reason: Prose })),
  examples: {
    ...exampleParams,
    body: {
      ...{ contact: { role: "officer", email: "officer@dp-10.example" }, set: { to: "2027-03-01" } },
      reason: "Переведен",
    },
  },
  handle: ({ params: { body: id }, body: { contact, set, reason } }, call) => {
    call.require("edit-register", call.body(id));
    return edit({ kind: "change-contact", id, contact, set }, reason, call);
  },
});

export const registerEndpoints: readonly Endpoint[] = [
  addBody,
  ...[changeBody, addContact, changeContact].map((one) => ({
    ...one,
    errors: [...(one.errors ?? []), "unknown-body" as const],
  })),
];
