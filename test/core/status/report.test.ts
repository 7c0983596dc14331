import { describe, expect, test } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import { instant } from "../../../core/calendar/zone.ts";
import type { ObligationId } from "../../../core/dossier/obligation-id.ts";
import type { State } from "../../../core/order608/finding.ts";
import { Body, type BodyText } from "../../../core/register/body.ts";
import { makeReport, type ReportSources } from "../../../core/status/make-report.ts";
import { complianceRate, type Evaluated, rateOf, statusOf } from "../../../core/status/status.ts";
import { statusCsv } from "../../../core/status/status-csv.ts";
import { StatusReport, type Unacknowledged } from "../../../core/status/status-report.ts";
import { departmentText, districtText, ministryText } from "../support/facts.ts";
import { findingOf } from "../support/findings.ts";

const evaluated = (text: BodyText, ...states: readonly (readonly [ObligationId, State])[]) => ({
  body: Body.parse(text),
  findings: states.map(([obligation, state], index) =>
    findingOf(obligation, state, { body: text.id, subject: `s${index}`, missing: ["date"], daysLeft: -2 }),
  ),
});
const now: Evaluated = {
  bodies: [
    evaluated(ministryText),
    evaluated(departmentText, ["report", "met"], ["reply", "late"]),
    evaluated(districtText, ["report", "overdue"], ["reply", "met"], ["reply", "due"], ["notice", "breached"]),
    evaluated({ ...departmentText, id: "DP-2" }, ["report", "upcoming"], ["venue", "waived"]),
  ],
  failed: [{ body: "PB-1", campaign: 2030, obligation: "reply", subject: "A-1", year: 2031 }],
  damaged: [{ body: "PB-1", campaign: 2026, reason: "the data is not JSON" }],
};

describe("how bodies stand", () => {
  const status = statusOf(now);

  test("has a row for each but the ministry, which owes nothing", () => {
    expect(status.rows.map(({ body, parent, name }) => [body, parent, name.kk])).toEqual([
      ...[
        ["DP-1", "MIA", "ПД"],
        ["PB-1", "DP-1", "ПБ"],
        ["DP-2", "MIA", "ПД"],
      ],
    ]);
  });

  test("says of each obligation the worst, and nothing where nothing is owed", () => {
    expect(status.rows.map(({ worst }) => worst)).toEqual([
      { report: "met", reply: "late" },
      { report: "overdue", reply: "due", notice: "breached" },
      { report: "upcoming", venue: "waived" },
    ]);
    expect(status.rows[1]?.cells.reply).toEqual({ state: "due", count: 1, total: 2, campaign: 2027 });
  });

  test("rates what has come to be judged: what was met in time out of it", () => {
    expect(status.rows.map(({ rate }) => rate)).toEqual([1 / 2, 1 / 3, null]);
    expect(status.rate).toBe(2 / 5);
    expect(
      complianceRate({ report: { met: 1, late: 1, breached: 1, overdue: 1, due: 9, upcoming: 9, waived: 9 } }),
    ).toBe(0.25);
    expect(rateOf([])).toBeNull();
    expect(
      rateOf([
        { met: 0, judged: 0 },
        { met: 1, judged: 4 },
      ]),
    ).toBe(0.25);
  });

  test("lists what is due, overdue or breached", () => {
    expect(status.open.map(({ obligation, state }) => [obligation, state])).toEqual([
      ...[
        ["report", "overdue"],
        ["reply", "due"],
        ["notice", "breached"],
      ],
    ]);
  });

  test("is another when the body is another, though its findings are the same", () => {
    const [, first] = now.bodies;
    if (!first) throw new Error("There is no body.");
    const renamed = { ...first, body: { ...first.body, name: { ru: "Иное", kk: "Басқа" } } };
    expect(statusOf({ ...now, bodies: [renamed] }).rows[0]?.name.ru).toBe("Иное");
  });
});

const unanswered = [
  { recipient: { body: "DP-1", role: "head", name: "Айгерим" }, letters: 2, since: day("2027-03-01") },
  { recipient: null, letters: 1, since: day("2027-03-02") },
] as const satisfies readonly Unacknowledged[];

