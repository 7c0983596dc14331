import { formatDay } from "../../../core/calendar/day.ts";
import type { Appeal } from "../../../core/dossier/appeal.ts";
import type { Meeting } from "../../../core/dossier/meeting.ts";
import type { Decision, Signature } from "../../../core/dossier/protocol.ts";
import { isSamePlace } from "../../../core/order608/obligations/place.ts";
import type { Body } from "../../../core/register/body.ts";
import type { Bilingual } from "../../../core/register/locale.ts";
import { catalogueOf } from "../../../core/wording/wording.ts";
import { type ProtocolTexts, protocolTexts } from "./texts.ts";

/** One thing that the protocol says: its name in both languages, and what was recorded; null leaves room to write. */
export interface ProtocolRow {
  readonly label: Bilingual;
  readonly value: Bilingual | null;
}

/** A table of the protocol: what stands above it, its columns, its rows; null when nothing was recorded yet. */
export interface ProtocolTable {
  readonly title: Bilingual;
  readonly columns: readonly Bilingual[];
  readonly rows: readonly (readonly Bilingual[])[] | null;
  /** What stands instead of rows where there are none. */
  readonly empty: Bilingual;
}

/** Who signs, and who has: an empty line where nobody has. */
export interface ProtocolSignature {
  readonly role: Bilingual;
  readonly name: string | null;
  readonly signedOn: Bilingual | null;
}

/** The protocol of a meeting in both official languages, with all that p. 13 of the Order demands and room to sign. */
export interface ProtocolForm {
  readonly texts: ProtocolTexts;
  readonly body: Bilingual;
  readonly rows: readonly ProtocolRow[];
  readonly decisions: ProtocolTable;
  readonly appeals: ProtocolTable;
  readonly signatures: readonly ProtocolSignature[];
  /** File name without its ending, ASCII. */
  readonly file: string;
}

const both = (text: string): Bilingual => ({ kk: text, ru: text });
const [kazakh, russian] = [catalogueOf("kk"), catalogueOf("ru")];
const dayIn = (day: Parameters<typeof formatDay>[0]): Bilingual => ({
  kk: kazakh.time.longDate(day),
  ru: russian.time.longDate(day),
});

/**
 * The form of a meeting's protocol, filled with what is recorded (Order 608, p. 12–16). Before a protocol is recorded date,
 * time and place are those of the plan, as a draft for the secretary.
 */
export function protocolForm(body: Body, meeting: Meeting): ProtocolForm {
  const { protocol, records } = meeting;
  const { labels, appeals: words } = protocolTexts;
  const { date = meeting.date, startsAt = meeting.startsAt, participants, decisions, signatures = [] } = protocol ?? {};
  return {
    texts: protocolTexts,
    body: body.name,
    rows: [
      { label: labels.number, value: records ? both(records.number) : null },
      { label: labels.date, value: dayIn(date) },
      { label: labels.time, value: both(startsAt) },
      { label: labels.place, value: placeOf(meeting) },
      { label: labels.participants, value: participants === undefined ? null : both(String(participants)) },
    ],
    decisions: {
      ...protocolTexts.decisions,
      rows: decisions?.map(decisionRow) ?? null,
    },
    appeals: {
      ...words,
      rows: protocol?.appeals === undefined ? null : raisedAt(meeting, protocol.appeals).map(appealRow),
    },
    signatures: (["secretary", "head"] as const).map((role) => signatureOf(role, signatures)),
    file: `protocol-${body.id}-${formatDay(meeting.date)}`,
  };
}

/** A protocol names its place in one language; where that is the meeting's place, the other is known from the plan. */
const placeOf = ({ protocol, place }: Meeting): Bilingual =>
  protocol?.place === undefined || isSamePlace(protocol.place, place) ? place : both(protocol.place);

function decisionRow({ text, dueOn }: Decision, index: number): Bilingual[] {
  return [both(String(index + 1)), both(text), dueOn === undefined ? both("") : dayIn(dueOn)];
}

/** The appeals that the protocol lists, in its order. */
const raisedAt = ({ appeals }: Meeting, listed: readonly string[]): Appeal[] =>
  listed.flatMap((number) => appeals.filter((appeal) => appeal.number === number));

function appealRow({ number, kind, answered, competence }: Appeal, index: number): Bilingual[] {
  const { kinds, answers, competences } = protocolTexts.appealWords;
  return [both(String(index + 1)), both(number), kinds[kind], answers[answered], competences[competence]];
}

/** The earliest signature of each role counts (SPEC 4, `protocol`). */
function signatureOf(role: Signature["role"], signatures: readonly Signature[]): ProtocolSignature {
  const [first] = signatures.filter((one) => one.role === role).sort((a, b) => a.signedOn - b.signedOn);
  return {
    role: protocolTexts.roles[role],
    name: first?.name ?? null,
    signedOn: first ? dayIn(first.signedOn) : null,
  };
}
