import { formatDay } from "../../../core/calendar/day.ts";
import type { CommandName } from "../../../core/dossier/commands/command-name.ts";
import { Dossier } from "../../../core/dossier/dossier.ts";
import type { Meeting } from "../../../core/dossier/meeting.ts";
import { contactsInOffice } from "../../../core/escalation/recipients.ts";
import { nameIn } from "../../../core/wording/wording.ts";
import type { FormValues } from "../forms/values.ts";
import type { Page } from "../page.ts";
import { descriptions } from "./descriptions.ts";
import { valuesFrom } from "./input.ts";
import { type Subject, subjectIn } from "./subjects.ts";
import type { RecordView } from "./view.ts";

type Values = Readonly<Record<string, string | readonly string[]>>;
interface Known extends Subject {
  readonly view: RecordView;
  readonly page: Page;
  readonly today: string;
  readonly valueAt: (name: string) => string;
}

const placeOf = (meeting: Meeting | undefined, { locale }: Page): string =>
  meeting ? nameIn(meeting.place, locale) : "";
const dateOf = (meeting: Meeting | undefined): string => (meeting ? formatDay(meeting.date) : "");

/** When and where a meeting is, under the names of a form. */
const plan = ({ meeting }: Known): Values =>
  meeting
    ? {
        ...{ date: formatDay(meeting.date), startsAt: meeting.startsAt },
        ...{ "place.ru": meeting.place.ru, "place.kk": meeting.place.kk },
        expectedParticipants: String(meeting.expectedParticipants ?? ""),
      }
    : {};

/** What is likely: today, and what is known of the meeting. Nothing that somebody has to look at first is ticked. */
const likely: Readonly<Partial<Record<CommandName, (known: Known) => Values>>> = {
  "approve-schedule": ({ today }) => ({ approvedOn: today }),
  "move-meeting": plan,
  "cancel-meeting": ({ today }) => ({ cancelledOn: today }),
  "record-invitation": ({ today, meeting }) => ({ sentOn: today, forDate: dateOf(meeting) }),
  "record-venue-check": ({ today, meeting, page }) => ({ checkedOn: today, place: placeOf(meeting, page) }),
  "record-content": ({ today }) => ({ readyOn: today }),
  "record-readiness": ({ today }) => ({ checkedOn: today }),
  "publish-notice": ({ today, meeting, page }) => ({
    publishedOn: today,
    "announces.date": dateOf(meeting),
    "announces.startsAt": meeting?.startsAt ?? "",
    "announces.place": placeOf(meeting, page),
  }),
  "draw-up-protocol": ({ today, meeting, page }) => ({
    ...{ drawnUpOn: today, date: dateOf(meeting), startsAt: meeting?.startsAt ?? "", place: placeOf(meeting, page) },
    appeals: meeting?.appeals.map(({ number }) => number) ?? [],
  }),
  "sign-protocol": ({ today, valueAt, view: { body, now } }) => ({
    signedOn: today,
    name: valueAt("role") === "head" ? (contactsInOffice(body, now.day, "head")[0]?.name ?? "") : "",
  }),
  "register-records": ({ today }) => ({ registeredOn: today }),
  "receive-appeal": ({ meeting }) => ({ receivedOn: dateOf(meeting), answered: "none", competence: "police" }),
  "register-appeal": ({ today }) => ({ registeredOn: today }),
  "extend-appeal": ({ today }) => ({ decidedOn: today }),
  "notify-extension": ({ today }) => ({ notifiedOn: today }),
  "transfer-appeal": ({ today }) => ({ transferredOn: today }),
  "reply-appeal": ({ today }) => ({ repliedOn: today }),
  "redirect-appeal": ({ today }) => ({ redirectedOn: today }),
  "notify-initiator": ({ today }) => ({ initiatorNotifiedOn: today }),
  "complete-decision": ({ today }) => ({ doneOn: today }),
  waive: ({ today }) => ({ from: today }),
  "end-waiver": ({ today }) => ({ to: today }),
};

/** What a command replaces: recorded anew, it starts from what is there. */
const replaced: Readonly<Partial<Record<CommandName, "invitation" | "venue" | "content" | "readiness" | "protocol">>> =
  {
    "record-invitation": "invitation",
    "record-venue-check": "venue",
    "record-content": "content",
    "record-readiness": "readiness",
    "draw-up-protocol": "protocol",
  };

/** What a form shows before anybody has typed: what the address names, what is there already, what is likely. */
export function defaultsOf(command: CommandName, view: RecordView, page: Page): FormValues {
  const { fields } = descriptions[command];
  const said = new Map<string, readonly string[]>();
  for (const { name } of fields) {
    const values = page.url.searchParams.getAll(name);
    if (values.length > 0) said.set(name, values);
  }
  const only = view.seen.meetings.filter(({ status }) => status !== "cancelled");
  if (!said.has("meeting") && fields.some(({ name }) => name === "meeting") && only.length === 1) {
    said.set("meeting", [only[0]?.id ?? ""]);
  }
  const valueAt = (name: string): string => said.get(name)?.[0] ?? "";
  const subject = subjectIn(view, valueAt);
  const today = formatDay(view.now.day);
  const values = likely[command]?.({ ...subject, view, page, today, valueAt }) ?? {};
  return new Map([
    ...Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? [value] : value] as const),
    ...presentOf(command, subject, view, today),
    ...said,
  ]);
}

function presentOf(command: CommandName, { meeting }: Subject, { seen }: RecordView, today: string): FormValues {
  const part = replaced[command];
  const text = part && Dossier.encode(seen).meetings.find(({ id }) => id === meeting?.id)?.[part];
  if (!text) return new Map();
  const values = valuesFrom(descriptions[command].fields, text);
  // A check or a list of today replaces the one before; the protocol's own day stays.
  const day = descriptions[command].fields.find(({ kind }) => kind === "day");
  if (day && part !== "protocol") values.set(day.name, [today]);
  // The date invited to and the place checked are those of the plan, which may have moved.
  // Every appeal of the day belongs into the protocol (p. 13), also one that was entered after it.
  for (const name of part === "protocol" ? ["appeals"] : ["forDate", "place"]) values.delete(name);
  return values;
}
