import type { Workdays } from "../../calendar/workdays.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import type { RecordedDays } from "../../dossier/recorded.ts";
import type { EvaluatedBody } from "../../escalation/candidates.ts";
import type { ViewOf } from "../../escalation/slots.ts";
import { evaluateBody, openCampaigns } from "../../order608/evaluate.ts";
import type { FailedFinding, Finding } from "../../order608/finding.ts";
import type { Policy } from "../../order608/policy.ts";
import { rememberLast } from "../../order608/remember-last.ts";
import type { Damage, Directory, DossierStore, RegisterStore } from "../../ports.ts";
import type { Body } from "../../register/body.ts";
import { createRegister, type Register } from "../../register/register.ts";
import { fewAtOnce } from "./few-at-once.ts";

/** The first campaign that Order 608, in force since August 2023, applies to. */
export const FIRST_CAMPAIGN = 2024;

/** What is needed to see how things stand. */
export interface AssessmentPorts {
  readonly register: RegisterStore;
  readonly dossiers: DossierStore;
  readonly workdays: Workdays;
  /** How a body is evaluated; {@link evaluateBody} unless somebody remembers what it said. */
  readonly evaluate?: typeof evaluateBody;
}

/** Some scopes of the register as read for one piece of work. */
export interface LoadedRegister {
  readonly directory: Directory;
  /** The ministry and the bodies of the loaded scopes. */
  readonly register: Register;
  /** The scopes whose bodies were loaded. */
  readonly scopes: readonly string[];
}

/** How some scopes stand at a moment. */
export interface Assessment {
  readonly bodies: readonly EvaluatedBody[];
  readonly failed: readonly FailedFinding[];
  readonly settled: readonly Finding[];
  readonly damaged: readonly Damage[];
}

/**
 * Reads the bodies of some scopes and the ministry; null before the first import. An edition does not change while it is
 * read, but two imports later it is gone; a register without editions is read again when an import came between. It
 * begins with the directory, or with one that the caller has read.
 */
export async function loadRegister(
  store: RegisterStore,
  wanted: (directory: Directory) => readonly string[],
  known?: Directory,
): Promise<LoadedRegister | null> {
  let directory: Directory | null = known ?? (await store.directory());
  for (;;) {
    const [ministry] = directory?.scopes ?? [];
    if (!directory || ministry === undefined) return null;
    const present = directory;
    const scopes = wanted(present);
    const wantedToo = [...new Set([ministry, ...scopes])];
    const parts = await fewAtOnce(wantedToo, (scope) => store.bodies(scope, present));
    const bodies = parts.flat();
    const ids = new Set(bodies.map(({ id }) => id));
    // A scope is named by its first body, which goes first when an edition is removed.
    const isWhole = present.edition !== undefined && wantedToo.every((scope) => ids.has(scope));
    const after = isWhole ? present : await store.directory();
    if (after?.version === present.version) return { directory: present, scopes, register: registerOf(parts, present) };
    directory = after;
  }
}

/** By the ministry's list: a store that hands out the very same lists gets the very same register. */
const rememberRegister = rememberLast<readonly Body[], Register>();

function registerOf(parts: readonly (readonly Body[])[], directory: Directory): Register {
  const [first = []] = parts;
  const asked = [...parts, directory.version, directory.edition];
  return rememberRegister(first, asked, () => createRegister(parts.flat(), directory));
}

/** Evaluates every body of the loaded scopes at a moment; `held` names the campaigns that may hold dossiers, if known. */
export async function assess(
  { directory, register, scopes }: LoadedRegister,
  { dossiers, workdays, evaluate = evaluateBody }: AssessmentPorts,
  viewOf: ViewOf,
  held: readonly number[] | null = null,
): Promise<Assessment & { readonly records: Records }> {
  const { policy } = directory;
  const wanted = new Set(scopes);
  const bodies = register.bodies.filter((body) => wanted.has(register.scopeOf(body)));
  const campaigns = new Set(bodies.flatMap(({ zone }) => openCampaigns(viewOf(zone).now.day, policy)));
  const owing = scopes.filter((scope) => scope !== register.ministry.id);
  const last = Math.max(FIRST_CAMPAIGN, ...campaigns);
  const years = Array.from({ length: last - FIRST_CAMPAIGN + 1 }, (_, index) => FIRST_CAMPAIGN + index);
  const records = await loadRecords(owing, held ? years.filter((year) => held.includes(year)) : years, dossiers);
  return { ...assessBodies(bodies, records, { viewOf, policy, workdays, evaluate }), records };
}

/** The moment and the rules of an assessment. */
export interface AssessmentTerms {
  readonly viewOf: ViewOf;
  readonly policy: Policy;
  readonly workdays: Workdays;
  /** How a body is evaluated; {@link evaluateBody} unless somebody remembers what it said. */
  readonly evaluate?: typeof evaluateBody;
}

/** Evaluates bodies from records in memory. */
export function assessBodies(
  bodies: readonly Body[],
  records: Records,
  { viewOf, policy, workdays, evaluate = evaluateBody }: AssessmentTerms,
): Assessment {
  const failed: FailedFinding[] = [];
  const settled: Finding[] = [];
  const evaluated = bodies.map((body): EvaluatedBody => {
    const view = viewOf(body.zone);
    const circumstances = { now: view.now, workdays, policy };
    const recorded = records.dossiers.get(body.id) ?? [];
    const evaluation = evaluate(body, recorded, circumstances, records.unreadable.get(body.id));
    failed.push(...evaluation.failed);
    settled.push(...evaluation.settled);
    return { body, today: view.now.day, slot: view.slot, findings: evaluation.findings };
  });
  return { bodies: evaluated, failed, settled, damaged: records.damaged };
}

/** Everything recorded for some bodies, and what of it could not be read. */
export interface Records {
  readonly dossiers: ReadonlyMap<string, readonly Dossier[]>;
  readonly damaged: readonly Damage[];
  /** By body, the campaigns whose record could not be read. */
  readonly unreadable: ReadonlyMap<string, ReadonlySet<number>>;
  /** When each fact was recorded, by {@link recordsKey}; nothing for facts from a file. */
  readonly recorded?: ReadonlyMap<string, RecordedDays>;
}

/** Names one body's campaign among {@link Records}. */
export const recordsKey = (body: string, campaign: number): string => `${body} ${campaign}`;

/** Every dossier of the scopes' bodies, of some campaigns. */
async function loadRecords(
  scopes: readonly string[],
  campaigns: readonly number[],
  store: DossierStore,
): Promise<Records> {
  const partitions = scopes.flatMap((scope) => campaigns.map((campaign) => ({ scope, campaign })));
  const loads = await fewAtOnce(partitions, async ({ scope, campaign }) => ({
    campaign,
    ...(await store.load(scope, campaign)),
  }));
  const damaged = loads.flatMap((load) => load.damaged);
  const unreadable = [...Map.groupBy(damaged, ({ body }) => body)].map(
    ([body, damages]) => [body, new Set(damages.map(({ campaign }) => campaign))] as const,
  );
  return {
    dossiers: Map.groupBy(
      loads.flatMap((load) => load.dossiers),
      ({ body }) => body,
    ),
    damaged,
    unreadable: new Map(unreadable),
    recorded: new Map(
      loads.flatMap(({ campaign, recorded = new Map() }) =>
        [...recorded].map(([body, days]) => [recordsKey(body, campaign), days] as const),
      ),
    ),
  };
}
