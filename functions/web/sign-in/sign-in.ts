import type { MiddlewareHandler } from "hono";
import type { Clock, GrantStore, SessionStore } from "../../../core/ports.ts";
import { identify } from "./caller.ts";
import { createIssuer, type Issuer } from "./issuer.ts";
import { createMachines } from "./machines.ts";
import { createSessions, type Sessions } from "./sessions.ts";
import type { SignInSettings } from "./settings.ts";
import { createTicketSeal, type TicketSeal } from "./ticket.ts";

/** Everything that knows who somebody is. */
export interface SignIn {
  readonly appUrl: string;
  readonly issuer: Issuer;
  readonly sessions: Sessions;
  readonly seal: TicketSeal;
  readonly clock: Pick<Clock, "machineNow">;
  /** Puts the caller into the context. */
  readonly identify: MiddlewareHandler;
}

export interface SignInPorts {
  readonly sessions: SessionStore;
  readonly grants: Pick<GrantStore, "read">;
  readonly clock: Pick<Clock, "machineNow">;
}

/** Asks the issuer nothing yet. */
export function createSignIn(settings: SignInSettings, ports: SignInPorts): SignIn {
  const { appUrl } = settings;
  const { grants, clock } = ports;
  const issuer = createIssuer(settings);
  const sessions = createSessions(ports.sessions, appUrl);
  const machines = createMachines(settings, issuer);
  return {
    appUrl,
    issuer,
    sessions,
    clock,
    seal: createTicketSeal(settings.sessionSecret),
    identify: identify({ sessions, machines, grants, clock }),
  };
}
