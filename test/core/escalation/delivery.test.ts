import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { instant } from "../../../core/calendar/zone.ts";
import {
  type DeliveryEvent,
  deliveryAfter,
  MAIL_EVENT_KINDS,
  type MailEventKind,
  stateAfter,
} from "../../../core/escalation/delivery.ts";
import { counts, type LetterEntry, LetterState } from "../../../core/escalation/ledger.ts";
import { leaseOf, queuedLetter } from "../../support/delivery/entries.ts";

/** Which state each event leads to from each state; a letter that failed was refused to its sender, not by an event. */
const TABLE: Readonly<Record<LetterState, Readonly<Record<MailEventKind, LetterState>>>> = {
  queued: row("sent", "sent", "delivered", "sent", "bounced", "complained", "failed"),
  sending: row("sent", "sent", "delivered", "sent", "bounced", "complained", "failed"),
  unknown: row("sent", "sent", "delivered", "sent", "bounced", "complained", "failed"),
  held: row("sent", "sent", "delivered", "sent", "bounced", "complained", "failed"),
  dropped: row("sent", "sent", "delivered", "sent", "bounced", "complained", "failed"),
  failed: row("sent", "sent", "delivered", "sent", "bounced", "complained", "failed"),
  sent: row("sent", "sent", "delivered", "sent", "bounced", "complained", "failed"),
  delivered: row("delivered", "delivered", "delivered", "delivered", "bounced", "complained", "delivered"),
  complained: row("complained", "complained", "complained", "complained", "bounced", "complained", "complained"),
  bounced: row("bounced", "bounced", "bounced", "bounced", "bounced", "bounced", "bounced"),
};

function row(...states: readonly LetterState[]): Readonly<Record<MailEventKind, LetterState>> {
  // One state for each kind, in the order of the kinds.
  return Object.fromEntries(MAIL_EVENT_KINDS.map((kind, index) => [kind, states[index]])) as Record<
    MailEventKind,
    LetterState
  >;
}

const states = Object.keys(TABLE) as LetterState[]; // its own keys

const said = (kind: MailEventKind, at = 1, messageId = "m", detail: string | null = null): DeliveryEvent => ({
  ...{ kind, at: instant(at), messageId, detail },
});

/** A letter after some events, each as it comes. */
function followedBy(entry: LetterEntry, events: readonly DeliveryEvent[]): LetterEntry {
  let now = entry;
  for (const event of events) now = { ...now, ...deliveryAfter(now, event) };
  return now;
}

const letterIn = (state: LetterState, more: Partial<LetterEntry> = {}): LetterEntry =>
  queuedLetter("DP-1", "a", 0, { state, attempts: 1, ...more });

describe.each(states)("a letter that is %s", (state) => {
  it.each(MAIL_EVENT_KINDS.map((kind) => [kind, TABLE[state][kind]] as const))("is after %s %s", (kind, next) => {
    expect(stateAfter(state, kind, [])).toBe(next);
    expect(deliveryAfter(letterIn(state), said(kind))?.state).toBe(next);
  });
});

test("an event ends the sender's lease and the waiting, and keeps the attempts", () => {
  const sending = letterIn("sending", { lease: leaseOf("x"), attempts: 2 });
  expect(deliveryAfter(sending, said("delivery"))).toMatchObject({ lease: null, unknownSince: null, attempts: 2 });
});

test("an event that was recorded says nothing new, also with another time", () => {
  const delivered = followedBy(letterIn("sent"), [said("delivery", 5)]);
  expect(deliveryAfter(delivered, said("delivery", 5))).toBeNull();
  expect(deliveryAfter(delivered, said("delivery", 9))).toBeNull();
});

test("delays that repeat themselves do not make the letter's log grow", () => {
  const delays = Array.from({ length: 50 }, (_, at) => said("delay", 50 - at, "m", "MailboxFull"));
  expect(followedBy(letterIn("sent"), delays).events).toEqual([said("delay", 1, "m", "MailboxFull")]);
});

test("a refusal that an event has proven is not undone by a late event of sending", () => {
  const rejected = followedBy(letterIn("sending"), [said("reject")]);
  expect(followedBy(rejected, [said("send", 0)]).state).toBe("failed");
});

test("a second attempt that was refused does not hide that the first was sent", () => {
  expect(followedBy(letterIn("failed", { attempts: 2 }), [said("send")]).state).toBe("sent");
});

test("a second attempt that was refused does not hide what was said of the first", () => {
  const refused = letterIn("failed", { attempts: 2, events: [said("send", 1, "first")] });
  expect(followedBy(refused, [said("delay", 2, "first")]).state).toBe("sent");
});

test("events of one kind that differ in why or in the sending are kept, those of one moment always in the same order", () => {
  const events = [
    said("delay", 5, "m", "General"),
    said("delay", 5, "m", "MailboxFull"),
    said("delay", 5, "n", "1"),
    said("delay", 5, "n", "General"),
    said("delay", 5, "n1"),
    said("send", 5),
    said("complaint", 9),
  ];
  expect(followedBy(letterIn("sent"), events).events).toEqual(events);
  expect(followedBy(letterIn("sent"), events.toReversed()).events).toEqual(events);
});

test("every state that a letter can be in is told here", () => {
  expect(LetterState.options.toSorted()).toEqual(states.toSorted());
});

test("only a hard bounce and a refusal make the items count as unwritten", () => {
  const unwritten = MAIL_EVENT_KINDS.filter((kind) => !counts(followedBy(letterIn("sent"), [said(kind)])));
  expect(unwritten).toEqual(["hard-bounce", "reject"]);
});

test("the reason and the message are those of the event that decides", () => {
  const bounced = followedBy(letterIn("unknown"), [
    said("send", 1, "first"),
    said("hard-bounce", 2, "second", "Permanent/NoEmail"),
    said("delivery", 3, "first"),
  ]);
  expect(bounced).toMatchObject({ state: "bounced", messageId: "second", reason: "Permanent/NoEmail" });
});

describe("events in any order, some of them twice", () => {
  const anyEvent = fc.record({
    kind: fc.constantFrom(...MAIL_EVENT_KINDS),
    at: fc.integer({ min: 0, max: 5 }).map(instant),
    messageId: fc.constantFrom("m1", "m2"),
    detail: fc.constantFrom(null, "General"),
  });
  const histories = fc.array(anyEvent, { maxLength: 8 }).chain((events) =>
    fc.record({
      events: fc.constant(events),
      shuffled: fc.shuffledSubarray([...events, ...events], { minLength: events.length, maxLength: 2 * events.length }),
    }),
  );

  it.each(states)("leave a letter that was %s the same", (state) => {
    fc.assert(
      fc.property(histories, ({ events, shuffled }) => {
        // The shuffled events may lack one of the first: it comes at last, as late events do.
        expect(followedBy(letterIn(state), [...shuffled, ...events])).toEqual(followedBy(letterIn(state), events));
      }),
      { numRuns: 300 },
    );
  });

  it("keep every different thing that was said, by time", () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const kept = followedBy(letterIn("sent"), events).events ?? [];
        const names = ({ kind, messageId, detail }: DeliveryEvent) => `${kind} ${messageId} ${detail}`;
        expect(new Set(kept.map(names))).toEqual(new Set(events.map(names)));
        expect(kept.length).toBe(new Set(events.map(names)).size);
        expect(kept.map(({ at }) => at)).toEqual(kept.map(({ at }) => at).toSorted((a, b) => a - b));
      }),
    );
  });
});
