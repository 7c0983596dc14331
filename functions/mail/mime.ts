import MailComposer from "nodemailer/lib/mail-composer";
import type { LetterId } from "../../core/escalation/ledger.ts";
import { oneLine } from "./clean.ts";
import type { LetterFile, RenderedLetter } from "./letter.tsx";

/** What a message carries beside the letter itself. */
export interface MessageHeaders {
  /** `name <address>` or an address. */
  readonly from: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly replyTo?: string | undefined;
  /** Stable, so that sending again is recognised: `<id@domain>`. */
  readonly messageId: string;
  readonly date: Date;
}

const address = /^[^\s<>(),;:"\\[\]@\p{Cc}]+@[^\s<>(),;:"\\[\]@\p{Cc}]+$/u;
const identifier = /^<[^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+>$/u;

/** The Message-ID of a letter: the same for every sending, so that a repeated one is recognised. */
export const messageIdOf = ({ scope, year, recipientKey, n }: LetterId, from: string): string =>
  `<${scope}.${year}.${recipientKey}.${n}@${from.slice(from.lastIndexOf("@") + 1)}>`;

function required(pattern: RegExp, value: string, what: string): string {
  if (!pattern.test(value)) throw new TypeError(`The ${what} of a message is not of the form that mail demands.`);
  return value;
}

/** What goes with a letter, its calendar first: mail programs look for one. */
const filesOf = ({ calendar, files = [] }: RenderedLetter): readonly LetterFile[] => [
  ...(calendar ? [{ ...calendar, contentType: "text/calendar; charset=utf-8; method=PUBLISH" }] : []),
  ...files,
];

/**
 * The bytes of one message: UTF-8 text and HTML as alternatives, in base64 so that its size follows from the letter's.
 * Throws a TypeError when the recipient's address or the Message-ID could not stand in a header.
 */
export function composeMime(letter: RenderedLetter, headers: MessageHeaders): Promise<Buffer> {
  const composer = new MailComposer({
    from: oneLine(headers.from, 320),
    to: { name: oneLine(headers.to.name), address: required(address, headers.to.address, "recipient's address") },
    ...(headers.replyTo === undefined ? {} : { replyTo: oneLine(headers.replyTo, 320) }),
    subject: oneLine(letter.subject, 400),
    messageId: required(identifier, headers.messageId, "Message-ID"),
    date: headers.date,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    text: letter.text,
    html: letter.html,
    textEncoding: "base64",
    disableFileAccess: true,
    disableUrlAccess: true,
    attachments: filesOf(letter).map(({ filename, content, contentType }) => ({
      ...{ filename: oneLine(filename), content: typeof content === "string" ? content : Buffer.from(content) },
      contentType,
    })),
  });
  return composer.compile().build();
}
