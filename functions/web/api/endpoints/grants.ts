import * as z from "zod";
import { Prose } from "../../../../core/dossier/commands/input.ts";
import { BodyId } from "../../../../core/register/body.ts";
import { Grant, partsOf } from "../../../../core/register/grant.ts";
import { GrantRecord, Subject } from "../../../../core/register/grant-record.ts";
import { editGrants, type GrantOutcome, readableGrants } from "../../../../core/use-cases/records/grants.ts";
import { idempotencyKey, seenVersion, tagOf } from "../conditions.ts";
import { type Answer, type Call, defineEndpoint, type Endpoint, json, None } from "../endpoint.ts";
import { pageFrom, pageOf, paging } from "../page.ts";
import { Problem } from "../problem.ts";
import { name } from "../schemas.ts";
import { Recorded, recordedAnswer } from "./commands.ts";

const GrantAnswer = name(
  "GrantAnswer",
  z.strictObject({
    subject: Subject,
    /** Null for a record that cannot be read, which grants nothing. */
    name: z.string().nullable(),
    grants: z.array(Grant),
    /** Counts the writes; 0 for somebody who was never granted anything. */
    version: z.int().nonnegative(),
  }),
);
const GrantPage = name("GrantPage", pageOf(GrantAnswer));
const exampleGrants = { subject: "user:aigerim", name: "Айгерим", grants: ["staff@DP-10"], version: 1 };

const listGrants = defineEndpoint({
  method: "get",
  path: "/grants",
  id: "listGrants",
  tag: "Grants",
  summary: "Who may do what, and where.",
  params: None,
  query: z.strictObject({
    ...paging,
    /** Only those who have a grant at this very body. */
    body: BodyId.exactOptional(),
    /** A part of a name or subject. */
    search: z.string().max(200).exactOptional(),
  }),
  answers: { 200: { description: "One page.", schema: GrantPage, example: { items: [exampleGrants], next: null } } },
  errors: ["forbidden"],
  handle: async ({ query: { body, search = "", ...wanted } }, call) => {
    call.require("read-grants", null);
    const wantedText = search.trim().toLowerCase();
    const all = (await call.deps.grants.all()).map(({ key, stored }) => answerOf(key, stored));
    const found = all.filter(
      ({ subject, name: own, grants }) =>
        `${subject} ${own ?? ""}`.toLowerCase().includes(wantedText) &&
        (body === undefined || grants.some((grant) => partsOf(grant).at === body)),
    );
    return json(
      GrantPage,
      pageFrom(found, ({ subject }) => subject, wanted),
    );
  },
});

type Stored = Awaited<ReturnType<Call["deps"]["grants"]["read"]>>;

function answerOf(subject: string, stored: Stored): z.output<typeof GrantAnswer> {
  const record = readableGrants(stored);
  return { subject, name: record?.name ?? null, grants: record?.grants ?? [], version: stored?.version ?? 0 };
}

const SubjectParams = z.strictObject({ subject: Subject });
const exampleParams = { params: { subject: "user:aigerim" } };

const getGrants = defineEndpoint({
  method: "get",
  path: "/grants/{subject}",
  id: "getGrants",
  tag: "Grants",
  summary: "What one person or machine may do.",
  params: SubjectParams,
  query: None,
  answers: {
    200: {
      description: "Their grants.",
      schema: GrantAnswer,
      headers: { ETag: "The version, for `If-Match`." },
      example: exampleGrants,
    },
  },
  errors: ["forbidden", "unknown-subject"],
  examples: exampleParams,
  handle: async ({ params: { subject } }, call) => {
    call.require("read-grants", null);
    const stored = await call.deps.grants.read(subject);
    if (!stored) throw new Problem("unknown-subject");
    return json(GrantAnswer, answerOf(subject, stored), { etag: tagOf(stored.version) });
  },
});

const GrantInput = name(
  "GrantInput",
  z.strictObject({ name: GrantRecord.shape.name, grants: GrantRecord.shape.grants, reason: Prose }),
);

const editGrantsOf = defineEndpoint({
  method: "post",
  path: "/grants/{subject}",
  id: "editGrants",
  tag: "Grants",
  summary: "Replaces everything that one person or machine may do; effective on their next request.",
  params: SubjectParams,
  query: None,
  body: GrantInput,
  headers: ["If-Match", "Idempotency-Key"],
  answers: {
    200: {
      description: "What was recorded; the same answer again for the same Idempotency-Key.",
      schema: Recorded,
      headers: { ETag: "The version that was written." },
      example: {
        ...{ record: "grants:user:aigerim", version: 1, command: "edit-grants", request: "5f0c" },
        ...{ at: 1_800_000_000_000, day: "2027-01-15", changes: [{ path: "grants", after: ["staff@DP-10"] }] },
      },
    },
  },
  errors: [
    ...(["forbidden", "invalid-json", "unsupported-media-type", "body-too-large", "refused"] as const),
    ...(["key-reused", "changed", "record-full"] as const),
  ],
  examples: {
    ...exampleParams,
    body: { name: "Айгерим", grants: ["staff@DP-10"], reason: "Новый сотрудник департамента" },
  },
  handle: async ({ params: { subject }, body }, call) => {
    call.require("edit-grants", null);
    const { deps, caller, loaded, context } = call;
    const seen = seenVersion(context.req.header("if-match"));
    const version = seen ?? (await deps.grants.read(subject))?.version ?? 0;
    const request = idempotencyKey(context.req.header("idempotency-key")) ?? deps.identifiers.token();
    const ports = { records: deps.grants, audit: deps.audit, hash: deps.hash, clock: deps.clock };
    return answered(await editGrants({ ...body, subject, request, version }, caller, loaded.register, ports));
  },
});

function answered(outcome: GrantOutcome): Answer {
  const refuse = (path: string, rule: string, message: string) =>
    new Problem("refused", { issues: [{ path, rule, message }] });
  switch (outcome.kind) {
    case "recorded":
      return recordedAnswer(outcome.entry);
    case "forbidden":
      throw new Problem("forbidden");
    case "unknown-bodies":
      throw refuse("body.grants", "unknown-body", `name unknown bodies: ${outcome.bodies.join(", ")}`);
    case "last-administrator":
      throw refuse("body.grants", "last-administrator", "would leave nobody who can give grants back");
    case "nothing-to-change":
      throw refuse("body", "nothing-to-change", "changes nothing");
    case "other-request":
      throw new Problem("key-reused");
    case "too-large":
      throw new Problem("record-full");
    case "conflict":
      throw new Problem("changed", { version: outcome.version }, { etag: tagOf(outcome.version) });
  }
}

export const grantEndpoints: readonly Endpoint[] = [listGrants, getGrants, editGrantsOf];
