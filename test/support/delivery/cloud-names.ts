import type { Dossier } from "../../../core/dossier/dossier.ts";
import { type LetterEntry, type LetterId, letterPath } from "../../../core/escalation/ledger.ts";
import type { Body } from "../../../core/register/body.ts";
import { identifiers } from "../../../functions/identifiers.ts";
import type { WorldFacts } from "./facts.ts";

/** Names of one history's bodies and addresses, which no other history in the same store has. */
export interface CloudNames {
  scope(id: string): string;
  /** Whether a scope of the store is this history's. */
  isOwn(scope: string): boolean;
  bodies(bodies: readonly Body[]): readonly Body[];
  dossier(dossier: Dossier): Dossier;
  facts(facts: WorldFacts): WorldFacts;
  /** The key of an address as the scenario writes it. */
  recipientKey(email: string): string;
  /** What the scenario calls a letter; undefined for one of another history, or of another kind. */
  letter(id: LetterId): LetterId | undefined;
  entry(entry: LetterEntry): LetterEntry | undefined;
  /** The same for its path. */
  path(path: string): string | undefined;
}

export function cloudNames(number: number): CloudNames {
  const suffix = `-h${number}`;
  const keys = new Map<string, string>();
  const scope = (id: string): string => `${id}${suffix}`;
  const back = (id: string): string => (id.endsWith(suffix) ? id.slice(0, -suffix.length) : id);
  const recipientKey = (email: string): string => {
    const key = identifiers.recipientKey(email.replace("@", `@h${number}.`));
    keys.set(key, email.toLowerCase());
    return key;
  };
  const bodies = (all: readonly Body[]): readonly Body[] =>
    all.map((body) => ({
      ...body,
      id: scope(body.id),
      parent: body.parent === null ? null : scope(body.parent),
      contacts: body.contacts.map((contact) => {
        recipientKey(contact.email);
        return { ...contact, email: contact.email.replace("@", `@h${number}.`) };
      }),
    }));
  const dossier = (one: Dossier): Dossier => ({ ...one, body: scope(one.body) });
  const letter = (id: LetterId): LetterId | undefined => {
    const email = keys.get(id.recipientKey);
    return email === undefined || !id.scope.endsWith(suffix) || id.scope.includes("_")
      ? undefined
      : { ...id, scope: back(id.scope), recipientKey: email };
  };
  return {
    ...{ scope, bodies, dossier, recipientKey, letter },
    isOwn: (id) => id.endsWith(suffix),
    facts: (facts) => ({ ...facts, bodies: bodies(facts.bodies), dossiers: facts.dossiers.map(dossier) }),
    entry: (entry) => {
      const id = letter(entry);
      return id && { ...entry, ...id, items: entry.items.map((item) => ({ ...item, body: back(item.body) })) };
    },
    path: (path) => {
      const [of = "", year, key = "", n] = path.split("/");
      const id = letter({ scope: of, year: Number(year), recipientKey: key, n: Number(n) });
      return id && letterPath(id);
    },
  };
}
