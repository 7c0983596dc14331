import { appealCommands } from "./appeal.ts";
import type { Command } from "./command.ts";
import { correct } from "./correct.ts";
import { completeDecision } from "./decision.ts";
import { meetingCommands } from "./meeting.ts";
import { publishNotice } from "./notice.ts";
import { preparationCommands } from "./preparation.ts";
import { protocolCommands } from "./protocol.ts";
import { approveSchedule } from "./schedule.ts";
import { waiverCommands } from "./waiver.ts";

/** Every way to record something, in the order of a campaign. */
export const commands: readonly Command[] = [
  approveSchedule,
  ...meetingCommands,
  ...preparationCommands,
  publishNotice,
  ...protocolCommands,
  ...appealCommands,
  completeDecision,
  ...waiverCommands,
  correct,
];

/** The commands by name. */
export const commandByName: ReadonlyMap<string, Command> = new Map(commands.map((command) => [command.name, command]));
