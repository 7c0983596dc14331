import { commandExamples } from "../../../functions/web/api/endpoints/command-examples.ts";

/** One command of a campaign: when, its name, its input, and what the one who gives it holds. */
export interface Given {
  readonly at: string;
  readonly command: string;
  readonly input: unknown;
  readonly as?: string;
}

const example = (at: string, command: string, more: Record<string, unknown> = {}, as?: string): Given => {
  const input = { ...(commandExamples[command] as Record<string, unknown>), ...more }; // examples are objects
  return { at, command, input, ...(as !== undefined && { as }) };
};

/** A campaign in which every command is given once or more, in an order that the rules allow. */
export const campaign: readonly Given[] = [
  example("2027-01-15T10:00", "approve-schedule"),
  example("2027-01-18T10:00", "correct"),
  example("2027-01-18T11:00", "plan-meeting"),
  example("2027-01-18T11:05", "plan-meeting", { date: "2027-03-20" }),
  example("2027-02-20T10:00", "cancel-meeting", { meeting: "m2" }),
  example("2027-02-20T10:05", "move-meeting", { date: "2027-03-12", startsAt: "14:00" }),
  example("2027-02-20T10:06", "move-meeting", { date: "2027-03-12", startsAt: "15:00" }),
  example("2027-02-26T10:00", "publish-notice"),
  example("2027-03-01T10:00", "record-invitation"),
  example("2027-03-01T10:05", "record-venue-check"),
  example("2027-03-01T10:10", "waive", {}, "staff@DP-1"),
  example("2027-03-02T10:00", "end-waiver", {}, "staff@DP-1"),
  example("2027-03-05T10:00", "record-content"),
  example("2027-03-10T10:00", "record-readiness"),
  example("2027-03-12T17:00", "confirm-held"),
  example("2027-03-12T17:05", "receive-appeal"),
  example("2027-03-12T17:10", "register-appeal"),
  example("2027-03-12T17:15", "draw-up-protocol"),
  example("2027-03-12T17:30", "sign-protocol"),
  example("2027-03-12T17:40", "sign-protocol", { role: "head", name: "Б. Иванов" }),
  example("2027-03-15T10:00", "register-records"),
  example("2027-03-15T10:05", "transfer-appeal"),
  example("2027-03-15T10:10", "redirect-appeal"),
  example("2027-03-16T10:00", "notify-initiator"),
  example("2027-03-30T10:00", "extend-appeal"),
  example("2027-03-31T10:00", "notify-extension"),
  example("2027-04-05T10:00", "reply-appeal"),
  example("2027-04-20T10:00", "complete-decision"),
];
