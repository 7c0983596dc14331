import { describe, expect, it, test } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import type { Candidate } from "../../../core/escalation/candidates.ts";
import { decide } from "../../../core/escalation/decide.ts";
import { planRecipient } from "../../../core/escalation/plan.ts";
import { dueKeyText, type Told } from "../../../core/escalation/told.ts";
import { defaultPolicy } from "../../../core/order608/default-policy.ts";
import type { State } from "../../../core/order608/finding.ts";
import { workdays } from "../support/evaluate.ts";
import { aBody } from "../support/facts.ts";
import { findingOf } from "../support/findings.ts";
import { factsWith } from "../support/refused.ts";
import { slotOf, worldOf } from "../support/sweeps.ts";

const slot = slotOf("2027-03-19T09:00");
const due = day("2027-03-18");
const rung = { stage: "due+1wd", kind: "escalation", repeat: false, day: slot.day, minutes: 540, to: [] } as const;
const recipient = { email: "head@dp-1.example", role: "head", insteadOf: null } as const;

type Row = readonly [body: string, campaign: number, obligation: string, subject: string, state: State, left: number];

/** A candidate of one stage. */
function candidateOf([body, campaign, obligation, subject, state, daysLeft]: Row): Candidate {
  const finding = findingOf(ObligationId.parse(obligation), state, { body, campaign, subject, daysLeft, due });
  return { finding, body: aBody({ id: body }), rungs: [rung], firing: [{ index: 0, rung, recipient }] };
}

const plan = (rows: readonly Row[], told: Told = new Map()) =>
  planRecipient(recipient.email, rows.map(candidateOf), told, slot, { ...worldOf(factsWith()), workdays });
const ordered = (rows: readonly Row[]) =>
  plan(rows).items.map(({ candidate: { finding } }) => {
    const { body, campaign, obligation, subject, state, daysLeft } = finding;
    return [body, campaign, obligation, subject, state, daysLeft];
  });

describe("the items of a letter", () => {
  test.each<[string, readonly Row[]]>([
    [
      "what can still be cured, then what cannot, then what comes due",
      [
        ["PB-1", 2027, "report", "dossier", "overdue", -1],
        ["PB-1", 2027, "schedule", "dossier", "breached", 9],
        ["PB-1", 2027, "decision", "m1/d1", "due", 0],
      ],
    ],
    [
      "the longest overdue",
      [
        ["PB-1", 2027, "report", "dossier", "overdue", -9],
        ["PB-1", 2027, "notice", "m1", "overdue", -1],
      ],
    ],
    [
      "obligations by name",
      [
        ["PB-1", 2027, "notice", "m2", "overdue", -1],
        ["PB-1", 2027, "report", "dossier", "overdue", -1],
      ],
    ],
    [
      "subjects by name",
      [
        ["PB-1", 2027, "notice", "m1", "overdue", -1],
        ["PB-1", 2027, "notice", "m2", "overdue", -1],
      ],
    ],
    [
      "the older campaign",
      [
        ["PB-1", 2026, "notice", "m1", "overdue", -1],
        ["PB-1", 2027, "notice", "m1", "overdue", -1],
      ],
    ],
    [
      "the body with the worst item, with all that is its own",
      [
        ["PB-2", 2027, "notice", "m1", "overdue", -9],
        ["PB-2", 2027, "notice", "m2", "due", 3],
        ["PB-1", 2027, "notice", "m1", "overdue", -1],
        ["PB-1", 2027, "notice", "m2", "overdue", 0],
      ],
    ],
    [
      "bodies by id where their worst are alike",
      [
        ["PB-1", 2027, "notice", "m1", "overdue", -1],
        ["PB-2", 2027, "notice", "m1", "overdue", -1],
      ],
    ],
  ])("begin with %s, in whatever order they were found", (_, rows) => {
    expect(ordered(rows)).toEqual(rows);
    expect(ordered(rows.toReversed())).toEqual(rows);
  });

  it("that were written before are counted as held, by reason", () => {
    const rows: readonly Row[] = [
      ["PB-1", 2027, "report", "dossier", "overdue", -1],
      ["PB-1", 2027, "notice", "m1", "overdue", -1],
      ["PB-1", 2027, "notice", "m2", "overdue", -1],
    ];
    const told: Told = new Map();
    for (const { finding } of rows.slice(1).map(candidateOf)) {
      told.set(dueKeyText(finding), { key: finding, stages: [{ stage: rung.stage, slot }], closed: false });
    }
    const { email, items, held } = plan(rows, told);
    expect(email).toBe(recipient.email);
    expect(items.map(({ candidate }) => candidate.finding.obligation)).toEqual(["report"]);
    expect([...held]).toEqual([["already-written", 2]]);
    const [candidate] = rows.slice(1).map(candidateOf);
    const known = candidate && told.get(dueKeyText(candidate.finding));
    expect(candidate && decide(candidate, known, slot, defaultPolicy, workdays)).toEqual({
      kind: "hold",
      reason: "already-written",
    });
  });
});
