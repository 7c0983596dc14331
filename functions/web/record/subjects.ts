import type { Appeal } from "../../../core/dossier/appeal.ts";
import type { Meeting } from "../../../core/dossier/meeting.ts";
import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import { catalogueOf, nameIn } from "../../../core/wording/wording.ts";
import type { Page } from "../page.ts";
import type { Choice } from "../parts.tsx";
import type { Reference } from "./fields.ts";
import { recordTexts } from "./texts/pages.ts";
import type { RecordView } from "./view.ts";

/** What of the dossier a command is about, as far as it is known already. */
export interface Subject {
  readonly meeting?: Meeting | undefined;
  readonly appeal?: Appeal | undefined;
}

const isOn = ({ status }: Meeting): boolean => status !== "cancelled";

/** The meeting and the appeal that the values of a form name; an appeal names its meeting. */
export function subjectIn({ seen }: RecordView, valueAt: (name: string) => string): Subject {
  const number = valueAt("appeal");
  const withAppeal = seen.meetings.find(({ appeals }) => appeals.some((known) => known.number === number));
  const meeting = seen.meetings.find(({ id }) => id === valueAt("meeting")) ?? withAppeal;
  return { meeting, appeal: withAppeal?.appeals.find((known) => known.number === number) };
}

/** A meeting by its day, hour and place. */
export const wordMeeting = ({ date, startsAt, place }: Meeting, page: Page): string =>
  `${page.words.time.date(date)}, ${startsAt}, ${nameIn(place, page.locale)}`;

/** Everything in a dossier that a command can be about. */
export function choicesOf(of: Reference, { seen }: Pick<RecordView, "seen">, page: Page): readonly Choice[] {
  const { subjects, obligations } = catalogueOf(page.locale);
  const meetings = seen.meetings.filter(isOn);
  switch (of) {
    case "meeting":
      return meetings.map((meeting) => ({ value: meeting.id, text: wordMeeting(meeting, page) }));
    case "appeal":
      return meetings.flatMap(({ appeals }) =>
        appeals.map(({ number }) => ({ value: number, text: subjects.appeal(number) })),
      );
    case "decision":
      return meetings.flatMap(({ protocol }) =>
        (protocol?.decisions ?? []).map(({ id, text }) => ({ value: id, text: `${subjects.decision(id)}: ${text}` })),
      );
    case "obligation":
      return ObligationId.options.map((id) => ({ value: id, text: obligations[id].full }));
    case "subject":
      return [
        { value: "dossier", text: recordTexts(page.locale).whole },
        ...choicesOf("meeting", { seen }, page),
        ...choicesOf("appeal", { seen }, page),
        ...meetings.flatMap(({ id, protocol }) =>
          (protocol?.decisions ?? []).map((decision) => ({
            value: `${id}/${decision.id}`,
            text: subjects.decision(decision.id),
          })),
        ),
      ];
  }
}
