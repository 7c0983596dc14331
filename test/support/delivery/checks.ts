import { counts, type LetterEntry, type LetterState, letterPath } from "../../../core/escalation/ledger.ts";
import type { ItemKey } from "../../../core/escalation/letter.ts";
import { dueKeyText } from "../../../core/escalation/told.ts";
import { defaultPolicy } from "../../../core/order608/default-policy.ts";
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

interface Telling {
  readonly path: string;
  /** Recipient, finding and due day. */
  readonly about: string;
  readonly item: ItemKey;
}

const tellingsOf = (entry: LetterEntry): Telling[] =>
  entry.items.map((item) => ({ path: letterPath(entry), about: `${entry.recipientKey} ${dueKeyText(item)}`, item }));

const nameOf = ({ about, item }: Telling): string => `${about} ${item.stage}`;

/** The place of a stage on its ladder; repeats come after all that are listed. */
function rankOf({ obligation, stage }: ItemKey): number {
  const { stages } = defaultPolicy.ladder[obligation];
  const listed = stages.findIndex(({ at }) => at === stage);
  return listed >= 0 ? listed : stages.length + Number(stage.slice("repeat-".length));
}

/** Everything that was told, once for each time that the mail service took it. */
function toldBy({ letters, accepted }: Outcome): Telling[] {
  const byPath = new Map(letters.map((entry) => [letterPath(entry), entry]));
  return accepted.flatMap((path) => {
    const entry = byPath.get(path);
    return entry ? tellingsOf(entry) : [];
  });
}

/**
 * What is wrong with a history beside the undisturbed one (SPEC 6): nothing is lost, nothing is written or sent twice
 * unless nobody could know, and what nobody could know was said and has come to an end. While the mail service's events
 * arrive, everybody can know.
 */
export function faultsIn(outcome: Outcome, undisturbed: Outcome, eventsArrive = false): string[] {
  return [
    ...lost(outcome, undisturbed),
    ...sentTwice(outcome, eventsArrive),
    ...writtenTwice(outcome),
    ...unresolved(outcome),
    ...unseen(outcome),
  ];
}

/** A stage may be passed over only when its letter was refused for good until a later one had come. */
function lost(outcome: Outcome, undisturbed: Outcome): string[] {
  const told = toldBy(outcome);
  const failed = new Set(
    outcome.letters
      .filter(({ state }) => state === "failed")
      .flatMap(tellingsOf)
      .map(nameOf),
  );
  const isTold = (wanted: Telling): boolean =>
    told.some(({ about, item }) => {
      if (about !== wanted.about) return false;
      return item.stage === wanted.item.stage || (failed.has(nameOf(wanted)) && rankOf(item) > rankOf(wanted.item));
    });
  return toldBy(undisturbed)
    .filter((wanted) => !isTold(wanted))
    .map((wanted) => `lost: ${nameOf(wanted)}`);
}

function sentTwice(outcome: Outcome, eventsArrive: boolean): string[] {
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
