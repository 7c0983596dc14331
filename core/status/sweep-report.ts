import * as z from "zod";
import { DayText } from "../calendar/day.ts";
import { TimeText } from "../calendar/time.ts";
import { InstantNumber } from "../calendar/zone.ts";
import { ObligationId } from "../dossier/obligation-id.ts";
import { EscalationRole } from "../order608/role.ts";
import { FindingCounts } from "./count.ts";

const Count = z.int().nonnegative();

/** What one sweep of one scope did: the sweep log's entry. */
export const SweepReport = z.strictObject({
  scope: z.string(),
  slot: z.strictObject({ day: DayText, time: TimeText }),
  /** Bodies of the scope itself that were evaluated. */
  bodies: Count,
  findings: FindingCounts,
  /** Letters of this slot, the items they hold, and how many went to whom at the highest. */
  written: Count,
  items: Count,
  levels: z.partialRecord(EscalationRole, Count),
  /** Letters of earlier slots that were still waiting and will be written afresh. */
  dropped: Count,
  /** Letters of this slot and earlier ones that had not surely left when the sweep ended; absent in old reports. */
  waiting: Count.exactOptional(),
  /** Letters of this slot that the brake holds; absent in reports that are older than the brake. */
  braked: Count.exactOptional(),
  /** Why nothing was written, over findings and recipients. */
  held: z.record(z.string(), Count),
  /** Records that could not be read. */
  damaged: z.array(z.strictObject({ body: z.string(), campaign: z.int(), reason: z.string() })),
  /** Ledger entries of the scope that could not be read, `scope/year/recipientKey/n`; absent when there is none. */
  damagedLetters: z.array(z.strictObject({ letter: z.string(), reason: z.string() })).exactOptional(),
  /** Addresses whose mark of being out of use could not be read, in the ministry's report; absent when there is none. */
  damagedMarks: z.array(z.strictObject({ recipientKey: z.string(), reason: z.string() })).exactOptional(),
  /** Findings for which the working-day calendar lacks a year. */
  failed: z.array(
    z.strictObject({
      body: z.string(),
      campaign: z.int(),
      obligation: ObligationId,
      subject: z.string(),
      year: z.int(),
    }),
  ),
  /** Roles that led to nobody in office. */
  contacts: z.array(z.strictObject({ body: z.string(), role: EscalationRole, unreachable: z.boolean() })),
  /** False when somebody could not be told at all: the sweep alarms. */
  complete: z.boolean(),
  seconds: z.number(),
  /** The moment that the sweep took for now; absent in reports that are older than the brake. */
  at: InstantNumber.exactOptional(),
  /** The register with its policy counts its changes; policy and calendar are told apart by what they say. */
  registerVersion: z.int(),
  policyVersion: z.string().exactOptional(),
  calendarVersion: z.string().exactOptional(),
});
export type SweepReport = z.output<typeof SweepReport>;
