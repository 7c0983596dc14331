import { day } from "../../../core/calendar/day.ts";
import { instant } from "../../../core/calendar/zone.ts";
import type { LetterEntry } from "../../../core/escalation/ledger.ts";

const due = { campaign: 2027, obligation: "report", subject: "dossier", due: day("2027-03-31") } as const;

/** A letter that waits to be sent. */
export const queuedLetter = (
  scope: string,
  recipientKey: string,
  n: number,
  more: Partial<LetterEntry> = {},
): LetterEntry => ({
  ...{ scope, recipientKey, n, year: 2027, owner: "owner-1", level: "head" },
  slot: { day: day("2027-04-01"), time: "09:00" },
  items: [{ ...due, body: "DP-1", stage: "due+1wd" }],
  closed: [{ ...due, body: "PB-1" }],
  file: `${scope}/2027/${recipientKey}/${n}-owner-1.eml`,
  ...{ state: "queued", attempts: 0, lease: null, unknownSince: null, messageId: null, reason: null },
  ...more,
});

/** A right to send until a moment of 2027. */
export const leaseOf = (holder: string) => ({ holder, until: instant(1_800_000_000_000) });
