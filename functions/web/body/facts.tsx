import { Dossier } from "../../../core/dossier/dossier.ts";
import type { Meeting } from "../../../core/dossier/meeting.ts";
import { capitalised } from "../../../core/wording/wording.ts";
import { evidencePath } from "../evidence/paths.ts";
import type { Page } from "../page.ts";
import { packPath, protocolPath } from "../papers/paths.ts";
import { paperTexts } from "../papers/texts.ts";
import { Empty, Name } from "../parts.tsx";
import { labelsOf } from "../record/texts/labels.ts";
import { wordPath } from "../record/word-fact.ts";
import { Actions } from "./action-links.tsx";
import { meetingActions } from "./actions.ts";
import { Fact, FactList } from "./fact.tsx";
import { MeetingParts } from "./meeting-facts.tsx";
import { bodyTexts } from "./texts.ts";
import type { BodyView } from "./view.ts";

/** Everything that is recorded of the campaign; each fact opens with all it says, and the way to correct it. */
export const Facts = ({ page, view }: { page: Page; view: BodyView }) => {
  const { dossier } = view;
  const texts = bodyTexts(page.locale);
  const text = dossier && Dossier.encode(dossier);
  const isEmpty = !text || (text.meetings.length === 0 && !text.schedule && text.waivers.length === 0);
  return (
    <section class="card" id="facts" aria-labelledby="facts-title">
      <h2 id="facts-title">{texts.facts}</h2>
      {isEmpty ? <Empty>{texts.noFacts}</Empty> : null}
      {text?.schedule ? (
        <FactList>
          <Fact path={["schedule"]} value={text.schedule} on={text.schedule.approvedOn} page={page} view={view} />
        </FactList>
      ) : null}
      {dossier?.meetings.map((meeting) => (
        <MeetingFacts meeting={meeting} page={page} view={view} />
      ))}
      {text && text.waivers.length > 0 ? (
        <>
          <h3>{texts.waivers}</h3>
          <FactList>
            {text.waivers.map((waiver, index) => (
              <Fact path={["waivers", String(index)]} value={waiver} on={waiver.from} page={page} view={view} />
            ))}
          </FactList>
        </>
      ) : null}
      <Actions page={page} view={view} others={[{ command: "plan-meeting", query: {} }]} />
      {view.evidence ? (
        <p>
          <a href={evidencePath({ body: view.body.id, campaign: view.campaign })}>
            {texts.evidence}: {[...view.evidence.values()].reduce((all, count) => all + count, 0)}
          </a>{" "}
          <a href={packPath({ body: view.body.id, campaign: view.campaign })}>{paperTexts(page.locale).pack}</a>
        </p>
      ) : null}
    </section>
  );
};

const MeetingFacts = ({ meeting, page, view }: { meeting: Meeting; page: Page; view: BodyView }) => {
  const root = ["meetings", meeting.id];
  const id = `meeting-${view.dossier?.meetings.indexOf(meeting)}`;
  const { status } = meeting;
  return (
    <section class="meeting-facts" aria-labelledby={id}>
      <h3 id={id}>{wordPath(root, view.dossier, page.locale)}</h3>
      <p class="quiet">
        {capitalised(page.texts.body.meetingStates[status])} · {meeting.startsAt} ·{" "}
        <Name name={meeting.place} page={page} />
        {meeting.expectedParticipants === undefined
          ? null
          : ` · ${labelsOf(page.locale).expectedParticipants}: ${meeting.expectedParticipants}`}
      </p>
      <MeetingParts meeting={meeting} page={page} view={view} />
      {view.evidence && status !== "cancelled" ? (
        <p>
          <a href={protocolPath({ body: view.body.id, campaign: view.campaign }, meeting.id)}>
            {paperTexts(page.locale).title}: DOCX, PDF
          </a>
        </p>
      ) : null}
      <Actions page={page} view={view} others={meetingActions(meeting, view.now)} />
    </section>
  );
};
