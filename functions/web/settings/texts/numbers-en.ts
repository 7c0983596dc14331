import type { NumberTexts } from "./numbers.ts";

export const en: NumberTexts = {
  campaignOpens: {
    label: "The next campaign is watched from (month-day)",
    help: "From this day on the obligations of the next year are watched and reminded of.",
  },
  scheduleDue: {
    label: "The schedule is due (month-day)",
    help: "The schedule of reports is approved not later than this day, unless the first meeting asks for an earlier one.",
  },
  scheduleEnds: {
    label: "First day on which it is too late to approve a schedule (month-day)",
    help: "From this day on a schedule that was not approved can no longer be put right.",
  },
  noticeDays: {
    label: "Notice: at the latest days before the meeting",
    help: "How many days before the meeting its notice must be published.",
  },
  "carefulDays.notice": {
    label: "Notice: careful day, days before the meeting",
    help: "Reminders about the notice are counted from this day.",
  },
  "carefulDays.invitation": {
    label: "Invitation: careful day, days before the meeting",
    help: "Reminders about the invitations are counted from this day.",
  },
  "carefulDays.venue": {
    label: "Check of the venue: careful day, days before the meeting",
    help: "Reminders about the check are counted from this day.",
  },
  "carefulDays.content": {
    label: "Content of the report: careful day, days before the meeting",
    help: "Reminders about the content are counted from this day.",
  },
  "carefulDays.readiness": {
    label: "Readiness: careful day, days before the meeting",
    help: "Reminders about readiness are counted from this day.",
  },
  protocolHours: {
    label: "Protocol: hours from the start of the meeting to the first letter",
    help: "Before that nobody is reminded of a protocol that is not drawn up.",
  },
  recordsWorkingDays: {
    label: "Registration of materials: working days after the meeting",
    help: "The term in which the materials of the report are registered.",
  },
  decisionDays: {
    label: "Decision: days after the meeting",
    help: "The term of decisions that name none.",
  },
  officeCloses: {
    label: "End of office hours",
    help: "An appeal that comes later is registered on the next working day.",
  },
  "replyWorkingDays.application": {
    label: "Reply to an application: working days",
    help: "The term in which an application is considered.",
  },
  "replyWorkingDays.simplified": {
    label: "Reply by the simplified procedure: working days",
    help: "The term for a proposal, a remark and other appeals of the simplified procedure.",
  },
  "replyWorkingDays.complaint": {
    label: "Reply to a complaint: working days",
    help: "The term in which a complaint is considered.",
  },
  extensionMonths: {
    label: "Extension: at most months",
    help: "A longer extension of the term does not count.",
  },
  extensionNoticeWorkingDays: {
    label: "Notice of an extension: working days",
    help: "The term in which the applicant is told of the extension.",
  },
  transferWorkingDays: {
    label: "Handing on a complaint: working days",
    help: "The term in which a complaint is sent to the body that considers it.",
  },
  "redirectionWorkingDays.due": {
    label: "Redirection: working days",
    help: "The term in which an appeal outside competence is redirected and its initiator notified.",
  },
  "redirectionWorkingDays.target": {
    label: "Redirection: careful day, working days",
    help: "Reminders about the redirection are counted from this day.",
  },
  recordedLateWorkingDays: {
    label: "Recorded late: after working days",
    help: "What is recorded later is marked as recorded late.",
  },
  breachDays: {
    label: "Breach: letters for at most days",
    help: "For so many days after an obligation can no longer be met letters tell of it.",
  },
  "brake.bodies": {
    label: "Brake: at least bodies",
    help: "Letters of a region are held when a change of data concerns at least so many bodies and the share below.",
  },
  "brake.share": {
    label: "Brake: more than this share of the region's bodies (0 to 1)",
    help: "0.5 is more than half of the region's bodies.",
  },
  unknownMinutes: {
    label: "Repeating a letter without an answer of the mail service: minutes",
    help: "After so many minutes a letter of which it is not known whether it was accepted is sent again.",
  },
  slotMinutes: {
    label: "Alarm about a sweep that is not completed: minutes",
    help: "The alarm comes so many minutes after the slot.",
  },
};
