import * as z from "zod";
import { changesBetween } from "../../audit/changes.ts";
import type { FieldChange } from "../../audit/entry.ts";
import { personalDataHints } from "../../dossier/commands/input.ts";
import { Dossier, emptyDossier } from "../../dossier/dossier.ts";
import { canonical } from "../../dossier/fact-path.ts";
import { findPersonalDataIn } from "../../dossier/privacy.ts";
import type { Policy } from "../../order608/policy.ts";
import type { Damage, DossierStore } from "../../ports.ts";
import { Body } from "../../register/body.ts";
import { directoryAfter } from "../../register/former-scopes.ts";
import { createRegister, type Register } from "../../register/register.ts";
import { FIRST_CAMPAIGN, type LoadedRegister } from "../assess/assess.ts";
import { policySaid } from "../policy-changes/policy-change.ts";

/** Everything that an import may replace, as it stands. */
export interface Present {
  /** The directory's version; 0 before the first import. */
  readonly version: number;
  /** Null before the first import. */
  readonly register: Register | null;
  /** The policy in force, and the number of its version; null where it is as it was imported. */
  readonly policy: Policy;
  readonly policyVersion: number | null;
  /** Those that say something: an empty dossier says the same as none. */
  readonly dossiers: readonly Dossier[];
  /** Every body that has a dossier, be it empty. */
  readonly withDossier: ReadonlySet<string>;
  readonly damaged: readonly Damage[];
  /** The last campaign that can be recorded. */
  readonly last: number;
}

/** What shall be there after an import. */
export interface Wanted {
  readonly bodies: readonly Body[];
  /** Null where they stay as they are. */
  readonly dossiers: readonly Dossier[] | null;
  readonly policy: Policy;
}

/** What is in the way, at its path in a facts file. */
export interface ImportIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** One record that an import changes. */
export interface Difference<Item> {
  readonly name: string;
  readonly before: Item | null;
  readonly after: Item | null;
  /** What differs inside, where there is something before and after. */
  readonly changes: readonly FieldChange[];
}

/** What an import would do, and why it may not. */
export interface ImportPlan {
  readonly present: Present;
  readonly wanted: Wanted;
  readonly bodies: readonly Difference<Body>[];
  readonly dossiers: readonly Difference<Dossier>[];
  readonly policy: readonly FieldChange[];
  /** Whether anything of the register or its order differs. */
  readonly replacesRegister: boolean;
  readonly issues: readonly ImportIssue[];
}

const isEmpty = (dossier: Dossier): boolean =>
  canonical(Dossier.encode(dossier)) === canonical(emptyDossier(dossier.body, dossier.campaign));

/** Reads what is there; `last` is the last campaign in which something can have been recorded. */
export async function readPresent(
  loaded: LoadedRegister | null,
  last: number,
  store: DossierStore,
  policy: Policy,
): Promise<Present> {
  const campaigns = Array.from({ length: last - FIRST_CAMPAIGN + 1 }, (_, index) => FIRST_CAMPAIGN + index);
  const scopes = loaded?.directory.scopes ?? [];
  const loads = await Promise.all(scopes.flatMap((scope) => campaigns.map((campaign) => store.load(scope, campaign))));
  // Dossiers of bodies that were removed stay in the store, emptied, for the sake of their history.
  const all = loads.flatMap(({ dossiers }) => dossiers).filter(({ body }) => loaded?.register.byId.has(body));
  return {
    version: loaded?.directory.version ?? 0,
    register: loaded?.register ?? null,
    policy: loaded?.directory.policy ?? policy,
    policyVersion: loaded?.directory.policyVersion ?? null,
    dossiers: all.filter((dossier) => !isEmpty(dossier)),
    withDossier: new Set(all.map(({ body }) => body)),
    damaged: loads.flatMap(({ damaged }) => damaged),
    last,
  };
}

const dossierTitle = ({ body, campaign }: Dossier): string => `${body} ${campaign}`;

/** What would be added, changed and removed. Nothing is written. */
export function planImport(present: Present, wanted: Wanted): ImportPlan {
  const before = present.register?.bodies ?? [];
  const dossiers = wanted.dossiers?.filter((dossier) => !isEmpty(dossier)) ?? present.dossiers;
  const textOf = (body: Body) => z.encode(Body, body);
  const policy = changesBetween(policySaid(present.policy), policySaid(wanted.policy));
  return {
    present,
    wanted,
    bodies: differences(before, wanted.bodies, ({ id }) => id, textOf),
    dossiers: differences(present.dossiers, dossiers, dossierTitle, (dossier) => Dossier.encode(dossier)),
    policy,
    replacesRegister: canonical(before.map(textOf)) !== canonical(wanted.bodies.map(textOf)),
    issues: [
      ...damages(present),
      ...brokenMoves(present, wanted),
      ...tooWide(present, wanted),
      ...brokenDossiers(present, wanted),
      ...personalData(present, wanted),
      ...(policy.length > 0 ? brokenPolicy(present) : []),
    ],
  };
}

