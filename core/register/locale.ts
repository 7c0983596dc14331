import * as z from "zod";

/** The languages of letters and pages; Kazakh and Russian are official, English is the third. */
export const Locale = z.enum(["kk", "ru", "en"]);
export type Locale = z.output<typeof Locale>;

/** A name or place in both official languages. */
export const Bilingual = z.strictObject({ ru: z.string().min(1).max(500), kk: z.string().min(1).max(500) });
export type Bilingual = z.output<typeof Bilingual>;
