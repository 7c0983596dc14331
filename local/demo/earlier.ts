import { dayInYear, formatDay } from "../../core/calendar/day.ts";
import type { DossierText } from "../../core/dossier/dossier.ts";
import type { BodyText } from "../../core/register/body.ts";
import { type DemoOptions, dossierOf, sceneOf, territorialBodies } from "./dossiers.ts";
import type { AppealText, MeetingText } from "./scene.ts";

/**
 * A past campaign told briefly: `count` bodies spread over the register, all in time but for every fifth one's appeal
 * that was answered only in the next year or not at all. A body that is not told of recorded nothing that goes on.
 */
export function earlierDossiers(bodies: readonly BodyText[], options: DemoOptions, count: number): DossierText[] {
  const territorial = territorialBodies(bodies);
  const every = Math.max(1, Math.floor(territorial.length / count));
  const told = territorial.filter((_, index) => index % every === 0).slice(0, count);
  const last = dayInYear(options.campaign + 1, "06-30");
  return told.map((body, index) => {
    const dossier = dossierOf(sceneOf(body, options, last, "exemplary"), "usual");
    return index % 5 === 2 ? withLastingAppeal(dossier, index % 2 === 0) : dossier;
  });
}

/** The dossier with one more appeal at its first meeting, answered in February of the next year or still open. */
function withLastingAppeal(dossier: DossierText, isAnswered: boolean): DossierText {
  const [first, ...others] = dossier.meetings;
  if (!first) return dossier;
  const appeal: AppealText = {
    number: `Ж-${dossier.body.replace(/^[A-Z]+-/, "")}-1-${first.appeals.length + 1}`,
    kind: "complaint",
    receivedOn: first.date,
    answered: "none",
    competence: "police",
    route: "application",
    registeredOn: first.date,
    ...(isAnswered && { repliedOn: formatDay(dayInYear(dossier.campaign + 1, "02-18")) }),
  };
  return { ...dossier, meetings: [withAppeal(first, appeal), ...others] };
}

function withAppeal(meeting: MeetingText, appeal: AppealText): MeetingText {
  const { protocol } = meeting;
  return {
    ...meeting,
    ...(protocol && { protocol: { ...protocol, appeals: [...(protocol.appeals ?? []), appeal.number] } }),
    appeals: [...meeting.appeals, appeal],
  };
}
