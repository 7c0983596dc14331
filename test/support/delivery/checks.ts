import { counts, type LetterEntry, type LetterState, letterPath } from "../../../core/escalation/ledger.ts";
import type { ItemKey } from "../../../core/escalation/letter.ts";
import { dueKeyText } from "../../../core/escalation/told.ts";
import { defaultPolicy } from "../../../core/order608/default-policy.ts";
import type { Policy } from "../../../core/order608/policy.ts";
import type { Raised } from "../memory/alarms.ts";
import type { World } from "./world.ts";

/** What a history has left behind, wherever it ran. */
export interface Outcome {
  readonly letters: readonly LetterEntry[];
  /** The paths of the letters that the mail service took, each time that it took one. */
  readonly accepted: readonly string[];
  readonly alarms: readonly Raised[];
  /** Whether a letter was ever in a state. */
  readonly was: (path: string, state: LetterState) => boolean;
  /** Messages that nobody will read again. */
  readonly dead: number;
}

export const outcomeOf = ({ ports, queues }: World): Outcome => ({
  letters: ports.ledger.all(),
  accepted: ports.service.accepted.map(({ letter }) => letter),
  alarms: ports.alarms.raised,
  was: (path, state) => ports.ledger.history.get(path)?.includes(state) ?? false,
  dead: Object.values(queues).reduce((sum, { dead }) => sum + dead.length, 0),
});

/** What a scenario makes of a history beside what is always wrong. */
export interface Terms {
  /** The mail service tells of every letter, in time. */
  readonly eventsArrive?: boolean;
  /** Who stands in for an address that goes out of office or out of use, by lower-cased address. */
  readonly instead?: Readonly<Record<string, string>>;
  /** The ladder at the end, where it is not the default one. */
  readonly ladder?: Policy["ladder"];
}

interface Telling {
  readonly path: string;
  readonly recipient: string;
  /** Recipient, finding and due day. */
  readonly about: string;
  readonly item: ItemKey;
}

const tellingsOf = (entry: LetterEntry): Telling[] =>
  entry.items.map((item) => ({
    ...{ path: letterPath(entry), recipient: entry.recipientKey, item },
    about: `${entry.recipientKey} ${dueKeyText(item)}`,
  }));

const nameOf = ({ about, item }: Telling): string => `${about} ${item.stage}`;

/** Bounced for good, or taken and then refused: nobody has read it. */
const hasArrived = ({ state, events = [] }: LetterEntry): boolean =>
  state !== "bounced" && !events.some(({ kind }) => kind === "reject");

/** The place of a stage on its ladder; repeats come after all that are listed. */
function rankOf({ obligation, stage }: ItemKey, ladder: Policy["ladder"] = defaultPolicy.ladder): number {
  const { stages } = ladder[obligation];
  const listed = stages.findIndex(({ at }) => at === stage);
  return listed >= 0 ? listed : stages.length + Number(stage.slice("repeat-".length));
}

/** Everything that was told, once for each time that the mail service took it; not what came back. */
function toldBy({ letters, accepted }: Outcome): Telling[] {
  const byPath = new Map(letters.map((entry) => [letterPath(entry), entry]));
  return accepted.flatMap((path) => {
    const entry = byPath.get(path);
    return entry && hasArrived(entry) ? tellingsOf(entry) : [];
  });
}

/**
 * What is wrong with a history beside the undisturbed one (SPEC 6): nothing is lost, nothing is written or sent twice
 * unless nobody could know, and what nobody could know was said and has come to an end. While the mail service's events
 * arrive, everybody can know.
 */
export function faultsIn(outcome: Outcome, undisturbed: Outcome, terms: Terms = {}): string[] {
  return [
    ...lost(outcome, undisturbed, terms),
    ...sentTwice(outcome, terms),
    ...writtenTwice(outcome),
    ...unresolved(outcome),
    ...unseen(outcome),
  ];
}

/**
 * A stage may be passed over only when its letter, or that to the address that its recipient stands in for, was refused
 * for good until a later one had come. Who stands in for an address may be told what that one was not.
 */
function lost(outcome: Outcome, undisturbed: Outcome, { instead = {}, ladder }: Terms): string[] {
  const told = toldBy(outcome);
  const failed = outcome.letters.filter(({ state }) => state === "failed").flatMap(tellingsOf);
  const hasFailed = ({ recipient, item }: Telling): boolean =>
    failed.some(
      (letter) =>
        [letter.recipient, instead[letter.recipient]].includes(recipient) &&
        dueKeyText(letter.item) === dueKeyText(item) &&
        letter.item.stage === item.stage,
    );
  const isTold = (wanted: Telling): boolean =>
    told.some(({ recipient, item }) => {
      if (dueKeyText(item) !== dueKeyText(wanted.item)) return false;
      const isLater = rankOf(item, ladder) > rankOf(wanted.item, ladder);
      const isSame = item.stage === wanted.item.stage;
      if (recipient === wanted.recipient) return isSame || (isLater && hasFailed(wanted));
      return recipient === instead[wanted.recipient] && (isSame || isLater);
    });
  return toldBy(undisturbed)
    .filter((wanted) => !isTold(wanted))
    .map((wanted) => `lost: ${nameOf(wanted)}`);
}

function sentTwice(outcome: Outcome, { eventsArrive = false }: Terms): string[] {
  return [...Map.groupBy(toldBy(outcome), nameOf)]
    .filter(([, all]) => all.length > 1 && (eventsArrive || !all.some(({ path }) => outcome.was(path, "unknown"))))
    .map(([name, all]) => `sent ${all.length} times: ${name}`);
}

function writtenTwice({ letters }: Outcome): string[] {
  return [...Map.groupBy(letters.filter(counts).flatMap(tellingsOf), nameOf)]
    .filter(([, all]) => all.length > 1)
    .map(([name, all]) => `written ${all.length} times: ${name}`);
}

const ENDED: ReadonlySet<LetterState> = new Set(["sent", "delivered", "bounced", "complained", "failed", "dropped"]);

function unresolved({ letters, dead }: Outcome): string[] {
  const waiting = letters.filter(({ state }) => !ENDED.has(state));
  return [
    ...waiting.map((entry) => `left ${entry.state}: ${letterPath(entry)}`),
    ...(dead > 0 ? [`${dead} dead messages`] : []),
  ];
}

/** Whatever was `unknown` or refused for good has raised its alarm. */
function unseen({ letters, alarms, was }: Outcome): string[] {
  const raised = new Set(alarms.map(({ code, details }) => `${code} ${details["letter"]}`));
  const paths = letters.map(letterPath);
  return [
    ...paths.filter((path) => was(path, "unknown") && !raised.has(`letter-unknown ${path}`)),
    ...paths.filter((path) => was(path, "failed") && !raised.has(`letter-failed ${path}`)),
  ].map((path) => `no alarm: ${path}`);
}
