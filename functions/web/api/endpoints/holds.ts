import * as z from "zod";
import type { AuditedOutcome } from "../../../../core/audit/record-audited.ts";
import { InstantNumber } from "../../../../core/calendar/zone.ts";
import { Prose } from "../../../../core/dossier/commands/input.ts";
import { Brake, holdsAt } from "../../../../core/escalation/brake.ts";
import { BodyId } from "../../../../core/register/body.ts";
import { recipientFinder } from "../../../../core/use-cases/assess/recipients.ts";
import { clearAddress } from "../../../../core/use-cases/letters/address-clearings.ts";
import { type BrakeDecision, decideAboutBrake } from "../../../../core/use-cases/letters/brake-decisions.ts";
import { idempotencyKey, seenVersion } from "../conditions.ts";
import { type Answer, type Call, defineEndpoint, type Endpoint, json, None } from "../endpoint.ts";
import { slotNow } from "../moment.ts";
import { pageFrom, pageOf, paging } from "../page.ts";
import { Problem, type ProblemCode } from "../problem.ts";
import { name } from "../schemas.ts";

const { slot, until, bodies, of, stopped, released, version } = Brake.shape;

const BrakeAnswer = name(
  "Brake",
  z.strictObject({
    scope: BodyId,
    /** Whether letters are held at the latest slot. */
    holds: z.boolean(),
    ...{ version, slot, until, bodies, of, stopped, released },
  }),
);

const brakeExample = {
  ...{ scope: "DP-10", holds: true, version: 1, bodies: 9, of: 12, stopped: null, released: null },
  ...{ slot: { day: "2027-03-19", time: "18:00" }, until: { day: "2027-03-24", time: "09:00" } },
};

async function brakesOf(call: Call): Promise<z.output<typeof BrakeAnswer>[]> {
  const now = slotNow(call);
  const standings = await call.deps.log.standings();
  return standings.flatMap(({ scope, brake }) => (brake ? [{ ...brake, scope, holds: holdsAt(brake, now) }] : []));
}

const listBrakes = defineEndpoint({
  method: "get",
  path: "/brakes",
  id: "listBrakes",
  tag: "Sweeps",
  summary: "The brake that was put on last in each scope: what it counted, until when it holds, who decided about it.",
  params: None,
  query: z.strictObject({ ...paging }),
  answers: {
    200: {
      description: "One page, by scope.",
      schema: name("BrakePage", pageOf(BrakeAnswer)),
      example: { items: [brakeExample], next: null },
    },
  },
  errors: ["forbidden"],
  handle: async ({ query }, call) => {
    call.require("sweep", null);
    return json(
      pageOf(BrakeAnswer),
      pageFrom(await brakesOf(call), ({ scope }) => scope, query),
    );
  },
});

const Reason = name("ReasonInput", z.strictObject({ reason: Prose }));

const decisionErrors = [
  ...(["forbidden", "invalid-json", "unsupported-media-type", "body-too-large", "refused"] as const),
  ...(["key-reused", "conflict", "changed"] as const),
];

const brakeEndpoint = (decision: BrakeDecision, summary: string): Endpoint =>
  defineEndpoint({
    method: "post",
    path: `/brakes/{scope}/${decision}`,
    id: `${decision}Brake`,
    tag: "Sweeps",
    summary,
    description: "`If-Match` may name the brake's `version` that you have seen. The decision is kept in the audit.",
    params: z.strictObject({ scope: BodyId }),
    query: None,
    body: Reason,
    headers: ["If-Match", "Idempotency-Key"],
    answers: { 200: { description: "The brake after it.", schema: BrakeAnswer, example: brakeExample } },
    errors: decisionErrors,
    examples: { params: { scope: "DP-10" }, body: { reason: "Импорт проверен, сведения верны" } },
    handle: async ({ params: { scope }, body: { reason } }, call) => {
      call.require("sweep", null);
      const seen = seenVersion(call.context.req.header("if-match"));
      const outcome = await decideAboutBrake(
        { ...{ scope, decision, reason, slot: slotNow(call), seen }, ...requestOf(call) },
        { ...call.deps, records: call.deps.brakes },
      );
      if (outcome.kind === "no-brake") throw refused("scope", "no-brake", `no brake holds letters of ${scope} now`);
      if (outcome.kind === "nothing-to-change") throw refused("scope", "nothing-to-change", "is stopped already");
      if (outcome.kind === "other-brake") throw new Problem("changed", { version: outcome.version });
      entryOf(outcome);
      const after = (await brakesOf(call)).find((brake) => brake.scope === scope);
      if (!after) throw new Error(`The brake of ${scope}, which was just decided about, is gone.`);
      return json(BrakeAnswer, after);
    },
  });

/** Who asks, and the request's id. */
function requestOf(call: Call) {
  const { id, name: called } = call.caller;
  const key = idempotencyKey(call.context.req.header("idempotency-key"));
  return {
    by: { id, name: called },
    zone: call.loaded.register.ministry.zone,
    request: key === undefined ? call.deps.identifiers.token() : call.deps.hash(`${id} ${key}`),
    isRepeatable: key !== undefined,
  };
}