const sources: ReportSources = {
  head: {
    ...{ scope: null, name: ministryText.name, on: day("2027-03-21"), time: "09:00", made: instant(1_800_000_000_000) },
    versions: {
      ...{ register: 1, policy: { number: null, name: "a" }, calendar: { number: 2, name: "b" }, facts: "0123abcd" },
    },
    trend: [{ day: day("2027-03-20"), time: "09:00", rate: 0.5 }],
    letters: { year: 2027, total: 0, states: {}, repeated: 0, acknowledged: 0, unacknowledged: [...unanswered] },
  },
  now,
  before: { ...now, bodies: now.bodies.map(({ body }) => ({ body, findings: [] })) },
  since: day("2027-03-20"),
  regionOf: (body) => (body === "DP-2" ? "DP-2" : "DP-1"),
  nameOf: (id) => ({ ru: `${id} ru`, kk: `${id} kk` }),
  isRecordedLate: ({ obligation }) => obligation === "reply",
};

describe("a status report", () => {
  const report = makeReport(sources);

  test("has the figures of all, of each department and of each body, which add up", () => {
    expect(report).toMatchObject({ bodies: 3, rate: 2 / 5, counts: { report: { met: 1, overdue: 1, upcoming: 1 } } });
    expect(report.regions).toEqual([
      {
        ...{ scope: "DP-1", name: { ru: "DP-1 ru", kk: "DP-1 kk" }, bodies: 2, rate: 2 / 5 },
        counts: { report: { met: 1, overdue: 1 }, reply: { late: 1, met: 1, due: 1 }, notice: { breached: 1 } },
      },
      {
        ...{ scope: "DP-2", name: { ru: "DP-2 ru", kk: "DP-2 kk" }, bodies: 1, rate: null },
        counts: { report: { upcoming: 1 }, venue: { waived: 1 } },
      },
    ]);
    expect(report.rows.map(({ body, region, recordedLate }) => [body, region, recordedLate])).toEqual([
      ...[
        ["DP-1", "DP-1", 1],
        ["PB-1", "DP-1", 2],
        ["DP-2", "DP-2", 0],
      ],
    ]);
  });

  test("names what is open with its clause, day and what is missing", () => {
    expect(report.open[1]).toEqual({
      ...{ body: "PB-1", campaign: 2027, obligation: "reply", subject: "s2", clause: "4", meeting: null },
      ...{ due: day("2027-03-19"), state: "due", daysLeft: -2, missing: ["date"], recordedLate: true },
    });
    expect(report.open[0]?.recordedLate).toBe(false);
  });

  test("says since when what has changed, and what could not be evaluated", () => {
    expect(report.changes.since).toBe(day("2027-03-20"));
    expect(report.changes.items).toHaveLength(8);
    expect([report.failed, report.damaged]).toEqual([now.failed, now.damaged]);
  });

  test("is what its JSON says", () => {
    expect(StatusReport.parse(JSON.parse(JSON.stringify(StatusReport.encode(report))))).toEqual(report);
  });

  test("as CSV has a line for each body, figures for each state and the worst of each obligation", () => {
    const [first, second, third] = report.rows as [
      (typeof report.rows)[0],
      (typeof report.rows)[0],
      (typeof report.rows)[0],
    ];
    const hostile = { ...third, parent: null, name: { ru: '=1+1;"x"', kk: "-" } };
    expect(statusCsv([first, second, hostile]).split("\r\n")).toEqual([
      "\uFEFFbody,parent,region,name_ru,name_kk,rate,overdue,breached,due,late,upcoming,met,waived,recorded_late," +
        "schedule,report,notice,invitation,venue,content,readiness,protocol,registration,reply,transfer," +
        "extension-notice,redirection,records,decision",
      "DP-1,MIA,DP-1,ДП,ПД,0.5000,0,0,0,1,0,1,0,1,,met,,,,,,,,late,,,,,",
      "PB-1,DP-1,DP-1,ОП,ПБ,0.3333,1,1,1,0,0,1,0,2,,overdue,breached,,,,,,,due,,,,,",
      `DP-2,,DP-2,"'=1+1;""x""",'-,,0,0,0,0,1,0,1,0,,upcoming,,,waived,,,,,,,,,,`,
      "",
    ]);
  });
});
