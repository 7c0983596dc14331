import type { AppealText, MeetingText } from "./facts.ts";
import { addMonths, addWorkingDays, isWorking, onOrAfter, plus } from "./oracle-dates.ts";
import type { OracleRow } from "./oracle-row.ts";

/** Every row of the table that an appeal, once received, is a subject of. */
export function rowsOfAppeal(
  appeal: AppealText,
  meeting: MeetingText,
  happened: (on: string | undefined) => boolean,
): OracleRow[] {
  const { number: subject, receivedOn, competence } = appeal;
  const seen = (on: string | undefined) => (happened(on) ? on : undefined);
  const police = competence !== "other";
  const rows: OracleRow[] = [];
  const sentOn = seen(appeal.redirectedOn);
  const told = seen(appeal.initiatorNotifiedOn);
  if (competence !== "police") {
    rows.push({
      obligation: "redirection",
      subject,
      due: addWorkingDays(receivedOn, 3),
      target: addWorkingDays(receivedOn, 2),
      missing: [sentOn ? "" : "redirection", told ? "" : "initiator-notice"].filter(Boolean),
      days: [sentOn, told],
    });
  }
  if (appeal.answered === "full") return rows;
  const at = appeal.receivedAt ?? meeting.startsAt;
  const registrationDue = isWorking(receivedOn) && at < "18:00" ? receivedOn : onOrAfter(plus(receivedOn, 1));
  const registered = seen(appeal.registeredOn);
  rows.push({
    obligation: "registration",
    subject,
    due: registrationDue,
    missing: registered ? [] : ["registration"],
    days: [registered],
  });
  if (!police) return rows;
  const route = appeal.route ?? (appeal.kind === "complaint" ? "application" : "simplified");
  const base = registered !== undefined && registered < registrationDue ? registered : registrationDue;
  let due = addWorkingDays(base, route === "complaint" ? 20 : 15);
  const extension = happened(appeal.extension?.decidedOn) ? appeal.extension : undefined;
  const problems: string[] = [];
  if (extension) {
    if (route === "complaint") problems.push("extension-not-allowed");
    if (extension.decidedOn > due) problems.push("extension-after-due");
    if (extension.until > addMonths(extension.decidedOn, 2)) problems.push("extension-too-long");
    const moved = onOrAfter(extension.until);
    if (problems.length === 0 && moved > due) due = moved;
  }
  const replied = seen(appeal.repliedOn);
  rows.push({
    obligation: "reply",
    subject,
    due,
    missing: replied ? [] : ["reply"],
    days: [replied],
    problems: problems.slice(0, 1),
  });
  if (route === "complaint") {
    const first = [seen(appeal.transferredOn), replied].filter((one) => one !== undefined).sort()[0];
    rows.push({
      obligation: "transfer",
      subject,
      due: addWorkingDays(receivedOn, 3),
      missing: first ? [] : ["transfer"],
      days: [first],
    });
  }
  if (extension && problems.length === 0) {
    const notified = seen(extension.notifiedOn);
    rows.push({
      obligation: "extension-notice",
      subject,
      due: addWorkingDays(extension.decidedOn, 3),
      missing: notified ? [] : ["extension-notice"],
      days: [notified],
    });
  }
  return rows;
}
