import type { Hash } from "../../audit/entry.ts";
import { type Day, formatDay, mondayOf, plusDays, yearOf } from "../../calendar/day.ts";
import { type Workdays, YearNotCovered } from "../../calendar/workdays.ts";
import { recipientOf } from "../../escalation/content.ts";
import type { LetterId } from "../../escalation/ledger.ts";
import type { Slot } from "../../escalation/letter.ts";
import { paperAddressees } from "../../escalation/paper.ts";
import { contactsInOffice, type OutOfUse } from "../../escalation/recipients.ts";
import { isSlotBefore, slotsBackFrom } from "../../escalation/slots.ts";
import { type ChainHead, headsText, type WeekFigures, type WeeklyLetter } from "../../escalation/weekly.ts";
import type { SweepLog } from "../../ports.ts";
import type { Body } from "../../register/body.ts";
import { normaliseEmail, type Register } from "../../register/register.ts";
import { countIn, sumCounts } from "../../status/count.ts";
import { calendarVersion, fingerprint } from "../../status/fingerprint.ts";
import { letterFigures } from "../../status/letter-figures.ts";
import { STATES } from "../../status/states.ts";
import { complianceRate } from "../../status/status.ts";
import type { LoadedRegister } from "../assess/assess.ts";
import { type AcknowledgementStore, readAnswers } from "../letters/acknowledge.ts";
import { administrators, type NoticePorts, post } from "../letters/notices.ts";

/** What the weekly letter is made from, beside what every notice needs. */
export interface WeeklyPorts extends NoticePorts {
  readonly workdays: Workdays;
  readonly log: Pick<SweepLog, "ofSlot">;
  readonly acknowledgements: Pick<AcknowledgementStore, "ofYear">;
  readonly hash: Hash;
  /** The newest entry of every audited record, by name; read once a week. */
  readonly chainHeads: (loaded: LoadedRegister) => Promise<readonly ChainHead[]>;
}

/** What a weekly letter is about. */
export interface WeeklyTerms {
  /** The whole register. */
  readonly loaded: LoadedRegister;
  readonly slot: Slot;
  readonly isOutOfUse: OutOfUse;
}

/** The first slot of the week's first working day; null before it, and in a week that has none. Without a calendar: Monday's. */
export function weeklySlot({ day, time }: Slot, slots: readonly string[], workdays: Workdays): Slot | null {
  const monday = mondayOf(day);
  const first = { day: firstWorkingDay(monday, workdays), time: slots[0] ?? time };
  return isSlotBefore({ day, time }, first) ? null : first;
}

function firstWorkingDay(monday: Day, workdays: Workdays): Day {
  try {
    return workdays.onOrAfter(monday);
  } catch (error) {
    if (error instanceof YearNotCovered) return monday;
    throw error;
  }
}

/**
 * Writes the week's letter to everybody of the ministry's staff who has none yet, from its first slot on. The ledger
 * decides, so it is exactly one each, whoever writes and wherever a crash comes; nothing is read when all have theirs.
 */
export async function tellOfWeek(terms: WeeklyTerms, ports: WeeklyPorts): Promise<void> {
  const { loaded, slot, isOutOfUse } = terms;
  const { register, directory } = loaded;
  const first = weeklySlot(slot, directory.policy.slots, ports.workdays);
  if (!first) return;
  const week = mondayOf(first.day);
  let read: Promise<WeeklyLetter> | undefined;
  for (const email of administrators(register, slot, isOutOfUse)) {
    const compose = async (id: LetterId) => {
      read ??= readWeek(week, terms, ports);
      const content = { recipient: recipientOf(email, register, slot.day), about: await read };
      return ports.composer.composeNotice(content, id, ports.clock.calendarNow());
    };
    await post({ kind: "weekly", event: formatDay(week), slot: first }, email, compose, ports);
  }
}

