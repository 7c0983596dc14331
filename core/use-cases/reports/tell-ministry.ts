import { readEntry } from "../../audit/entry.ts";
import type { StoredRecord } from "../../audit/stored.ts";
import { formatDay, mondayOf, plusDays, yearOf } from "../../calendar/day.ts";
import { type LetterEntry, letterAt } from "../../escalation/ledger.ts";
import type { Slot } from "../../escalation/letter.ts";
import type { Notice, WrongRecipientNotice } from "../../escalation/notice.ts";
import { isMarked } from "../../escalation/out-of-use.ts";
import type { OutOfUse } from "../../escalation/recipients.ts";
import { slotsBackFrom } from "../../escalation/slots.ts";
import type { Directory, OutOfUseStore, RegisterStore, SweepLog } from "../../ports.ts";
import type { Bilingual } from "../../register/locale.ts";
import type { Register } from "../../register/register.ts";
import type { SweepReport } from "../../status/sweep-report.ts";
import { type LoadedRegister, loadRegister } from "../assess/assess.ts";
import { recipientFinder } from "../assess/recipients.ts";
import { readAcknowledgement } from "../letters/acknowledge.ts";
import { type NoticeName, slotName, tellAdministrators } from "../letters/notices.ts";
import { tellOfWeek, type WeeklyPorts } from "./weekly.ts";

/** What telling the ministry reads and writes. */
export interface TellPorts extends WeeklyPorts {
  readonly register: RegisterStore;
  readonly outOfUse: Pick<OutOfUseStore, "all">;
  readonly log: Pick<SweepLog, "ofSlot">;
}

interface Telling {
  readonly loaded: LoadedRegister;
  readonly slot: Slot;
  readonly isOutOfUse: OutOfUse;
  readonly ports: TellPorts;
}

/**
 * After the ministry's own sweep: tells its staff of what the slot before has shown in all scopes, of letters that came to
 * the wrong person, and once a week how things stand. Each is told once, as the ledger decides; a crash anywhere is made
 * good by the sweep that is repeated, or by the next. Sweeps of other scopes have nothing to tell; `known` spares them
 * asking which one is the ministry's.
 */
export async function tellMinistry(
  { scope, slot }: SweepReport,
  ports: TellPorts,
  known?: Pick<Directory, "scopes">,
): Promise<void> {
  const directory = known ?? (await ports.register.directory());
  if (directory?.scopes[0] !== scope) return;
  const loaded = await loadRegister(ports.register, ({ scopes }) => scopes);
  if (!loaded) return;
  const isOutOfUse = isMarked(await ports.outOfUse.all(), ports.identifiers.recipientKey);
  const telling: Telling = { loaded, slot, isOutOfUse, ports };
  const [, before] = [...slotsBackFrom(slot, loaded.directory.policy.slots, 2)];
  // The slot that is being swept is not swept everywhere yet, so the one before is looked at.
  const reports = before ? await ports.log.ofSlot(before) : [];
  if (before) await tellOfSlot(before, reports, telling);
  await tellOfWrongRecipients(telling);
  // Nothing is known of a week in which Esep has just begun to sweep.
  if (reports.length > 0) await tellOfWeek(telling, ports);
}

const tell = (about: Notice, name: Told["name"], { loaded, slot, isOutOfUse, ports }: Telling): Promise<void> =>
  tellAdministrators(about, name, { register: loaded.register, slot, isOutOfUse }, ports);

async function tellOfSlot(slot: Slot, reports: readonly SweepReport[], telling: Telling): Promise<void> {
  const { loaded, ports } = telling;
  for (const { about, name } of [
    ...contactNotice(reports, slot, loaded.register),
    ...calendarNotice(reports, slot),
    ...damagedNotice(reports, slot, loaded.register, ports),
    ...unsweptNotice(reports, slot, loaded),
  ]) {
    await tell(about, name, telling);
  }
}

interface Told {
  readonly about: Notice;
  /** Names what is told of: the same trouble is told once. */
  readonly name: Omit<NoticeName, "kind">;
}

const nameOf = (id: string, { byId }: Register): Bilingual => byId.get(id)?.name ?? { ru: id, kk: id };

