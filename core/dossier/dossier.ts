import * as z from "zod";
import { DayText } from "../calendar/day.ts";
import { BodyId } from "../register/body.ts";
import { Text } from "../register/text.ts";
import { Meeting } from "./meeting.ts";
import { ObligationId } from "./obligation-id.ts";
import { refuseDuplicates } from "./rules.ts";

/** The approved schedule of reports (Order 608, p. 8(1)). */
export const Schedule = z.strictObject({ approvedOn: DayText, number: Text.exactOptional() });
export type Schedule = z.output<typeof Schedule>;

/** Frees one subject from one obligation from `from` to `to`, both included. */
export const Waiver = z
  .strictObject({
    obligation: ObligationId,
    subject: Text,
    reason: Text,
    by: Text,
    from: DayText,
    to: DayText.exactOptional(),
  })
  .refine(({ from, to }) => to === undefined || to >= from, { path: ["to"], message: "lies before `from`" });
export type Waiver = z.output<typeof Waiver>;

/** The calendar year in whose first quarter the reports for the year before are due. */
export const Campaign = z.int().min(2000, "is not a campaign's year").max(2999, "is not a campaign's year");

/** Everything recorded for one body in one campaign; the unit of consistency. */
export const Dossier = z
  .strictObject({
    body: BodyId,
    campaign: Campaign,
    schedule: Schedule.exactOptional(),
    meetings: z.array(Meeting),
    waivers: z.array(Waiver),
  })
  .superRefine(({ meetings }, context) => {
    refuseDuplicates(context, meetings, ({ id }) => id, ["meetings"], "id");
    const numbers = new Set<string>();
    for (const [at, meeting] of meetings.entries()) {
      for (const [index, { number }] of meeting.appeals.entries()) {
        const path = ["meetings", at, "appeals", index, "number"];
        if (numbers.has(number)) context.addIssue({ code: "custom", path, message: `repeats "${number}"` });
        numbers.add(number);
      }
    }
  });
export type Dossier = z.output<typeof Dossier>;
export type DossierText = z.input<typeof Dossier>;

/** The dossier of a body that has recorded nothing: that is how a missing report is seen. */
export const emptyDossier = (body: string, campaign: number): Dossier => ({
  body,
  campaign,
  meetings: [],
  waivers: [],
});