/** Everything that the week's letter says. */
async function readWeek(
  week: Day,
  { loaded, slot, isOutOfUse }: WeeklyTerms,
  ports: WeeklyPorts,
): Promise<WeeklyLetter> {
  const { directory, register } = loaded;
  const { day } = slot;
  const now = await lastFigures(slot, loaded, ports);
  const heads = folded(await ports.chainHeads(loaded), ports.hash);
  return {
    ...{ kind: "weekly", week, slot },
    now,
    before: now && (await figuresOf({ ...now.slot, day: plusDays(now.slot.day, -7) }, register, ports)),
    ...(await lettersOf({ from: plusDays(day, -7), to: slot }, register, ports)),
    paper: paperAddressees(register, day, isOutOfUse).map(({ body }) => body.name),
    outOfUse: register.bodies.filter((body) => hasLost(body, day, isOutOfUse)).map(({ name }) => name),
    versions: {
      register: directory.version,
      policy: versionName(directory.policyVersion, fingerprint(directory.policy)),
      calendar: versionName(directory.calendarVersion, calendarVersion(ports.workdays)),
    },
    heads,
    digest: ports.hash(headsText(heads)),
  };
}

const byRecord = (a: ChainHead, b: ChainHead): number => (a.record < b.record ? -1 : 1);

/** By record; answers to letters are many and small, so one line stands for all of them: their number and their hash. */
function folded(heads: readonly ChainHead[], hash: Hash): readonly ChainHead[] {
  const isAnswer = ({ record }: ChainHead): boolean => record.startsWith("letter:");
  const answers = heads.filter(isAnswer).sort(byRecord);
  const others = heads.filter((head) => !isAnswer(head)).sort(byRecord);
  if (answers.length === 0) return others;
  return [...others, { record: "letter:*", version: answers.length, hash: hash(headsText(answers)) }];
}

/** `№ 3 (1a2b3c)`, or the fingerprint alone before the first applied version. */
const versionName = (applied: number | undefined, fingerprinted: string): string =>
  applied === undefined ? fingerprinted : `№ ${applied} (${fingerprinted})`;

const hasLost = (body: Body, today: Day, isOutOfUse: OutOfUse): boolean =>
  contactsInOffice(body, today).some(({ email }) => isOutOfUse(normaliseEmail(email)));

/** The slot that is being swept is not swept in every scope yet: the last one of the day before that is. */
async function lastFigures(
  slot: Slot,
  { directory, register }: LoadedRegister,
  ports: WeeklyPorts,
): Promise<WeekFigures | null> {
  const [, ...before] = [...slotsBackFrom(slot, directory.policy.slots, 2)];
  for (const one of before) {
    const figures = await figuresOf(one, register, ports);
    if (figures) return figures;
  }
  return null;
}

/** How all bodies stood at a slot; null unless every scope was swept in it. */
async function figuresOf(slot: Slot, register: Register, { log }: WeeklyPorts): Promise<WeekFigures | null> {
  const reports = await log.ofSlot(slot);
  const swept = new Set(reports.map(({ scope }) => scope));
  if (register.scopes.some((scope) => !swept.has(scope))) return null;
  const counts = sumCounts(reports.map(({ findings }) => findings));
  return {
    slot,
    states: Object.fromEntries(STATES.map((state) => [state, countIn(counts, state)])),
    rate: complianceRate(counts),
  };
}

/** The letters of some days by where they stand, and how many of them nobody has answered. */
async function lettersOf(
  { from, to }: { readonly from: Day; readonly to: Slot },
  register: Register,
  { ledger, acknowledgements }: WeeklyPorts,
): Promise<Pick<WeeklyLetter, "letters" | "unanswered">> {
  const years = [...new Set([yearOf(from), yearOf(to.day)])];
  const of = register.scopes.flatMap((scope) => years.map((year) => ({ scope, year })));
  const [logs, answerTo] = await Promise.all([
    Promise.all(of.map(({ scope, year }) => ledger.log(scope, year))),
    readAnswers(register.scopes, years, acknowledgements),
  ]);
  const written = logs.flat().filter(({ slot }) => slot.day >= from && isSlotBefore(slot, to));
  const { states, unacknowledged } = letterFigures(written, {
    year: yearOf(to.day),
    isAcknowledged: (letter) => answerTo(letter) !== undefined,
    recipientOf: () => null,
  });
  return { letters: states, unanswered: unacknowledged.reduce((sum, { letters }) => sum + letters, 0) };
}
