import type { Meeting } from "../../../core/dossier/meeting.ts";
import type { Notice } from "../../../core/dossier/notice.ts";
import { capitalised } from "../../../core/wording/wording.ts";
import type { Page } from "../page.ts";
import { DayTime, Empty, Name, Outlet } from "../parts.tsx";
import type { BodyView } from "./view.ts";

/** What is recorded of the campaign's meetings. */
export const Facts = ({ page, view }: { page: Page; view: BodyView }) => {
  const meetings = view.dossier?.meetings ?? [];
  return (
    <section class="card" aria-labelledby="meetings-title">
      <h2 id="meetings-title">{page.texts.body.meetings}</h2>
      {meetings.length === 0 ? <Empty>{page.texts.empty.meetings}</Empty> : null}
      {meetings.map((meeting) => (
        <MeetingFacts meeting={meeting} page={page} />
      ))}
    </section>
  );
};

const MeetingFacts = ({ meeting, page }: { meeting: Meeting; page: Page }) => {
  const { body } = page.texts;
  const participants = meeting.protocol?.participants ?? meeting.expectedParticipants;
  return (
    <dl class="facts">
      <dt>{body.date}</dt>
      <dd>
        <DayTime day={meeting.date} time={meeting.startsAt} page={page} />
      </dd>
      <dt>{body.place}</dt>
      <dd>
        <Name name={meeting.place} page={page} />
      </dd>
      <dt>{body.state}</dt>
      <dd>{capitalised(body.meetingStates[meeting.status])}</dd>
      {participants === undefined ? null : (
        <>
          <dt>{body.participants}</dt>
          <dd>{participants}</dd>
        </>
      )}
      {meeting.notices.length === 0 ? null : (
        <>
          <dt>{body.notices}</dt>
          <dd>
            <ul>
              {meeting.notices.map((notice) => (
                <NoticeLine notice={notice} page={page} />
              ))}
            </ul>
          </dd>
        </>
      )}
      {meeting.appeals.length === 0 ? null : (
        <>
          <dt>{body.appeals}</dt>
          <dd>{meeting.appeals.length}</dd>
        </>
      )}
    </dl>
  );
};

const NoticeLine = ({ notice, page }: { notice: Notice; page: Page }) => (
  <li>
    <DayTime day={notice.publishedOn} page={page} /> <Outlet notice={notice} />
  </li>
);
