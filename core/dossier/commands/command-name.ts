/** What every way to record something is called, in the order of a campaign. */
export const commandNames = [
  ...(["approve-schedule", "plan-meeting", "move-meeting", "cancel-meeting", "confirm-held"] as const),
  ...(["record-invitation", "record-venue-check", "record-content", "record-readiness", "publish-notice"] as const),
  ...(["draw-up-protocol", "sign-protocol", "register-records"] as const),
  ...(["receive-appeal", "register-appeal", "extend-appeal", "notify-extension", "transfer-appeal"] as const),
  ...(["reply-appeal", "redirect-appeal", "notify-initiator", "complete-decision"] as const),
  ...(["waive", "end-waiver", "correct"] as const),
] as const;
export type CommandName = (typeof commandNames)[number];

const known: ReadonlySet<string> = new Set(commandNames);

export const isCommandName = (text: string): text is CommandName => known.has(text);
