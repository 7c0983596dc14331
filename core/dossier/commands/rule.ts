/** Every reason why a command can be refused, by the stable code under which the reason is localised. */
export const rules = [
  // The shape of the input.
  ...(["required", "invalid", "too-long", "unknown-field", "personal-data"] as const),
  // What the command is about.
  ...(["unknown-meeting", "unknown-appeal", "unknown-decision", "unknown-subject", "unknown-fact"] as const),
  ...(["duplicate", "no-protocol", "no-extension", "no-waiver"] as const),
  // What has happened already.
  ...(["already-recorded", "already-held", "already-cancelled", "already-waived", "nothing-to-change"] as const),
  // The order of days (SPEC 3, command rules).
  ...(["in-the-future", "in-the-past", "not-begun", "frozen"] as const),
  ...(["before-meeting", "before-drawn-up", "before-received", "before-decided", "before-from"] as const),
  // Who.
  ...(["own-obligation", "same-person"] as const),
  // Corrections and file rules.
  ...(["identity", "not-removable", "not-one-fact", "file-rule", "archived"] as const),
] as const;
export type Rule = (typeof rules)[number];

const known: ReadonlySet<string> = new Set(rules);

export const isRule = (text: unknown): text is Rule => typeof text === "string" && known.has(text);

/** What a rule speaks of, so that its reason can be worded in every language; days as `YYYY-MM-DD`. */
export interface RuleDetails {
  /** The day that is refused, or the one since which something is frozen. */
  readonly day?: string;
  /** The day that must not lie after it. */
  readonly since?: string;
  readonly time?: string;
  /** What is taken already or known to nobody. */
  readonly name?: string;
  /** The kind of personal data. */
  readonly data?: string;
  readonly longest?: number;
  /** The path of the fact that breaks a file rule. */
  readonly fact?: string;
}
