import type { ObligationId } from "../../core/dossier/obligation-id.ts";

/** What a rule says, in words; `{path}` is a number of the policy, `{path†}` one that is not the law's own. */
export interface Description {
  readonly subject: string;
  readonly due: string;
  /** The due day, unless given. */
  readonly target?: string;
  readonly metWhen: string;
  /** Never, unless given. */
  readonly beyondCure?: string;
  readonly notes?: readonly string[];
}

const dossier = "the dossier: one body in one campaign";
const meeting = "each meeting that is not cancelled";
const dayBefore = "the day before the meeting";
const meetingDay = "from the day of the meeting on: a fact dated that day or later does not count";
const unanswered = "each appeal that was not answered in full at the meeting";
const appealToPolice = `${unanswered}, within the competence of the police at least in part`;

const careful = (number: string): string => `the working day on or before the meeting − {carefulDays.${number}†} days`;

/** The rules of the specification in words; the code beside each is what decides. */
export const descriptions: Readonly<Record<ObligationId, Description>> = {
  schedule: {
    subject: dossier,
    due: "the earlier of {scheduleDue†} of the campaign's year and {noticeDays} days before the earliest meeting that is not cancelled, whatever its date",
    metWhen:
      "the schedule is approved and there is at least one meeting, of which a cancelled one counts; met on the day of approval",
    beyondCure: "from the day on which the report is met, at the latest from {scheduleEnds†} of the campaign's year",
  },
  report: {
    subject: dossier,
    due: "31 March of the campaign's year",
    metWhen: "a meeting was held on or after 1 January of the campaign's year; met on the earliest such day",
    notes: ["Reminders wait while a meeting is planned between today and 31 March."],
  },
  notice: {
    subject: meeting,
    due: "the meeting − {noticeDays} days",
    target: careful("notice"),
    metWhen:
      "the valid notices together announce date, time, place, the schedule and how to send questions; met on the day on which they had announced all",
    beyondCure: meetingDay,
    notes: [
      "A notice is valid when each of date, time and place that it names is the meeting's; one that differs voids the whole notice. What it does not name it does not announce.",
      "Places are compared with the place in either language, ignoring case and extra spaces.",
    ],
  },
  invitation: {
    subject: meeting,
    due: dayBefore,
    target: careful("invitation"),
    metWhen: "all ten groups were invited to this date; met on the day the invitation was sent",
    beyondCure: meetingDay,
    notes: ["An invitation to another date is none: moving the meeting voids it."],
  },
  venue: {
    subject: meeting,
    due: dayBefore,
    target: careful("venue"),
    metWhen:
      "this place was checked, is hygienic and holds the expected participants, whose number must be given; met on the day of the check",
    beyondCure: meetingDay,
    notes: ["A check of another place is none: moving the meeting to another place voids it."],
  },
  content: {
    subject: meeting,
    due: dayBefore,
    target: careful("content"),
    metWhen: "the prepared report covers p. 6(1)–6(9), p. 6(10) is optional; met on the day it was ready",
    beyondCure: meetingDay,
  },
  readiness: {
    subject: meeting,
    due: dayBefore,
    target: careful("readiness"),
    metWhen:
      "it was checked that the head speaks in person, the report is cleared of state secrets and public order is planned; met on the day of the check",
    beyondCure: meetingDay,
  },
  protocol: {
    subject: meeting,
    due: "the day of the meeting",
    metWhen:
      "the protocol is drawn up, its date is the meeting's, time, place, participants and decisions stand in it (an empty list says that none were taken), every appeal received that day is listed, answered or not, and secretary and head have signed; met on the latest of drawing up and the earliest signature of each",
    notes: [
      "`upcoming` until the meeting begins. A meeting whose hour has come counts as held here: forgetting to confirm it must not hide an unsigned protocol.",
      "A stage with a time of day comes not before the meeting's start + {protocolHours†} hours.",
    ],
  },
  registration: {
    subject: unanswered,
    due: "the day of receipt if it is a working day and the appeal came before {officeCloses†}, else the next working day",
    metWhen: "the appeal is registered; met on that day",
  },
  reply: {
    subject: appealToPolice,
    due: "{replyWorkingDays.application} working days after the base (route `simplified` {replyWorkingDays.simplified}, route `complaint` {replyWorkingDays.complaint}); with a valid extension the later of that day and the working day on or after the day it is extended to",
    metWhen: "the appeal is answered; met on that day",
    notes: [
      "The base is the earlier of the day of registration and the day by which it was due: registering late buys no time.",
      "An extension is valid when the route is not `complaint`, it was decided on or before the unextended due day, and it ends at most {extensionMonths} months after the decision. An invalid one changes nothing; the finding's `problems` say why.",
    ],
  },
  transfer: {
    subject: `${appealToPolice}, of the route \`complaint\``,
    due: "{transferWorkingDays} working days after receipt",
    metWhen: "the complaint is transferred or answered; met on the earlier",
  },
  "extension-notice": {
    subject: `${appealToPolice}, with a valid extension`,
    due: "{extensionNoticeWorkingDays} working days after the decision to extend",
    metWhen: "the initiator is notified of the extension; met on that day",
  },
  redirection: {
    subject: "each appeal outside the competence of the police at least in part, answered in full or not",
    due: "{redirectionWorkingDays.due} working days after receipt",
    target: "{redirectionWorkingDays.target†} working days after receipt",
    metWhen: "the appeal is redirected and the initiator notified; met on the later",
  },
  records: {
    subject: "each meeting that was held",
    due: "{recordsWorkingDays†} working day after the meeting",
    metWhen: "the materials are registered under a number; met on that day",
  },
  decision: {
    subject: "each decision of a protocol",
    due: "the day that the decision names, else the meeting + {decisionDays†} days",
    metWhen: "the decision is carried out; met on that day",
  },
};

/** Paragraphs of the Rules that demand nothing that could be checked, and what they say. */
export const otherParagraphs: Readonly<Record<string, string>> = {
  1: "what the Rules rest on",
  5: "what the reports are for",
  7: "proposals and remarks are heard and answered during the report; what is not answered in full falls under p. 16",
  10: "what the report may draw on",
  20: "citizens and organisations may be honoured at the report",
};
