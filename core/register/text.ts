import * as z from "zod";

/** Text that somebody wrote: never empty, never only spaces (file rule "empty string"). */
export const Text = z.string().refine((text) => text.trim() !== "", "must not be empty");
