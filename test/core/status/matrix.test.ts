import { describe, expect, test } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import type { ObligationId } from "../../../core/dossier/obligation-id.ts";
import type { Finding, State } from "../../../core/order608/finding.ts";
import { attentionOf } from "../../../core/status/attention.ts";
import { cellsOf } from "../../../core/status/cells.ts";
import { countFindings, sumCounts } from "../../../core/status/count.ts";
import { regionsOf } from "../../../core/status/regions.ts";
import { matchesSearch } from "../../../core/status/search.ts";
import { type Selection, SORTS, select } from "../../../core/status/select.ts";
import { complianceRate, type StatusRow } from "../../../core/status/status.ts";
import type { SweepReport } from "../../../core/status/sweep-report.ts";
import { trendOf } from "../../../core/status/trend.ts";
import { findingOf } from "../support/findings.ts";

const due = day("2027-03-19");

const finding = (obligation: ObligationId, state: State, daysLeft = 0, campaign = 2027): Finding =>
  findingOf(obligation, state, { daysLeft, campaign });

const row = (body: string, findings: readonly Finding[], kk = body, ru = kk): StatusRow => {
  const counts = countFindings(findings);
  return {
    ...{ body, parent: "DP", name: { kk, ru }, counts, worst: {}, cells: cellsOf(findings) },
    rate: complianceRate(counts),
  };
};

describe("a cell", () => {
  test("shows the worst of its subjects, how many there are, and the latest campaign among the worst", () => {
    const states: State[] = ["met", "overdue", "met", "overdue", "upcoming"];
    const cells = cellsOf(states.map((state, index) => finding("reply", state, 0, 2023 + index)));
    expect(cells).toEqual({ reply: { state: "overdue", count: 2, total: 5, campaign: 2026 } });
  });

  test("is the same in whatever order its subjects come", () => {
    const findings = (["late", "due", "met", "due"] as const).map((state) => finding("reply", state));
    expect(cellsOf(findings.toReversed())).toEqual(cellsOf(findings));
  });

  test("is missing where nothing is owed", () => {
    expect(cellsOf([finding("report", "met")]).reply).toBeUndefined();
  });
});

describe("regions", () => {
  test("add up to the whole", () => {
    const rows = [row("A", [finding("report", "met")]), row("B", [finding("report", "overdue")]), row("C", [])];
    const regions = regionsOf(rows, (body) => (body === "B" ? "R2" : "R1"));
    expect(regions.map(({ scope, rows: own, rate }) => [scope, own.length, rate])).toEqual([
      ["R1", 2, 1],
      ["R2", 1, 0],
    ]);
    expect(sumCounts(regions.map(({ counts }) => counts))).toEqual(sumCounts(rows.map(({ counts }) => counts)));
  });
});

describe("what to look at", () => {
  test("is what is overdue, the longest first, and what comes due from today on, the nearest first", () => {
    const findings = [
      finding("reply", "overdue", -2),
      finding("reply", "overdue", -9),
      finding("notice", "due", 7),
      finding("protocol", "upcoming", 0),
      finding("venue", "due", 8),
      finding("report", "met", 3),
      finding("content", "breached", -1),
    ];
    const { overdue, ahead } = attentionOf(findings, 7);
    expect(overdue.map(({ daysLeft }) => daysLeft)).toEqual([-9, -2]);
    expect(ahead.map(({ obligation }) => obligation)).toEqual(["protocol", "notice"]);
  });
});

describe("the search", () => {
  const body = {
    body: "PB-111000000",
    name: { kk: "Көкшетау қаласының Полиция басқармасы", ru: "Управление Кокшетау" },
  };

  test.each(["көкшетау", "КОКШЕТАУ", "полиция кокше", " кокше \u00a0полиция ", "pb-111", "", "  "])(
    "finds by «%s»",
    (search) => {
      expect(matchesSearch(search, body)).toBe(true);
    },
  );

  test.each(["семей", "кокшетау семей", "тауше", "DP"])("does not find by «%s»", (search) => {
    expect(matchesSearch(search, body)).toBe(false);
  });

  test.each(["ә а", "ғ г", "қ к", "ң н", "ө о", "ұ у", "ү у", "һ х", "і и", "ё е", "й и\u0306"])(
    "finds a name by either of «%s», and by no other letter",
    (pair) => {
      const [letter = "", plain = ""] = pair.split(" ");
      const named = (kk: string) => ({ body: "PB-1", name: { kk: `1${kk}2`, ru: "-" } });
      expect(matchesSearch(`1${plain}2`, named(letter))).toBe(true);
      expect(matchesSearch(`1${letter.toUpperCase()}2`, named(plain))).toBe(true);
      expect(matchesSearch(`1${plain}2`, named("ы"))).toBe(false);
      expect(matchesSearch("12", named(letter))).toBe(false);
    },
  );
});

