import { createHash, randomUUID } from "node:crypto";
import type { Identifiers } from "../core/ports.ts";

/** Owner tokens and recipient keys (SPEC 6). */
export const identifiers: Identifiers = {
  token: () => randomUUID(),
  recipientKey: (email) => createHash("sha256").update(email.toLowerCase()).digest("base64url").slice(0, 22),
};
