import type * as z from "zod";
import type { LocalTime } from "../../calendar/zone.ts";
import { asOf } from "../as-of.ts";
import { Dossier } from "../dossier.ts";
import { canonical, type FactPath, factPathOf, joinPath } from "../fact-path.ts";
import type { CommandName } from "./command-name.ts";
import { keepToCome } from "./keep-to-come.ts";
import { brokenLaws } from "./laws.ts";
import { type Issue, isRefusal, issue, issuesOfInput, type Refusal, refuse } from "./refusal.ts";
import type { Rule } from "./rule.ts";

/** Who gives a command; what they may do where is the matter of grants, decided before. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  /** Acts for a superior body or the ministry, never for the body itself: nobody waives their own obligation. */
  readonly mayWaive: boolean;
}

export interface CommandContext {
  readonly actor: Actor;
  /** In the body's zone. */
  readonly now: LocalTime;
}

/** One way to record something: a pure function from facts to facts. */
export interface Command {
  readonly name: CommandName;
  /** One sentence for those who read the API, with the clause. */
  readonly summary: string;
  readonly input: z.ZodType;
  /** The dossier after the command, in canonical form, or why it stays as it is. `input` is JSON, not parsed before. */
  run(dossier: Dossier, input: unknown, context: CommandContext): Dossier | Refusal;
}

/** What a command made of a dossier, and where in it the fact stands whose fields its input names. */
export interface Change {
  readonly after: Dossier;
  readonly fact: FactPath;
}

/** A command whose result keeps the laws of the change (SPEC 3, command rules) and the file rules, or is refused. */
export function defineCommand<Fields extends object>(rule: {
  readonly name: CommandName;
  readonly summary: string;
  readonly input: z.ZodType<Fields>;
  /** The field that holds the whole fact, for a command that does not take it field by field. */
  readonly factField?: string;
  readonly apply: (dossier: Dossier, input: Fields, context: CommandContext) => Change | Refusal;
}): Command {
  const decide = (dossier: Dossier, raw: unknown, context: CommandContext): Dossier | Refusal => {
    const input = rule.input.safeParse(raw);
    if (!input.success) return refuse(issuesOfInput(input.error, raw));
    const change = rule.apply(dossier, input.data, context);
    if (isRefusal(change)) return change;
    const inInput = (found: Issue) => ({
      ...found,
      path: inputPath(found.path, change.fact, input.data, rule.factField),
    });
    const laws = brokenLaws(dossier, change.after, context);
    if (laws.length > 0) return refuse(laws.map(inInput));
    const kept = keepFileRules(change.after);
    if (Array.isArray(kept)) return refuse(kept.map(inInput));
    if (canonical(kept) === canonical(dossier))
      return refuse([inInput(issue(change.fact, "nothing-to-change", NOTHING))]);
    return kept;
  };
  const run = (dossier: Dossier, raw: unknown, context: CommandContext): Dossier | Refusal => {
    const decided = decide(dossier, raw, context);
    if (!isRefusal(decided) || !decided.issues.every(({ rule: code }) => HAPPENED.has(code))) return decided;
    // What a file dated in the future has not happened (SPEC 3, "As of"): what is recorded today takes its place.
    const seen = asOf(dossier, context.now);
    const after = decide(seen, raw, context);
    if (isRefusal(after)) return after;
    const ofMeeting = decided.issues.some(({ rule: code }) => code !== "already-recorded");
    const whole = keepFileRules(keepToCome(seen, after, dossier, ofMeeting));
    return Array.isArray(whole) ? after : whole;
  };
  return { name: rule.name, summary: rule.summary, input: rule.input, run };
}

/** Refusals for the sake of something that is recorded, or that goes with nothing that is. */
const HAPPENED: ReadonlySet<Rule> = new Set([
  ...(["already-recorded", "already-held", "already-cancelled", "file-rule", "unknown-subject"] as const),
]);

const NOTHING = "all of this is recorded already; give what is new";

/** The dossier as an import would read it, or what an import would refuse. */
function keepFileRules(after: Dossier): Dossier | Issue[] {
  const text = Dossier.safeEncode(after);
  return text.success ? Dossier.decode(text.data) : brokenFileRules(text.error, after);
}

/** What the file rules say of a dossier, at the paths of its facts. */
export function brokenFileRules(error: z.ZodError, dossier: unknown): Issue[] {
  return error.issues.map(({ path, message }) => {
    const fact = factPathOf(dossier, path);
    const name = joinPath(fact);
    return issue(fact, "file-rule", `\`${name}\` breaks a file rule: ${message}`, { fact: name });
  });
}

/** The fields that name a subject; a command has one at most. */
const REFERENCES = ["appeal", "meeting", "path", "obligation"];

/** The field of the input that stands for a path of the dossier; else the field that names the subject. */
export function inputPath(path: FactPath, fact: FactPath, input: object, factField?: string): FactPath {
  if (fact.every((segment, index) => path[index] === segment)) {
    const below = [...(factField === undefined ? [] : [factField]), ...path.slice(fact.length)];
    if (below[0] !== undefined && Object.hasOwn(input, below[0])) return below;
  }
  return REFERENCES.filter((field) => Object.hasOwn(input, field));
}
