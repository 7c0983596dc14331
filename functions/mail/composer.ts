import type { Workdays } from "../../core/calendar/workdays.ts";
import type { Instant } from "../../core/calendar/zone.ts";
import type { LetterId } from "../../core/escalation/ledger.ts";
import type { LetterContent } from "../../core/escalation/letter.ts";
import type { Composer, Mail } from "../../core/ports.ts";
import { type RenderedLetter, renderLetter } from "./letter.tsx";
import { composeMime, messageIdOf } from "./mime.ts";
import { renderNotice } from "./notice.ts";

/** What every letter has in common. */
export interface ComposerSettings {
  readonly from: string;
  /** Where answers go; the sender when undefined. */
  readonly replyTo: string | undefined;
  /** Address of the pages, without a slash at its end. */
  readonly appUrl: string;
  readonly demo: boolean;
  readonly workdays: Workdays;
}

/** Renders letters and composes their messages. */
export function createComposer({ from, replyTo, appUrl, demo, workdays }: ComposerSettings): Composer {
  const calendar = { isWorking: workdays.isWorking, nameOf: workdays.entry };
  const mailOf = async (
    letter: RenderedLetter,
    { email, name }: LetterContent["recipient"],
    id: LetterId,
    at: Instant,
  ): Promise<Mail> => {
    const mime = await composeMime(letter, {
      from: `Есеп <${from}>`,
      to: { name, address: email },
      replyTo,
      messageId: messageIdOf(id, from),
      date: new Date(at),
    });
    return { recipient: email, subject: letter.subject, mime };
  };
  return {
    compose: (content, id, at) =>
      mailOf(
        renderLetter(content, { appUrl, from, replyTo, demo, calendar, sending: { id, at } }),
        content.recipient,
        id,
        at,
      ),
    composeNotice: (content, id, at) => mailOf(renderNotice(content, { appUrl, demo }), content.recipient, id, at),
  };
}
