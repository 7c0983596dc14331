import * as z from "zod";
import { changesBetween } from "../../../../core/audit/changes.ts";
import { FieldChange } from "../../../../core/audit/entry.ts";
import { DayText } from "../../../../core/calendar/day.ts";
import { InstantNumber } from "../../../../core/calendar/zone.ts";
import { Prose } from "../../../../core/dossier/commands/input.ts";
import { ObligationId } from "../../../../core/dossier/obligation-id.ts";
import type { Applied } from "../../../../core/order608/policy-versions.ts";
import type { ApplyOutcome, ApplyTerms } from "../../../../core/use-cases/policy-changes/policy-apply.ts";
import type { SettingIssue } from "../../../../core/use-cases/policy-changes/policy-change.ts";
import type { Outlook } from "../../../../core/use-cases/policy-changes/policy-outlook.ts";
import { idempotencyKey, seenVersion, tagOf } from "../conditions.ts";
import { type Answer, type Call, json } from "../endpoint.ts";
import { pageOf } from "../page.ts";
import { Problem } from "../problem.ts";
import { name, State } from "../schemas.ts";

/** One applied version of the policy or of the calendar: who, when, why, before → after. */
const SettingVersion = name(
  "SettingVersion",
  z.strictObject({
    /** Counts from 1. */
    number: z.int(),
    /** The first day on which it is in force. */
    from: DayText,
    appliedAt: InstantNumber,
    by: z.strictObject({ id: z.string(), name: z.string().nullable() }),
    reason: z.string(),
    /** What it says otherwise than the version before. */
    changes: z.array(FieldChange),
  }),
);

export type SettingVersions = readonly z.output<typeof SettingVersion>[];

export const SettingVersionPage = name("SettingVersionPage", pageOf(SettingVersion));

export const versionExample = {
  ...{ number: 1, from: "2027-04-01", appliedAt: 1_805_000_000_000, by: { id: "user:admin", name: "Айгерим" } },
  ...{ reason: "Указание от 19.03.2027", changes: [{ path: "noticeDays", before: 10, after: 12 }] },
};

type Json = Parameters<typeof changesBetween>[0];

/** All versions with what each changed; `said` is a version's value as it goes out, `first` what was there before all. */
export function versionAnswers<Version extends Applied>(
  versions: readonly Version[],
  said: (version: Version) => Json,
  first: Json,
): SettingVersions {
  return versions.map((version, index) => {
    const before = versions[index - 1];
    const { number, from, appliedAt, by, name = null, reason } = version;
    const changes = changesBetween(before ? said(before) : first, said(version));
    return { number, from, appliedAt, by: { id: by, name }, reason, changes };
  });
}

export const AppliedVersion = name(
  "AppliedVersion",
  z.strictObject({ number: z.int(), from: DayText, reason: z.string() }),
);

const Judged = z.strictObject({ due: DayText, target: DayText, state: State }).nullable();
const Count = z.strictObject({ before: z.int(), after: z.int() });

/** What a change would move; nothing that was written is rewritten. */
export const PreviewAnswer = name(
  "SettingPreview",
  z.strictObject({
    /** The first day of the change, and the day that the findings are for. */
    from: DayText,
    /** What the setting itself says otherwise; nothing when it says what is said already. */
    changes: z.array(FieldChange),
    bodies: z.array(z.string()),
    /** How many findings move, and the first of them. */
    movedCount: z.int(),
    moved: z.array(
      z.strictObject({
        ...{ body: z.string(), campaign: z.int(), obligation: ObligationId, subject: z.string() },
        ...{ before: Judged, after: Judged },
      }),
    ),
    /** Letters and their items in the next 60 days, without the change and with it. */
    ...{ letters: Count, items: Count },
    /** Findings that need a year without a calendar. */
    failed: Count,
  }),
);

export const previewExample = {
  ...{ from: "2027-04-01", changes: [{ path: "noticeDays", before: 10, after: 12 }] },
  ...{ bodies: ["DP-10"], movedCount: 1, failed: { before: 0, after: 0 } },
  moved: [
    {
      ...{ body: "DP-10", campaign: 2027, obligation: "notice", subject: "m1" },
      before: { due: "2027-04-20", target: "2027-04-19", state: "upcoming" },
      after: { due: "2027-04-18", target: "2027-04-16", state: "upcoming" },
    },
  ],
  ...{ letters: { before: 40, after: 42 }, items: { before: 61, after: 64 } },
};

/** How many moved findings go out one by one. */
const SHOWN = 500;

export function previewAnswer(outlook: Outlook): Answer {
  if (outlook.kind === "refused") throw refused(outlook.issues);
  const { from, changes, preview } = outlook;
  const { moved, bodies, letters, items, failed } = preview;
  const shown = moved.slice(0, SHOWN).map(({ derivation: _derivation, ...one }) => one);
  return json(PreviewAnswer, {
    ...{ from, changes: [...changes], bodies: [...bodies], movedCount: moved.length, moved: shown },
    ...{ letters: { ...letters }, items: { ...items }, failed: { ...failed } },
  });
}

/** From when and why a version is applied. */
export const termInputs = { from: DayText, reason: Prose };

/** The terms of a request that applies a version. */
export function termsOf({ from, reason }: { from: ApplyTerms["from"]; reason: string }, call: Call): ApplyTerms {
  const { req } = call.context;
  const key = idempotencyKey(req.header("idempotency-key"));
  const { id, name: called } = call.caller;
  return {
    ...{ from, reason, by: { id, name: called } },
    request: key === undefined ? call.deps.identifiers.token() : call.deps.hash(`${id} ${key}`),
    isRepeatable: key !== undefined,
    seen: seenVersion(req.header("if-match")),
  };
}

export function appliedAnswer(outcome: ApplyOutcome): Answer {
  switch (outcome.kind) {
    case "applied": {
      const { number, from, reason } = outcome.version;
      return json(AppliedVersion, { number, from, reason }, { etag: tagOf(number) });
    }
    case "refused":
      throw refused(outcome.issues);
    case "nothing-to-change":
      throw new Problem("refused", {
        issues: [{ path: "body.change", rule: "nothing-to-change", message: "says what is in force already" }],
      });
    case "conflict":
      throw new Problem("changed", { version: outcome.version });
    case "busy":
      throw new Problem("conflict");
    case "other-request":
      throw new Problem("key-reused");
  }
}

/** Terms stand in the body itself, everything else in the change. */
const refused = (issues: readonly SettingIssue[]): Problem =>
  new Problem("refused", {
    issues: issues.map(({ path, rule, message }) => {
      const place = path === "from" || path === "reason" ? ["body"] : ["body", "change"];
      return { path: [...place, ...(path === "" ? [] : [path])].join("."), rule, message };
    }),
  });
