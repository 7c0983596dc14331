import type { Body } from "../../../core/register/body.ts";
import type { Action, Caller } from "../../../core/register/grant.ts";
import { mayDo } from "../../../core/register/grant.ts";
import type { Register } from "../../../core/register/register.ts";

/** Whether a body is another, or stands under it. */
export function isWithin(body: Body, top: Body, register: Register): boolean {
  return body.id === top.id || top.id === register.ministry.id || register.ancestorsOf(body).includes(top);
}

/** The bodies under a body with itself that a caller may see, in register order. */
export function visibleBodies(top: Body | null, action: Action, caller: Caller, register: Register): Body[] {
  return register.bodies.filter(
    (body) => (top === null || isWithin(body, top, register)) && mayDo(action, caller, body, register),
  );
}

/** The scopes that some bodies belong to, in register order. */
export function scopesOf(bodies: readonly Body[], register: Register): string[] {
  const wanted = new Set(bodies.map((body) => register.scopeOf(body)));
  return register.scopes.filter((scope) => wanted.has(scope));
}
