import { expect, test } from "vitest";
import type { Dossier } from "../../core/dossier/dossier.ts";
import { appealOf, drawnUp, empty, from, give, plan, planned, received, type Step, sign } from "./support/steps.ts";

const NOW = "2027-03-20";
const m1 = { meeting: "m1" };
const approve = (fields: object): Step => ["approve-schedule", { approvedOn: NOW, ...fields }, NOW];
const waiver = { obligation: "report", subject: "dossier", reason: "Карантин", from: NOW };
const held = from(planned, ["confirm-held", m1, "2027-03-12 15:00"]);
const cancel: Step = ["cancel-meeting", { ...m1, cancelledOn: "2027-03-12" }, "2027-03-12"];
const draw = (fields: object): Step => ["draw-up-protocol", { ...m1, drawnUpOn: NOW, ...fields }, NOW];
const extend = (until: string): Step => ["extend-appeal", { appeal: "A-1", decidedOn: NOW, until }, NOW];

/** What a page needs to word a refusal in its own language. */
const rows: readonly (readonly [given: Dossier, step: Step, path: string, details: object | undefined])[] = [
  [empty, approve({ number: "x".repeat(201) }), "number", { longest: 200 }],
  [planned, ["record-content", { ...m1, readyOn: NOW, sections: [11] }, NOW], "sections.0", undefined],
  [empty, approve({ number: "a@example.kz" }), "number", { data: "e-mail" }],
  [empty, approve({ approvedOn: "2027-02-29" }), "approvedOn", undefined],
  [empty, approve({ approvedOn: "2027-03-21" }), "approvedOn", { day: "2027-03-21" }],
  [planned, ["plan-meeting", { ...plan, id: "m1" }, "2027-02-01"], "id", { name: "m1" }],
  [planned, ["plan-meeting", { ...plan, date: "2027-01-31" }, "2027-02-01"], "date", { day: "2027-01-31" }],
  [planned, ["move-meeting", { ...m1, startsAt: "16:00" }, "2027-03-12"], "startsAt", { day: "2027-03-12" }],
  [planned, cancel, "cancelledOn", { day: "2027-03-12" }],
  [planned, ["confirm-held", m1, "2027-03-12"], "meeting", { day: "2027-03-12", time: "15:00" }],
  [held, ["confirm-held", m1, NOW], "meeting", undefined],
  [planned, draw({ drawnUpOn: "2027-03-11" }), "drawnUpOn", { day: "2027-03-11", since: "2027-03-12" }],
  [planned, draw({ date: "2027-03-21" }), "date", { day: "2027-03-21" }],
  [planned, draw({ decisions: ["d1", "d1"].map((id) => ({ id, text: "Свет" })) }), "decisions.1.id", { name: "d1" }],
  [received, ["receive-appeal", appealOf("A-1"), NOW], "number", { name: "A-1" }],
  [
    planned,
    ["receive-appeal", { ...appealOf("A-1"), receivedAt: "17:00" }, "2027-03-12 16:00"],
    "receivedAt",
    { time: "17:00" },
  ],
  [received, extend("2027-03-19"), "until", { day: "2027-03-19", since: NOW }],
  [from(drawnUp, sign("head", "Ким А.")), sign("secretary", "Ким А."), "name", undefined],
  [empty, ["waive", { ...waiver, from: "2027-03-19" }, NOW, "superior"], "from", { day: "2027-03-19" }],
  [
    from(empty, ["waive", waiver, NOW, "superior"]),
    ["end-waiver", { obligation: "report", subject: "dossier", to: "2027-03-19" }, NOW, "superior"],
    "to",
    { day: "2027-03-19" },
  ],
];

test.each(rows.map(([given, step, path, details]) => [step[0], path, details, given, step] as const))(
  "%s refused for %s speaks of %j",
  (_name, path, details, given, step) => {
    const refused = give(given, step);
    const issues: unknown = "issues" in refused ? refused.issues : [];
    expect(issues).toEqual([
      { path, rule: expect.any(String), message: expect.any(String), ...(details && { details }) },
    ]);
  },
);
