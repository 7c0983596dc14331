import { describe, expect, it, test } from "vitest";
import {
  type AppealText,
  dossierOf,
  heldOn,
  type MeetingText,
  meetingOn,
  type ProtocolText,
  protocolOf,
  raisedOn,
} from "../support/facts.ts";
import { factsOfMeeting, factsWith, refusedIn, refusedPaths } from "../support/refused.ts";

const M = "2027-03-12";
const AT = "dossiers.0.meetings.0";
const accepted = (facts: unknown) => expect(refusedIn(facts)).toEqual([]);
const refused = (facts: unknown, ...paths: string[]) => expect(refusedPaths(facts)).toEqual(paths);

describe("a dossier", () => {
  it("is one of each body and campaign", () => {
    refused(factsWith([dossierOf([]), dossierOf([])]), "dossiers.1.campaign");
    accepted(factsWith([dossierOf([]), dossierOf([], { campaign: 2028 }), dossierOf([], { body: "DP-1" })]));
  });

  it("belongs to a known body", () => {
    refused(factsWith([dossierOf([], { body: "PB-9" })]), "dossiers.0.body");
  });

  it("names each meeting once", () => {
    refused(factsWith([dossierOf([meetingOn(M), meetingOn("2027-03-19")])]), "dossiers.0.meetings.1.id");
    accepted(factsWith([dossierOf([meetingOn(M), meetingOn("2027-03-19", { id: "m2" })])]));
    accepted(factsWith([dossierOf([meetingOn(M)]), dossierOf([meetingOn(M)], { body: "DP-1" })]));
  });

  it("numbers each appeal once, over all its meetings", () => {
    const twice = [
      heldOn(M, { appeals: [raisedOn(M)] }),
      heldOn("2027-03-19", { id: "m2", appeals: [raisedOn("2027-03-19")] }),
    ];
    refused(factsWith([dossierOf(twice)]), "dossiers.0.meetings.1.appeals.0.number");
    refused(factsOfMeeting(heldOn(M, { appeals: [raisedOn(M), raisedOn(M)] })), `${AT}.appeals.1.number`);
    accepted(factsWith([dossierOf(twice.slice(0, 1)), dossierOf(twice.slice(0, 1), { campaign: 2028 })]));
  });

  it("holds no waiver that ends before it begins", () => {
    const waived = (to: string) =>
      factsWith([
        dossierOf([], {
          waivers: [{ obligation: "report", subject: "dossier", reason: "ЧП", by: "MIA", from: M, to }],
        }),
      ]);
    refused(waived("2027-03-11"), "dossiers.0.waivers.0.to");
    accepted(waived(M));
  });
});

const cancelled = (more: Partial<MeetingText> = {}) =>
  factsOfMeeting(meetingOn(M, { status: "cancelled", cancelledOn: "2027-03-05", ...more }));

describe("a cancelled meeting", () => {
  it("says when it was cancelled", () => {
    refused(factsOfMeeting(meetingOn(M, { status: "cancelled" })), `${AT}.cancelledOn`);
    accepted(cancelled());
  });

  it("was cancelled on its day at the latest", () => {
    refused(cancelled({ cancelledOn: "2027-03-13" }), `${AT}.cancelledOn`);
    accepted(cancelled({ cancelledOn: M }));
  });

  it("has no protocol, appeals or records", () => {
    refused(cancelled({ protocol: protocolOf(M) }), `${AT}.protocol`);
    refused(cancelled({ appeals: [raisedOn(M)] }), `${AT}.appeals`);
    refused(cancelled({ records: { number: "7", registeredOn: M } }), `${AT}.records`);
  });

  it("alone says when it was cancelled", () => {
    refused(factsOfMeeting(meetingOn(M, { cancelledOn: "2027-03-05" })), `${AT}.cancelledOn`);
  });

  it("keeps what was prepared", () => {
    accepted(cancelled({ venue: { checkedOn: "2027-03-01", place: "Школа", hygienic: true, capacity: 10 } }));
  });
});

