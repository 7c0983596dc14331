import type { Assessment } from "./assess.ts";
import type { Candidates } from "./escalation/candidates.ts";
import { findingName, type Known } from "./escalation/closings.ts";
import type { Register } from "./register/register.ts";

/** What an assessment knows of everything that may have been told of, for the closing lines of letters. */
export function whatIsKnown(
  { bodies, settled, failed, damaged }: Assessment,
  candidates: Candidates,
  register: Register,
): Known {
  const findings = [...settled, ...bodies.flatMap((evaluated) => evaluated.findings)];
  const unchecked = new Set([...failed, ...candidates.failed].map(findingName));
  const unreadable = new Set(damaged.map(({ body, campaign }) => `${body} ${campaign}`));
  return {
    findings: new Map(findings.map((finding) => [findingName(finding), finding])),
    bodies: register.byId,
    isUnchecked: (key) => unreadable.has(`${key.body} ${key.campaign}`) || unchecked.has(findingName(key)),
  };
}
