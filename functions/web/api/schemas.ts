import * as z from "zod";
import { AuditEntry, FieldChange } from "../../../core/audit/entry.ts";
import { DayText } from "../../../core/calendar/day.ts";
import { InstantNumber } from "../../../core/calendar/zone.ts";
import { Appeal } from "../../../core/dossier/appeal.ts";
import { Campaign, Dossier, Waiver } from "../../../core/dossier/dossier.ts";
import { Meeting } from "../../../core/dossier/meeting.ts";
import { Notice } from "../../../core/dossier/notice.ts";
import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import { Protocol } from "../../../core/dossier/protocol.ts";
import { Ladder } from "../../../core/order608/ladder.ts";
import { Policy } from "../../../core/order608/policy.ts";
import { Body, BodyId, Contact } from "../../../core/register/body.ts";
import { Bilingual, Locale } from "../../../core/register/locale.ts";
import { SweepReport } from "../../../core/status/sweep-report.ts";
import { ProblemBody } from "./problem.ts";

/** The schemas that the documentation names; a name is written once and everything else refers to it. */
export const named = z.registry<{ id: string }>();

/** Names a schema in the documentation. */
export function name<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  named.add(schema, { id });
  return schema;
}

for (const [id, schema] of Object.entries({
  ...{ AuditEntry, FieldChange, Day: DayText, Appeal, Dossier, Waiver, Meeting, Notice, ObligationId, Protocol },
  ...{
    Policy,
    Ladder,
    Body,
    BodyId,
    Contact,
    Bilingual,
    Locale,
    SweepReport,
    Problem: ProblemBody,
    Instant: InstantNumber,
  },
})) {
  name(id, schema);
}

/** A campaign in an address. */
export const CampaignText = z.codec(z.string().regex(/^\d{4}$/, "is not a campaign's year"), Campaign, {
  decode: Number,
  encode: String,
});

/** A year in an address. */
export const YearText = z.codec(z.string().regex(/^\d{4}$/, "is no year"), z.int(), { decode: Number, encode: String });

export const State = z.enum(["waived", "met", "late", "breached", "overdue", "due", "upcoming"]);

/** Why a finding is missing from a list. */
export const FailedFinding = name(
  "FailedFinding",
  z.strictObject({
    body: z.string(),
    campaign: z.int(),
    obligation: ObligationId,
    subject: z.string(),
    /** The year that the working-day calendar does not cover. */
    year: z.int(),
  }),
);

export const Damage = name("Damage", z.strictObject({ body: z.string(), campaign: z.int(), reason: z.string() }));
