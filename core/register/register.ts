import type { Body } from "./body.ts";

/** The tree of bodies with its scopes: a department with all bodies under it, or the ministry itself (SPEC 1). */
export interface Register {
  /** In register order. */
  readonly bodies: readonly Body[];
  readonly ministry: Body;
  readonly byId: ReadonlyMap<string, Body>;
  /** The ministry's scope, then the others in register order. */
  readonly scopes: readonly string[];
  /** The scope that a body belongs to. */
  scopeOf(body: Body): string;
  /** The bodies above, nearest first, without the ministry. */
  ancestorsOf(body: Body): readonly Body[];
  /** The scopes in which a lower-cased address is a contact, the owner of its letters first (SPEC 6). */
  scopesOfAddress(email: string): readonly string[];
  /** The bodies that a lower-cased address is a contact of. */
  bodiesOfAddress(email: string): readonly Body[];
  /** Every address of the loaded bodies, lower-cased, each once. */
  readonly addresses: readonly string[];
}

/** Addresses are compared without regard to case. */
export const normaliseEmail = (email: string): string => email.toLowerCase();

/** What a part of the register must know of the rest: all scopes, and the addresses that several of them share. */
export interface ScopeDirectory {
  readonly scopes: readonly string[];
  readonly shared: Readonly<Record<string, readonly string[]>>;
}

/**
 * The register of parsed bodies: a tree under one ministry, as the file rules have made sure. When the bodies are only a
 * part of it, the directory tells which scopes there are and which addresses other scopes have too.
 */
export function createRegister(bodies: readonly Body[], directory?: ScopeDirectory): Register {
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const ministry = bodies.find(({ kind }) => kind === "ministry");
  if (!ministry) throw new RangeError("The register holds no ministry.");
  const ancestors = new Map(bodies.map((body) => [body.id, ancestorsIn(byId, body)]));
  const ancestorsOf = (body: Body) => ancestors.get(body.id) ?? [];
  const scopeOf = (body: Body) => ancestorsOf(body).at(-1)?.id ?? body.id;
  const scopes = directory?.scopes ?? [
    ministry.id,
    ...bodies.filter(({ parent }) => parent === ministry.id).map(({ id }) => id),
  ];
  const byAddress = bodiesByAddress(bodies);
  const rank = new Map(scopes.map((scope, index) => [scope, index]));
  const rankOf = (scope: string) => rank.get(scope) ?? scopes.length;
  const bodiesOfAddress = (email: string) => byAddress.get(email) ?? [];
  const scopesOf = (email: string) =>
    [...new Set(bodiesOfAddress(email).map(scopeOf))].sort((a, b) => rankOf(a) - rankOf(b));
  return {
    bodies,
    ministry,
    byId,
    scopes,
    scopeOf,
    ancestorsOf,
    scopesOfAddress: (email) => directory?.shared[email] ?? scopesOf(email),
    bodiesOfAddress,
    addresses: [...byAddress.keys()],
  };
}

/** The directory of a whole register. */
export function directoryOf(register: Register): ScopeDirectory {
  const shared: Record<string, readonly string[]> = {};
  for (const email of register.addresses) {
    const scopes = register.scopesOfAddress(email);
    if (scopes.length > 1) shared[email] = scopes;
  }
  return { scopes: register.scopes, shared };
}

function ancestorsIn(byId: ReadonlyMap<string, Body>, body: Body): Body[] {
  const above: Body[] = [];
  for (let at = body.parent; at !== null; ) {
    const parent = byId.get(at);
    if (!parent) throw new RangeError(`Body ${body.id} stands under the unknown body ${at}.`);
    if (parent.parent !== null) above.push(parent);
    at = parent.parent;
  }
  return above;
}

function bodiesByAddress(bodies: readonly Body[]): Map<string, Body[]> {
  const found = new Map<string, Body[]>();
  for (const body of bodies) {
    for (const email of new Set(body.contacts.map((contact) => normaliseEmail(contact.email)))) {
      const known = found.get(email);
      if (known) known.push(body);
      else found.set(email, [body]);
    }
  }
  return found;
}
