import { type Day, plusDays } from "../../../core/calendar/day.ts";
import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import type { ClosedItem, Closure, LetterContent, LetterItem, Reason } from "../../../core/escalation/letter.ts";
import type { Finding } from "../../../core/order608/finding.ts";
import type { Bilingual, Locale } from "../../../core/register/locale.ts";
import { examples, QUARTER_END, sampleFinding } from "./sample-findings.ts";

export const semey: Bilingual = { ru: "Управление полиции города Семей", kk: "Семей қаласының Полиция басқармасы" };
export const abai: Bilingual = { ru: "Отдел полиции Абайского района", kk: "Абай ауданының Полиция бөлімі" };

export const numbered = (index: number): Bilingual => ({
  ru: `Отдел полиции № ${index + 1}`,
  kk: `№ ${index + 1} Полиция бөлімі`,
});

const item = (finding: Finding, rest: Partial<Omit<LetterItem, "finding">> = {}): LetterItem => ({
  ...{ finding, stage: "due", bodyName: semey, late: false, insteadOf: null },
  ...rest,
});

const all = ObligationId.options;

/** Every obligation with so many days left; where nothing cures it any more it is breached. */
const everyItem = (daysLeft: number, stage: string, rest: Partial<LetterItem> = {}): readonly LetterItem[] =>
  all.map((id) => item(sampleFinding(id, daysLeft < 0 ? "overdue" : "due", daysLeft), { stage, ...rest }));

const closedItem = (obligation: ObligationId, closure: Closure, index: number): ClosedItem => {
  const due = plusDays(QUARTER_END, index - 4);
  const metOn = closure === "met" ? plusDays(due, -1) : closure === "late" ? plusDays(due, 3) : null;
  const key = { body: "PB-103200000", campaign: 2027, obligation, subject: examples[obligation].subject, due };
  return { key, bodyName: abai, closure, metOn, ...(closure === "late" && { recordedLate: true }) };
};

const closures: readonly Closure[] = ["met", "late", "waived", "void", "unchecked"];

/** Every obligation's end, and every way in which one ends. */
const everyClosed = (): readonly ClosedItem[] =>
  all.map((id, index) => closedItem(id, closures[index % closures.length] ?? "met", index % 9));

/** So many notices overdue, three of each body. */
const many = (count: number): readonly LetterItem[] =>
  Array.from({ length: count }, (_, index) => {
    const body = Math.floor(index / 3);
    const finding = { ...sampleFinding("notice", "overdue", -3), body: `PB-${body + 1}`, subject: `m${index % 3}` };
    return item(finding, { bodyName: numbered(body), stage: "due+1wd" });
  });

const own: readonly Reason[] = [{ role: "head", body: "PB-101000000", bodyName: semey }];

/** What a kind of letter holds beside its recipient. */
type Sample = Pick<LetterContent, "today" | "items"> & Partial<Omit<LetterContent, "recipient" | "slot">>;

const curable = all.filter((id) => examples[id].cureDays !== null);
const dayAfter = (days: number): Day => plusDays(QUARTER_END, days);

const reminders = () => everyItem(12, "target-7");
const worst = () => item(sampleFinding("protocol", "overdue", -1, dayAfter(-2)), { stage: "due+1wd" });

/** Letters of the ladder: each stage and state, each mark, and each size. */
export const samples = {
  reminder: () => ({ today: dayAfter(-12), items: reminders() }),
  "due-today": () => ({ today: QUARTER_END, items: everyItem(0, "due") }),
  overdue: () => ({ today: dayAfter(5), items: everyItem(-5, "due+3wd") }),
  breached: () => ({
    today: dayAfter(61),
    items: curable.map((id) => item(sampleFinding(id, "breached", -61), { stage: "breach" })),
  }),
  repeat: () => ({ today: dayAfter(40), items: everyItem(-40, "repeat-2").slice(7) }),
  problems: () => ({
    today: dayAfter(-5),
    items: [
      item(
        {
          ...sampleFinding("reply", "due", 5),
          problems: ["extension-not-allowed", "extension-after-due", "extension-too-long"],
        },
        { stage: "target-5wd" },
      ),
    ],
  }),
  one: () => ({ today: dayAfter(-1), items: [worst()] }),
  mixed: () => ({
    today: dayAfter(-1),
    items: [
      item(sampleFinding("venue", "breached", -3, dayAfter(-4)), { stage: "breach", late: true }),
      { ...worst(), recordedLate: true },
      item(sampleFinding("records", "due", 0, dayAfter(-1)), { stage: "due" }),
      item({ ...sampleFinding("report", "due", 1), body: "PB-103200000" }, { stage: "due-1", bodyName: abai }),
      item(
        { ...sampleFinding("reply", "due", 13, dayAfter(12)), body: "PB-103200000" },
        { stage: "target-5wd", bodyName: abai },
      ),
    ],
    closed: [closedItem("notice", "met", 1), closedItem("records", "late", 2)],
    reasons: [...own, { role: "superior", body: "PB-103200000", bodyName: abai }],
  }),
  closings: () => ({ today: dayAfter(-3), items: reminders().slice(0, 1), closed: everyClosed() }),
  "instead-of": () => ({
    today: dayAfter(-1),
    items: (["officer", "head", "superior", "ministry", "apex"] as const).map((insteadOf, index) =>
      item({ ...sampleFinding("protocol", "overdue", -1, dayAfter(-2)), subject: `m${index}` }, { insteadOf }),
    ),
    reasons: [{ role: "ministry", body: "PB-101000000", bodyName: semey }],
  }),
  "recorded-late": () => ({
    today: dayAfter(-1),
    items: [{ ...worst(), recordedLate: true, late: true }],
    closed: [closedItem("records", "late", 2)],
  }),
  paper: () => ({
    today: dayAfter(-1),
    items: [worst()],
    reasons: [{ role: "ministry", body: "PB-101000000", bodyName: semey }],
    paper: Array.from({ length: 15 }, (_, index) => numbered(index)),
  }),
  forty: () => ({ today: dayAfter(3), items: many(40) }),
  huge: () => ({
    today: dayAfter(3),
    items: many(20_000),
    closed: Array.from({ length: 20_000 }, (_, index) => ({
      ...closedItem("notice", "met", 1),
      bodyName: numbered(index),
    })),
    reasons: Array.from({ length: 252 }, (_, index) => ({
      role: "ministry" as const,
      body: `PB-${index}`,
      bodyName: numbered(index),
    })),
  }),
} as const satisfies Readonly<Record<string, () => Sample>>;
export type SampleKind = keyof typeof samples;

export const sampleKinds = Object.keys(samples) as readonly SampleKind[]; // its own keys, which Object.keys cannot type

/** A sample as one recipient's letter, in the languages that they are written to in. */
export function sampleLetter(kind: SampleKind, locales: readonly Locale[]): LetterContent {
  const sample: Sample = samples[kind]();
  return {
    ...{ closed: [], reasons: own, ...sample },
    recipient: { email: "officer@police.example", name: "Әлия Серікқызы Нұрғалиева", locales },
    slot: { day: sample.today, time: "09:00" },
    rules: { policy: 3, calendar: 2 },
  };
}
