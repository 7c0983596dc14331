import * as z from "zod";
import { type Day, DayText } from "../calendar/day.ts";
import { ZoneName } from "../calendar/zone.ts";
import { Body, BodyId, Contact, ContactRole } from "./body.ts";
import { Bilingual, Locale } from "./locale.ts";
import { normaliseEmail } from "./register.ts";
import { Text } from "./text.ts";

/** What may be changed of a body; what is not named stays. */
export const BodyFields = z.strictObject({
  parent: BodyId.exactOptional(),
  kind: Body.shape.kind.exactOptional(),
  name: Bilingual.exactOptional(),
  zone: ZoneName.exactOptional(),
  activeFrom: DayText.exactOptional(),
  /** The last day of a body that ends. */
  activeTo: DayText.exactOptional(),
});

/** A contact of a body is known by role and address. */
export const ContactName = z.strictObject({ role: ContactRole, email: z.string().min(1).max(320) });

/** What may be changed of a contact: a new address, or the last day in office. */
export const ContactFields = z.strictObject({
  name: Text.exactOptional(),
  email: Contact.shape.email.exactOptional(),
  locale: Locale.exactOptional(),
  from: DayText.exactOptional(),
  to: DayText.exactOptional(),
});

/** One change of the register, as an administrator makes it. */
export const RegisterChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("add-body"), body: Body }),
  z.strictObject({ kind: z.literal("change-body"), id: BodyId, set: BodyFields }),
  z.strictObject({ kind: z.literal("add-contact"), id: BodyId, contact: Contact }),
  z.strictObject({ kind: z.literal("change-contact"), id: BodyId, contact: ContactName, set: ContactFields }),
]);
export type RegisterChange = z.output<typeof RegisterChange>;

/** Why a change of the register is refused. */
export type RegisterRule =
  | "taken"
  | "unknown-body"
  | "unknown-parent"
  | "cycle"
  | "ministry"
  | "bodies-below"
  | "unknown-contact"
  | "twice"
  | "ministry-contact"
  | "nothing-to-change"
  | "has-dossier"
  | "file-rule";

/** One field that a rule refuses, by its place in the change. */
export interface RegisterIssue {
  readonly path: string;
  readonly rule: RegisterRule;
  readonly message: string;
}

export type Changed = { readonly bodies: readonly Body[] } | { readonly issues: readonly RegisterIssue[] };

const refuse = (path: string, rule: RegisterRule, message: string): Changed => ({ issues: [{ path, rule, message }] });

/** All bodies after a change, or the first thing that is in its way. Pure; `today` tells who is still in office. */
export function changeRegister(bodies: readonly Body[], change: RegisterChange, today: Day): Changed {
  if (change.kind === "add-body") return addBody(bodies, change.body);
  const body = bodies.find(({ id }) => id === change.id);
  if (!body) return refuse("id", "unknown-body", `names the unknown body "${change.id}"`);
  const replaced = (next: Body): Changed => ({ bodies: bodies.map((one) => (one === body ? next : one)) });
  if (change.kind === "change-body") {
    const issue = brokenFields(bodies, body, change.set);
    return issue ? { issues: [issue] } : replaced({ ...body, ...change.set });
  }
  if (change.kind === "add-contact") {
    const isKnown = body.contacts.some(
      (one) => isSame(one, change.contact) && one.locale === change.contact.locale && isOpen(one, today),
    );
    if (isKnown) return refuse("email", "twice", "is in office in this role already");
    return replaced({ ...body, contacts: [...body.contacts, change.contact] });
  }
  return changeContact(body, change, today, replaced);
}

const addBody = (bodies: readonly Body[], body: Body): Changed =>
  brokenNew(bodies, body) ?? { bodies: insertedUnderParent(bodies, body) };

