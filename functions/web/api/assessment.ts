import { type Assessment, assess, type Records } from "../../../core/assess.ts";
import type { Day } from "../../../core/calendar/day.ts";
import type { Body } from "../../../core/register/body.ts";
import type { Call } from "./endpoint.ts";
import { type Asked, askedMoment } from "./moment.ts";
import { scopesOf, visibleBodies } from "./register.ts";

/** How the bodies that a caller may see stand. */
export interface VisibleAssessment extends Asked, Assessment {
  readonly records: Records;
}

/** Evaluates a body with all under it, as far as the caller may see them, now or as of the end of a day. */
export async function assessVisible(
  { scope, on }: { readonly scope?: string; readonly on?: Day },
  call: Call,
): Promise<VisibleAssessment> {
  const { loaded, caller, deps } = call;
  const top = scope === undefined ? null : call.body(scope);
  const asked = askedMoment(on, call);
  const visible = visibleBodies(top, "read", caller, loaded.register);
  if (top) call.require("read", top);
  const scopes = scopesOf(visible, loaded.register);
  const assessment = await assess({ ...loaded, scopes }, deps, asked.viewOf);
  return { ...asked, ...only(assessment, visible) };
}

function only(assessment: Assessment & { readonly records: Records }, bodies: readonly Body[]) {
  const ids = new Set(bodies.map(({ id }) => id));
  const isVisible = ({ body }: { readonly body: string }): boolean => ids.has(body);
  return {
    ...assessment,
    bodies: assessment.bodies.filter(({ body }) => ids.has(body.id)),
    failed: assessment.failed.filter(isVisible),
    settled: assessment.settled.filter(isVisible),
    damaged: assessment.damaged.filter(isVisible),
  };
}
