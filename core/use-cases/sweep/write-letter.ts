import type { Candidate, PlanningContext } from "../../escalation/candidates.ts";
import { closingsFor, endedKeys, type Known } from "../../escalation/closings.ts";
import { type ContentTerms, contentOf } from "../../escalation/content.ts";
import type { HoldReason } from "../../escalation/fire.ts";
import { type LetterEntry, letterPath, logYear, toldBy } from "../../escalation/ledger.ts";
import type { LetterContent, Slot } from "../../escalation/letter.ts";
import { itemKeyOf, levelOf, type PlannedItem, planRecipient } from "../../escalation/plan.ts";
import { slotAfter, slotInstant } from "../../escalation/slots.ts";
import type { Ledger, RegisterStore } from "../../ports.ts";
import type { NoticePorts } from "../letters/notices.ts";
import type { Logs, PlanOf } from "./letter-logs.ts";
import { scopesKnowing, yieldToRivals } from "./rival-letters.ts";

/** What writing letters reads and writes. */
interface WriterPorts extends NoticePorts {
  readonly register: RegisterStore;
}

/** One sweep's view for writing letters. */
export interface WriterContext {
  readonly scope: string;
  readonly slot: Slot;
  readonly context: PlanningContext;
  readonly known: Known & Pick<ContentTerms, "couldComeBefore">;
  readonly logs: Logs;
  /** What the logs said before the first letter was written. */
  readonly planOf: PlanOf;
  /** Whether the brake holds an item back. */
  readonly isHeld: (item: PlannedItem) => boolean;
  readonly rules: NonNullable<LetterEntry["rules"]>;
  /** Throws when the sweep has begun with what stands no more. */
  readonly confirm: () => Promise<void>;
  readonly ports: WriterPorts;
}

/** How often a recipient is planned again because another writer was first, before the sweep gives up. */
const MAX_ROUNDS = 20;

/**
 * Writes the letter that is due to one recipient, if any: first the rendered letter, then by one conditional put its
 * ledger entry, which is the only decision, then the message to the dispatcher. A crash before the put leaves a file
 * that nobody refers to; a crash after it leaves a queued letter, which the next sweep queues again or writes afresh.
 * What the brake holds makes a letter of its own, which is not sent. Returns why the rest was not written.
 */
export async function writeLetter(
  email: string,
  candidates: readonly Candidate[],
  writer: WriterContext,
): Promise<ReadonlyMap<HoldReason, number>> {
  const { scope, slot, context, logs, planOf, isHeld, confirm, ports } = writer;
  let reasons: ReadonlyMap<HoldReason, number> | undefined;
  let most = Number.POSITIVE_INFINITY;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    // Nobody but this loop changes the recipient's log after it was read.
    const plan =
      round === 0 ? planOf(email, candidates) : planRecipient(email, candidates, toldBy(logs.of(email)), slot, context);
    if (plan.items.length === 0) return reasons ?? plan.held;
    await confirm();
    const free = plan.items.filter((item) => !isHeld(item));
    const state = free.length > 0 ? "queued" : "held";
    const items = (free.length > 0 ? free : plan.items).slice(0, most);
    const entry = await writeEntry(email, { state, items, most }, writer);
    const created = await create(entry, email, logs, ports.ledger);
    if (created === "too-large") most = halfOf(entry);
    if (created !== "ours") continue;
    reasons ??= plan.held;
    const now = await yieldToRivals(entry, await scopesNow(email, ports), logs, ports.ledger);
    logs.replace(now);
    // Planned again: another scope's letter tells some of it or all.
    if (now.state === "dropped") continue;
    if (state === "held") reasons = withCount(reasons, "brake", items.length);
    else await ports.mail.send([now]);
    if (items.length === plan.items.length) return reasons;
  }
  throw new Error(`The log ${scope}/${logYear(slot)} grew faster than it could be read.`);
}

/** The scopes that an address is or was in at this moment. */
const scopesNow = async (email: string, { register }: WriterPorts): Promise<readonly string[]> =>
  scopesKnowing(email, await register.directory());

/**
 * One letter says all there is, unless its entry cannot hold it: then other items are another letter of the same sweep, and
 * other ends are told with the letter after it.
 */
function halfOf({ items, closed }: LetterEntry): number {
  const most = Math.max(items.length, closed.length);
  if (most === 1) throw new Error("The ledger has no room for an entry of one item.");
  return Math.ceil(most / 2);
}

const withCount = (
  reasons: ReadonlyMap<HoldReason, number>,
  reason: HoldReason,
  count: number,
): ReadonlyMap<HoldReason, number> => new Map([...reasons, [reason, (reasons.get(reason) ?? 0) + count]]);

/** Renders a letter and makes its entry. One that is held tells no ends: they come with a letter that is sent. */
function writeEntry(
  email: string,
  { state, items, most }: Pick<LetterEntry, "state"> & { items: readonly PlannedItem[]; most: number },
  writer: WriterContext,
): Promise<LetterEntry> {
  const { slot, context, known, logs, rules } = writer;
  const closed = state === "held" ? [] : closingsFor(toldBy(logs.of(email).filter(isNotHeld)), known).slice(0, most);
  const content = contentOf(email, items, closed, slot, { ...context, ...known, rules });
  const said = { level: levelOf(items), items: items.map(itemKeyOf), closed: endedKeys(closed) };
  return render(content, writer, { ...said, state, reason: state === "held" ? "brake" : null });
}

/** What a held letter tells has reached nobody, so its end is no news either. */
const isNotHeld = ({ state }: LetterEntry): boolean => state !== "held";

async function render(
  content: LetterContent,
  { scope, slot, context, logs, rules, ports }: WriterContext,
  said: Pick<LetterEntry, "level" | "items" | "closed" | "state" | "reason">,
): Promise<LetterEntry> {
  const year = logYear(slot);
  const recipientKey = ports.identifiers.recipientKey(content.recipient.email);
  const id = { scope, year, recipientKey, n: logs.next(recipientKey) };
  const owner = ports.identifiers.token();
  const file = `${letterPath(id)}-${owner}.eml`;
  await ports.files.put(file, await ports.composer.compose(content, id, ports.clock.calendarNow()));
  return {
    ...id,
    owner,
    slot,
    ...said,
    file,
    rules,
    freshUntil: slotInstant(slotAfter(slot, context.policy.slots), context.register.ministry.zone),
    unknownMinutes: context.policy.unknownMinutes,
    attempts: 0,
    lease: null,
    unknownSince: null,
    messageId: null,
  };
}

/** Whether the put was ours: after a retry of our own the id may exist because we created it. */
async function create(
  entry: LetterEntry,
  email: string,
  logs: Logs,
  ledger: Ledger,
): Promise<"ours" | "another's" | "too-large"> {
  const created = await ledger.create(entry);
  if (created === "created") return "ours";
  if (created === "too-large") return created;
  await logs.reread(email);
  return logs.of(email).some(({ owner }) => owner === entry.owner) ? "ours" : "another's";
}
