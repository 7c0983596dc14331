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
  const scopeOf = (body: Body) => (body === ministry ? ministry.id : (ancestorsOf(body).at(-1)?.id ?? body.id));
  const scopes = directory?.scopes ?? [
    ministry.id,
    ...bodies.filter(({ parent }) => parent === ministry.id).map(({ id }) => id),
  ];
  const addresses = scopesByAddress(bodies, scopes, scopeOf);
  return {
    bodies,
    ministry,
    byId,
    scopes,
    scopeOf,
    ancestorsOf,
    scopesOfAddress: (email) => directory?.shared[email] ?? addresses.get(email) ?? [],
  };
}

/** The directory of a whole register. */
export function directoryOf(register: Register): ScopeDirectory {
  const shared: Record<string, readonly string[]> = {};
  for (const body of register.bodies) {
    for (const { email } of body.contacts) {
      const scopes = register.scopesOfAddress(normaliseEmail(email));
      if (scopes.length > 1) shared[normaliseEmail(email)] = scopes;
    }
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

function scopesByAddress(
  bodies: readonly Body[],
  scopes: readonly string[],
  scopeOf: (body: Body) => string,
): Map<string, string[]> {
  const order = new Map(scopes.map((scope, index) => [scope, index]));
  const rank = (scope: string) => order.get(scope) ?? scopes.length;
  const found = new Map<string, string[]>();
  for (const body of bodies) {
    for (const { email } of body.contacts) {
      const address = normaliseEmail(email);
      const known = found.get(address) ?? [];
      if (!known.includes(scopeOf(body))) known.push(scopeOf(body));
      found.set(address, known);
    }
  }
  for (const known of found.values()) known.sort((a, b) => rank(a) - rank(b));
  return found;
}
