import { describe, expect, it, test } from "vitest";
import { asOf } from "../../../core/dossier/as-of.ts";
import { Dossier, type DossierText } from "../../../core/dossier/dossier.ts";
import { moment } from "../support/evaluate.ts";
import {
  dossierOf,
  fullNotice,
  groups,
  heldOn,
  type MeetingText,
  meetingOn,
  protocolOf,
  raisedOn,
} from "../support/facts.ts";

const seen = (facts: DossierText, at: string) => Dossier.encode(asOf(Dossier.parse(facts), moment(at)));
const meetingSeen = (meeting: MeetingText, at: string): MeetingText => {
  const [found] = seen(dossierOf([meeting]), at).meetings;
  if (!found) throw new Error("The meeting is gone.");
  return found;
};
const M = "2027-03-12";

describe("as of a day", () => {
  const prepared = meetingOn(M, {
    invitation: { sentOn: "2027-03-01", forDate: M, groups: [...groups] },
    venue: { checkedOn: "2027-03-01", place: "Школа", hygienic: true, capacity: 10 },
    content: { readyOn: "2027-03-01", sections: [1] },
    readiness: { checkedOn: "2027-03-01", inPerson: true, clearedOfSecrets: true, orderPlanned: true },
    notices: [fullNotice("2027-03-01", M), fullNotice("2027-03-02", M)],
  });

  test.each(["invitation", "venue", "content", "readiness"] as const)(
    "the %s exists from its day on, not before",
    (fact) => {
      expect(meetingSeen(prepared, "2027-02-28")).not.toHaveProperty(fact);
      expect(meetingSeen(prepared, "2027-03-01")).toHaveProperty(fact);
      expect(meetingSeen(prepared, "2027-03-01T00:00")).toHaveProperty(fact);
    },
  );

  it("each notice exists from its own day on", () => {
    const count = (at: string) => meetingSeen(prepared, at).notices.length;
    expect([count("2027-02-28"), count("2027-03-01"), count("2027-03-02")]).toEqual([0, 1, 2]);
  });

  it("the schedule exists from its approval on", () => {
    const facts = dossierOf([], { schedule: { approvedOn: "2027-01-20" } });
    expect(seen(facts, "2027-01-19")).not.toHaveProperty("schedule");
    expect(seen(facts, "2027-01-20")).toHaveProperty("schedule");
  });

  it("plans and waivers stay, whatever their day", () => {
    const waivers: DossierText["waivers"] = [
      { obligation: "notice", subject: "m1", reason: "ЧП", by: "MIA", from: "2027-03-01" },
    ];
    const facts = dossierOf([meetingOn(M, { expectedParticipants: 10 })], { waivers });
    expect(seen(facts, "2027-01-01")).toEqual(facts);
  });

  it("everything is there once all of it has happened", () => {
    const whole = dossierOf([
      { ...prepared, status: "held", protocol: protocolOf(M), appeals: [raisedOn(M, { repliedOn: "2027-04-01" })] },
    ]);
    expect(seen(whole, "2027-04-01")).toEqual(whole);
  });
});

describe("a cancelled meeting", () => {
  const meeting = meetingOn(M, { status: "cancelled", cancelledOn: "2027-03-05" });

  it("counts as planned before it was cancelled", () => {
    expect(meetingSeen(meeting, "2027-03-04")).toEqual(meetingOn(M));
    expect(meetingSeen(meeting, "2027-03-05")).toEqual(meeting);
    expect(meetingSeen(meeting, "2027-03-05T00:00")).toEqual(meeting);
  });
});

describe("what is born at a meeting", () => {
  const meeting = heldOn(M, {
    protocol: protocolOf(M, {
      decisions: [{ id: "d1", text: "Осветить двор", dueOn: "2027-03-20", doneOn: M }],
      appeals: ["A-1"],
    }),
    records: { number: "7", registeredOn: M },
    appeals: [
      raisedOn(M, { registeredOn: M, repliedOn: M, redirectedOn: M, initiatorNotifiedOn: M, transferredOn: M }),
      raisedOn("2027-03-13", { number: "A-2" }),
    ],
  });

  it("does not exist before its day", () => {
    expect(meetingSeen(meeting, "2027-03-11")).toEqual(meetingOn(M));
  });

  it("does not exist on its day before it begins", () => {
    expect(meetingSeen(meeting, `${M}T14:59`)).toEqual(meetingOn(M));
  });

  it("exists from the minute it begins, with answers and records of that day", () => {
    const [first] = meeting.appeals;
    expect(meetingSeen(meeting, `${M}T15:00`)).toEqual({ ...meeting, appeals: [first] });
  });

  it("leaves appeals of the next day to the next day", () => {
    expect(meetingSeen(meeting, "2027-03-13T00:00").appeals.map(({ number }) => number)).toEqual(["A-1", "A-2"]);
  });

  it("is signed, done and answered when the dates of that say so", () => {
    const later = heldOn(M, {
      protocol: protocolOf(M, {
        decisions: [{ id: "d1", text: "Осветить двор", dueOn: "2027-03-20", doneOn: "2027-03-18" }],
        signatures: [{ role: "head", name: "Б. Б.", signedOn: "2027-03-16" }],
      }),
      appeals: [
        raisedOn(M, {
          registeredOn: "2027-03-16",
          repliedOn: "2027-03-18",
          extension: { decidedOn: "2027-03-17", until: "2027-05-01", notifiedOn: "2027-03-18" },
        }),
      ],
    });
    const before = meetingSeen(later, "2027-03-15");
    expect(before.protocol?.signatures).toEqual([]);
    expect(before.protocol?.decisions).toEqual([{ id: "d1", text: "Осветить двор", dueOn: "2027-03-20" }]);
    expect(before.appeals).toEqual([raisedOn(M)]);
    const between = meetingSeen(later, "2027-03-17").appeals[0];
    expect(between).toEqual(
      raisedOn(M, { registeredOn: "2027-03-16", extension: { decidedOn: "2027-03-17", until: "2027-05-01" } }),
    );
    expect(meetingSeen(later, "2027-03-18")).toEqual(later);
  });

  it("drawn up a day later does not exist on the meeting's day", () => {
    const late = heldOn(M, { protocol: protocolOf(M, { drawnUpOn: "2027-03-13", signatures: [] }) });
    expect(meetingSeen(late, M)).toEqual(heldOn(M));
    expect(meetingSeen(late, "2027-03-13T00:00")).toEqual(late);
  });
});
