import * as z from "zod";
import { DayText } from "../calendar/day.ts";
import { TimeText } from "../calendar/time.ts";
import { Text } from "../register/text.ts";
import { refuseDuplicates } from "./rules.ts";

/** A decision taken at the meeting, whose execution the leadership controls (Order 608, p. 19). */
export const Decision = z.strictObject({
  id: Text,
  text: Text,
  dueOn: DayText.exactOptional(),
  doneOn: DayText.exactOptional(),
});
export type Decision = z.output<typeof Decision>;

export const Signature = z.strictObject({ role: z.enum(["secretary", "head"]), name: Text, signedOn: DayText });
export type Signature = z.output<typeof Signature>;

/** The record of the meeting, with what p. 13 of the Order demands of it. */
export const Protocol = z
  .strictObject({
    drawnUpOn: DayText,
    date: DayText.exactOptional(),
    startsAt: TimeText.exactOptional(),
    place: Text.exactOptional(),
    participants: z.int().nonnegative("must not be negative").exactOptional(),
    decisions: z.array(Decision).exactOptional(),
    appeals: z.array(Text).exactOptional(),
    signatures: z.array(Signature),
  })
  .superRefine((protocol, context) => {
    refuseDuplicates(context, protocol.decisions ?? [], ({ id }) => id, ["decisions"], "id");
    for (const [index, { signedOn }] of protocol.signatures.entries()) {
      if (signedOn < protocol.drawnUpOn) {
        const path = ["signatures", index, "signedOn"];
        context.addIssue({ code: "custom", path, message: "lies before the protocol's `drawnUpOn`" });
      }
    }
  });
export type Protocol = z.output<typeof Protocol>;
