import { randomUUID } from "node:crypto";
import type { Email } from "postal-mime";
import { type Delivery, describeLetter, type Envelope, parseLetter, recipientsOf } from "./delivery.ts";
import { folderStorage, memoryStorage } from "./storage.ts";

/** Every letter that the endpoint accepted. */
export interface Mailbox {
  /** Keeps a letter and returns its description; when it returns, the letter survives the end of the process. */
  accept(raw: Uint8Array, envelope: Envelope): Promise<Delivery>;
  /** In the order of acceptance. */
  readonly deliveries: readonly Delivery[];
  find(number: number): Delivery | undefined;
  /** The letters, newest first, that have every word of the text in their addresses, subject, tags or text. */
  search(text: string): readonly Delivery[];
  /** The letter as it was sent. */
  raw(delivery: Delivery): Promise<Uint8Array>;
  /** Throws all letters away; their numbers are not given again. */
  clear(): Promise<void>;
}

interface Entry {
  readonly delivery: Delivery;
  readonly searchable: string;
}

const fold = (text: string): string => text.normalize("NFC").toLowerCase();

function entryOf(delivery: Delivery): Entry {
  const { envelope, from, to, subject, excerpt, messageId } = delivery;
  const tags = envelope.tags.map(({ name, value }) => `${name}=${value}`);
  const searchable = fold([...envelope.recipients, from, to, subject, ...tags, messageId, excerpt].join("\n"));
  return { delivery, searchable };
}

/** The form of the ids that SES gives. */
const newMessageId = (): string => `${randomUUID().replaceAll("-", "").slice(0, 16)}-${randomUUID()}-000000`;

/** Opens the letters kept in `folder`, or an empty mailbox in memory without one. `now` is the machine's clock. */
export async function openMailbox(folder?: string, now: () => Date = () => new Date()): Promise<Mailbox> {
  const storage = folder === undefined ? memoryStorage() : await folderStorage(folder);
  const entries = storage.deliveries.map(entryOf);
  const byNumber = new Map(entries.map((entry) => [entry.delivery.number, entry.delivery]));
  let last = storage.lastNumber;
  return {
    accept: async (raw, envelope) => {
      const number = ++last;
      const email = await parseLetter(raw);
      const accepted = { number, messageId: newMessageId(), acceptedAt: now().toISOString(), size: raw.byteLength };
      const delivery = describeLetter(email, { ...accepted, envelope: addressed(envelope, email) });
      await storage.write(delivery, raw);
      entries.push(entryOf(delivery));
      byNumber.set(number, delivery);
      return delivery;
    },
    get deliveries() {
      return entries.map((entry) => entry.delivery);
    },
    find: (number) => byNumber.get(number),
    search: (text) => search(entries, text),
    raw: storage.read,
    clear: async () => {
      const thrown = entries.splice(0).map(({ delivery }) => delivery);
      byNumber.clear();
      await storage.remove(thrown);
    },
  };
}

const addressed = (envelope: Envelope, email: Email): Envelope =>
  envelope.recipients.length > 0 ? envelope : { ...envelope, recipients: recipientsOf(email) };

function search(entries: readonly Entry[], text: string): readonly Delivery[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return entries
    .filter(({ searchable }) => words.every((word) => searchable.includes(word)))
    .map(({ delivery }) => delivery)
    .sort((left, right) => right.number - left.number);
}
