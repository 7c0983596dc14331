import { describe, expect, it, test } from "vitest";
import * as z from "zod";
import { defaultPolicy, policyWith } from "../../../core/order608/default-policy.ts";
import { records } from "../../../core/order608/obligations/records.ts";
import { mergePolicy, Policy } from "../../../core/order608/policy.ts";
import { PolicyVersion } from "../../../core/order608/policy-versions.ts";

/** The paths at which a part of a policy is refused. */
function refused(part: unknown): string[] {
  try {
    policyWith(part);
    return [];
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return error.issues.map((issue) =>
      [...issue.path, ...(issue.code === "unrecognized_keys" ? issue.keys : [])].join("."),
    );
  }
}

describe("a policy that was stored before an obligation came", () => {
  const { records: _records, ...older } = z.encode(Policy, defaultPolicy).ladder;

  it("takes that obligation's own ladder, and keeps what it says of the others", () => {
    const ladder = { ...older, notice: { stages: [] } };
    const read = Policy.parse({ ...defaultPolicy, ladder });
    expect(read.ladder).toEqual({ ...defaultPolicy.ladder, notice: { stages: [] } });
    expect(read.ladder.records).toEqual(records.ladder);
  });

  it("is as readable as one version of a chain", () => {
    const applied = { number: 1, from: "2027-04-01", appliedAt: 1000, by: "user:1", reason: "Приказ", previous: null };
    const version = PolicyVersion.parse({ ...applied, policy: { ...defaultPolicy, ladder: older } });
    expect(version.policy).toEqual(defaultPolicy);
    expect(z.encode(PolicyVersion, version).policy.ladder).toEqual(defaultPolicy.ladder);
  });
});

describe("a part of a policy", () => {
  it("changes what it names and leaves the rest", () => {
    const policy = policyWith({ scheduleDue: "01-25", carefulDays: { venue: 5 } });
    expect(policy).toEqual({
      ...defaultPolicy,
      scheduleDue: "01-25",
      carefulDays: { ...defaultPolicy.carefulDays, venue: 5 },
    });
  });

  it("replaces a whole array", () => {
    const policy = policyWith({ ladder: { protocol: { every: [10] } }, slots: ["09:00"] });
    expect(policy.ladder.protocol).toEqual({ stages: defaultPolicy.ladder.protocol.stages, every: [10] });
    expect(policy.slots).toEqual(["09:00"]);
    expect(policy.ladder.reply).toEqual(defaultPolicy.ladder.reply);
  });

  it("that is empty changes nothing, and never the default itself", () => {
    expect(policyWith({})).toEqual(defaultPolicy);
    expect(mergePolicy({ a: { b: [1, 2] } }, { a: { b: [3] } })).toEqual({ a: { b: [3] } });
    expect(mergePolicy({ a: { b: 1 } }, { a: 2 })).toEqual({ a: 2 });
    expect(mergePolicy({ a: [1] }, { a: { b: 1 } })).toEqual({ a: { b: 1 } });
  });

  test.each<[string, unknown]>([
    ["surprise", { surprise: 1 }],
    ["carefulDays.tea", { carefulDays: { tea: 1 } }],
    ["ladder.tea", { ladder: { tea: { stages: [] } } }],
    ["ladder.notice.surprise", { ladder: { notice: { surprise: 1 } } }],
    ["noticeDays", { noticeDays: -1 }],
    ["noticeDays", { noticeDays: 1.5 }],
    ["noticeDays", { noticeDays: "10" }],
    ["scheduleDue", { scheduleDue: "02-29" }],
    ["scheduleDue", { scheduleDue: "2-1" }],
    ["campaignOpens", { campaignOpens: "13-01" }],
    ["slots", { slots: [] }],
    ["slots", { slots: ["18:00", "09:00"] }],
    ["slots", { slots: ["09:00", "09:00"] }],
    ["slots.0", { slots: ["9:00"] }],
    ["officeCloses", { officeCloses: "25:00" }],
    ["zone", { zone: "Mars/Base" }],
    ["brake.share", { brake: { share: 2 } }],
    ["ladder.notice.stages.0.at", { ladder: { notice: { stages: [{ at: "soon", to: ["head"] }] } } }],
    ["ladder.notice.stages.0.to", { ladder: { notice: { stages: [{ at: "due", to: [] }] } } }],
    [
      "ladder.notice.stages",
      {
        ladder: {
          notice: {
            stages: [
              { at: "due", to: ["head"] },
              { at: "due", to: ["officer"] },
            ],
          },
        },
      },
    ],
    ["ladder.report.every.0", { ladder: { report: { every: [0] } } }],
    ["ladder.report.every", { ladder: { report: { stages: [] } } }],
    ["ladder.report", { ladder: { report: null } }],
  ])("is refused at %s for %j", (path, part) => {
    expect(refused(part)).toEqual([path]);
  });
});

