import { InvitationGroup } from "../../../../core/dossier/meeting.ts";

const meeting = "m1";
const appeal = "A-1";
const place = "Дом культуры";

/** One good input for each command, in the order of a campaign; tests give them to the commands. */
export const commandExamples: Readonly<Record<string, unknown>> = {
  "approve-schedule": { approvedOn: "2027-01-15", number: "12-П" },
  "plan-meeting": {
    date: "2027-03-12",
    startsAt: "15:00",
    place: { ru: place, kk: "Мәдениет үйі" },
    expectedParticipants: 200,
  },
  "move-meeting": { meeting, date: "2027-03-15" },
  "cancel-meeting": { meeting, cancelledOn: "2027-02-20" },
  "confirm-held": { meeting },
  "record-invitation": { meeting, sentOn: "2027-03-01", forDate: "2027-03-12", groups: InvitationGroup.options },
  "record-venue-check": { meeting, checkedOn: "2027-03-01", place, hygienic: true, capacity: 300 },
  "record-content": { meeting, readyOn: "2027-03-05", sections: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
  "record-readiness": {
    meeting,
    checkedOn: "2027-03-10",
    inPerson: true,
    clearedOfSecrets: true,
    orderPlanned: true,
  },
  "publish-notice": {
    meeting,
    publishedOn: "2027-02-26",
    channel: "press",
    outlet: "Рудный Алтай",
    announces: { date: "2027-03-12", startsAt: "15:00", place, schedule: true, questions: true },
  },
  "draw-up-protocol": {
    meeting,
    drawnUpOn: "2027-03-12",
    date: "2027-03-12",
    startsAt: "15:00",
    place,
    participants: 180,
    decisions: [{ text: "Установить освещение у школы", dueOn: "2027-04-30" }],
    appeals: [appeal],
  },
  "sign-protocol": { meeting, role: "secretary", name: "А. Ким", signedOn: "2027-03-12" },
  "register-records": { meeting, number: "7/12", registeredOn: "2027-03-15" },
  "receive-appeal": {
    meeting,
    number: appeal,
    kind: "complaint",
    receivedOn: "2027-03-12",
    answered: "none",
    competence: "mixed",
  },
  "register-appeal": { appeal, registeredOn: "2027-03-12" },
  "extend-appeal": { appeal, decidedOn: "2027-03-30", until: "2027-04-30" },
  "notify-extension": { appeal, notifiedOn: "2027-03-31" },
  "transfer-appeal": { appeal, transferredOn: "2027-03-15" },
  "reply-appeal": { appeal, repliedOn: "2027-04-05" },
  "redirect-appeal": { appeal, redirectedOn: "2027-03-15" },
  "notify-initiator": { appeal, initiatorNotifiedOn: "2027-03-16" },
  "complete-decision": { meeting, decision: "d1", doneOn: "2027-04-20" },
  waive: { obligation: "venue", subject: meeting, reason: "Встреча под открытым небом", from: "2027-03-01" },
  "end-waiver": { obligation: "venue", subject: meeting, to: "2027-03-31" },
  correct: { path: "schedule/approvedOn", value: "2027-01-14", reason: "Опечатка в дате приказа" },
};
