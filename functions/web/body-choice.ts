import type { Body } from "../../core/register/body.ts";
import type { Locale } from "../../core/register/locale.ts";
import { nameIn } from "../../core/wording/wording.ts";

/** Bodies as lines of a list to type from: the code, then the name, since browsers search in both. */
export const bodyLines = (bodies: readonly Body[], locale: Locale): readonly string[] =>
  bodies.map(({ id, name }) => `${id} ${nameIn(name, locale)}`);

/** The code in a line of {@link bodyLines}, or typed alone. */
export const codeIn = (line: string): string => line.trim().split(/\s/)[0] ?? "";
