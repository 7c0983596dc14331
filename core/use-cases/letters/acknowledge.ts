import * as z from "zod";
import type { AuditedPorts } from "../../audit/append.ts";
import { changesBetween } from "../../audit/changes.ts";
import { AuditActor, type AuditEntry } from "../../audit/entry.ts";
import { type AuditedOutcome, recordAudited } from "../../audit/record-audited.ts";
import type { RecordStore, StoredRecord } from "../../audit/stored.ts";
import { DayText } from "../../calendar/day.ts";
import { InstantNumber, localTime } from "../../calendar/zone.ts";
import { Prose } from "../../dossier/commands/input.ts";
import { canonical } from "../../dossier/fact-path.ts";
import { type LetterId, letterPath } from "../../escalation/ledger.ts";
import type { Clock } from "../../ports.ts";

/** What a recipient answers to a letter; none of it stops the ladder (SPEC 5). */
export const Answer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("seen") }),
  /** What will be done, and by when. */
  z.strictObject({ kind: z.literal("will-do"), what: Prose, by: DayText }),
  z.strictObject({ kind: z.literal("wrong-recipient") }),
]);
export type Answer = z.output<typeof Answer>;

/** The last answer to a letter, and who gave it when. */
export const Acknowledgement = z.strictObject({ answer: Answer, by: AuditActor, at: InstantNumber });
export type Acknowledgement = z.output<typeof Acknowledgement>;

const FORMAT = 1;

/** Acknowledgements by letter; reads are strongly consistent. */
export interface AcknowledgementStore extends RecordStore<LetterId> {
  /** Those of a scope and year, by {@link letterPath}. */
  ofYear(scope: string, year: number): Promise<ReadonlyMap<string, StoredRecord>>;
}

export interface AcknowledgePorts extends AuditedPorts<LetterId> {
  readonly clock: Clock;
}

/** An acknowledgement's name among all audited records: `letter:DP-10:2027:KEY:3`. */
export const acknowledgementName = (id: LetterId): string => `letter:${letterPath(id).replaceAll("/", ":")}`;

/** The letter that a record's name says; null for a record of another kind. */
export function letterNamed(record: string): LetterId | null {
  const [kind, scope, year, recipientKey, n, ...more] = record.split(":");
  if (kind !== "letter" || !scope || !recipientKey || n === undefined || more.length > 0) return null;
  return { scope, year: Number(year), recipientKey, n: Number(n) };
}

/** The acknowledgement of stored text; null when it cannot be read. */
export function readAcknowledgement({ format, data }: Pick<StoredRecord, "format" | "data">): Acknowledgement | null {
  if (format !== FORMAT) return null;
  try {
    return Acknowledgement.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    return null;
  }
}

/** The last answer to a letter; undefined where there is none, and where it cannot be read. */
export type AnswerTo = (letter: LetterId) => Acknowledgement | undefined;

/** The answers to the letters of some scopes and years. */
export async function readAnswers(
  scopes: readonly string[],
  years: readonly number[],
  acknowledgements: Pick<AcknowledgementStore, "ofYear">,
): Promise<AnswerTo> {
  const asked = scopes.flatMap((scope) => years.map((year) => acknowledgements.ofYear(scope, year)));
  const stored = new Map((await Promise.all(asked)).flatMap((ofScope) => [...ofScope]));
  return (letter) => {
    const known = stored.get(letterPath(letter));
    return (known && readAcknowledgement(known)) ?? undefined;
  };
}

/** All answers that a letter ever had, oldest first, as the audit tells them. */
export function answersIn(entries: readonly AuditEntry[]): readonly Acknowledgement[] {
  const told: Acknowledgement[] = [];
  let text: Record<string, unknown> = {};
  for (const { changes, by, at } of entries) {
    // The first entry has the whole answer, later ones what differs.
    for (const { path, after } of changes) text = path === "" ? { ...Object(after) } : { ...text, [path]: after };
    const kept = Object.fromEntries(Object.entries(text).filter(([, value]) => value !== undefined));
    const answer = Answer.safeParse(kept);
    if (answer.success) told.push({ answer: answer.data, by, at });
  }
  return told;
}

/** One answer to one letter; that its sender may answer is decided before. */
export interface AcknowledgeRequest {
  readonly letter: LetterId;
  readonly answer: Answer;
  readonly actor: AuditActor;
  /** In which the civil day of the entry is read. */
  readonly zone: string;
  readonly request: string;
  readonly isRepeatable: boolean;
}

/** Keeps an answer to a letter, the newest in place of the one before; the audit keeps all. */
export function acknowledge(
  { letter, answer, actor, zone, request, isRepeatable }: AcknowledgeRequest,
  ports: AcknowledgePorts,
): Promise<AuditedOutcome> {
  const text = z.encode(Answer, answer);
  const asked = ports.hash(canonical(["acknowledge", text, actor.id]));
  const at = ports.clock.machineNow();
  const by = { id: actor.id, name: actor.name };
  return recordAudited<LetterId, never>(
    { key: letter, record: acknowledgementName(letter), request, isRepeatable, asked },
    (stored) => {
      const before = stored && readAcknowledgement(stored);
      const change = {
        ...{ by, at, day: localTime(ports.clock.calendarNow(), zone).day, command: "acknowledge", reason: null },
        ...{ format: FORMAT, data: JSON.stringify(z.encode(Acknowledgement, { answer, by, at })) },
        changes: changesBetween(before ? z.encode(Answer, before.answer) : undefined, text),
      };
      return { kind: "change", change };
    },
    ports,
  );
}
