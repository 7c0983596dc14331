import { holdsAt } from "../../escalation/brake.ts";
import { isWaiting, type LetterEntry } from "../../escalation/ledger.ts";
import type { Slot } from "../../escalation/letter.ts";
import { isSlotBefore } from "../../escalation/slots.ts";
import type { Identifiers, Ledger, MailQueue, RegisterStore, Standing } from "../../ports.ts";
import type { Register } from "../../register/register.ts";
import type { Logs } from "./letter-logs.ts";
import { dropLetter, scopesKnowing, yieldToRivals } from "./rival-letters.ts";

/** What tidying reads and writes. */
interface TidyPorts {
  readonly ledger: Ledger;
  readonly mail: MailQueue;
  readonly identifiers: Pick<Identifiers, "recipientKey">;
  readonly register: Pick<RegisterStore, "directory">;
}

/** A sweep that has read its logs and is about to plan. */
interface TidyContext {
  readonly scope: string;
  readonly logs: Logs;
  readonly slot: Slot;
  readonly standings: readonly Standing[];
  readonly register: Register;
  /** Throws when the sweep has begun with what stands no more. */
  readonly confirm: () => Promise<void>;
}

/**
 * Never stale: what was written for an earlier slot and is still waiting is dropped, so that what is still open is
 * written afresh; so is what is held and need not be any more. That of another scope too, whose address is now this
 * one's: nobody but this sweep writes it afresh. Whatever else of this scope is on its way may have lost its message, so
 * it is queued again, unless another scope's letter tells the same. Returns how many were dropped.
 */
export async function tidy(sweep: TidyContext, ports: TidyPorts): Promise<number> {
  const { scope, logs, slot, confirm } = sweep;
  const isBraked = braked(sweep);
  let scopesOf: ScopesOf | undefined;
  let dropped = 0;
  for (const entry of [...logs.everything()]) {
    const isOld = isSlotBefore(entry.slot, slot);
    const isOver = (entry.state === "queued" && isOld) || (entry.state === "held" && (isOld || !isBraked(entry)));
    const isToSend = entry.scope === scope && isWaiting(entry) && !isOver;
    if (!isOver && !isToSend) continue;
    await confirm();
    let now = entry;
    if (isOver) now = await dropLetter(entry, whyDropped(entry), ports.ledger);
    else if (entry.state === "queued") {
      // After the logs were read: whoever has the address by another register sees what stands in them.
      scopesOf ??= await scopesByKey(ports);
      now = await yieldToRivals(entry, scopesOf(entry.recipientKey), logs, ports.ledger);
    }
    logs.replace(now);
    if (now.state === "dropped") dropped++;
    else if (isToSend) await ports.mail.send([now]);
  }
  return dropped;
}

type ScopesOf = (recipientKey: string) => readonly string[];

/** The scopes that addresses are or were in at this moment, by recipient key. */
async function scopesByKey({ register, identifiers }: TidyPorts): Promise<ScopesOf> {
  const directory = await register.directory();
  const emails = new Map(Object.keys(directory?.shared ?? {}).map((email) => [identifiers.recipientKey(email), email]));
  return (recipientKey) => scopesKnowing(emails.get(recipientKey) ?? "", directory);
}

/** Whether a brake that is on holds some item of a letter. */
function braked({ standings, slot, register }: TidyContext): (entry: LetterEntry) => boolean {
  const { byId, scopeOf } = register;
  const on = new Set(standings.filter(({ brake }) => holdsAt(brake, slot)).map(({ scope }) => scope));
  return ({ items }) =>
    items.some(({ body }) => {
      const known = byId.get(body);
      return known !== undefined && on.has(scopeOf(known));
    });
}

/** What was held is known by its reason for as long as its brake is on. */
const whyDropped = ({ state, reason }: LetterEntry): string | null => (state === "held" ? reason : "stale");
