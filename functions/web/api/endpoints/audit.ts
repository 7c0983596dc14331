import * as z from "zod";
import { readHistory } from "../../../../core/audit/append.ts";
import { AuditEntry, HashText } from "../../../../core/audit/entry.ts";
import { verifyChain } from "../../../../core/audit/verify-chain.ts";
import { dossierName } from "../../../../core/dossier/dossier-record.ts";
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

/** `dossier:BODY:CAMPAIGN`, as commands answer it. */
const RecordName = z.string().regex(/^dossier:[A-Za-z0-9-]{1,40}:\d{4}$/, "is no record's name: dossier:BODY:CAMPAIGN");

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
    const { body, key } = dossierNamed(params.record, call);
    call.require("read-audit", body);
    const { dossiers, audit, hash } = call.deps;
    const record = dossierName(key);
    const { filed, stored, entries } = await readHistory(key, record, { records: dossiers, audit });
    const { items, next } = pageFrom(entries, ({ version }) => String(version), query);
    return json(AuditPage, { record, chain: verifyChain(record, filed, stored, hash), items, next });
  },
});

export const auditEndpoints: readonly Endpoint[] = [getAudit];
