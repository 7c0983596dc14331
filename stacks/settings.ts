import * as z from "zod";

/** Where a stage runs and its data lies when nothing else is said: Frankfurt, the nearest region with every service. */
const Region = z
  .string()
  .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "is no AWS region, like eu-central-1")
  .default("eu-central-1");

const Email = z.email("is no e-mail address");
const Host = z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, "is no domain name");

/** The part of an address behind the `@`. */
const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

/** What is decided for each stage: environment variables, or lines of `.env.<stage>`, which SST reads by itself. */
const Variables = z.object({
  ESEP_REGION: Region,
  /** The sender of every letter. */
  ESEP_MAIL_FROM: Email,
  /** Where answers go; the sender when absent. */
  ESEP_MAIL_REPLY_TO: Email.optional(),
  /** What SES verifies: the sender's domain when absent, or the sender's address alone. */
  ESEP_MAIL_IDENTITY: z.union([Email, Host], "is neither an e-mail address nor a domain name").optional(),
  /** Who is told when an alarm fires. */
  ESEP_ALARM_EMAIL: Email,
  /** Host name of the pages; the API's own name when absent. */
  ESEP_DOMAIN: Host.optional(),
  /** ARN of the host name's certificate in ACM, where its DNS zone is not in Route 53. */
  ESEP_CERTIFICATE: z.string().startsWith("arn:aws:acm:", "is no ARN of an ACM certificate").optional(),
});

/** A stage's settings. */
export interface Settings {
  readonly region: string;
  readonly mailFrom: string;
  readonly mailReplyTo: string | undefined;
  readonly mailIdentity: string;
  readonly alarmEmail: string;
  readonly domain: string | undefined;
  readonly certificate: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The region alone, which SST asks for before anything else. */
export const readRegion = (environment: Environment): string =>
  parse(Variables.pick({ ESEP_REGION: true }), environment).ESEP_REGION;

/** A stage's settings; throws one sentence that names every variable that is missing or wrong. */
export function readSettings(environment: Environment): Settings {
  const variables = parse(Variables, environment);
  const mailFrom = variables.ESEP_MAIL_FROM;
  const mailIdentity = variables.ESEP_MAIL_IDENTITY ?? domainOf(mailFrom);
  const isCovered = mailIdentity === mailFrom || isWithin(domainOf(mailFrom), mailIdentity);
  if (!isCovered) throw settingsError(["ESEP_MAIL_IDENTITY does not cover the sender in ESEP_MAIL_FROM"]);
  if (variables.ESEP_CERTIFICATE !== undefined && variables.ESEP_DOMAIN === undefined) {
    throw settingsError(["ESEP_CERTIFICATE is set without ESEP_DOMAIN"]);
  }
  return {
    region: variables.ESEP_REGION,
    mailFrom,
    mailReplyTo: variables.ESEP_MAIL_REPLY_TO,
    mailIdentity,
    alarmEmail: variables.ESEP_ALARM_EMAIL,
    domain: variables.ESEP_DOMAIN,
    certificate: variables.ESEP_CERTIFICATE,
  };
}

const isWithin = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

/** A line `NAME=` without a value counts as absent. */
function parse<Schema extends z.ZodType>(schema: Schema, environment: Environment): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw settingsError(
    parsed.error.issues.map(({ path, message }) => {
      const name = path.join(".");
      return given[name] === undefined ? `${name} is missing` : `${name} ${message}`;
    }),
  );
}

const settingsError = (faults: readonly string[]): Error =>
  new Error(`The stage's settings are not complete: ${faults.join("; ")}. Put them into .env.<stage>.`);
