import { Dossier } from "../../../core/dossier/dossier.ts";
import type { Meeting } from "../../../core/dossier/meeting.ts";
import { isValid } from "../../../core/order608/obligations/notice.ts";
import type { Page } from "../page.ts";
import { AppealFacts } from "./appeal-facts.tsx";
import { Fact, FactList } from "./fact.tsx";
import { bodyTexts } from "./texts.ts";
import type { BodyView } from "./view.ts";

export interface MeetingProps {
  readonly meeting: Meeting;
  readonly page: Page;
  readonly view: BodyView;
}

type MeetingText = ReturnType<typeof textOf>;
const textOf = (meeting: Meeting, { campaign, body }: BodyView) => {
  const [text] = Dossier.encode({ body: body.id, campaign, meetings: [meeting], waivers: [] }).meetings;
  if (!text) throw new RangeError("A dossier lost its meeting.");
  return text;
};

/** All facts of a meeting, in the order of a campaign. */
export const MeetingParts = (props: MeetingProps) => {
  const { meeting, page, view } = props;
  const text = textOf(meeting, view);
  const root = ["meetings", meeting.id];
  const common = { page, view };
  const preparation = [
    { key: "invitation", value: text.invitation, on: text.invitation?.sentOn },
    { key: "venue", value: text.venue, on: text.venue?.checkedOn },
    { key: "content", value: text.content, on: text.content?.readyOn },
    { key: "readiness", value: text.readiness, on: text.readiness?.checkedOn },
  ];
  return (
    <FactList>
      {text.status === "held" ? (
        <Fact path={[...root, "status"]} value={text.status} on={text.date} {...common} />
      ) : null}
      {text.cancelledOn === undefined ? null : (
        <Fact path={[...root, "cancelledOn"]} value={text.cancelledOn} on={text.cancelledOn} {...common} />
      )}
      <Notices {...props} text={text} />
      {preparation.map(({ key, value, on }) =>
        value ? <Fact path={[...root, key]} value={value} on={on} {...common} /> : null,
      )}
      <ProtocolFacts {...props} text={text} />
      {text.records ? (
        <Fact path={[...root, "records"]} value={text.records} on={text.records.registeredOn} {...common} />
      ) : null}
      <AppealFacts {...props} appeals={text.appeals} />
    </FactList>
  );
};

/** Each with what it announced, and whether it counts. Their places in the record are those of all that is stored. */
const Notices = ({ meeting, page, view, text }: MeetingProps & { text: MeetingText }) => {
  const stored = view.stored?.meetings.find(({ id }) => id === meeting.id)?.notices ?? [];
  const texts = bodyTexts(page.locale);
  return (
    <>
      {meeting.notices.map((notice, index) => {
        const counts = isValid(notice.announces, meeting);
        const mark = <span class={counts ? "tag met" : "tag overdue"}>{counts ? "✓" : "✕"}</span>;
        return (
          <Fact
            path={["meetings", meeting.id, "notices", String(stored.indexOf(notice))]}
            value={text.notices[index]}
            on={text.notices[index]?.publishedOn}
            page={page}
            view={view}
            mark={mark}
          >
            <p>
              <span class={counts ? "tag met" : "tag overdue"}>{counts ? texts.valid : texts.invalid}</span>
            </p>
          </Fact>
        );
      })}
    </>
  );
};

/** The protocol, then who signed it and which of its decisions were carried out. */
const ProtocolFacts = ({ meeting, page, view, text }: MeetingProps & { text: MeetingText }) => {
  const { protocol } = text;
  if (!protocol) return null;
  const root = ["meetings", meeting.id, "protocol"];
  const done = (protocol.decisions ?? []).filter(({ doneOn }) => doneOn !== undefined);
  return (
    <>
      <Fact path={root} value={protocol} on={protocol.drawnUpOn} without={["signatures"]} page={page} view={view} />
      {protocol.signatures.map((signature) => (
        <Fact
          path={[...root, "signatures", signature.role]}
          value={signature}
          on={signature.signedOn}
          page={page}
          view={view}
        />
      ))}
      {done.map(({ id, text: words, doneOn }) => (
        <Fact path={[...root, "decisions", id, "doneOn"]} value={doneOn} on={doneOn} page={page} view={view}>
          <p>{words}</p>
        </Fact>
      ))}
    </>
  );
};
