import { canonical } from "../fact-path.ts";
import { Announcement, Notice } from "../notice.ts";
import { Label, Reference, WebAddress } from "./input.ts";
import { alreadyRecorded, defineMeetingCommand } from "./subject.ts";

export const publishNotice = defineMeetingCommand({
  name: "publish-notice",
  summary: "Records a publication in regional mass media and what it announced (Order 608, p. 8(2)).",
  input: Notice.extend({
    meeting: Reference,
    outlet: Label,
    url: WebAddress.exactOptional(),
    announces: Announcement.extend({ place: Label.exactOptional() }),
  }),
  fact: (_input, { notices }) => ["notices", String(notices.length)],
  check: ({ notices }, { meeting: _id, ...notice }) =>
    notices.some((known) => canonical(known) === canonical(notice)) ? [alreadyRecorded("outlet")] : [],
  change: (meeting, { meeting: _id, ...notice }) => ({ ...meeting, notices: [...meeting.notices, notice] }),
});