/** Once a week, also at New Year: who has no address changes with every finding that comes due, and stays for long. */
function contactNotice(reports: readonly SweepReport[], slot: Slot, register: Register): readonly Told[] {
  const found = reports.flatMap(({ contacts }) => contacts);
  if (found.length === 0) return [];
  const roles = found.map(({ body, role, unreachable }) => ({ bodyName: nameOf(body, register), role, unreachable }));
  const monday = mondayOf(slot.day);
  return [
    { about: { kind: "contact", slot, roles }, name: { event: formatDay(monday), slot: { ...slot, day: monday } } },
  ];
}

function calendarNotice(reports: readonly SweepReport[], slot: Slot): readonly Told[] {
  const failed = reports.flatMap((report) => report.failed);
  const years = [...new Set(failed.map(({ year }) => year))].sort();
  if (years.length === 0) return [];
  return [
    { about: { kind: "calendar", slot, years, findings: failed.length }, name: { event: years.join("-"), slot } },
  ];
}

function damagedNotice(
  reports: readonly SweepReport[],
  slot: Slot,
  register: Register,
  { hash }: TellPorts,
): readonly Told[] {
  const found = reports.flatMap(({ damaged }) => damaged);
  if (found.length === 0) return [];
  const records = found.map(({ body, campaign }) => ({ bodyName: nameOf(body, register), campaign }));
  const named = found.map(({ body, campaign }) => `${body} ${campaign}`).sort();
  return [{ about: { kind: "damaged", slot, records }, name: { event: hash(named.join("\n")).slice(0, 22), slot } }];
}

/** Only some scopes: when none was swept Esep itself stood still, and the watch alarms. */
function unsweptNotice(
  reports: readonly SweepReport[],
  slot: Slot,
  { directory, register }: LoadedRegister,
): readonly Told[] {
  const swept = new Set(reports.map(({ scope }) => scope));
  const missing = directory.scopes.filter((scope) => !swept.has(scope));
  if (missing.length === 0 || reports.length === 0) return [];
  const scopes = missing.map((scope) => nameOf(scope, register));
  return [{ about: { kind: "unswept", slot, scopes }, name: { event: slotName(slot), slot } }];
}

/** Everybody who has said that a letter is not for them. The ladder goes on: only the register's contacts stop it. */
async function tellOfWrongRecipients(telling: Telling): Promise<void> {
  const { loaded, slot, ports } = telling;
  // A letter of December may be answered in January.
  const years = new Set([yearOf(slot.day), yearOf(plusDays(slot.day, -31))]);
  for (const scope of loaded.directory.scopes) {
    for (const year of years) {
      for (const [path, stored] of await ports.acknowledgements.ofYear(scope, year)) {
        await tellOfAnswer(path, stored, telling);
      }
    }
  }
}

async function tellOfAnswer(path: string, stored: StoredRecord, telling: Telling): Promise<void> {
  if (readAcknowledgement(stored)?.answer.kind !== "wrong-recipient") return;
  const { scope, year, recipientKey, n } = letterAt(path);
  // One that cannot be read is reported by its scope's sweep.
  const entry = (await telling.ports.ledger.log(scope, year, recipientKey)).find((one) => one.n === n);
  if (!entry) return;
  const on = (stored.newest && readEntry(stored.newest.text)?.day) ?? telling.slot.day;
  const event = telling.ports.hash(`${path} ${stored.version}`).slice(0, 22);
  await tell(wrongRecipient(entry, on, telling), { event, slot: entry.slot }, telling);
}

function wrongRecipient(
  entry: LetterEntry,
  on: WrongRecipientNotice["on"],
  { loaded: { register }, ports }: Telling,
): WrongRecipientNotice {
  const { scope, year, recipientKey, n, slot } = entry;
  const recipient = recipientFinder(register, ports.identifiers)(recipientKey);
  const ids = new Set([...entry.items, ...entry.closed].map(({ body }) => body));
  return {
    ...{ kind: "wrong-recipient", slot, on, letter: { scope, year, recipientKey, n } },
    recipient: recipient?.name ?? null,
    bodies: [...ids].map((id) => nameOf(id, register)),
  };
}
