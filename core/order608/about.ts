import type { CommandName } from "../dossier/commands/command-name.ts";
import type { ObligationId } from "../dossier/obligation-id.ts";
import type { Trilingual } from "../register/locale.ts";
import type { Sentence } from "./clauses/sentence.ts";
import type { FactPattern } from "./fact-pattern.ts";
import type { Ladder } from "./ladder.ts";

/** Something that can be missing. */
export interface Missing {
  /** What it is called: `график`. */
  readonly words: Trilingual;
  /** What has to be ensured about it, in the form that the catalogue's duty governs: `утверждение графика`. */
  readonly act: Trilingual;
}

/** What can be missing, by its code of SPEC 4; in `appeal:NUMBER` and its words NUMBER stands for what the code names. */
export type MissingParts<Code extends string = string> = Readonly<Record<Code, Missing>>;

/** The codes that a key of {@link MissingParts} stands for. */
export type CodeOf<Key extends string> = Key extends `${infer Part}:NUMBER` ? `${Part}:${string}` : Key;

/** Parts that one act brings. */
export const underOneAct = <Code extends string>(
  words: Readonly<Record<Code, Trilingual>>,
  act: Trilingual,
): MissingParts<Code> =>
  Object.fromEntries(
    Object.entries<Trilingual>(words).map(([code, said]) => [code, { words: said, act }]),
  ) as MissingParts<Code>; // the same keys, which Object.fromEntries cannot type

/** What a rule says, for docs/rules.md; `{path}` is a number of the policy, `{path†}` one that is not the law's own. */
export interface Described {
  readonly subject: string;
  readonly due: string;
  /** The due day, unless given. */
  readonly target?: string;
  readonly metWhen: string;
  /** Never, unless given. */
  readonly beyondCure?: string;
  readonly notes?: readonly string[];
}

/** All that an obligation says of itself beside its rule: letters, pages, policy and docs take it from here. */
export interface About<Id extends ObligationId = ObligationId, Code extends string = string> {
  readonly id: Id;
  /** Where it comes from, in short: `8(2)`. */
  readonly clause: string;
  /** Every sentence that it rests on (SPEC 4, column "clause"): the Order's, then the Code's, each in its order. */
  readonly clauses: readonly Sentence[];
  /** Of the clauses, the few that demand what is missing: a letter quotes these; all of them unless given. */
  readonly governing?: (missing: readonly string[]) => readonly Sentence[];
  /** Below its subject, the facts that it turns on; an empty path is the subject's own fact. */
  readonly facts: readonly FactPattern[];
  /** The command that records what is missing: the next step on pages. None where that depends, or there is none. */
  readonly recordedBy?: CommandName;
  /** Who is told when, unless the policy says otherwise (SPEC 5). */
  readonly ladder: Ladder;
  /** Its name for the head of a table. */
  readonly short: Trilingual;
  /** Its name for a sentence of its own. */
  readonly full: Trilingual;
  readonly missing: MissingParts<Code>;
  readonly described: Described;
}