/** The entry of what was recorded; throws for everything else. */
function entryOf(outcome: AuditedOutcome) {
  const codes = { conflict: "conflict", busy: "conflict", "other-request": "key-reused", "too-large": "record-full" };
  if (outcome.kind === "recorded") return outcome.entry;
  throw new Problem(codes[outcome.kind] as ProblemCode); // its own values, which are codes
}

const refused = (path: string, rule: string, message: string): Problem =>
  new Problem("refused", { issues: [{ path, rule, message }] });

const OutOfUse = name(
  "AddressOutOfUse",
  z.strictObject({
    /** First 22 characters of base64url SHA-256 of the lower-cased address. */
    recipientKey: z.string(),
    /** Whose address it is by the register; null for who is a contact no more. */
    contact: z.strictObject({ name: z.string(), bodies: z.array(z.string()) }).nullable(),
    /** When the mail service said that it takes no letters. */
    at: InstantNumber,
    /** The letter that did not arrive: `scope/year/recipientKey/n`. */
    letter: z.string(),
    /** The service's own word for why. */
    reason: z.string().nullable(),
  }),
);

const listOutOfUse = defineEndpoint({
  method: "get",
  path: "/addresses/out-of-use",
  id: "listAddressesOutOfUse",
  tag: "Letters",
  summary: "Addresses that a bounce has put out of use, and whose they are.",
  params: None,
  query: z.strictObject({ ...paging }),
  answers: {
    200: {
      description: "One page, the latest first.",
      schema: name("AddressOutOfUsePage", pageOf(OutOfUse)),
      example: {
        items: [
          {
            ...{ recipientKey: "mZ6oD6Dkq0zS1l1pVb3u2A", at: 1_805_000_000_000, reason: "smtp; 550 5.1.1" },
            ...{ letter: "DP-10/2027/mZ6oD6Dkq0zS1l1pVb3u2A/3", contact: { name: "Айгерим", bodies: ["DP-10"] } },
          },
        ],
        next: null,
      },
    },
  },
  errors: ["forbidden"],
  handle: async ({ query }, call): Promise<Answer> => {
    call.require("edit-register", null);
    const { register } = call.loaded;
    const find = recipientFinder(register, call.deps.identifiers);
    const marks = (await call.deps.outOfUse.all()).toSorted((a, b) => b.at - a.at);
    const all = marks.map(({ recipientKey, at, letter, reason }) => {
      const contact = find(recipientKey);
      const isTheirs = ({ email }: { readonly email: string }) =>
        call.deps.identifiers.recipientKey(email) === recipientKey;
      const own = contact ? register.bodies.filter(({ contacts }) => contacts.some(isTheirs)) : [];
      const known = contact ? { name: contact.name, bodies: own.map(({ id }) => id) } : null;
      return { recipientKey, contact: known, at, letter, reason };
    });
    return json(
      pageOf(OutOfUse),
      pageFrom(all, ({ recipientKey }) => recipientKey, query),
    );
  },
});

const clear = defineEndpoint({
  method: "post",
  path: "/addresses/out-of-use/{recipientKey}/clear",
  id: "clearAddress",
  tag: "Letters",
  summary: "Puts an address into use again: letters go to it from the next sweep on. It is kept in the audit.",
  params: z.strictObject({ recipientKey: z.string().regex(/^[\w-]{22}$/, "is no recipient's key") }),
  query: None,
  body: Reason,
  headers: ["Idempotency-Key"],
  answers: {
    200: {
      description: "It is in use again.",
      schema: name("AddressCleared", z.strictObject({ recipientKey: z.string(), at: InstantNumber })),
      example: { recipientKey: "mZ6oD6Dkq0zS1l1pVb3u2A", at: 1_805_000_000_000 },
    },
  },
  errors: [...decisionErrors.filter((code) => code !== "changed")],
  examples: { params: { recipientKey: "mZ6oD6Dkq0zS1l1pVb3u2A" }, body: { reason: "Ящик освобожден" } },
  handle: async ({ params: { recipientKey }, body: { reason } }, call) => {
    call.require("edit-register", null);
    const ports = { ...call.deps, records: call.deps.clearings };
    const outcome = await clearAddress({ recipientKey, reason, ...requestOf(call) }, ports);
    if (outcome.kind === "not-marked") throw refused("recipientKey", "not-marked", "is no address out of use");
    const { at } = entryOf(outcome);
    return json(z.strictObject({ recipientKey: z.string(), at: InstantNumber }), { recipientKey, at });
  },
});

export const holdEndpoints: readonly Endpoint[] = [
  listBrakes,
  brakeEndpoint("stop", "Keeps a brake on until it is released: none of what it holds is written."),
  brakeEndpoint("release", "Takes a brake off: the next sweep writes what is still open then; no old text is sent."),
  listOutOfUse,
  clear,
];
