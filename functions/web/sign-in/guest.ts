import type { MiddlewareHandler } from "hono";
import type { RegisterStore } from "../../../core/ports.ts";
import type { Caller } from "../../../core/register/grant.ts";
import { callerOf } from "./caller.ts";

/** Marks who looks around a demo without having signed in. */
const GUEST = "guest";

export const isGuest = (caller: Caller | null): boolean => caller?.id === GUEST;

/** In a demo everybody may look at everything; whoever wants to act signs in. Never used where data is real. */
export function welcomeGuests(register: RegisterStore): MiddlewareHandler {
  return async (context, next) => {
    if (
      callerOf(context) === null &&
      ["GET", "HEAD"].includes(context.req.method) &&
      !context.req.header("authorization")
    ) {
      const directory = await register.directory();
      const [ministry] = directory?.scopes ?? [];
      context.set("caller", { id: GUEST, name: GUEST, grants: ministry === undefined ? [] : [`viewer@${ministry}`] });
    }
    await next();
  };
}