const recorded = (more: Partial<ProtocolText>, appeals: AppealText[] = []) =>
  factsOfMeeting(heldOn(M, { protocol: protocolOf(M, more), appeals }));
const signedOn = (signedOn: string): ProtocolText["signatures"] => [{ role: "head", name: "Б. Б.", signedOn }];

describe("a protocol", () => {
  it("is not drawn up before the meeting's date", () => {
    refused(recorded({ drawnUpOn: "2027-03-11", signatures: [] }), `${AT}.protocol.drawnUpOn`);
    accepted(recorded({ drawnUpOn: M, signatures: [] }));
    accepted(recorded({ drawnUpOn: "2027-03-13", signatures: [] }));
  });

  it("is not signed before it is drawn up", () => {
    refused(
      recorded({ drawnUpOn: "2027-03-16", signatures: signedOn("2027-03-15") }),
      `${AT}.protocol.signatures.0.signedOn`,
    );
    accepted(recorded({ drawnUpOn: "2027-03-16", signatures: signedOn("2027-03-16") }));
  });

  it("lists no appeal that this meeting does not have", () => {
    refused(recorded({ appeals: ["A-1", "A-9"] }, [raisedOn(M)]), `${AT}.protocol.appeals.1`);
    accepted(recorded({ appeals: ["A-1"] }, [raisedOn(M)]));
    const other = heldOn("2027-03-19", { id: "m2", appeals: [raisedOn("2027-03-19")] });
    refused(
      factsWith([dossierOf([heldOn(M, { protocol: protocolOf(M, { appeals: ["A-1"] }) }), other])]),
      `${AT}.protocol.appeals.0`,
    );
  });

  it("names each decision once", () => {
    const decision = { id: "d1", text: "Осветить двор" };
    refused(recorded({ decisions: [decision, decision] }), `${AT}.protocol.decisions.1.id`);
    accepted(recorded({ decisions: [decision, { ...decision, id: "d2" }] }));
  });

  it("may belong to a meeting that nobody has confirmed yet", () => {
    accepted(factsOfMeeting(meetingOn(M, { protocol: protocolOf(M), appeals: [raisedOn(M)] })));
  });
});

const raised = (more: Partial<AppealText>) => factsOfMeeting(heldOn(M, { appeals: [raisedOn(M, more)] }));

describe("an appeal", () => {
  test.each(["registeredOn", "transferredOn", "repliedOn", "redirectedOn", "initiatorNotifiedOn"])(
    "has no %s before it was received",
    (fact) => {
      refused(raised({ [fact]: "2027-03-11" }), `${AT}.appeals.0.${fact}`);
      accepted(raised({ [fact]: M }));
    },
  );

  it("has no notice of an extension before it was received", () => {
    const extension = { decidedOn: "2027-03-01", until: "2027-03-30" };
    refused(raised({ extension: { ...extension, notifiedOn: "2027-03-11" } }), `${AT}.appeals.0.extension.notifiedOn`);
    accepted(raised({ extension: { ...extension, notifiedOn: M } }));
  });

  it("is extended to no day before the decision", () => {
    refused(raised({ extension: { decidedOn: "2027-03-20", until: "2027-03-19" } }), `${AT}.appeals.0.extension.until`);
    accepted(raised({ extension: { decidedOn: "2027-03-20", until: "2027-03-20" } }));
  });
});

describe("a file with several faults", () => {
  it("names each", () => {
    const appeal = raisedOn(M, { repliedOn: "2027-03-11", registeredOn: "2027-03-10" });
    refused(
      factsOfMeeting(heldOn(M, { appeals: [appeal] })),
      `${AT}.appeals.0.registeredOn`,
      `${AT}.appeals.0.repliedOn`,
    );
  });

  it("names those of the file as a whole beside those of one dossier", () => {
    const paths = refusedPaths(factsWith([dossierOf([meetingOn(M, { status: "cancelled" })], { body: "PB-9" })]));
    expect(paths).toContain(`${AT}.cancelledOn`);
  });
});
