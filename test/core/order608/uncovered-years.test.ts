import { describe, expect, it } from "vitest";
import { standing } from "../support/evaluate.ts";
import { dossierOf, heldOn, meetingOn, raisedOn } from "../support/facts.ts";

describe("a finding that needs a year the calendar does not cover", () => {
  it("fails alone, by name and year, while everything else is judged", () => {
    const facts = dossierOf([meetingOn("2031-01-10")], { campaign: 2030 });
    const { names, failed } = standing(facts, "2030-11-30");
    expect(failed).toEqual([
      "PB-1 2030 invitation m1: 2031",
      "PB-1 2030 venue m1: 2031",
      "PB-1 2030 content m1: 2031",
      "PB-1 2030 readiness m1: 2031",
      "PB-1 2030 protocol m1: 2031",
    ]);
    expect(names).toEqual(["2030 schedule dossier", "2030 report dossier", "2030 notice m1"]);
  });

  it("fails for its target as well as for its due day", () => {
    const facts = dossierOf([meetingOn("2024-01-11")], { campaign: 2024 });
    expect(standing(facts, "2024-01-09").failed).toContain("PB-1 2024 venue m1: 2023");
  });

  it("fails for the due day of a term that runs into it", () => {
    const facts = dossierOf([heldOn("2030-12-20", { appeals: [raisedOn("2030-12-20")] })], { campaign: 2030 });
    const { failed, names } = standing(facts, "2030-12-25");
    expect(failed).toContain("PB-1 2030 reply A-1: 2031");
    expect(names).toContain("2030 registration A-1");
  });

  it("fails for its earliest stage where the state turns on it, not once the state is plain", () => {
    // Due 2024-01-05, reminded of from 2023-12-22 on.
    const facts = dossierOf([meetingOn("2024-01-15")], { campaign: 2024 });
    expect(standing(facts, "2024-01-05").failed).toContain("PB-1 2024 schedule dossier: 2023");
    expect(standing(facts, "2024-01-06").failed).not.toContain("PB-1 2024 schedule dossier: 2023");
    expect(
      standing({ ...facts, schedule: { approvedOn: "2024-01-03" } }, "2024-01-05").findings["schedule dossier"],
    ).toMatchObject({ state: "met" });
  });

  it("fails on every campaign that opens in December 2030", () => {
    expect(standing([], "2030-12-01").failed).toEqual([
      "PB-1 2031 schedule dossier: 2031",
      "PB-1 2031 report dossier: 2031",
    ]);
  });

  it("does not fail for a year that it does not need: the notice of an extension whose new day is not covered", () => {
    const facts = dossierOf(
      [
        heldOn("2030-12-02", {
          appeals: [
            raisedOn("2030-12-02", {
              registeredOn: "2030-12-02",
              extension: { decidedOn: "2030-12-10", until: "2031-01-20" },
            }),
          ],
        }),
      ],
      { campaign: 2030 },
    );
    const { failed, findings } = standing(facts, "2030-12-12");
    expect(failed.filter((text) => text.includes("A-1"))).toEqual(["PB-1 2030 reply A-1: 2031"]);
    expect(findings["extension-notice A-1"]).toMatchObject({ due: "2030-12-13", state: "due" });
  });
});
