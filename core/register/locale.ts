import * as z from "zod";
import { Text } from "./text.ts";

/** The languages of letters and pages; Kazakh and Russian are official, English is the third. */
export const Locale = z.enum(["kk", "ru", "en"]);
export type Locale = z.output<typeof Locale>;

/** A text of the product in every language. */
export type Trilingual = Readonly<Record<Locale, string>>;

/** A name or place in both official languages. */
export const Bilingual = z.strictObject({ ru: Text, kk: Text });
export type Bilingual = z.output<typeof Bilingual>;
