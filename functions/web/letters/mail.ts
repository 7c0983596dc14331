import PostalMime from "postal-mime";
import type { LetterEntry } from "../../../core/escalation/ledger.ts";
import type { MailFiles } from "../../../core/ports.ts";

/** A letter taken apart again, from the very bytes that were sent. */
export interface ReadMail {
  readonly recipient: string;
  readonly subject: string;
  readonly html: string | undefined;
  readonly text: string | undefined;
  readonly attachments: readonly string[];
}

/** The stored letter of an entry; null when it is no longer kept. */
export async function readMail({ file }: LetterEntry, files: Pick<MailFiles, "get">): Promise<ReadMail | null> {
  const stored = await files.get(file);
  if (!stored) return null;
  const { subject, html, text, attachments } = await PostalMime.parse(stored.mime);
  return {
    recipient: stored.recipient,
    subject: subject ?? stored.subject,
    html,
    text,
    attachments: attachments.map(({ filename, mimeType }) => filename ?? mimeType),
  };
}

/** The HTML part as its frame shows it: links open a window of their own, since our pages refuse to be framed. */
export function framed(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => `${head}${base}`) : `${base}${html}`;
}
