import * as z from "zod";
import { type Day, DayText } from "../calendar/day.ts";
import { TimeText } from "../calendar/time.ts";
import { Text } from "../register/text.ts";

/** A longer term for the reply, decided and notified (APPC 76(3)). */
export const Extension = z
  .strictObject({ decidedOn: DayText, until: DayText, notifiedOn: DayText.exactOptional() })
  .refine(({ decidedOn, until }) => until >= decidedOn, { path: ["until"], message: "lies before `decidedOn`" });
export type Extension = z.output<typeof Extension>;

const AppealFields = z.strictObject({
  number: Text,
  kind: z.enum(["complaint", "proposal", "remark"]),
  receivedOn: DayText,
  receivedAt: TimeText.exactOptional(),
  answered: z.enum(["full", "partial", "none"]),
  competence: z.enum(["police", "other", "mixed"]),
  route: z.enum(["application", "complaint", "simplified"]).exactOptional(),
  registeredOn: DayText.exactOptional(),
  extension: Extension.exactOptional(),
  transferredOn: DayText.exactOptional(),
  repliedOn: DayText.exactOptional(),
  redirectedOn: DayText.exactOptional(),
  initiatorNotifiedOn: DayText.exactOptional(),
});

/** The facts of an appeal that happen after it was received. */
export const LATER_FACTS = [
  "registeredOn",
  "transferredOn",
  "repliedOn",
  "redirectedOn",
  "initiatorNotifiedOn",
] as const;

/** A complaint, proposal or remark raised at a meeting (Order 608, p. 13, 16, 17); no citizen's data, only a number. */
export const Appeal = AppealFields.superRefine((appeal, context) => {
  const refuse = (path: PropertyKey[], on: Day | undefined) => {
    if (on !== undefined && on < appeal.receivedOn) {
      context.addIssue({ code: "custom", path, message: "lies before `receivedOn`" });
    }
  };
  for (const fact of LATER_FACTS) refuse([fact], appeal[fact]);
  refuse(["extension", "notifiedOn"], appeal.extension?.notifiedOn);
});
export type Appeal = z.output<typeof Appeal>;

/** The procedure an appeal goes through; an unnamed one is the shorter term, the careful reading (SPEC 3). */
export function routeOf(appeal: Appeal): "application" | "complaint" | "simplified" {
  return appeal.route ?? (appeal.kind === "complaint" ? "application" : "simplified");
}
