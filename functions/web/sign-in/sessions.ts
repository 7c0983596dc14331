import { createHash, randomBytes } from "node:crypto";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { type Instant, instant } from "../../../core/calendar/zone.ts";
import type { Session, SessionStore } from "../../../core/ports.ts";
import { TICKET_SECONDS } from "./ticket.ts";

/** A working day; who works longer signs in again. */
export const SESSION_SECONDS = 8 * 60 * 60;

/** Both cookies, and the sessions that one of them names. */
export interface Sessions {
  /** A new session under a new id: one that the browser brought along ends (session fixation). */
  start(context: Context, who: Pick<Session, "subject" | "name">, now: Instant): Promise<void>;
  find(context: Context, now: Instant): Promise<Session | null>;
  end(context: Context): Promise<void>;
  /** Ends every session that somebody has anywhere. */
  endAll(subject: string, now: Instant): Promise<void>;
  putTicket(context: Context, sealed: string): void;
  /** The sealed ticket, which no second request finds. */
  takeTicket(context: Context): string | undefined;
}

const hashOf = (id: string): string => createHash("sha256").update(id).digest("base64url");

/** Cookies that only this very host gets, where it is reached by https. */
export function createSessions(store: SessionStore, appUrl: string): Sessions {
  const secure = new URL(appUrl).protocol === "https:";
  const prefix = secure ? "__Host-" : "";
  const [session, ticket] = [`${prefix}esep-session`, `${prefix}esep-sign-in`];
  const attributes = { path: "/", httpOnly: true, sameSite: "Lax", secure } as const;
  const forget = (context: Context, name: string) => void deleteCookie(context, name, { path: "/", secure });
  const endStored = async (context: Context): Promise<void> => {
    const id = getCookie(context, session);
    if (id !== undefined) await store.remove(hashOf(id));
  };
  return {
    start: async (context, who, now) => {
      await endStored(context);
      const id = randomBytes(32).toString("base64url");
      const expiresAt = instant(now + SESSION_SECONDS * 1000);
      await store.create(hashOf(id), { ...who, startedAt: now, expiresAt });
      setCookie(context, session, id, { ...attributes, maxAge: SESSION_SECONDS });
    },
    find: async (context, now) => {
      const id = getCookie(context, session);
      const found = id === undefined ? null : await store.find(hashOf(id));
      if (!found || now >= found.expiresAt) return null;
      const ended = await store.endedAt(found.subject);
      return ended !== null && found.startedAt <= ended ? null : found;
    },
    endAll: (subject, now) => store.endAll(subject, now),
    end: async (context) => {
      await endStored(context);
      forget(context, session);
    },
    putTicket: (context, sealed) => setCookie(context, ticket, sealed, { ...attributes, maxAge: TICKET_SECONDS }),
    takeTicket: (context) => {
      const sealed = getCookie(context, ticket);
      forget(context, ticket);
      return sealed;
    },
  };
}
