import { type DeliveryEvent, deliveryAfter } from "../../escalation/delivery.ts";
import { type LetterEntry, type LetterId, letterPath } from "../../escalation/ledger.ts";
import type { Alarms, Ledger, OutOfUseStore } from "../../ports.ts";

/** Everything that settling reads and writes. */
export interface SettlePorts {
  readonly ledger: Ledger;
  readonly outOfUse: OutOfUseStore;
  readonly alarms: Alarms;
}

/** Something that the mail service says of one letter. */
export interface MailEvent {
  readonly letter: LetterId;
  readonly event: DeliveryEvent;
}

/** What was done about an event. */
export type Settled =
  | "settled"
  /** The letter's log has it already. */
  | "repeated"
  /** There is no such letter: an alarm, since nobody else sends with our tags. */
  | "no-letter";

/** How often a letter is read again because somebody else was writing to it. */
const MAX_ROUNDS = 20;

/**
 * Records what became of a letter (SPEC 6). Events come late, twice and in any order, so the state that they lead to
 * depends on none of it. An address is put out of use before the bounce is recorded: a crash in between repeats the event.
 */
export async function settle({ letter, event }: MailEvent, ports: SettlePorts): Promise<Settled> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const entry = await ports.ledger.get(letter);
    if (!entry) {
      ports.alarms.raise("event-without-letter", { letter: letterPath(letter), kind: event.kind });
      return "no-letter";
    }
    const step = deliveryAfter(entry, event);
    if (!step) return "repeated";
    await act(entry, event, ports);
    if ((await ports.ledger.advance(entry, step)) === "advanced") return "settled";
  }
  throw new Error(`The letter ${letterPath(letter)} changes faster than it can be read.`);
}

async function act(entry: LetterEntry, event: DeliveryEvent, { outOfUse, alarms }: SettlePorts): Promise<void> {
  const letter = letterPath(entry);
  const { recipientKey } = entry;
  switch (event.kind) {
    case "hard-bounce":
      // A late event of a bounce that an administrator has answered already puts nothing out of use.
      if ((await outOfUse.mark({ recipientKey, at: event.at, letter, reason: event.detail })) === "cleared-since")
        return;
      return alarms.raise("address-out-of-use", { letter, reason: event.detail ?? "" });
    case "complaint":
      return alarms.raise("letter-complained", { letter, reason: event.detail ?? "" });
    case "reject":
      return alarms.raise("letter-failed", { letter, reason: event.detail ?? "" });
  }
}
