import type { Almanac, DynamicFactCallback } from "json-rules-engine";
import { addMonths, type Day, dayOf, plusDays } from "../../core/calendar/day.ts";
import { minutesOf } from "../../core/calendar/time.ts";
import type { Workdays } from "../../core/calendar/workdays.ts";
import type { LocalTime } from "../../core/calendar/zone.ts";
import type { Appeal } from "../../core/dossier/appeal.ts";
import type { Dossier } from "../../core/dossier/dossier.ts";
import type { Meeting } from "../../core/dossier/meeting.ts";
import type { Policy } from "../../core/order608/policy.ts";

/** Facts of the engine that it works out itself, by name. */
export type DynamicFacts = Readonly<Record<string, DynamicFactCallback>>;

/** What is missing, and the day from which nothing was. */
interface Fulfilment {
  readonly metOn: Day | null;
  readonly missing: readonly string[];
}

const REPLY_ROUTES = { complaint: "application", proposal: "simplified", remark: "simplified" } as const;

const dossierOf = (almanac: Almanac): Promise<Dossier> => almanac.factValue<Dossier>("dossier");
const meetingOf = (almanac: Almanac): Promise<Meeting> => almanac.factValue<Meeting>("meeting");
const fulfilment = (almanac: Almanac): Promise<Fulfilment> => almanac.factValue<Fulfilment>("fulfilment");

/** Facts that every obligation has in the same way. */
export const commonFacts: DynamicFacts = {
  metOn: async (_, almanac) => (await fulfilment(almanac)).metOn,
  missing: async (_, almanac) => (await fulfilment(almanac)).missing,
  problems: () => [],
  target: (_, almanac) => almanac.factValue("due"),
  beyondCure: () => null,
};

export const reportFacts: DynamicFacts = {
  due: async (_, almanac) => dayOf((await dossierOf(almanac)).campaign, 3, 31),
  fulfilment: async (_, almanac): Promise<Fulfilment> => {
    const { campaign, meetings } = await dossierOf(almanac);
    const held = meetings.filter(({ status, date }) => status === "held" && date >= dayOf(campaign, 1, 1));
    const [first] = held.map(({ date }) => date).sort((a, b) => a - b);
    return first === undefined ? { metOn: null, missing: ["held-meeting"] } : { metOn: first, missing: [] };
  },
};

const plain = (text: string): string => text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();

function isTrue(notice: Meeting["notices"][number], meeting: Meeting): boolean {
  const { date, startsAt, place } = notice.announces;
  if (date !== undefined && date !== meeting.date) return false;
  if (startsAt !== undefined && startsAt !== meeting.startsAt) return false;
  return place === undefined || [meeting.place.ru, meeting.place.kk].some((name) => plain(name) === plain(place));
}

export const noticeFacts = ({ noticeDays, carefulDays }: Policy, workdays: Workdays): DynamicFacts => ({
  due: async (_, almanac) => plusDays((await meetingOf(almanac)).date, -noticeDays),
  target: async (_, almanac) => workdays.onOrBefore(plusDays((await meetingOf(almanac)).date, -carefulDays.notice)),
  beyondCure: async (_, almanac) => (await meetingOf(almanac)).date,
  fulfilment: async (_, almanac): Promise<Fulfilment> => {
    const meeting = await meetingOf(almanac);
    const inTime = meeting.notices.filter((notice) => notice.publishedOn < meeting.date && isTrue(notice, meeting));
    const missing = new Set(["date", "startsAt", "place", "schedule", "questions"]);
    for (const { publishedOn, announces } of inTime.sort((a, b) => a.publishedOn - b.publishedOn)) {
      for (const [part, said] of Object.entries(announces)) if (said) missing.delete(part);
      if (missing.size === 0) return { metOn: publishedOn, missing: [] };
    }
    return { metOn: null, missing: [...missing] };
  },
});

export const protocolFacts: DynamicFacts = {
  due: async (_, almanac) => (await meetingOf(almanac)).date,
  begun: async (_, almanac) => {
    const { date, startsAt } = await meetingOf(almanac);
    const now = await almanac.factValue<LocalTime>("now");
    return now.day > date || (now.day === date && now.minutes >= minutesOf(startsAt));
  },
  fulfilment: async (_, almanac) => protocolFulfilment(await meetingOf(almanac)),
};

function protocolFulfilment({ protocol, date, appeals }: Meeting): Fulfilment {
  if (!protocol) return { metOn: null, missing: ["protocol"] };
  const missing: string[] = protocol.date === date ? [] : ["date"];
  for (const part of ["startsAt", "place", "participants", "decisions"] as const) {
    if (protocol[part] === undefined) missing.push(part);
  }
  for (const { number, receivedOn } of appeals) {
    if (receivedOn === date && !protocol.appeals?.includes(number)) missing.push(`appeal:${number}`);
  }
  let metOn = protocol.drawnUpOn;
  for (const signer of ["secretary", "head"] as const) {
    const signed = protocol.signatures.filter(({ role }) => role === signer).map(({ signedOn }) => signedOn);
    const first = signed.sort((a, b) => a - b)[0];
    if (first === undefined) missing.push(signer);
    else if (first > metOn) metOn = first;
  }
  return missing.length > 0 ? { metOn: null, missing } : { metOn, missing };
}

/** The reply's term and what is wrong with its extension. */
interface Term {
  readonly due: Day;
  readonly problems: readonly string[];
}

export const replyFacts = (policy: Policy, workdays: Workdays): DynamicFacts => ({
  term: async (_, almanac) =>
    termOf(await almanac.factValue<Appeal>("appeal"), await meetingOf(almanac), policy, workdays),
  due: async (_, almanac) => (await almanac.factValue<Term>("term")).due,
  problems: async (_, almanac) => (await almanac.factValue<Term>("term")).problems,
  fulfilment: async (_, almanac): Promise<Fulfilment> => {
    const { repliedOn } = await almanac.factValue<Appeal>("appeal");
    return repliedOn === undefined ? { metOn: null, missing: ["reply"] } : { metOn: repliedOn, missing: [] };
  },
});

function termOf(appeal: Appeal, { startsAt }: Meeting, policy: Policy, workdays: Workdays): Term {
  const { receivedOn, registeredOn, extension } = appeal;
  const inHours = minutesOf(appeal.receivedAt ?? startsAt) < minutesOf(policy.officeCloses);
  const sameDay = inHours && workdays.isWorking(receivedOn);
  const registrationDue = sameDay ? receivedOn : workdays.onOrAfter(plusDays(receivedOn, 1));
  const base = registeredOn !== undefined && registeredOn < registrationDue ? registeredOn : registrationDue;
  const route = appeal.route ?? REPLY_ROUTES[appeal.kind];
  const due = workdays.addWorkingDays(base, policy.replyWorkingDays[route]);
  if (!extension) return { due, problems: [] };
  if (route === "complaint") return { due, problems: ["extension-not-allowed"] };
  if (extension.decidedOn > due) return { due, problems: ["extension-after-due"] };
  const longest = addMonths(extension.decidedOn, policy.extensionMonths);
  if (extension.until > longest) return { due, problems: ["extension-too-long"] };
  const moved = workdays.onOrAfter(extension.until);
  return { due: moved > due ? moved : due, problems: [] };
}
