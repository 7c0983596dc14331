import { day, plusDays } from "../../../core/calendar/day.ts";
import type { Slot } from "../../../core/escalation/letter.ts";
import type { Notice, NoticeContent } from "../../../core/escalation/notice.ts";
import type { WeekFigures } from "../../../core/escalation/weekly.ts";
import { EscalationRole } from "../../../core/order608/role.ts";
import type { Bilingual, Locale } from "../../../core/register/locale.ts";
import { abai, numbered, semey } from "./samples.ts";

const monday = day("2027-03-29");
const slot: Slot = { day: monday, time: "09:00" };
const before: Slot = { day: plusDays(monday, -1), time: "21:00" };
const region: Bilingual = { ru: "Департамент полиции области Абай", kk: "Абай облысының Полиция департаменті" };

const week = (at: Slot, met: number): WeekFigures => ({
  slot: at,
  states: { overdue: 31, breached: 12, due: 1204, late: 58, met },
  rate: met / (met + 58 + 12 + 31),
});

const heads = Array.from({ length: 60 }, (_, index) => ({
  record: `dossier:PB-${index + 1}:2027`,
  version: 12 + index,
  hash: (0xa11ce0 + index * 7919).toString(16).padStart(64, "0"),
}));

const notices = {
  brake: {
    ...{ kind: "brake", scope: "DP-10", scopeName: region, bodies: 7, of: 12 },
    ...{ slot: before, until: slot },
  },
  contact: {
    ...{ kind: "contact", slot: before },
    roles: EscalationRole.options.map((role, index) => ({ bodyName: numbered(index), role, unreachable: index > 3 })),
  },
  calendar: { kind: "calendar", slot: before, years: [2031], findings: 214 },
  damaged: { kind: "damaged", slot: before, records: [{ bodyName: semey, campaign: 2027 }] },
  unswept: { kind: "unswept", slot: before, scopes: [region] },
  "wrong-recipient": {
    ...{ kind: "wrong-recipient", slot: before, on: monday, recipient: "Әлия Серікқызы Нұрғалиева" },
    letter: { scope: "DP-10", year: 2027, recipientKey: "mZ6oD6Dkq0zS1l1pVb3u2A", n: 3 },
    bodies: [semey, abai],
  },
  weekly: {
    ...{ kind: "weekly", week: monday, slot, now: week(before, 2870) },
    before: week({ ...before, day: plusDays(before.day, -7) }, 2711),
    letters: { delivered: 1204, sent: 61, bounced: 4, unknown: 1 },
    unanswered: 388,
    paper: Array.from({ length: 15 }, (_, index) => numbered(index)),
    outOfUse: [semey],
    versions: { register: 14, policy: "№ 3 (5f2c81)", calendar: "№ 2 (9be01a)" },
    heads,
    digest: `${"0".repeat(56)}608a5e77`,
  },
  "first-week": {
    ...{ kind: "weekly", week: monday, slot, now: null, before: null, letters: {}, unanswered: 0 },
    ...{ paper: [], outOfUse: [], versions: { register: 1, policy: "5f2c81", calendar: "9be01a" } },
    ...{ heads: [], digest: "0".repeat(64) },
  },
} as const satisfies Readonly<Record<string, Notice>>;
export type NoticeKind = keyof typeof notices;

export const noticeKinds = Object.keys(notices) as readonly NoticeKind[]; // its own keys, which Object.keys cannot type

/** A notice to administrators as one recipient's letter. */
export const sampleNotice = (kind: NoticeKind, locales: readonly Locale[]): NoticeContent => ({
  recipient: { email: "staff@mia.example", name: "Ержан Асқарұлы Сейітов", locales },
  about: notices[kind],
});