function brokenNew(bodies: readonly Body[], body: Body): Changed | null {
  if (bodies.some(({ id }) => id === body.id))
    return refuse("id", "taken", `is taken: the register has a body "${body.id}"`);
  if (body.kind === "ministry" || body.parent === null) return refuse("kind", "ministry", "would be a second ministry");
  if (!bodies.some(({ id }) => id === body.parent)) return unknownParent(body.parent);
  return null;
}

const unknownParent = (id: string) => refuse("parent", "unknown-parent", `names the unknown body "${id}"`);

/** Behind the last body of its parent, so that the register stays in its order: superiors before their subordinates. */
function insertedUnderParent(bodies: readonly Body[], body: Body): readonly Body[] {
  const last = bodies.findLastIndex(({ id, parent }) => id === body.parent || parent === body.parent);
  return bodies.toSpliced(last + 1, 0, body);
}

function brokenFields(bodies: readonly Body[], body: Body, set: z.output<typeof BodyFields>): RegisterIssue | null {
  const issue = (path: string, rule: RegisterRule, message: string): RegisterIssue => ({ path, rule, message });
  const isMinistry = body.kind === "ministry";
  const rooted = isMinistry ? changedRoot(set) : null;
  if (rooted !== null) return issue(rooted, "ministry", "must stay: the ministry is the root");
  if (!isMinistry && set.kind === "ministry") return issue("kind", "ministry", "would be a second ministry");
  const { parent, activeTo } = set;
  if (parent !== undefined && !bodies.some(({ id }) => id === parent))
    return issue("parent", "unknown-parent", `names the unknown body "${parent}"`);
  if (parent !== undefined && leadsTo(bodies, parent, body.id))
    return issue("parent", "cycle", "leads round in a cycle");
  if (activeTo === undefined) return null;
  const below = bodies.find((one) => one.parent === body.id && (one.activeTo === undefined || one.activeTo > activeTo));
  if (below)
    return issue(
      "activeTo",
      "bodies-below",
      `lies before the last day of ${below.id}, which stands below: end that first`,
    );
  return null;
}

/** The field by which the ministry would no longer be the root. */
function changedRoot({
  parent,
  kind,
  activeTo,
}: z.output<typeof BodyFields>): keyof z.output<typeof BodyFields> | null {
  if (activeTo !== undefined) return "activeTo";
  if (parent !== undefined) return "parent";
  return kind === undefined || kind === "ministry" ? null : "kind";
}

/** Whether a body is reached on the way up from another. */
function leadsTo(bodies: readonly Body[], from: string, id: string): boolean {
  const byId = new Map(bodies.map((body) => [body.id, body]));
  for (let at: string | null = from; at !== null; at = byId.get(at)?.parent ?? null) if (at === id) return true;
  return false;
}

const isSame = (one: Contact, { role, email }: z.output<typeof ContactName>): boolean =>
  one.role === role && normaliseEmail(one.email) === normaliseEmail(email);

/** Whether somebody is in office today or will be. */
const isOpen = ({ to }: Contact, today: Day): boolean => to === undefined || to >= today;

function changeContact(
  body: Body,
  { contact: named, set }: Extract<RegisterChange, { kind: "change-contact" }>,
  today: Day,
  replaced: (next: Body) => Changed,
): Changed {
  const known = body.contacts.filter((one) => isSame(one, named));
  const open = known.filter((one) => isOpen(one, today));
  // One address may stand once a language: they are one contact.
  const chosen = new Set(open.length > 0 ? open : known.slice(-1));
  if (chosen.size === 0) return refuse("email", "unknown-contact", "is no contact of this body in this role");
  const contacts = body.contacts.map((one) => (chosen.has(one) ? { ...one, ...set } : one));
  const isLeft = contacts.some(({ role, to }) => (role === "staff" || role === "apex") && to === undefined);
  if (body.kind === "ministry" && !isLeft)
    return refuse(
      "to",
      "ministry-contact",
      "would leave the ministry without staff and apex: name another contact first",
    );
  return replaced({ ...body, contacts });
}
