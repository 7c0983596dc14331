import type { Context } from "hono";
import { readArchived } from "../../../core/audit/archived.ts";
import { yearOf } from "../../../core/calendar/day.ts";
import { localTime } from "../../../core/calendar/zone.ts";
import { type Dossier, emptyDossier } from "../../../core/dossier/dossier.ts";
import { type DossierKey, readDossierData } from "../../../core/dossier/dossier-record.ts";
import { joinPath } from "../../../core/dossier/fact-path.ts";
import { recordedFacts } from "../../../core/dossier/recorded-facts.ts";
import { readEvidence, type StandingEvidence, standingEvidence } from "../../../core/evidence/evidence.ts";
import type { Body } from "../../../core/register/body.ts";
import { type Caller, mayDo } from "../../../core/register/grant.ts";
import { FIRST_CAMPAIGN } from "../../../core/use-cases/assess/assess.ts";
import type { RecordingDependencies } from "../dependencies.ts";
import { callerOf } from "../sign-in/caller.ts";
import { readerOf } from "../sign-in/reader.ts";
import { loadAll } from "../view.ts";

/** What the pages of a body's evidence work with. */
export interface EvidenceView {
  readonly body: Body;
  readonly key: DossierKey;
  readonly dossier: Dossier;
  /** The paths of all facts, in the dossier's order. */
  readonly facts: readonly string[];
  readonly evidence: readonly StandingEvidence[];
  /** Why nothing can be attached, whoever asks. */
  readonly closed: "archived" | "damaged" | null;
  /** Who may attach and remove; null for those who only read. */
  readonly author: Caller | null;
}

/** The evidence of the body and campaign in an address; null when there is none such that the caller may see. */
export async function loadEvidence(context: Context, deps: RecordingDependencies): Promise<EvidenceView | null> {
  const loaded = await loadAll(deps);
  const body = loaded?.register.byId.get(context.req.param("id") ?? "");
  if (!loaded || !body || body.kind === "ministry") return null;
  const { register } = loaded;
  if (!readerOf(context, deps, register).body(body.id)) return null;
  const year = yearOf(localTime(deps.clock.calendarNow(), body.zone).day);
  const campaign = campaignIn(context.req.query("campaign"), year);
  if (campaign === null) return null;
  const key = { scope: register.scopeOf(body), body: body.id, campaign };
  const caller = callerOf(context);
  const author = caller && mayDo("attach-evidence", caller, body, register) ? caller : null;
  return { body, key, author, ...(await contentOf(key, deps)) };
}

function campaignIn(text: string | undefined, year: number): number | null {
  if (text === undefined) return year;
  const campaign = /^\d{4}$/.test(text) ? Number(text) : 0;
  return campaign >= FIRST_CAMPAIGN && campaign <= year + 1 ? campaign : null;
}

async function contentOf(
  key: DossierKey,
  { api }: RecordingDependencies,
): Promise<Pick<EvidenceView, "dossier" | "facts" | "evidence" | "closed">> {
  const nothing = { dossier: emptyDossier(key.body, key.campaign), facts: [], evidence: [] };
  const [stored, files] = await Promise.all([api.dossiers.read(key), api.evidence.read(key)]);
  if (readArchived(stored) || readArchived(files)) return { ...nothing, closed: "archived" };
  const record = readEvidence(files);
  const read = stored ? readDossierData(stored, key) : nothing;
  if (!record || "reason" in read) return { ...nothing, closed: "damaged" };
  const { dossier } = read;
  const facts = recordedFacts(dossier).map(({ path }) => joinPath(path));
  return { dossier, facts, evidence: standingEvidence(record, dossier, api.hash), closed: null };
}
