import * as z from "zod";
import { Grant } from "./grant.ts";
import { Text } from "./text.ts";

/** Whom the issuer of sign-ins vouches for: a person by `sub`, a machine by `client_id`. One is never taken for the other. */
export const Subject = z
  .string()
  .regex(
    /^(user|client):[\x21-\x7e]{1,200}$/,
    "is no subject: give user:SUB or client:CLIENT_ID, as the issuer names them",
  );

/** What one subject may do, as it is stored and as administrators edit it. */
export const GrantRecord = z.strictObject({
  subject: Subject,
  /** For administrators to read. */
  name: Text.max(200),
  grants: z
    .array(Grant)
    .max(50)
    .refine((grants) => new Set(grants).size === grants.length, "names a grant twice"),
});
export type GrantRecord = z.output<typeof GrantRecord>;
