import { day } from "../../../core/calendar/day.ts";
import type { LetterEntry } from "../../../core/escalation/ledger.ts";

/** A queued letter of a scope that tells of the reports of some bodies. */
export const aLetter = (scope: string, bodies: readonly string[]): LetterEntry => ({
  ...{ scope, year: 2027, recipientKey: "mZ6oD6Dkq0zS1l1pVb3u2A", n: 0, owner: "test", level: "officer" },
  slot: { day: day("2027-03-19"), time: "09:00" },
  items: bodies.map((body) => ({
    ...{ body, campaign: 2027, obligation: "report", subject: "dossier", due: day("2027-03-31"), stage: "due-12" },
  })),
  ...{ closed: [], file: "file", state: "queued", attempts: 0, lease: null, unknownSince: null },
  ...{ messageId: null, reason: null },
});
