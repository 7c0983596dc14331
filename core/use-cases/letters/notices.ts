import { formatDay } from "../../calendar/day.ts";
import { recipientOf } from "../../escalation/content.ts";
import { isWaiting, type LetterEntry, type LetterId, letterPath, logYear } from "../../escalation/ledger.ts";
import type { Slot } from "../../escalation/letter.ts";
import type { Notice } from "../../escalation/notice.ts";
import { type OutOfUse, resolveRole } from "../../escalation/recipients.ts";
import type { Clock, Composer, Identifiers, Ledger, Mail, MailFiles, MailQueue } from "../../ports.ts";
import type { Register } from "../../register/register.ts";

/** What writing a letter without items reads and writes. */
export interface NoticePorts {
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly files: MailFiles;
  readonly composer: Composer;
  readonly mail: MailQueue;
  readonly identifiers: Identifiers;
}

/** What names a letter without items: its kind and the request or event that it answers (SPEC 6). */
export interface NoticeName {
  /** Such as `brake` or `report`: small letters. */
  readonly kind: string;
  /** Letters, digits and `-`, as the mail service's tags allow. */
  readonly event: string;
  /** The slot that it is about; its year's log keeps it. */
  readonly slot: Slot;
}

/**
 * Where letters of another kind are logged: `_` stands in no body's id, so no scope has this name. There is one letter
 * for each event and recipient, number 0, and another one where that cannot be read.
 */
export const noticeScope = ({ kind, event }: Pick<NoticeName, "kind" | "event">): string => `${kind}_${event}`;

/**
 * Writes one letter without items to one address unless it is written, and queues it; what is written and still waits is
 * queued again, since a crash may have lost its message. The dispatcher and the events treat it like every other letter.
 */
export async function post(
  name: NoticeName,
  email: string,
  compose: (id: LetterId) => Promise<Mail>,
  ports: Pick<NoticePorts, "identifiers" | "ledger" | "files" | "mail">,
): Promise<void> {
  const { identifiers, ledger, files, mail } = ports;
  const recipientKey = identifiers.recipientKey(email);
  const log = { scope: noticeScope(name), year: logYear(name.slot), recipientKey };
  const { entries, damaged } = await ledger.wholeLog(log.scope, log.year, recipientKey);
  // What an entry that cannot be read has told nobody knows: it is told again, once, and stops nothing.
  const id: LetterId = { ...log, n: damaged.length };
  const known = entries.find(({ n }) => n === id.n);
  if (known) return isWaiting(known) ? mail.send([id]) : undefined;
  const owner = identifiers.token();
  const file = `${letterPath(id)}-${owner}.eml`;
  await files.put(file, await compose(id));
  // Also when another writer was first: a letter that is queued twice is sent once.
  await ledger.create(entryOf(id, name.slot, { owner, file }));
  await mail.send([id]);
}

function entryOf(id: LetterId, slot: Slot, made: Pick<LetterEntry, "owner" | "file">): LetterEntry {
  const delivery = { attempts: 0, lease: null, unknownSince: null, messageId: null, reason: null };
  return { ...id, ...made, slot, level: "ministry", items: [], closed: [], state: "queued", ...delivery };
}

/** A slot in the name of an event: `2027-03-19_0900`. */
export const slotName = ({ day, time }: Slot): string => `${formatDay(day)}_${time.replace(":", "")}`;

/** Tells every administrator of one event, each once; the terms' `slot` says who is in office. */
export async function tellAdministrators(
  about: Notice,
  name: Omit<NoticeName, "kind">,
  { register, slot, isOutOfUse }: { readonly register: Register; readonly slot: Slot; readonly isOutOfUse: OutOfUse },
  ports: NoticePorts,
): Promise<void> {
  for (const email of administrators(register, slot, isOutOfUse)) {
    const content = { recipient: recipientOf(email, register, slot.day), about };
    const compose = (id: LetterId) => ports.composer.composeNotice(content, id, ports.clock.calendarNow());
    await post({ kind: about.kind, ...name }, email, compose, ports);
  }
}

/** Who keeps the system: the ministry's staff, and its apex when no address of theirs works. */
export const administrators = (register: Register, { day }: Slot, isOutOfUse: OutOfUse): string[] =>
  resolveRole("ministry", register.ministry, register, day, isOutOfUse).map(({ email }) => email);
