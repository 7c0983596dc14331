import { describe, expect, it, test } from "vitest";
import { createPresentWorkdays, workdaysWith } from "../../../core/calendar/calendar-versions.ts";
import { day } from "../../../core/calendar/day.ts";
import { Dossier } from "../../../core/dossier/dossier.ts";
import { defaultPolicy, policyWith } from "../../../core/order608/default-policy.ts";
import { evaluateBody, openCampaigns } from "../../../core/order608/evaluate.ts";
import type { FindingKey } from "../../../core/order608/finding.ts";
import type { Policy } from "../../../core/order608/policy.ts";
import { Body } from "../../../core/register/body.ts";
import { moment, standing, verdict, workdays } from "../support/evaluate.ts";
import { aBody, dossierOf, heldOn, meetingOn, ministryText, protocolOf, raisedOn } from "../support/facts.ts";

describe("the campaigns watched in full", () => {
  test.each([
    ["2027-01-01", [2027]],
    ["2027-11-30", [2027]],
    ["2027-12-01", [2027, 2028]],
    ["2027-12-31", [2027, 2028]],
    ["2028-01-01", [2028]],
  ])("on %s are %j", (on, campaigns) => {
    expect(openCampaigns(day(on), defaultPolicy)).toEqual(campaigns);
  });

  it("open when the policy says", () => {
    const policy = policyWith({ campaignOpens: "11-15" });
    expect(openCampaigns(day("2027-11-14"), policy)).toEqual([2027]);
    expect(openCampaigns(day("2027-11-15"), policy)).toEqual([2027, 2028]);
  });

  it("include next year's meetings from 1 December on, not before", () => {
    const next = dossierOf([meetingOn("2028-01-14")], { campaign: 2028 });
    expect(standing(next, "2027-11-30").names.filter((name) => name.startsWith("2028"))).toEqual([]);
    expect(standing(next, "2027-12-01").names).toEqual(
      expect.arrayContaining(["2028 schedule dossier", "2028 notice m1", "2027 report dossier"]),
    );
  });

  it("never include a year still further off", () => {
    const far = dossierOf([meetingOn("2029-01-14")], { campaign: 2029 });
    expect(standing(far, "2027-12-31").names.filter((name) => name.startsWith("2029"))).toEqual([]);
  });
});

/** A meeting of 2027 whose appeal and decision are open, whose protocol is met and whose notice was breached. */
const open = (more: Parameters<typeof dossierOf>[1] = {}) =>
  dossierOf(
    [
      heldOn("2027-12-10", {
        protocol: protocolOf("2027-12-10", { decisions: [{ id: "d1", text: "Осветить двор" }], appeals: ["A-1"] }),
        appeals: [raisedOn("2027-12-10", { registeredOn: "2027-12-10" })],
        records: { number: "7", registeredOn: "2027-12-14" },
      }),
    ],
    more,
  );
const of2027 = (names: readonly string[]) => names.filter((name) => name.startsWith("2027"));

