import type { Context, MiddlewareHandler } from "hono";
import type { Clock, GrantStore } from "../../../core/ports.ts";
import type { Caller } from "../../../core/register/grant.ts";
import { grantsOf } from "../../../core/use-cases/records/grants.ts";
import type { Machines } from "./machines.ts";
import type { Sessions } from "./sessions.ts";

declare module "hono" {
  interface ContextVariableMap {
    /** Who asks; put there by {@link identify}. */
    caller: Caller | null;
  }
}

/** Who asks; null for a stranger, for a token that is not valid, and where nobody was looked for. */
export const callerOf = (context: Context): Caller | null => context.get("caller") ?? null;

interface IdentifyPorts {
  readonly sessions: Sessions;
  readonly machines: Machines;
  readonly grants: Pick<GrantStore, "read">;
  readonly clock: Pick<Clock, "machineNow">;
}

/** Finds out who asks and what they may do at this moment; refuses nobody. */
export function identify(ports: IdentifyPorts): MiddlewareHandler {
  return async (context, next) => {
    const who = await whoAsks(context, ports);
    const record = who && (await grantsOf(who.subject, ports.grants));
    const caller = who && {
      id: who.subject,
      name: who.name ?? record?.name ?? who.subject,
      grants: record?.grants ?? [],
    };
    context.set("caller", caller);
    await next();
  };
}

interface Who {
  readonly subject: string;
  readonly name?: string;
}

/** A request with an `Authorization` header is judged by that alone: a bad token never falls back to a cookie. */
async function whoAsks(context: Context, { sessions, machines, clock }: IdentifyPorts): Promise<Who | null> {
  const authorization = context.req.header("authorization");
  if (authorization === undefined) return sessions.find(context, clock.machineNow());
  const token = /^bearer +([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
  const subject = token === undefined ? null : await machines.verify(token, clock.machineNow());
  return subject === null ? null : { subject };
}