function differences<Item>(
  before: readonly Item[],
  after: readonly Item[],
  nameOf: (item: Item) => string,
  textOf: (item: Item) => Parameters<typeof changesBetween>[0],
): Difference<Item>[] {
  const old = new Map(before.map((item) => [nameOf(item), item]));
  const names = new Set(after.map(nameOf));
  const added = after.flatMap((item): Difference<Item>[] => {
    const name = nameOf(item);
    const known = old.get(name);
    if (known === undefined) return [{ name, before: null, after: item, changes: [] }];
    const changes = changesBetween(textOf(known), textOf(item));
    return changes.length > 0 ? [{ name, before: known, after: item, changes }] : [];
  });
  const removed = before
    .filter((item) => !names.has(nameOf(item)))
    .map((item) => ({ name: nameOf(item), before: item, after: null, changes: [] }));
  return [...added, ...removed];
}

const damages = ({ damaged }: Present): ImportIssue[] =>
  damaged.map(({ body, campaign, reason }) => ({
    path: ["dossiers"],
    message: `cannot be compared: the recorded dossier of ${body} for ${campaign} is damaged (${reason})`,
  }));

/** A body's place does not change while it has a dossier: dossiers, letters and their history lie under its scope. */
function brokenMoves({ register, withDossier }: Present, { bodies }: Wanted): ImportIssue[] {
  if (!register) return [];
  const next = createRegister(bodies);
  return bodies.flatMap((body, index) => {
    const known = register.byId.get(body.id);
    if (!known || !withDossier.has(body.id)) return [];
    const moved = known.parent !== body.parent || register.scopeOf(known) !== next.scopeOf(body);
    const message =
      `would move ${body.id} from ${placeOf(known, register)} to ${placeOf(body, next)}, but it has a dossier: ` +
      "end this body with its last day and start another";
    return moved ? [{ path: ["bodies", index, "parent"], message }] : [];
  });
}

const placeOf = (body: Body, register: Register): string =>
  body.parent === null || body.parent === register.scopeOf(body)
    ? (body.parent ?? "the root")
    : `${body.parent} in ${register.scopeOf(body)}`;

/** Characters that an item of 350 kB has for what every sweep must know of the register; the rest is policy and audit entry. */
const LARGEST_DIRECTORY = 200_000;

/** Every sweep begins with one item of all scopes and of the addresses that several of them share: it has an end. */
function tooWide({ register }: Present, { bodies }: Wanted): ImportIssue[] {
  const { scopes, shared } = directoryAfter(createRegister(bodies), (email) => register?.scopesOfAddress(email) ?? []);
  const size = JSON.stringify({ scopes, shared }).length;
  if (size <= LARGEST_DIRECTORY) return [];
  const counts = [scopes.length, Object.keys(shared).length, size, LARGEST_DIRECTORY] as const;
  const message = `would make ${counts[0]} regions and ${counts[1]} addresses of several regions, ${counts[2]} characters of at most ${counts[3]}: give contacts addresses of their own, or put departments under others`;
  return [{ path: ["bodies"], message }];
}

function brokenDossiers({ last, dossiers: there }: Present, { bodies, dossiers }: Wanted): ImportIssue[] {
  const known = new Set(bodies.map(({ id }) => id));
  return (dossiers ?? there).flatMap((dossier, index): ImportIssue[] => {
    const { body, campaign } = dossier;
    if (isEmpty(dossier)) return [];
    if (!known.has(body)) {
      const message = `lack ${body}, which has a dossier for ${campaign}: give it its last day instead of removing it`;
      return [{ path: ["bodies"], message }];
    }
    if (campaign >= FIRST_CAMPAIGN && campaign <= last) return [];
    const message = `is ${campaign}; campaigns from ${FIRST_CAMPAIGN} to ${last} can be recorded`;
    return [{ path: ["dossiers", index, "campaign"], message }];
  });
}

/** A citizen's data is not stored (SPEC 3), whoever brings it; what is recorded already stays as it is. */
function personalData({ dossiers: there }: Present, { dossiers }: Wanted): ImportIssue[] {
  const known = new Set(there.map((dossier) => canonical(Dossier.encode(dossier))));
  return (dossiers ?? []).flatMap((dossier, index) => {
    const text = Dossier.encode(dossier);
    if (known.has(canonical(text))) return [];
    return findPersonalDataIn(text, ["dossiers", index]).map(({ path, found }) => ({
      ...{ path, message: personalDataHints[found] },
    }));
  });
}

/** Once versions were applied, only another version changes what is in force. */
function brokenPolicy({ policyVersion }: Present): ImportIssue[] {
  if (policyVersion === null) return [];
  const message = `differs from version ${policyVersion}, which is in force: leave it out, and apply it by \`esep policy apply\``;
  return [{ path: ["policy"], message }];
}