describe("a selection", () => {
  const rows = [
    row("B", [finding("report", "met"), finding("reply", "overdue")], "Б"),
    row("A", [finding("report", "overdue"), finding("reply", "overdue")], "А"),
    row("C", [finding("report", "met")], "В"),
    row("D", [], "Г"),
  ];
  const context = {
    scopeOf: (body: string) => (body === "C" ? "R2" : "R1"),
    compareNames: (a: StatusRow, b: StatusRow) => (a.name.kk < b.name.kk ? -1 : 1),
  };
  const chosen = (selection: Partial<Selection>) =>
    select(rows, { search: "", sort: "register", ...selection }, context).map(({ rows: own }) =>
      own.map(({ body }) => body).join(""),
    );

  test("keeps the order of the register unless another is wanted", () => {
    expect(SORTS.map((sort) => chosen({ sort }))).toEqual([
      ["BAD", "C"],
      ["ABD", "C"],
      ["ABD", "C"],
      ["ABD", "C"],
    ]);
  });

  test("may come by name, by the lowest rate or by the most overdue, departments too", () => {
    const others = [
      row("X", [finding("report", "met"), finding("reply", "met")], "В"),
      row("Y", [...["met", "met", "met", "overdue", "overdue"].map((state) => finding("reply", state as State))], "Б"),
      row("Z", [finding("report", "overdue")], "А"),
      row("U", [finding("report", "upcoming")], "Г"),
    ];
    const ordered = (sort: Selection["sort"], scopeOf = (_: string) => "R") =>
      select(others, { search: "", sort }, { ...context, scopeOf })
        .flatMap(({ rows: own }) => own.map(({ body }) => body))
        .join("");
    expect(SORTS.map((sort) => ordered(sort))).toEqual(["XYZU", "ZYXU", "ZYXU", "YZXU"]);
    expect(SORTS.map((sort) => ordered(sort, (body) => body))).toEqual(["XYZU", "XYZU", "ZYXU", "YZXU"]);
  });

  test("leaves only what has the state, of the obligation when one is given", () => {
    expect(chosen({ state: "overdue" })).toEqual(["BA"]);
    expect(chosen({ state: "overdue", obligation: "report" })).toEqual(["A"]);
    expect(chosen({ obligation: "report" })).toEqual(["BA", "C"]);
    expect(chosen({ region: "R2" })).toEqual(["C"]);
    expect(chosen({ search: "б" })).toEqual(["B"]);
    expect(chosen({ region: "R2", state: "overdue" })).toEqual([]);
  });
});

describe("the trend", () => {
  const slot = (time: string) => ({ day: due, time });
  const report = (time: string, scope: string, state: State): SweepReport => ({
    ...{
      scope,
      slot: slot(time),
      bodies: 1,
      findings: countFindings([finding("report", state)]),
      written: 0,
      items: 0,
    },
    ...{ levels: {}, dropped: 0, held: {}, damaged: [], failed: [], contacts: [], complete: true, seconds: 0 },
    registerVersion: 1,
  });

  test("has the rate of every slot in which all scopes were swept and something can be judged", () => {
    const slots = [
      { slot: slot("09:00"), reports: [report("09:00", "A", "met"), report("09:00", "B", "overdue")] },
      { slot: slot("18:00"), reports: [report("18:00", "A", "met")] },
      { slot: slot("20:00"), reports: [report("20:00", "A", "upcoming"), report("20:00", "B", "upcoming")] },
      { slot: slot("21:00"), reports: [report("21:00", "A", "met"), report("21:00", "B", "met")] },
    ];
    expect(trendOf(slots, 2)).toEqual([
      { slot: slot("09:00"), rate: 0.5 },
      { slot: slot("21:00"), rate: 1 },
    ]);
  });
});
