import type { LetterEntry } from "../../../core/escalation/ledger.ts";
import type { World } from "./world.ts";

/** `recipient: BODY obligation stage, …` of each letter that is not dropped, in the order of writing. */
export const written = ({ letters }: Pick<World, "letters">): string[] =>
  letters()
    .filter(({ state }) => state !== "dropped")
    .map(letterText);

/** `recipient: BODY obligation stage, …` */
export const letterText = ({ recipientKey, items }: LetterEntry): string =>
  `${recipientKey}: ${items.map(({ body, obligation, stage }) => `${body} ${obligation} ${stage}`).join(", ")}`;

/** The recipients of the letters of a scope, in order. */
export const recipientsIn = ({ letters }: Pick<World, "letters">, scope: string): string[] =>
  letters()
    .filter((entry) => entry.scope === scope)
    .map(({ recipientKey }) => recipientKey)
    .sort();
