import * as z from "zod";
import { type RecordHistory, readHistory } from "../../../../core/audit/append.ts";
import { AuditEntry, HashText } from "../../../../core/audit/entry.ts";
import { verifyChain } from "../../../../core/audit/verify-chain.ts";
import type { LetterId } from "../../../../core/escalation/ledger.ts";
import { letterNamed } from "../../../../core/use-cases/letters/acknowledge.ts";
import { clearingName } from "../../../../core/use-cases/letters/address-clearings.ts";
import { brakeName } from "../../../../core/use-cases/letters/brake-decisions.ts";
import { grantsName } from "../../../../core/use-cases/records/grants.ts";
import { REGISTER_RECORD } from "../../../../core/use-cases/register-changes/register-edition.ts";
import { type Call, defineEndpoint, type Endpoint, json } from "../endpoint.ts";
import { pageFrom, pageOf, paging } from "../page.ts";
import { Problem } from "../problem.ts";
import { name } from "../schemas.ts";
import { dossierAt } from "./dossiers.ts";

const Chain = name(
  "AuditChain",
  z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("intact"),
      entries: z.int(),
      /** Hash of the newest entry. */
      head: HashText.nullable(),
      /** False while the newest entry waits to be filed by the next write. */
      filed: z.boolean(),
    }),
    z.strictObject({
      kind: z.literal("broken"),
      fault: z.enum(["changed", "removed", "reordered", "facts-changed", "record-removed"]),
      /** The first entry that is not what was written. */
      version: z.int(),
    }),
  ]),
);

const AuditPage = name("AuditPage", pageOf(AuditEntry).extend({ record: z.string(), chain: Chain }));

/**
 * `dossier:BODY:CAMPAIGN`, as commands answer it, `evidence:BODY:CAMPAIGN` for its documents,
 * `letter:SCOPE:YEAR:RECIPIENT:N` for the answers to a letter, `brake:SCOPE` and `address:RECIPIENT` for what administrators
 * decided about what is held, `register:edition` for the register, `grants:SUBJECT` for what somebody may do.
 */
const RecordName = z
  .string()
  .regex(
    /^((?:dossier|evidence):[A-Za-z0-9-]{1,40}:\d{4}|letter:[A-Za-z0-9-]{1,40}:\d{4}:[\w-]{22}:\d{1,6}|brake:[A-Za-z0-9-]{1,40}|address:[\w-]{22}|register:edition|grants:(?:user|client):[!-~]{1,200})$/,
    "is no record's name: dossier:BODY:CAMPAIGN, evidence:BODY:CAMPAIGN, letter:SCOPE:YEAR:RECIPIENT:N, brake:SCOPE, address:RECIPIENT, register:edition or grants:SUBJECT",
  );

/** A record's history, when the caller may see it. */
async function historyNamed(record: string, call: Call): Promise<RecordHistory> {
  const { dossiers, evidence, acknowledgements, audit, brakes, clearings } = call.deps;
  if (record === REGISTER_RECORD) {
    call.require("edit-register", null);
    return readHistory("edition" as const, record, { records: call.deps.editions, audit });
  }
  if (record.startsWith(grantsName(""))) {
    call.require("read-grants", null);
    return readHistory(record.slice(grantsName("").length), record, { records: call.deps.grants, audit });
  }
  if (record.startsWith(brakeName(""))) {
    call.require("sweep", null);
    return readHistory(record.slice(brakeName("").length), record, { records: brakes, audit });
  }
  if (record.startsWith(clearingName(""))) {
    call.require("edit-register", null);
    return readHistory(record.slice(clearingName("").length), record, { records: clearings, audit });
  }
  const letter = letterNamed(record);
  if (letter) {
    await requireLetter(letter, call);
    return readHistory(letter, record, { records: acknowledgements, audit });
  }
  const { body, key } = dossierNamed(record, call);
  call.require("read-audit", body);
  return readHistory(key, record, { records: record.startsWith("evidence:") ? evidence : dossiers, audit });
}

/** The answers to a letter are for those who may see all that it tells of; its scope where it tells of no body. */
async function requireLetter(letter: LetterId, call: Call): Promise<void> {
  const entry = await call.deps.ledger.get(letter);
  if (!entry) throw new Problem("unknown-record");
  const { byId } = call.loaded.register;
  const told = [...entry.items, ...entry.closed].map(({ body }) => body);
  const bodies = (told.length > 0 ? told : [entry.scope]).map((id) => byId.get(id));
  if (!bodies.every((body) => body && call.may("read-audit", body))) throw new Problem("forbidden");
}

function dossierNamed(record: string, call: Call) {
  const [, body = "", campaign = ""] = record.split(":");
  try {
    return dossierAt({ body, campaign: Number(campaign) }, call);
  } catch (error) {
    if (error instanceof Problem) throw new Problem("unknown-record");
    throw error;
  }
}

const getAudit = defineEndpoint({
  method: "get",
  path: "/audit/{record}",
  id: "getAudit",
  tag: "Audit",
  summary: "Who changed what of a record, when and why, oldest first, and whether the chain of entries is intact.",
  params: z.strictObject({ record: RecordName }),
  query: z.strictObject({ ...paging }),
  answers: {
    200: {
      description: "One page; the chain is checked over all entries.",
      schema: AuditPage,
      example: {
        ...{ record: "dossier:DP-10:2027", next: null, items: [] },
        chain: { kind: "intact", entries: 0, head: null, filed: true },
      },
    },
  },
  errors: ["unknown-record", "forbidden"],
  examples: { params: { record: "dossier:DP-10:2027" } },
  handle: async ({ params, query }, call) => {
    const { record } = params;
    const { filed, stored, entries } = await historyNamed(record, call);
    const { items, next } = pageFrom(entries, ({ version }) => String(version), query);
    return json(AuditPage, { record, chain: verifyChain(record, filed, stored, call.deps.hash), items, next });
  },
});

export const auditEndpoints: readonly Endpoint[] = [getAudit];
