import * as z from "zod";

const Name = z.string().min(1);

/** The environment variables of the functions; the names of tables, queues and buckets come from `stacks/resources.ts`. */
export const Environment = z.object({
  REGISTER_TABLE: Name,
  DOSSIERS_TABLE: Name,
  LETTERS_TABLE: Name,
  SWEEPS_TABLE: Name,
  AUDIT_TABLE: Name,
  SESSIONS_TABLE: Name,
  SWEEP_QUEUE_URL: z.url(),
  MAIL_QUEUE_URL: z.url(),
  REPORT_QUEUE_URL: z.url(),
  LETTERS_BUCKET: Name,
  EVIDENCE_BUCKET: Name,
  /** The sender of every letter. */
  MAIL_FROM: z.email(),
  /** Where answers go; the sender when absent. */
  MAIL_REPLY_TO: z.email().optional(),
  /** The configuration set whose events tell what became of a letter. */
  MAIL_CONFIGURATION_SET: Name.optional(),
  /** Address of the pages, without a slash at its end. */
  APP_URL: z.url(),
  /** The OpenID Connect issuer, with the client that the pages are to it; needed where pages and API are served. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: Name.optional(),
  /** Absent for a public client. */
  OIDC_CLIENT_SECRET: Name.optional(),
  /** The audience of machines' tokens, where the issuer gives them one. */
  OIDC_AUDIENCE: Name.optional(),
  /** Clients, by comma, whose tokens without an audience are taken, as Cognito issues them. */
  OIDC_MACHINES: z.string().optional(),
  /** At least 32 random characters; seals what a browser carries through a sign-in. */
  SESSION_SECRET: z.string().min(32).optional(),
  /** Set in the demo only: letters say so. */
  DEMO: z.literal("yes").optional(),
  /** A file with the demo's movable clock; never set in the cloud. */
  DEMO_CLOCK_FILE: Name.optional(),
});
export type Environment = z.output<typeof Environment>;

/** The parsed environment; throws one sentence that names every variable that is missing or wrong. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = Environment.safeParse(variables);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => {
    const name = path.join(".");
    return variables[name] === undefined ? `${name} is missing` : `${name}: ${message}`;
  });
  throw new Error(`The environment is not complete: ${faults.join("; ")}.`);
}
