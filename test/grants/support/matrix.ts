import { day } from "../../../core/calendar/day.ts";
import type { Body } from "../../../core/register/body.ts";
import { type Action, type Caller, Grant } from "../../../core/register/grant.ts";
import { createRegister } from "../../../core/register/register.ts";

/** Where a body stands, seen from the body that a grant is bound to; `none` is what belongs to no body. */
export const places = ["own", "child", "grandchild", "parent", "foreign", "none"] as const;
export type Place = (typeof places)[number];

export const roles = ["admin", "staff", "viewer", "nobody"] as const;
export type GrantRole = (typeof roles)[number];

/**
 * What must be, written down by hand: y where it is allowed, in the order of {@link places}. `nobody` is somebody who has
 * signed in and was granted nothing, and may do nothing.
 */
const expected: Readonly<Record<Action, Readonly<Record<Exclude<GrantRole, "nobody">, string>>>> = {
  read: { admin: "yyyyyy", staff: "yyy---", viewer: "yyy---" },
  "read-audit": { admin: "yyyyyy", staff: "yyy---", viewer: "yyy---" },
  export: { admin: "yyyyyy", staff: "yyy---", viewer: "yyy---" },
  "read-policy": { admin: "yyyyyy", staff: "yyyyyy", viewer: "yyyyyy" },
  record: { admin: "------", staff: "yyy---", viewer: "------" },
  correct: { admin: "------", staff: "yyy---", viewer: "------" },
  "attach-evidence": { admin: "------", staff: "yyy---", viewer: "------" },
  "acknowledge-letter": { admin: "------", staff: "yyy---", viewer: "------" },
  waive: { admin: "yyyyyy", staff: "-yy---", viewer: "------" },
  "edit-register": { admin: "yyyyyy", staff: "------", viewer: "------" },
  "edit-policy": { admin: "yyyyyy", staff: "------", viewer: "------" },
  "edit-calendar": { admin: "yyyyyy", staff: "------", viewer: "------" },
  "read-grants": { admin: "yyyyyy", staff: "------", viewer: "------" },
  "edit-grants": { admin: "yyyyyy", staff: "------", viewer: "------" },
  import: { admin: "yyyyyy", staff: "------", viewer: "------" },
  sweep: { admin: "yyyyyy", staff: "------", viewer: "------" },
  "send-status-report": { admin: "yyyyyy", staff: "------", viewer: "------" },
  "verify-audit": { admin: "yyyyyy", staff: "------", viewer: "------" },
  archive: { admin: "yyyyyy", staff: "------", viewer: "------" },
};

/** One cell of the access matrix. */
export interface ExpectedAccess {
  readonly action: Action;
  readonly role: GrantRole;
  readonly place: Place;
  readonly allowed: boolean;
}

/** Every action × every grant × every place, with what must come of it: for a test that walks routes, too. */
export function expectedAccess(): ExpectedAccess[] {
  const listed = Object.keys(expected) as Action[]; // its own keys, which Object.keys cannot type
  return listed.flatMap((action) =>
    roles.flatMap((role) =>
      places.map((place, index) => ({
        ...{ action, role, place },
        allowed: role !== "nobody" && expected[action][role][index] === "y",
      })),
    ),
  );
}

const name = { ru: "Орган", kk: "Орган" };
const body = (id: string, parent: string | null, kind: Body["kind"]): Body => ({
  ...{ id, parent, kind, name, zone: "Asia/Almaty", activeFrom: day("2000-01-01"), contacts: [] },
});

/** A ministry, two departments, and bodies two levels deep under one of them. */
export const sampleRegister = createRegister([
  body("MIA", null, "ministry"),
  body("DP-10", "MIA", "department"),
  body("PB-101", "DP-10", "city"),
  body("PB-1011", "PB-101", "city-district"),
  body("DP-11", "MIA", "department"),
  body("PB-111", "DP-11", "district"),
]);

/** The body that grants of the matrix are bound to. */
export const HOME = "DP-10";

/** The body of {@link sampleRegister} that stands at a place, seen from {@link HOME}. */
export function bodyAt(place: Place): Body | null {
  const ids = { own: HOME, child: "PB-101", grandchild: "PB-1011", parent: "MIA", foreign: "DP-11", none: null };
  const id = ids[place];
  return id === null ? null : (sampleRegister.byId.get(id) ?? null);
}

/** Somebody with one grant of a role, at {@link HOME} or another body. */
export function callerOfRole(role: GrantRole, at = HOME): Caller {
  if (role === "nobody") return { id: "user:nobody", name: "Nobody", grants: [] };
  const grants = [Grant.parse(role === "admin" ? role : `${role}@${at}`)];
  return { id: `user:${role}`, name: role, grants };
}
