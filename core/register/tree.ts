import type * as z from "zod";
import type { Body } from "./body.ts";

/** Refuses a register that is no tree under exactly one ministry that somebody can be written to (SPEC 3, file rules). */
export function refuseBrokenTree(context: z.core.$RefinementCtx, bodies: readonly Body[]): void {
  const refuse = (path: PropertyKey[], message: string) => context.addIssue({ code: "custom", path, message });
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const ministries = bodies.filter(({ kind }) => kind === "ministry").length;
  if (ministries !== 1) refuse(["bodies"], `must hold exactly one ministry, but hold ${ministries}`);
  for (const [index, body] of bodies.entries()) {
    if (body.kind === "ministry") refuseBadMinistry(body, index, refuse);
    else if (body.parent === null) refuse(["bodies", index, "parent"], "is null, which only the ministry's may be");
    else if (!byId.has(body.parent)) refuse(["bodies", index, "parent"], `names the unknown body "${body.parent}"`);
    else if (leadsRound(body, byId)) refuse(["bodies", index, "parent"], "leads round in a cycle");
  }
}

function refuseBadMinistry(body: Body, index: number, refuse: (path: PropertyKey[], message: string) => void): void {
  if (body.parent !== null) refuse(["bodies", index, "parent"], "must be null for the ministry");
  if (!body.contacts.some(({ role }) => role === "staff" || role === "apex")) {
    refuse(["bodies", index, "contacts"], "give the ministry neither a staff nor an apex contact");
  }
}

/** Whether the way up from a body never ends. */
function leadsRound(body: Body, byId: ReadonlyMap<string, Body>): boolean {
  const seen = new Set<string>();
  for (let at: Body | undefined = body; at?.parent; at = byId.get(at.parent)) {
    if (seen.has(at.id)) return true;
    seen.add(at.id);
  }
  return false;
}
