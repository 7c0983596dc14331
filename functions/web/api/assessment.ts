import type { Day } from "../../../core/calendar/day.ts";
import { type Assessment, assess, type Records } from "../../../core/use-cases/assess/assess.ts";
import { readablePart } from "../sign-in/reader.ts";
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
  const [only, ...others] = scopes;
  const recent = deps.recent?.(others.length === 0 ? only : undefined);
  const assessment = await assess({ ...loaded, scopes }, { ...deps, ...recent }, asked.viewOf);
  const ids = new Set(visible.map(({ id }) => id));
  return { ...asked, ...readablePart(assessment, { body: (id) => ids.has(id) }) };
}
