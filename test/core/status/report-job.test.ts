import { describe, expect, test } from "vitest";
import { isInterrupted, ReportJob, ReportOrder, reportFileName, stepsOf } from "../../../core/status/report-job.ts";

const order = {
  ...{ scope: "DP-10", on: "2027-03-19", formats: ["pdf", "csv"], locale: "kk", sheetPerRegion: false },
  recipients: ["a", "b", "c"],
};
const job = {
  ...{ id: "2027-03-0123456789abcdefghijkl", order, by: { id: "user:1", name: "Айгерим" }, askedAt: 1_800_000_000_000 },
  ...{ slot: { day: "2027-03-19", time: "09:00" }, state: "running", done: 1, total: 6, letters: 0, error: null },
  ...{ lease: { holder: "h", until: 1_800_000_060_000 }, revision: 2 },
  files: [{ name: "a.pdf", key: "k", type: "application/pdf", bytes: 1 }],
};

describe("a report that was asked for", () => {
  test("is stored as it is read, whatever forms, languages and day it has", () => {
    const orders = [
      order,
      { ...order, on: null, recipients: [] },
      ...["pdf", "xlsx", "html", "csv", "json"].map((format) => ({ ...order, formats: [format] })),
      ...["kk", "ru", "en"].map((locale) => ({ ...order, locale })),
    ];
    for (const one of orders) expect(ReportOrder.encode(ReportOrder.parse(one))).toEqual(one);
    for (const state of ["waiting", "running", "done", "failed"]) {
      expect(ReportJob.encode(ReportJob.parse({ ...job, state }))).toEqual({ ...job, state });
    }
    for (const error of ["unknown-body", "not-covered"]) expect(ReportJob.parse({ ...job, error }).error).toBe(error);
  });

  test.each([
    ["without a form", { formats: [] }],
    ["in a form that is none", { formats: ["docx"] }],
    ["of no body", { scope: "" }],
    ["of a day that is none", { on: "2027-02-30" }],
    ["with more than that", { more: true }],
  ])("is refused %s", (_, wrong) => {
    expect(ReportOrder.safeParse({ ...order, ...wrong }).success).toBe(false);
  });

  test("takes a step to be read, one for each form and one for each letter", () => {
    expect(stepsOf({ formats: ["pdf"], recipients: [] })).toBe(2);
    expect(stepsOf({ formats: ["pdf", "csv"], recipients: ["a", "b", "c"] })).toBe(6);
  });

  test.each([
    ["while its maker has time", 1_800_000_059_999, false, job],
    ["when that is over", 1_800_000_060_000, true, job],
    ["when it is done", 1_800_000_060_000, false, { ...job, state: "done" }],
    ["while it waits", 1_800_000_060_000, false, { ...job, state: "waiting" }],
    ["when nobody has begun", 1_800_000_060_000, false, { ...job, lease: null }],
  ])("is left without a maker %s, at %s: %s", (_, at, expected, text) => {
    expect(isInterrupted(ReportJob.parse(text), at)).toBe(expected);
  });

  test("has files that are named by what they are about, in ASCII", () => {
    expect(reportFileName("DP-10", "2027-03-19", "kk", "pdf")).toBe("status-DP-10-2027-03-19-kk.pdf");
    expect(reportFileName(null, "2027-03-19", "ru", "csv")).toBe("status-mine-2027-03-19-ru.csv");
  });
});
