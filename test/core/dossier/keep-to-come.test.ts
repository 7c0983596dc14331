import { describe, expect, test } from "vitest";
import { keepToCome } from "../../../core/dossier/commands/keep-to-come.ts";
import { Dossier, type DossierText } from "../../../core/dossier/dossier.ts";
import { meetingOn } from "../support/facts.ts";

type MeetingText = DossierText["meetings"][number];

const dossier = (...meetings: readonly Partial<MeetingText>[]): Dossier =>
  Dossier.parse({
    ...{ body: "PB-1", campaign: 2027, waivers: [] },
    meetings: meetings.map((more) => ({ ...meetingOn("2027-03-12"), ...more })),
  });
const notice = (publishedOn: string) => ({ publishedOn, channel: "press", outlet: "Газета", announces: {} }) as const;
const decision = (id: string) => ({ id, text: `Решение ${id}` });
const protocolWith = (...ids: readonly string[]) => ({
  protocol: { drawnUpOn: "2027-03-12", decisions: ids.map(decision), signatures: [] },
});

/** What the first meeting is, once a command has made the second of the first state and a file has the third. */
const merged = (seen: Partial<MeetingText>, after: Partial<MeetingText>, whole: Partial<MeetingText>) =>
  keepToCome(dossier(seen), dossier(after), dossier(whole), false).meetings[0];

describe("what a command has made of what has happened, with what is to come", () => {
  test("keeps what a file dates later in a list, wherever it stands there, and adds what is new", () => {
    const [past, toCome, today] = [notice("2027-03-01"), notice("2027-03-05"), notice("2027-03-02")];
    const found = merged({ notices: [past] }, { notices: [past, today] }, { notices: [toCome, past] });
    expect(found?.notices).toEqual(dossier({ notices: [toCome, past, today] }).meetings[0]?.notices);
  });

  test("has no longer what the command has taken away, and has what comes after it", () => {
    const found = merged(protocolWith("d1"), protocolWith(), protocolWith("d1", "d2"));
    expect(found?.protocol?.decisions).toEqual([decision("d2")]);
    const fewer = merged(
      { expectedParticipants: 40 },
      {},
      { expectedParticipants: 40, notices: [notice("2027-03-05")] },
    );
    expect(fewer).not.toHaveProperty("expectedParticipants");
    expect(fewer?.notices).toHaveLength(1);
  });

  test("takes a fact whole that has not happened yet by the file", () => {
    const found = merged({}, protocolWith("d1"), protocolWith("d1", "d2"));
    expect(found?.protocol?.decisions).toEqual([decision("d1")]);
  });

  test("leaves of a meeting that gives way nothing, and the others as the file has them", () => {
    const [seen, after] = [dossier({}, { id: "m2" }), dossier({ startsAt: "16:00" }, { id: "m2" })];
    const whole = dossier(protocolWith("d1"), { id: "m2", ...protocolWith("d2") });
    const { meetings } = keepToCome(seen, after, whole, true);
    expect(meetings).toEqual([after.meetings[0], whole.meetings[1]]);
  });
});