describe("an earlier campaign", () => {
  it("goes on with what had not come to an end by 31 December: not what was met, late or breached", () => {
    expect(of2027(standing(open(), "2028-01-01").names)).toEqual(["2027 reply A-1", "2027 decision m1/d1"]);
  });

  it("still shows, to its end, what comes to an end in the new year", () => {
    const [meeting] = open().meetings;
    if (!meeting) throw new Error("no meeting");
    const replied = dossierOf([
      { ...meeting, appeals: [raisedOn("2027-12-10", { registeredOn: "2027-12-10", repliedOn: "2028-01-03" })] },
    ]);
    expect(verdict("reply A-1", replied, "2028-11-30")).toMatchObject({
      state: "met",
      metOn: "2028-01-03",
      campaign: 2027,
    });
    expect(of2027(standing(replied, "2029-01-01").names)).toEqual(["2027 decision m1/d1"]);
  });

  it("goes on for years while something is open", () => {
    expect(of2027(standing(open(), "2030-11-30").names)).toEqual(["2027 reply A-1", "2027 decision m1/d1"]);
  });

  it("keeps what was waived on 31 December", () => {
    const waivers = [{ obligation: "notice", subject: "m1", reason: "ЧП", by: "MIA", from: "2027-12-01" } as const];
    expect(verdict("notice m1", open({ waivers }), "2028-01-01")).toMatchObject({ state: "waived" });
  });

  it("shows what was waived until 31 December as it is afterwards", () => {
    const waivers = [
      { obligation: "notice", subject: "m1", reason: "ЧП", by: "MIA", from: "2027-12-01", to: "2027-12-31" } as const,
    ];
    expect(verdict("notice m1", open({ waivers }), "2028-01-01")).toMatchObject({ state: "breached" });
  });

  it("takes up what is recorded only in the new year", () => {
    const late = dossierOf([heldOn("2027-12-31", { appeals: [raisedOn("2028-01-05")] })]);
    expect(of2027(standing(late, "2028-01-04").names)).toEqual(["2027 protocol m1", "2027 records m1"]);
    expect(of2027(standing(late, "2028-01-05").names)).toContain("2027 reply A-1");
  });

  it("has no schedule or report any more, met or not", () => {
    const ofTheDossier = ["2027 schedule dossier", "2027 report dossier"];
    for (const dossiers of [open(), open({ schedule: { approvedOn: "2027-01-10" } }), []]) {
      expect(standing(dossiers, "2027-12-31").names).toEqual(expect.arrayContaining(ofTheDossier));
      const { names } = standing(dossiers, "2028-01-01");
      expect(names.filter((name) => ofTheDossier.includes(name))).toEqual([]);
    }
  });

  it("goes on through December beside the two that are open", () => {
    const names = standing(open(), "2028-12-01").names;
    expect(names).toEqual(expect.arrayContaining(["2027 reply A-1", "2028 report dossier", "2029 report dossier"]));
  });

  it("is settled as of its year's end, whatever is recorded later with an earlier date", () => {
    // Evaluation sees the facts of a day, so a reply dated 30 December settles it whenever it is entered.
    const [meeting] = open().meetings;
    if (!meeting) throw new Error("no meeting");
    const replied = dossierOf([
      { ...meeting, appeals: [raisedOn("2027-12-10", { registeredOn: "2027-12-10", repliedOn: "2027-12-30" })] },
    ]);
    expect(of2027(standing(replied, "2028-01-01").names)).toEqual(["2027 decision m1/d1"]);
  });
});

describe("a body", () => {
  const owes = (body: Body, on: string) => standing([], on, { body }).names;

  it("owes a campaign's report when it existed before that year", () => {
    expect(owes(aBody({ activeFrom: "2026-12-31" }), "2027-03-01")).toContain("2027 report dossier");
    expect(owes(aBody({ activeFrom: "2027-01-01" }), "2027-03-01")).toEqual([]);
    expect(owes(aBody({ activeFrom: "2027-01-01" }), "2027-12-01")).toEqual([
      "2028 schedule dossier",
      "2028 report dossier",
    ]);
  });

  it("that is new still owes what belongs to a meeting", () => {
    const names = standing(dossierOf([meetingOn("2027-03-12")]), "2027-03-01", {
      body: aBody({ activeFrom: "2027-02-01" }),
    }).names;
    expect(names).toContain("2027 notice m1");
    expect(names).not.toContain("2027 report dossier");
  });

  it("owes its report until its last day", () => {
    const ends = aBody({ activeTo: "2027-03-10" });
    expect(owes(ends, "2027-03-10")).toContain("2027 report dossier");
    expect(owes(ends, "2027-03-11")).toEqual([]);
  });

  it("that has ended owes nothing for a later meeting, and all else for its earlier ones", () => {
    const two = dossierOf([
      heldOn("2027-03-10", { appeals: [raisedOn("2027-03-10")] }),
      meetingOn("2027-03-11", { id: "m2" }),
    ]);
    const ends = aBody({ activeTo: "2027-03-10" });
    expect(standing(two, "2027-03-10", { body: ends }).names).toContain("2027 notice m2");
    const after = standing(two, "2027-03-11", { body: ends }).names;
    expect(after).toEqual(
      expect.arrayContaining(["2027 notice m1", "2027 protocol m1", "2027 reply A-1", "2027 records m1"]),
    );
    expect(after.filter((name) => name.endsWith("m2"))).toEqual([]);
  });

  it("that is the ministry owes nothing", () => {
    const facts = dossierOf([meetingOn("2027-03-12")]);
    expect(standing(facts, "2027-03-31", { body: Body.parse(ministryText) }).names).toEqual([]);
  });

  it("is judged by its own clocks", () => {
    expect(
      verdict("protocol m1", dossierOf([meetingOn("2027-03-12")]), "2027-03-12T15:00", {
        body: aBody({ zone: "Europe/Berlin" }),
      }).state,
    ).toBe("due");
  });
});

