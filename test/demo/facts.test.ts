import { describe, expect, it } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { createWorkdays } from "../../core/calendar/workdays.ts";
import { Facts } from "../../core/dossier/facts.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { evaluateBody } from "../../core/order608/evaluate.ts";
import type { Finding } from "../../core/order608/finding.ts";
import { obligations } from "../../core/order608/obligations/all.ts";
import { demoFacts, generateFacts } from "../../local/demo/facts.ts";

const workdays = createWorkdays();
const demo = Facts.parse(demoFacts());

function findingsOn(facts: Facts, on: string): Finding[] {
  const now = { day: day(on), minutes: 9 * 60 };
  return facts.bodies.flatMap((body) => {
    const dossiers = facts.dossiers.filter((dossier) => dossier.body === body.id);
    return evaluateBody(body, dossiers, { now, workdays, policy: defaultPolicy }).findings;
  });
}

const share = (findings: readonly Finding[], ...states: Finding["state"][]): number =>
  findings.filter(({ state }) => states.includes(state)).length / findings.length;

describe("the demo's facts", () => {
  it("keep every file rule", () => {
    expect(Facts.safeParse(demoFacts()).error).toBeUndefined();
  });

  it("are byte-equal every time", () => {
    expect(JSON.stringify(demoFacts())).toBe(JSON.stringify(demoFacts(608)));
  });

  it("hold the register, thirty dossiers of 2026 and the campaign of 2027", () => {
    expect(demo.bodies).toHaveLength(253);
    expect(demo.dossiers.filter(({ campaign }) => campaign === 2026)).toHaveLength(30);
    expect(demo.dossiers.filter(({ campaign }) => campaign === 2027)).toHaveLength(248);
  });

  it("show on 19 March 2027 a campaign under way: much met, some of it late, some waiting for somebody", () => {
    const findings = findingsOn(demo, "2027-03-19");
    expect(share(findings, "met")).toBeGreaterThan(0.6);
    for (const state of ["met", "late", "breached", "overdue", "due", "upcoming", "waived"] as const) {
      expect(findings.filter((finding) => finding.state === state).length).toBeGreaterThan(1);
    }
  });

  it("show by the end of June every obligation met by most and missed by some", () => {
    const findings = findingsOn(demo, "2027-06-30");
    for (const { id } of obligations) {
      const own = findings.filter(({ obligation }) => obligation === id);
      expect([id, share(own, "met") > 0.5]).toEqual([id, true]);
      expect([id, share(own, "late", "overdue", "breached") > 0]).toEqual([id, true]);
    }
  });

  it("show extensions that count and each kind that does not", () => {
    const findings = findingsOn(demo, "2027-06-30");
    const problems = new Set(findings.flatMap((finding) => finding.problems));
    expect([...problems].toSorted()).toEqual(["extension-after-due", "extension-not-allowed", "extension-too-long"]);
    expect(findings.some(({ derivation }) => derivation.kind === "extended")).toBe(true);
  });

  it("let appeals of 2026 go on, and nothing else of that campaign", () => {
    const findings = findingsOn(demo, "2027-01-20").filter(({ campaign }) => campaign === 2026);
    expect(findings.map(({ obligation, state }) => `${obligation} ${state}`)).toEqual(Array(6).fill("reply overdue"));
  });
});

describe("generated facts", () => {
  it("keep every file rule, whatever the size, seed and campaigns", () => {
    for (const [bodies, seed, from, to] of [
      [0, 1, 2026, 2026],
      [1, 2, 2024, 2030],
      [13, 3, 2028, 2028],
      [300, 4, 2026, 2029],
    ] as const) {
      expect(Facts.safeParse(generateFacts({ bodies, seed, from, to })).error).toBeUndefined();
    }
  });

  it("are byte-equal for equal options", () => {
    const options = { bodies: 40, seed: 5, from: 2027, to: 2028 };
    expect(JSON.stringify(generateFacts(options))).toBe(JSON.stringify(generateFacts(options)));
  });

  it("group the bodies in departments of twelve under one ministry", () => {
    const { bodies } = generateFacts({ bodies: 30, seed: 1, from: 2027, to: 2027 });
    const sizes = ["DP-1", "DP-2", "DP-3"].map(
      (id) => bodies.filter((body) => body.id === id || body.parent === id).length,
    );
    expect(sizes).toEqual([12, 12, 6]);
    expect(bodies.filter(({ parent }) => parent === null).map(({ id }) => id)).toEqual(["MIA"]);
  });

  it("write each campaign that was asked for", () => {
    const { dossiers } = generateFacts({ bodies: 3, seed: 1, from: 2026, to: 2029 });
    expect(dossiers.map(({ campaign }) => campaign)).toEqual(
      [2026, 2027, 2028, 2029].flatMap((year) => Array(3).fill(year)),
    );
  });
});
