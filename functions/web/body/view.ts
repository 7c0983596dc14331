import { assessBodies, FIRST_CAMPAIGN, type LoadedRegister } from "../../../core/assess.ts";
import { type Day, yearOf } from "../../../core/calendar/day.ts";
import { asOf } from "../../../core/dossier/as-of.ts";
import type { Dossier } from "../../../core/dossier/dossier.ts";
import { contactsInOffice } from "../../../core/escalation/recipients.ts";
import { openCampaigns } from "../../../core/order608/evaluate.ts";
import type { FailedFinding, Finding } from "../../../core/order608/finding.ts";
import type { Body, Contact } from "../../../core/register/body.ts";
import { ContactRole } from "../../../core/register/body.ts";
import type { Register } from "../../../core/register/register.ts";
import type { WebDependencies } from "../dependencies.ts";
import { recipientFinder } from "../recipients.ts";
import { loadAll, momentOf } from "../view.ts";
import { loadTold, type ToldOfBody } from "./told.ts";

/** Everything that a body's page shows of one campaign. */
export interface BodyView {
  readonly body: Body;
  readonly register: Register;
  readonly today: Day;
  readonly campaign: number;
  /** The campaigns that have something to show, latest first. */
  readonly campaigns: readonly number[];
  readonly findings: readonly Finding[];
  readonly failed: readonly FailedFinding[];
  /** The campaign's record could not be read. */
  readonly damaged: boolean;
  /** The record as of now; null when there is none. */
  readonly dossier: Dossier | null;
  readonly contacts: readonly Contact[];
  readonly told: ToldOfBody;
  readonly recipientOf: (key: string) => Contact | undefined;
}

/** A body's page; null when there is no such body, or no register at all. */
export async function loadBody(id: string, asked: number | undefined, deps: WebDependencies): Promise<BodyView | null> {
  const loaded = await loadAll(deps);
  const body = loaded?.register.byId.get(id);
  if (!loaded || !body) return null;
  const { register, directory } = loaded;
  const { viewOf } = momentOf(deps.clock, loaded);
  const { now } = viewOf(body.zone);
  const open = openCampaigns(now.day, directory.policy);
  const { dossiers, damaged } = await recordsOf(body, Math.max(...open), loaded, deps);
  const records = {
    dossiers: new Map([[body.id, dossiers]]),
    damaged: [],
    unreadable: new Map([[body.id, damaged]]),
  };
  const assessment = assessBodies([body], records, { viewOf, policy: directory.policy, workdays: deps.workdays });
  const findings = [...assessment.bodies.flatMap((evaluated) => evaluated.findings), ...assessment.settled];
  const years = [...open, ...findings.map(({ campaign }) => campaign), ...damaged];
  const campaigns = [...new Set(years)].sort((a, b) => b - a);
  const campaign = asked !== undefined && campaigns.includes(asked) ? asked : (open[0] ?? yearOf(now.day));
  const dossier = dossiers.find((known) => known.campaign === campaign);
  return {
    body,
    register,
    today: now.day,
    campaign,
    campaigns,
    findings: findings.filter((finding) => finding.campaign === campaign),
    failed: assessment.failed.filter((failure) => failure.campaign === campaign),
    damaged: damaged.has(campaign),
    dossier: dossier ? asOf(dossier, now) : null,
    contacts: ContactRole.options.flatMap((role) => contactsInOffice(body, now.day, role)),
    told: await loadTold(deps.ledger, directory, {
      scope: register.scopeOf(body),
      body: body.id,
      campaign,
      lastYear: yearOf(now.day),
    }),
    recipientOf: recipientFinder(register, deps.identifiers),
  };
}

/** One body's records of all campaigns. */
async function recordsOf(body: Body, last: number, { register }: LoadedRegister, { dossiers }: WebDependencies) {
  const scope = register.scopeOf(body);
  const campaigns = Array.from({ length: last - FIRST_CAMPAIGN + 1 }, (_, index) => FIRST_CAMPAIGN + index);
  const loads = await Promise.all(campaigns.map((campaign) => dossiers.load(scope, campaign)));
  const isOwn = (record: { readonly body: string }) => record.body === body.id;
  return {
    dossiers: loads.flatMap((load) => load.dossiers.filter(isOwn)),
    damaged: new Set(loads.flatMap((load) => load.damaged.filter(isOwn).map(({ campaign }) => campaign))),
  };
}