describe("a campaign whose record cannot be read", () => {
  it("accuses nobody of anything, while the others are judged", () => {
    const circumstances = { now: moment("2027-12-15"), workdays, policy: defaultPolicy };
    const { findings } = evaluateBody(aBody(), [], circumstances, new Set([2027]));
    expect(findings.map(({ campaign, obligation }) => `${campaign} ${obligation}`)).toEqual([
      "2028 schedule",
      "2028 report",
    ]);
  });
});

describe("what is settled of an earlier campaign", () => {
  const [meeting] = open().meetings;
  if (!meeting?.protocol) throw new Error("There is no protocol.");
  const protocol = { ...meeting.protocol, decisions: [{ id: "d1", text: "Осветить двор", doneOn: "2028-02-01" }] };
  // One object for all days, as a warm process has it.
  const dossier = Dossier.parse({ ...open(), meetings: [{ ...meeting, protocol }] });
  const body = aBody();
  const names = (on: string, policy = defaultPolicy, days = workdays) => {
    const { findings, settled, failed } = evaluateBody(body, [dossier], { now: moment(on), policy, workdays: days });
    const named = (found: readonly FindingKey[]) =>
      found.filter(({ campaign }) => campaign === 2027).map(({ obligation, subject }) => `${obligation} ${subject}`);
    return { open: named(findings), settled: named(settled), failed };
  };
  const ended = [
    ...["notice m1", "invitation m1", "venue m1", "content m1", "readiness m1", "protocol m1", "registration A-1"],
    "records m1",
  ];

  it("is what had ended by the last 31 December, on whatever days and in whatever order it is asked", () => {
    const in2028 = { open: ["reply A-1", "decision m1/d1"], settled: ended, failed: [] };
    expect(names("2028-03-01")).toEqual(in2028);
    expect(names("2029-03-01")).toEqual({ open: ["reply A-1"], settled: [...ended, "decision m1/d1"], failed: [] });
    expect(names("2028-03-01")).toEqual(in2028);
  });

  it("stands as the policy in force says", () => {
    const records = (policy: Policy) =>
      evaluateBody(body, [dossier], { now: moment("2028-03-01"), policy, workdays }).settled.find(
        ({ obligation }) => obligation === "records",
      )?.state;
    expect([records(defaultPolicy), records(policyWith({ recordsWorkingDays: 5 }))]).toEqual(["late", "met"]);
  });

  it("turns on the calendar in force, asked through the same object", () => {
    const held = heldOn("2030-12-31", { records: { number: "7", registeredOn: "2030-12-31" } });
    const last = Dossier.parse(dossierOf([held], { campaign: 2030 }));
    const present = createPresentWorkdays();
    const settledNow = () => {
      const asked = { now: moment("2031-02-01"), policy: defaultPolicy, workdays: present };
      return evaluateBody(body, [last], asked).settled.map(({ obligation }) => obligation);
    };
    expect(settledNow()).not.toContain("records");
    present.use(workdaysWith({ coversTo: 2031, days: [] }));
    expect(settledNow()).toContain("records");
  });

  it("hides no fault that is none of the calendar's years", () => {
    const broken = (): never => {
      throw new RangeError("broken");
    };
    expect(() => names("2028-03-01", defaultPolicy, { ...workdays, requireYear: broken })).toThrow("broken");
  });
});
