import * as z from "zod";
import { readArchived } from "../../../../core/audit/archived.ts";
import type { StoredRecord } from "../../../../core/audit/stored.ts";
import { DayText, yearOf } from "../../../../core/calendar/day.ts";
import { localTime } from "../../../../core/calendar/zone.ts";
import { Campaign, Dossier, emptyDossier } from "../../../../core/dossier/dossier.ts";
import { type DossierKey, type DossierRecord, readDossierData } from "../../../../core/dossier/dossier-record.ts";
import { type Body, BodyId } from "../../../../core/register/body.ts";
import { FIRST_CAMPAIGN } from "../../../../core/use-cases/assess/assess.ts";
import { isKnown, tagOf } from "../conditions.ts";
import { type Call, defineEndpoint, type Endpoint, json, None } from "../endpoint.ts";
import { Problem } from "../problem.ts";
import { CampaignText, name } from "../schemas.ts";

/** The address of a dossier. */
export const DossierParams = z.strictObject({ body: BodyId, campaign: CampaignText });

/** A body that can have a dossier of a campaign, and the dossier's key; throws `unknown-body` or `no-dossier`. */
export function dossierAt(
  { body: id, campaign }: z.output<typeof DossierParams>,
  { body: find, loaded: { register }, deps }: Call,
): { readonly body: Body; readonly key: DossierKey } {
  const body = find(id);
  const last = yearOf(localTime(deps.clock.calendarNow(), body.zone).day) + 1;
  if (body.id === register.ministry.id || campaign < FIRST_CAMPAIGN || campaign > last) throw new Problem("no-dossier");
  return { body, key: { scope: register.scopeOf(body), body: id, campaign } };
}

const DossierAnswer = name(
  "DossierAnswer",
  z.strictObject({
    body: BodyId,
    campaign: Campaign,
    /** Counts the writes; 0 while nothing is recorded. The ETag is this number in quotation marks. */
    version: z.int().nonnegative(),
    dossier: Dossier,
    /** The day on which each fact was recorded, by its path; facts from a file have none. */
    recorded: z.record(z.string(), DayText),
  }),
);

const getDossier = defineEndpoint({
  method: "get",
  path: "/dossiers/{body}/{campaign}",
  id: "getDossier",
  tag: "Dossiers",
  summary: "Everything recorded for a body in a campaign; empty when that is nothing.",
  params: DossierParams,
  query: None,
  headers: ["If-None-Match"],
  answers: {
    200: {
      description: "The dossier.",
      schema: DossierAnswer,
      headers: { ETag: "The version, for `If-Match` and `If-None-Match`." },
      example: {
        ...{ body: "DP-10", campaign: 2027, version: 1 },
        dossier: { body: "DP-10", campaign: 2027, schedule: { approvedOn: "2027-01-20" }, meetings: [], waivers: [] },
        recorded: { schedule: "2027-01-20" },
      },
    },
    304: { description: "You have this version already.", headers: { ETag: "The version." } },
  },
  errors: ["unknown-body", "no-dossier", "forbidden", "archived", "damaged-record"],
  examples: { params: { body: "DP-10", campaign: "2027" } },
  handle: async ({ params }, call) => {
    const { body, key } = dossierAt(params, call);
    call.require("read", body);
    const stored = await call.deps.dossiers.read(key);
    const version = stored?.version ?? 0;
    const headers = { etag: tagOf(version), "cache-control": "private, no-cache" };
    if (isKnown(call.context.req.header("if-none-match"), version)) return { status: 304, headers };
    const { dossier, recorded } = recordOf(stored, key);
    return json(DossierAnswer, { body: body.id, campaign: key.campaign, version, dossier, recorded }, headers);
  },
});

/** What a stored record says; throws `archived` or `damaged-record`. */
function recordOf(stored: StoredRecord | null, key: DossierKey): DossierRecord {
  if (!stored) return emptyRecord(key);
  const archived = readArchived(stored);
  if (archived) throw new Problem("archived", { detail: `It lies in ${archived.file} (SHA-256 ${archived.sha256}).` });
  const record = readDossierData(stored, key);
  if ("reason" in record) throw new Problem("damaged-record");
  return record;
}

/** A dossier as it is stored; throws `archived` or `damaged-record`. */
export const dossierIn = async (key: DossierKey, { deps }: Call): Promise<DossierRecord> =>
  recordOf(await deps.dossiers.read(key), key);

const emptyRecord = ({ body, campaign }: DossierKey): DossierRecord => ({
  dossier: emptyDossier(body, campaign),
  recorded: {},
});

export const dossierEndpoints: readonly Endpoint[] = [getDossier];
