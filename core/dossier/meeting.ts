import * as z from "zod";
import { DayText } from "../calendar/day.ts";
import { TimeText } from "../calendar/time.ts";
import { Bilingual } from "../register/locale.ts";
import { Text } from "../register/text.ts";
import { Appeal } from "./appeal.ts";
import { Notice } from "./notice.ts";
import { Protocol } from "./protocol.ts";

const Count = z.int().nonnegative("must not be negative");

/** Those who must be invited (Order 608, p. 4 and 11). */
export const InvitationGroup = z.enum([
  "local-executive",
  "maslikhat",
  "public",
  "health",
  "labour",
  "education",
  "agriculture",
  "housing",
  "organisations",
  "media",
]);
export type InvitationGroup = z.output<typeof InvitationGroup>;

export const Invitation = z.strictObject({ sentOn: DayText, forDate: DayText, groups: z.array(InvitationGroup) });
export type Invitation = z.output<typeof Invitation>;

/** The check that a place is fit and large enough (Order 608, p. 9). */
export const VenueCheck = z.strictObject({ checkedOn: DayText, place: Text, hygienic: z.boolean(), capacity: Count });
export type VenueCheck = z.output<typeof VenueCheck>;

const SectionNumber = z.int().min(1, "is no section of p. 6 (1–10)").max(10, "is no section of p. 6 (1–10)");

/** Which sections of p. 6 the prepared report covers. */
export const Content = z.strictObject({ readyOn: DayText, sections: z.array(SectionNumber) });
export type Content = z.output<typeof Content>;

/** In person (p. 2), cleared of state secrets (p. 3), public order planned (p. 21). */
export const Readiness = z.strictObject({
  checkedOn: DayText,
  inPerson: z.boolean(),
  clearedOfSecrets: z.boolean(),
  orderPlanned: z.boolean(),
});
export type Readiness = z.output<typeof Readiness>;

/** The filing of the report's materials by the staff unit (Order 608, p. 18). */
export const Records = z.strictObject({ number: Text, registeredOn: DayText });
export type Records = z.output<typeof Records>;

const MeetingFields = z.strictObject({
  id: Text,
  date: DayText,
  startsAt: TimeText,
  place: Bilingual,
  status: z.enum(["planned", "held", "cancelled"]),
  cancelledOn: DayText.exactOptional(),
  expectedParticipants: Count.exactOptional(),
  invitation: Invitation.exactOptional(),
  venue: VenueCheck.exactOptional(),
  content: Content.exactOptional(),
  readiness: Readiness.exactOptional(),
  notices: z.array(Notice),
  protocol: Protocol.exactOptional(),
  records: Records.exactOptional(),
  appeals: z.array(Appeal),
});

/** The in-person report of the head to the population, with everything recorded about it. */
export const Meeting = MeetingFields.superRefine((meeting, context) => {
  const refuse = (path: PropertyKey[], message: string) => context.addIssue({ code: "custom", path, message });
  const { protocol, cancelledOn } = meeting;
  if (meeting.status === "cancelled") {
    if (cancelledOn === undefined) refuse(["cancelledOn"], "is required when the meeting is cancelled");
    if (protocol) refuse(["protocol"], "a cancelled meeting has no protocol");
    if (meeting.records) refuse(["records"], "a cancelled meeting has no records");
    if (meeting.appeals.length > 0) refuse(["appeals"], "a cancelled meeting has no appeals");
  } else if (cancelledOn !== undefined) {
    refuse(["cancelledOn"], "is given, but the meeting's status is not `cancelled`");
  }
  if (cancelledOn !== undefined && cancelledOn > meeting.date) refuse(["cancelledOn"], "lies after the meeting's date");
  if (protocol && protocol.drawnUpOn < meeting.date) {
    refuse(["protocol", "drawnUpOn"], "lies before the meeting's date");
  }
  const known = new Set(meeting.appeals.map(({ number }) => number));
  for (const [index, number] of (protocol?.appeals ?? []).entries()) {
    if (!known.has(number)) refuse(["protocol", "appeals", index], `lists the unknown appeal "${number}"`);
  }
});
export type Meeting = z.output<typeof Meeting>;
