import { describe, expect, it } from "vitest";
import { candidatesOfScope } from "../../../core/escalation/plan.ts";
import type { BodyText } from "../../../core/register/body.ts";
import { workdays } from "../support/evaluate.ts";
import {
  type ContactText,
  contact,
  departmentText,
  districtText,
  dossierOf,
  meetingOn,
  ministryText,
} from "../support/facts.ts";
import { candidatesAt, evaluatedAt, slotOf, sweepAll, worldOf } from "../support/sweeps.ts";

const M = "2027-03-12";
const other: BodyText = { ...departmentText, id: "DP-2", contacts: [contact("head", "head@dp-2.example")] };
const world = (contacts: ContactText[], more: BodyText[] = []) =>
  worldOf({
    bodies: [ministryText, departmentText, { ...districtText, contacts }, ...more],
    dossiers: [dossierOf([meetingOn(M)])],
  });
const noticeLines = (contacts: ContactText[], slot: string) =>
  sweepAll(world(contacts), [slot]).filter(({ what }) => what === "PB-1 notice m1");

describe("an address in several roles of one body", () => {
  it("gets each item once, in its own name", () => {
    const lines = noticeLines(
      [contact("officer", "Both@pb-1.example"), contact("head", "both@pb-1.example")],
      "2027-03-01T09:00",
    );
    expect(lines.map(({ to, stage, insteadOf }) => ({ to, stage, insteadOf }))).toEqual([
      { to: "both@pb-1.example", stage: "target", insteadOf: null },
    ]);
  });

  it("gets it in the first role that the stage names", () => {
    const both = world([contact("officer", "both@pb-1.example"), contact("head", "both@pb-1.example")]);
    const firing = candidatesAt(both, "2027-03-01T09:00").byRecipient.get("both@pb-1.example") ?? [];
    expect(new Set(firing.flatMap(({ firing: stages }) => stages.map(({ recipient }) => recipient.role)))).toEqual(
      new Set(["officer"]),
    );
  });

  it("that stands in for one role gets the item as the other, which it holds", () => {
    const lines = noticeLines([contact("head", "head@pb-1.example")], "2027-03-01T09:00");
    expect(lines.map(({ to, insteadOf }) => ({ to, insteadOf }))).toEqual([
      { to: "head@pb-1.example", insteadOf: null },
    ]);
  });

  it("stands in for the officer where the officer alone would be told", () => {
    const slot = "2027-02-24T09:00";
    const lines = sweepAll(world([contact("head", "head@pb-1.example")]), [slot]).filter(
      ({ what }) => what === "PB-1 venue m1",
    );
    expect(lines).toMatchObject([{ to: "head@pb-1.example", stage: "target-3wd", insteadOf: "officer" }]);
  });
});

describe("a role that leads to nobody", () => {
  it("is itself found, once per body, and is reachable as long as somebody stands in", () => {
    const { contacts } = candidatesAt(world([]), "2027-03-01T09:00");
    expect(contacts).toEqual([
      { body: "PB-1", role: "officer", unreachable: false },
      { body: "PB-1", role: "head", unreachable: false },
    ]);
  });

  it("is found unreachable when nobody is left, and all else is written", () => {
    const bodies: BodyText[] = [
      { ...ministryText, contacts: [contact("staff", "staff@mia.example", { to: "2027-02-28" })] },
      { ...departmentText, contacts: [] },
      { ...districtText, contacts: [] },
      other,
      { ...districtText, id: "PB-3", parent: "DP-2" },
    ];
    const dossiers = [dossierOf([meetingOn(M)]), dossierOf([meetingOn(M)], { body: "PB-3" })];
    const lost = worldOf({ bodies, dossiers });
    const { contacts, held } = candidatesAt(lost, "2027-03-01T09:00");
    expect(contacts).toContainEqual({ body: "PB-1", role: "officer", unreachable: true });
    expect([...held.keys()].sort()).toEqual(["stage-passed", "upcoming"]);
    expect(sweepAll(lost, ["2027-03-01T09:00"]).map(({ to }) => to)).toContain("officer@pb-1.example");
  });
});

describe("an address in several scopes", () => {
  const shared = [contact("officer", "shared@police.example")];
  it("is written to by its own scope alone, about the bodies of both", () => {
    const bodies: BodyText[] = [
      ministryText,
      departmentText,
      { ...districtText, contacts: shared },
      other,
      { ...districtText, id: "PB-3", parent: "DP-2", contacts: shared },
    ];
    const both = worldOf({
      bodies,
      dossiers: [dossierOf([meetingOn(M)]), dossierOf([meetingOn(M)], { body: "PB-3" })],
    });
    const context = { ...both, workdays };
    const evaluated = evaluatedAt(both, slotOf("2027-03-01T09:00"));
    const of = (scope: string) => candidatesOfScope(scope, evaluated, context).byRecipient;
    const bodiesOf = (scope: string) =>
      new Set(
        of(scope)
          .get("shared@police.example")
          ?.map(({ body }) => body.id),
      );
    expect([...bodiesOf("DP-1")]).toEqual(["PB-1", "PB-3"]);
    expect([...of("DP-2").keys()]).not.toContain("shared@police.example");
    const everybody = both.register.scopes.flatMap((scope) => [...of(scope).keys()]);
    expect(everybody).toHaveLength(new Set(everybody).size);
  });
});
