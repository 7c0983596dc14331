import PostalMime, { type Address, type Email } from "postal-mime";
import * as z from "zod";
import { Tag } from "./request.ts";

/** Longer texts are searched and previewed by their beginning: ten thousand letters have to fit in memory. */
const excerptLength = 2000;

/** What the sender said beside the letter itself. */
export const Envelope = z.strictObject({
  source: z.string().nullable(),
  recipients: z.array(z.string()),
  configurationSet: z.string().nullable(),
  tags: z.array(Tag),
});
export type Envelope = z.output<typeof Envelope>;

/** What is known of an accepted letter without opening it; kept as JSON beside the `.eml` file. */
export const Delivery = z.strictObject({
  /** Grows by one with every letter and is never used again. */
  number: z.int().min(1),
  messageId: z.string(),
  /** ISO instant. */
  acceptedAt: z.iso.datetime(),
  /** What its Date header says, which in a demo is the demo's day; absent where it says nothing. */
  writtenAt: z.iso.datetime().exactOptional(),
  envelope: Envelope,
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  /** The Content-Language header, such as `kk`; null when the letter has none. */
  language: z.string().nullable(),
  /** Bytes. */
  size: z.int(),
  attachments: z.int(),
  /** The beginning of the text part. */
  excerpt: z.string(),
});
export type Delivery = z.output<typeof Delivery>;

/** `Name <address>` of each, with a group's members in its place. */
const addressText = (addresses: readonly Address[] = []): string =>
  mailboxesOf(addresses)
    .map(({ name, address }) => (name ? `${name} <${address}>` : address))
    .join(", ");

const mailboxesOf = (addresses: readonly Address[]) => addresses.flatMap((address) => address.group ?? [address]);

/** The value of the first header of a name, given in lower case. */
const headerOf = (email: Email, key: string): string | undefined =>
  email.headers.find((header) => header.key === key)?.value;

/** Reads a letter. Throws what postal-mime throws for one that is nested too deep. */
export const parseLetter = (raw: Uint8Array): Promise<Email> => PostalMime.parse(raw);

/** The addresses of To, Cc and Bcc: where SES sends a letter that comes without destinations. */
export const recipientsOf = (email: Email): string[] =>
  mailboxesOf([...(email.to ?? []), ...(email.cc ?? []), ...(email.bcc ?? [])]).map(({ address }) => address);

/** The Date header as an instant; what is no date is left out. */
function writtenIn({ date }: Email): Pick<Delivery, "writtenAt"> {
  const written = new Date(date ?? Number.NaN);
  return Number.isNaN(written.getTime()) ? {} : { writtenAt: written.toISOString() };
}

/** When a letter was written, as its reader sees it. */
export const shownTime = ({ writtenAt, acceptedAt }: Delivery): string => writtenAt ?? acceptedAt;

/** Describes a letter for the list. */
export function describeLetter(
  email: Email,
  accepted: Pick<Delivery, "number" | "messageId" | "acceptedAt" | "envelope" | "size">,
): Delivery {
  return {
    ...accepted,
    ...writtenIn(email),
    from: addressText(email.from && [email.from]),
    to: addressText(email.to),
    subject: email.subject ?? "",
    language: headerOf(email, "content-language") ?? null,
    attachments: email.attachments.length,
    excerpt: (email.text ?? "").replace(/\s+/g, " ").trim().slice(0, excerptLength),
  };
}
