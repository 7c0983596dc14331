import { hkdfSync } from "node:crypto";
import { EncryptJWT, errors, jwtDecrypt } from "jose";
import * as z from "zod";
import type { Instant } from "../../../core/calendar/zone.ts";

/** What a browser must bring back from the issuer, and where it wants to go then. */
export const Ticket = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
});
export type Ticket = z.output<typeof Ticket>;

/** How long somebody may stay at the issuer's pages, in seconds. */
export const TICKET_SECONDS = 600;

/** Seals tickets into text that only this application can read or make. */
export interface TicketSeal {
  seal(ticket: Ticket, now: Instant): Promise<string>;
  /** Null for whatever is not a ticket of ours, or is too old. */
  open(text: string, now: Instant): Promise<Ticket | null>;
}

const KEY_USE = "esep sign-in ticket 1";

/** AES-256-GCM with a key of its own, derived from the secret. */
export function createTicketSeal(secret: string): TicketSeal {
  const key = new Uint8Array(hkdfSync("sha256", secret, "", KEY_USE, 32));
  return {
    seal: (ticket, now) =>
      new EncryptJWT(ticket)
        .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
        .setExpirationTime(Math.floor(now / 1000) + TICKET_SECONDS)
        .encrypt(key),
    open: async (text, now) => {
      try {
        const { payload } = await jwtDecrypt(text, key, {
          keyManagementAlgorithms: ["dir"],
          contentEncryptionAlgorithms: ["A256GCM"],
          requiredClaims: ["exp"],
          currentDate: new Date(now),
        });
        const { exp: _, ...ticket } = payload;
        return Ticket.safeParse(ticket).data ?? null;
      } catch (error) {
        if (error instanceof errors.JOSEError) return null;
        throw error;
      }
    },
  };
}
