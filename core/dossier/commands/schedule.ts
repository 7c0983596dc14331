import { Schedule } from "../dossier.ts";
import { defineCommand } from "./command.ts";
import { Label } from "./input.ts";
import { refuse } from "./refusal.ts";
import { once } from "./subject.ts";

const checkOnce = once("schedule", "approvedOn");

export const approveSchedule = defineCommand({
  name: "approve-schedule",
  summary: "Records the approval of the schedule of reports (Order 608, p. 8(1)).",
  input: Schedule.extend({ number: Label.exactOptional() }),
  apply: (dossier, schedule) => {
    const issues = checkOnce(dossier);
    return issues.length > 0 ? refuse(issues) : { after: { ...dossier, schedule }, fact: ["schedule"] };
  },
});
