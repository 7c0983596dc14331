import * as z from "zod";
import { type Body, BodyId } from "./body.ts";
import type { Register } from "./register.ts";

/**
 * What somebody may do, and where: `staff` records for a body and all bodies under it, `viewer` reads there, `admin`
 * keeps the system itself. Written `staff@DP-10`.
 */
export const Grant = z.union(
  [z.literal("admin"), z.templateLiteral(["staff@", BodyId]), z.templateLiteral(["viewer@", BodyId])],
  "is no grant: give admin, staff@BODY or viewer@BODY",
);
export type Grant = z.output<typeof Grant>;

/** Who asks, as sign-in has found out, with the grants of this very moment. Nobody has rights but through grants. */
export interface Caller {
  /** `user:SUB` for people, `client:CLIENT_ID` for machines. */
  readonly id: string;
  /** For people to read; nothing is decided by it. */
  readonly name: string;
  readonly grants: readonly Grant[];
}

/**
 * How far a grant carries an action.
 * - `never`: not at all.
 * - `covered`: to the grant's body and all bodies under it.
 * - `below`: to the bodies under it only, and to none that the caller also is staff of: nobody waives their own obligation.
 * - `everywhere`: to every body, and to what belongs to no body.
 */
export type Reach = "never" | "covered" | "below" | "everywhere";

interface Rule {
  readonly admin: "never" | "everywhere";
  readonly staff: Reach;
  readonly viewer: Reach;
}

const everybody = { admin: "everywhere", staff: "covered", viewer: "covered" } as const satisfies Rule;
const staffOnly = { admin: "never", staff: "covered", viewer: "never" } as const satisfies Rule;
const adminOnly = { admin: "everywhere", staff: "never", viewer: "never" } as const satisfies Rule;
const common = { admin: "everywhere", staff: "everywhere", viewer: "everywhere" } as const satisfies Rule;

/**
 * Which grant may do what: the only place that says so. What is not here nobody may do. Administrators keep the system
 * and record no facts: that is the work of the staff who answer for them, and a person may hold both grants.
 */
export const rights = {
  /** A body with its contacts, dossiers, evidence, findings, letters and status, and those of the bodies under it. */
  read: everybody,
  /** Who changed what of a body, when and why. */
  "read-audit": everybody,
  /** Facts as a file. */
  export: everybody,
  /** Policy, calendar and the words of the Order: no secrets, but not for strangers. */
  "read-policy": common,

  /** Every command on a dossier but those on waivers. */
  record: staffOnly,
  /** The same for what was recorded wrongly. */
  correct: staffOnly,
  /** An evidence file for a fact. */
  "attach-evidence": staffOnly,
  /** That a letter has come, what will be done, or that it came to the wrong person. */
  "acknowledge-letter": staffOnly,
  /** Granting, ending and correcting a waiver. */
  waive: { admin: "everywhere", staff: "below", viewer: "never" },

  /** Bodies and contacts. */
  "edit-register": adminOnly,
  "edit-policy": adminOnly,
  "edit-calendar": adminOnly,
  "read-grants": adminOnly,
  "edit-grants": adminOnly,
  /** Facts, register and contacts from files, and taking it back. */
  import: adminOnly,
  /** A sweep on demand, and releasing what the brake holds. */
  sweep: adminOnly,
  /** A status report by e-mail; reading one is `read`. */
  "send-status-report": adminOnly,
  "verify-audit": adminOnly,
  archive: adminOnly,
} as const satisfies Readonly<Record<string, Rule>>;

export type Action = keyof typeof rights;
export const actions = Object.keys(rights) as readonly Action[]; // its own keys, which Object.keys cannot type

/**
 * Whether a caller may do something to a body, or to what belongs to no body (null). Only the body's id counts: its place
 * is looked up, and a body that the register does not know is nobody's.
 */
export function mayDo(action: Action, caller: Caller, body: Body | null, register: Register): boolean {
  const known = body === null ? null : register.byId.get(body.id);
  if (known === undefined) return false;
  return caller.grants.some((grant) => {
    const { role, at } = partsOf(grant);
    return carries(rights[action][role], at, known, caller, register);
  });
}

function carries(reach: Reach, at: string | null, body: Body | null, caller: Caller, register: Register): boolean {
  switch (reach) {
    case "never":
      return false;
    case "everywhere":
      return true;
    case "covered":
      return body !== null && at !== null && (body.id === at || isAbove(at, body, register));
    case "below":
      return body !== null && at !== null && isAbove(at, body, register) && !isStaffOf(caller, body);
  }
}

/** Whether a caller may do something at all, somewhere: for menus, which decide nothing. */
export const maySomewhere = (action: Action, { grants }: Pick<Caller, "grants">): boolean =>
  grants.some((grant) => rights[action][partsOf(grant).role] !== "never");

/** Whether a body stands above another, the ministry above all. */
function isAbove(at: string, body: Body, register: Register): boolean {
  if (body.id === register.ministry.id) return false;
  return at === register.ministry.id || register.ancestorsOf(body).some(({ id }) => id === at);
}

const isStaffOf = ({ grants }: Caller, { id }: Body): boolean => grants.includes(`staff@${id}`);

/** A grant's role, and the body that it is bound to. */
export function partsOf(grant: Grant): { readonly role: keyof Rule; readonly at: string | null } {
  if (grant === "admin") return { role: "admin", at: null };
  const at = grant.slice(grant.indexOf("@") + 1);
  return { role: grant.startsWith("staff@") ? "staff" : "viewer", at };
}
