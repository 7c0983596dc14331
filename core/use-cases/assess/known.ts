import type { Candidates } from "../../escalation/candidates.ts";
import { findingName, type Known } from "../../escalation/closings.ts";
import type { Finding } from "../../order608/finding.ts";
import type { Register } from "../../register/register.ts";
import type { Assessment } from "./assess.ts";

/** What an assessment knows of everything that may have been told of, for the closing lines of letters. */
export function whatIsKnown(
  { bodies, settled, failed, damaged }: Assessment,
  candidates: Candidates,
  register: Register,
): Known {
  const found = new Map(bodies.map(({ body, findings }) => [body.id, findings]));
  const ended = Map.groupBy(settled, ({ body }) => body);
  // Few bodies are asked for, so each one's findings are named when the first of them is.
  const named = new Map<string, ReadonlyMap<string, Finding>>();
  const findingsOf = (body: string): ReadonlyMap<string, Finding> => {
    const before = named.get(body);
    if (before) return before;
    const all = [...(ended.get(body) ?? []), ...(found.get(body) ?? [])];
    const made = new Map(all.map((finding) => [findingName(finding), finding]));
    named.set(body, made);
    return made;
  };
  const unchecked = new Set([...failed, ...candidates.failed].map(findingName));
  const unreadable = new Set(damaged.map(({ body, campaign }) => `${body} ${campaign}`));
  return {
    find: (key) => findingsOf(key.body).get(findingName(key)),
    bodies: register.byId,
    isUnchecked: (key) => unreadable.has(`${key.body} ${key.campaign}`) || unchecked.has(findingName(key)),
  };
}
