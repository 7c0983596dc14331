import type { Instant } from "../../core/calendar/zone.ts";
import type { LetterId } from "../../core/escalation/ledger.ts";
import type { Mail } from "../../core/ports.ts";
import type { ReportLetter } from "../../core/use-cases/reports/report-jobs.ts";
import { composeMime, messageIdOf } from "./mime.ts";
import { renderStatusLetter, type StatusLetterSettings } from "./status-letter.ts";

/** The message of a report's letter. */
export async function composeStatusLetter(
  letter: ReportLetter,
  id: LetterId,
  at: Instant,
  settings: StatusLetterSettings,
): Promise<Mail> {
  const { from, replyTo } = settings;
  const { email, name } = letter.recipient;
  const rendered = renderStatusLetter(letter, settings);
  const mime = await composeMime(rendered, {
    ...{ from: `Есеп <${from}>`, to: { name, address: email }, replyTo, date: new Date(at) },
    messageId: messageIdOf(id, from),
  });
  return { recipient: email, subject: rendered.subject, mime };
}
