import type { StoredRecord } from "../../../core/audit/stored.ts";
import { yearOf } from "../../../core/calendar/day.ts";
import { type LocalTime, localTime } from "../../../core/calendar/zone.ts";
import { asOf } from "../../../core/dossier/as-of.ts";
import { type Dossier, emptyDossier } from "../../../core/dossier/dossier.ts";
import { type DossierKey, readDossierData } from "../../../core/dossier/dossier-record.ts";
import { openCampaigns } from "../../../core/order608/evaluate.ts";
import type { Body } from "../../../core/register/body.ts";
import type { Register } from "../../../core/register/register.ts";
import { FIRST_CAMPAIGN, type LoadedRegister } from "../../../core/use-cases/assess/assess.ts";
import type { RecordingDependencies } from "../dependencies.ts";
import { loadAll } from "../view.ts";

/** One body's record of one campaign, to be shown and changed. */
export interface RecordView {
  readonly body: Body;
  readonly register: Register;
  readonly directory: LoadedRegister["directory"];
  readonly key: DossierKey;
  readonly now: LocalTime;
  readonly stored: StoredRecord | null;
  /** All that is stored; null when it cannot be read. */
  readonly dossier: Dossier | null;
  /** What of it has happened. */
  readonly seen: Dossier;
  /** The version that the reader sees; 0 while nothing is recorded. */
  readonly version: number;
}

/** A body that can have a record of a campaign, with it; null for all others. Without a campaign the present one. */
export async function loadRecord(
  id: string,
  asked: string | undefined,
  deps: RecordingDependencies,
): Promise<RecordView | null> {
  const loaded = await loadAll(deps);
  const body = loaded?.register.byId.get(id);
  if (!loaded || !body || body.id === loaded.register.ministry.id) return null;
  const { register, directory } = loaded;
  const now = localTime(deps.clock.calendarNow(), body.zone);
  const year = yearOf(now.day);
  const campaign = asked === undefined ? (openCampaigns(now.day, directory.policy)[0] ?? year) : Number(asked);
  if (!Number.isInteger(campaign) || campaign < FIRST_CAMPAIGN || campaign > year + 1) return null;
  const key = { scope: register.scopeOf(body), body: body.id, campaign };
  const stored = await deps.api.dossiers.read(key);
  const read = stored ? readDossierData(stored, key) : { dossier: emptyDossier(body.id, campaign) };
  const dossier = "reason" in read ? null : read.dossier;
  const seen = asOf(dossier ?? emptyDossier(body.id, campaign), now);
  return { body, register, directory, key, now, stored, dossier, seen, version: stored?.version ?? 0 };
}
