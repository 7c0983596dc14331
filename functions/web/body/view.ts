import type { RecordHistory } from "../../../core/audit/append.ts";
import { type Day, yearOf } from "../../../core/calendar/day.ts";
import type { LocalTime } from "../../../core/calendar/zone.ts";
import { asOf } from "../../../core/dossier/as-of.ts";
import type { Dossier } from "../../../core/dossier/dossier.ts";
import type { DossierKey } from "../../../core/dossier/dossier-record.ts";
import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import { contactsInOffice } from "../../../core/escalation/recipients.ts";
import { readEvidence } from "../../../core/evidence/evidence.ts";
import { openCampaigns } from "../../../core/order608/evaluate.ts";
import type { FailedFinding, Finding } from "../../../core/order608/finding.ts";
import { lateFacts, recordedLateOf } from "../../../core/order608/recorded-late.ts";
import type { Body, Contact } from "../../../core/register/body.ts";
import { ContactRole } from "../../../core/register/body.ts";
import type { Register } from "../../../core/register/register.ts";
import {
  type AssessmentPorts,
  assessBodies,
  FIRST_CAMPAIGN,
  type LoadedRegister,
} from "../../../core/use-cases/assess/assess.ts";
import { recipientFinder } from "../../../core/use-cases/assess/recipients.ts";
import type { RecordingDependencies, WebDependencies } from "../dependencies.ts";
import type { Rights } from "../record/rights.ts";
import { loadAll, momentOf } from "../view.ts";
import { type Done, doneWith, readOwnHistory } from "./done.ts";
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
  /** The record as it is stored, with what a file may have dated in the future. */
  readonly stored: Dossier | null;
  readonly now: LocalTime;
  /** The applied versions of policy and calendar that the findings are judged by; 0 before the first. */
  readonly rules: { readonly policy: number; readonly calendar: number };
  /** Paths of the facts that were recorded late, and of those that a finding turns on (SPEC 3). */
  readonly late: ReadonlySet<string>;
  readonly lateOf: (finding: Finding) => readonly string[];
  readonly told: ToldOfBody;
  /** What may be done here, by whom the page is shown to; null where nothing can be recorded. */
  readonly rights: Rights | null;
  /** The history of the record; null for who may not read it. */
  readonly history: RecordHistory | null;
  /** How many files prove each fact, by its path; null where no files are kept. */
  readonly evidence: ReadonlyMap<string, number> | null;
  readonly done: Done | null;
  /** The obligation beside which it is said what was done. */
  readonly doneAt: ObligationId | null;
  readonly recipientOf: (key: string) => Contact | undefined;
}

/** What the address of a body's page asks for. */
interface AskedBody {
  readonly id: string;
  readonly campaign: number | undefined;
  /** The version that was just recorded. */
  readonly done: number | undefined;
  readonly doneAt: string | undefined;
  readonly rightsIn: (body: Body, register: Register) => Rights;
}

/** A body's page; null when there is no such body, or no register at all. */
export async function loadBody(
  { id, campaign: asked, done, doneAt, rightsIn }: AskedBody,
  deps: WebDependencies,
): Promise<BodyView | null> {
  const loaded = await loadAll(deps);
  const body = loaded?.register.byId.get(id);
  if (!loaded || !body) return null;
  const { register, directory } = loaded;
  const recent = { ...deps, ...deps.recent?.(register.scopeOf(body)) };
  const { viewOf } = momentOf(deps.clock, loaded);
  const { now } = viewOf(body.zone);
  const open = openCampaigns(now.day, directory.policy);
  const { dossiers, damaged, recorded } = await recordsOf(body, Math.max(...open), loaded, recent);
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
  const { policy } = directory;
  const { workdays } = deps;
  const days = recorded.get(campaign);
  const facts = dossier && days ? lateFacts(dossier, days, { workdays, policy, today: now.day }) : null;
  const rights = deps.api ? rightsIn(body, register) : null;
  const key = { scope: register.scopeOf(body), body: body.id, campaign };
  const mayRead = rights?.may("read-audit") === true && body.id !== register.ministry.id;
  const history = deps.api && mayRead ? await readOwnHistory(key, { ...deps, api: deps.api }) : null;
  const circumstances = { now, policy, workdays };
  return {
    body,
    register,
    today: now.day,
    now,
    rules: { policy: directory.policyVersion ?? 0, calendar: directory.calendarVersion ?? 0 },
    stored: dossier ?? null,
    late: new Set(facts?.late),
    lateOf: (finding) => (facts ? recordedLateOf(finding, facts) : []),
    rights,
    history,
    evidence: deps.api && body.id !== register.ministry.id ? await filesByFact(key, deps.api) : null,
    doneAt: ObligationId.safeParse(doneAt).data ?? null,
    done: history && done !== undefined ? doneWith(done, history, { body, dossiers, circumstances }) : null,
    campaign,
    campaigns,
    findings: findings.filter((finding) => finding.campaign === campaign),
    failed: assessment.failed.filter((failure) => failure.campaign === campaign),
    damaged: damaged.has(campaign),
    dossier: dossier ? asOf(dossier, now) : null,
    contacts: ContactRole.options.flatMap((role) => contactsInOffice(body, now.day, role)),
    told: await loadTold(recent.ledger, directory, {
      scope: register.scopeOf(body),
      body: body.id,
      campaign,
      lastYear: yearOf(now.day),
    }),
    recipientOf: recipientFinder(register, deps.identifiers),
  };
}

/** Files that stand, by the fact that they prove; none where their record cannot be read, which their own page says. */
async function filesByFact(key: DossierKey, { evidence }: RecordingDependencies["api"]) {
  const items = readEvidence(await evidence.read(key))?.items ?? [];
  const standing = Map.groupBy(
    items.filter(({ removed }) => !removed),
    ({ fact }) => fact,
  );
  return new Map([...standing].map(([fact, files]) => [fact, files.length]));
}

/** One body's records of all campaigns. */
async function recordsOf(
  body: Body,
  last: number,
  { register }: LoadedRegister,
  { dossiers }: Pick<AssessmentPorts, "dossiers">,
) {
  const scope = register.scopeOf(body);
  const campaigns = Array.from({ length: last - FIRST_CAMPAIGN + 1 }, (_, index) => FIRST_CAMPAIGN + index);
  const loads = await Promise.all(campaigns.map((campaign) => dossiers.load(scope, campaign)));
  const isOwn = (record: { readonly body: string }) => record.body === body.id;
  return {
    dossiers: loads.flatMap((load) => load.dossiers.filter(isOwn)),
    recorded: new Map(
      loads.flatMap(({ recorded: days }, index) => {
        const own = days?.get(body.id);
        return own ? [[campaigns[index] ?? 0, own] as const] : [];
      }),
    ),
    damaged: new Set(loads.flatMap((load) => load.damaged.filter(isOwn).map(({ campaign }) => campaign))),
  };
}