/** What is said of a part that is refused. */
function said(part: unknown): string[] {
  const { error } = Policy.safeParse(mergePolicy(z.encode(Policy, defaultPolicy), part));
  return error?.issues.map(({ message }) => message) ?? [];
}
const noticeLadder = (ladder: object) => ({ ladder: { notice: ladder } });
const due = { at: "due", to: ["head"] };

describe("a part of a policy that is refused", () => {
  test.each<[string, unknown]>([
    ["must not be negative", { noticeDays: -1 }],
    ["must not be negative", { protocolHours: -0.5 }],
    ["is not a day that every year has, of the form MM-DD", { scheduleDue: "02-29" }],
    ["is not a day that every year has, of the form MM-DD", { scheduleEnds: "04-31" }],
    ["needs at least one slot", { slots: [] }],
    ["must ascend", { slots: ["18:00", "09:00"] }],
    ["is not a time of the form HH:MM", { officeCloses: "25:00" }],
    [
      "is no stage: ANCHOR±N, ANCHOR±Nwd or breach, optionally @HH:MM",
      noticeLadder({ stages: [{ at: "soon", to: ["head"] }] }),
    ],
    ["needs at least one role", noticeLadder({ stages: [{ at: "due", to: [] }] })],
    ["lists a stage twice", noticeLadder({ stages: [due, due] })],
    ["must be at least one day", noticeLadder({ every: [0] })],
    ["needs a stage to be counted from", noticeLadder({ stages: [], every: [7] })],
  ])("is told that it %s: %j", (message, part) => {
    expect(said(part)).toEqual([message]);
  });

  test.each<[unknown]>([
    [{ noticeDays: 0 }],
    [{ protocolHours: 0 }],
    [{ brake: { share: 0, bodies: 0 } }],
    [{ brake: { share: 1 } }],
    [{ slots: ["09:00"] }],
    [{ slots: ["00:00", "09:00", "23:59"] }],
    [{ scheduleDue: "02-28", campaignOpens: "12-28", scheduleEnds: "01-01" }],
    [{ scheduleDue: "10-19", campaignOpens: "09-20", scheduleEnds: "11-09" }],
    [{ scheduleDue: "01-31", campaignOpens: "11-30", scheduleEnds: "03-29" }],
    [noticeLadder({ stages: [], every: [] })],
    [noticeLadder({ stages: [due], every: [1] })],
    [noticeLadder({ stages: [due, { at: "due+1", to: ["head"] }] })],
  ])("is none of these: %j", (part) => {
    expect(said(part)).toEqual([]);
  });

  test.each<[unknown]>([
    [{ brake: { share: -0.1 } }],
    [{ brake: { bodies: -1 } }],
    [{ brake: { of: 1 } }],
    [{ scheduleDue: "00-10" }],
    [{ scheduleDue: "01-00" }],
    [{ scheduleDue: "101-01" }],
    [{ scheduleDue: "01-011" }],
    [{ replyWorkingDays: { oral: 1 } }],
    [{ redirectionWorkingDays: { late: 1 } }],
    [noticeLadder({ stages: [{ ...due, text: "" }] })],
    [noticeLadder({ every: [1.5] })],
  ])("may be any of these: %j", (part) => {
    expect(said(part)).toHaveLength(1);
  });
});

test("a part that is null, or an array, replaces what it is laid over", () => {
  expect(mergePolicy({ a: { b: 1 } }, { a: null })).toEqual({ a: null });
  expect(mergePolicy({ a: null }, { a: { b: 1 } })).toEqual({ a: { b: 1 } });
  expect(mergePolicy([1], { a: 1 })).toEqual({ a: 1 });
  expect(mergePolicy({ a: 1 }, "b")).toBe("b");
});
