import * as z from "zod";
import { DayText } from "../calendar/day.ts";
import { TimeText } from "../calendar/time.ts";
import { Text } from "../register/text.ts";

/** What a notice tells the population; what it does not name it does not announce. */
export const Announcement = z.strictObject({
  date: DayText.exactOptional(),
  startsAt: TimeText.exactOptional(),
  place: Text.exactOptional(),
  schedule: z.boolean().exactOptional(),
  questions: z.boolean().exactOptional(),
});
export type Announcement = z.output<typeof Announcement>;

/** One publication in regional mass media (Order 608, p. 8(2)). */
export const Notice = z.strictObject({
  publishedOn: DayText,
  channel: z.enum(["press", "broadcast", "web"]),
  outlet: Text,
  url: Text.exactOptional(),
  announces: Announcement,
});
export type Notice = z.output<typeof Notice>;
