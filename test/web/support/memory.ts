import { createWorkdays } from "../../../core/calendar/workdays.ts";
import { type Day, parseDay } from "../../../core/calendar/day.ts";
import { minutesOf } from "../../../core/calendar/time.ts";
import { type Instant, instantOf } from "../../../core/calendar/zone.ts";
import { Facts, type FactsText } from "../../../core/dossier/facts.ts";
import { type LetterEntry, letterPath } from "../../../core/escalation/ledger.ts";
import { defaultPolicy } from "../../../core/order608/default-policy.ts";
import type { Damage, Directory, Ledger, Mail } from "../../../core/ports.ts";
import { createRegister, directoryOf } from "../../../core/register/register.ts";
import type { SweepReport } from "../../../core/status/sweep-report.ts";
import { identifiers } from "../../../functions/identifiers.ts";
import type { WebDependencies } from "../../../functions/web/app.tsx";
import { slotText } from "../../../functions/web/paths.ts";

/** What a test may put into memory beside the facts. */
export interface MemoryOptions {
  /** `YYYY-MM-DD HH:MM` in Almaty. */
  readonly now?: string;
  readonly letters?: readonly LetterEntry[];
  readonly mails?: Readonly<Record<string, Mail>>;
  readonly sweeps?: readonly SweepReport[];
  readonly damaged?: readonly Damage[];
  readonly demo?: boolean;
}

function moment(text: string): Instant {
  const [date = "", time = ""] = text.split(" ");
  const day: Day | undefined = parseDay(date);
  if (day === undefined) throw new Error(`"${text}" is no moment.`);
  return instantOf({ day, minutes: minutesOf(time) }, "Asia/Almaty");
}

/** The pages' dependencies with all facts in memory; null facts are the time before the first import. */
export function inMemory(facts: FactsText | null, options: MemoryOptions = {}): WebDependencies {
  const { now = "2027-03-19 09:00", letters = [], mails = {}, sweeps = [], damaged = [], demo = true } = options;
  const parsed = facts && Facts.parse(facts);
  const register = parsed && createRegister(parsed.bodies);
  const directory: Directory | null = register && { ...directoryOf(register), version: 1, policy: defaultPolicy };
  const scopeOf = (id: string) => {
    const body = register?.byId.get(id);
    return body && register?.scopeOf(body);
  };
  const shown = moment(now);
  return {
    register: {
      directory: async () => directory,
      bodies: async (scope) => (register?.bodies ?? []).filter(({ id }) => scopeOf(id) === scope),
    },
    dossiers: {
      load: async (scope, campaign) => {
        const isWanted = (item: { body: string; campaign: number }) =>
          item.campaign === campaign && scopeOf(item.body) === scope;
        const unreadable = damaged.filter(isWanted);
        const bodies = new Set(unreadable.map(({ body }) => body));
        const dossiers = (parsed?.dossiers ?? []).filter((item) => isWanted(item) && !bodies.has(item.body));
        return { dossiers, damaged: unreadable };
      },
    },
    ledger: memoryLedger(letters),
    log: { ofSlot: async (slot) => sweeps.filter((report) => slotText(report.slot) === slotText(slot)) },
    files: { get: async (file) => mails[file] ?? null },
    workdays: createWorkdays(),
    clock: { calendarNow: () => shown, machineNow: () => shown },
    identifiers,
    demo,
  };
}

function memoryLedger(letters: readonly LetterEntry[]): Pick<Ledger, "log" | "get"> {
  return {
    log: async (scope, year, recipientKey) =>
      letters.filter(
        (entry) =>
          entry.scope === scope &&
          entry.year === year &&
          (recipientKey === undefined || entry.recipientKey === recipientKey),
      ),
    get: async (id) => letters.find((entry) => letterPath(entry) === letterPath(id)) ?? null,
  };
}
