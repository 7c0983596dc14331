import * as z from "zod";
import { DayText } from "../../../../core/calendar/day.ts";
import type { Action } from "../../../../core/register/grant.ts";
import type { ApplyOutcome, ApplyTerms } from "../../../../core/use-cases/policy-changes/policy-apply.ts";
import type { Outlook } from "../../../../core/use-cases/policy-changes/policy-outlook.ts";
import { type Call, defineEndpoint, type Endpoint, json, None } from "../endpoint.ts";
import { pageFrom, paging } from "../page.ts";
import { name } from "../schemas.ts";
import {
  AppliedVersion,
  appliedAnswer,
  PreviewAnswer,
  previewAnswer,
  previewExample,
  SettingVersionPage,
  type SettingVersions,
  termInputs,
  termsOf,
  versionExample,
} from "./setting-answers.ts";

/** What tells the two settings apart, the policy and the calendar. */
interface Setting<Wish> {
  /** Its name in texts and, with a slash, its path. */
  readonly is: "policy" | "calendar";
  /** Its name in those of endpoints and schemas. */
  readonly id: "Policy" | "Calendar";
  readonly edit: Action;
  /** What is asked for, with an example that may stand with a reason. */
  readonly wish: z.ZodType<Wish>;
  readonly example: { readonly change: unknown; readonly reason: string };
  /** The summary of its preview. */
  readonly moves: string;
  /** What the former version 0 is. */
  readonly former: string;
  readonly versions: (call: Call) => Promise<SettingVersions>;
  readonly lookAhead: (change: Wish, from: ApplyTerms["from"] | undefined, call: Call) => Promise<Outlook>;
  readonly apply: (change: Wish, terms: ApplyTerms, call: Call) => Promise<ApplyOutcome>;
}

const bodyErrors = ["forbidden", "invalid-json", "unsupported-media-type", "body-too-large", "refused"] as const;

/** The versions of a setting, what a change would move, and a way to apply it. */
export function settingEndpoints<Wish>(setting: Setting<Wish>): readonly Endpoint[] {
  return [listVersions(setting), preview(setting), apply(setting)];
}

const listVersions = <Wish>({ is, id, versions }: Setting<Wish>): Endpoint =>
  defineEndpoint({
    method: "get",
    path: `/${is}/versions`,
    id: `list${id}Versions`,
    tag: "Settings",
    summary: `Every applied version of the ${is}, oldest first, with what it changed; versions are never rewritten.`,
    params: None,
    query: z.strictObject({ ...paging }),
    answers: {
      200: {
        description: "One page.",
        schema: SettingVersionPage,
        example: { items: [versionExample], next: null },
      },
    },
    errors: ["forbidden"],
    handle: async ({ query }, call) => {
      call.require("read-policy", null);
      const all = await versions(call);
      return json(
        SettingVersionPage,
        pageFrom(all, ({ number }) => String(number), query),
      );
    },
  });

const preview = <Wish>({ is, id, edit, wish, example, moves, lookAhead }: Setting<Wish>): Endpoint =>
  defineEndpoint({
    method: "post",
    path: `/${is}/preview`,
    id: `preview${id}`,
    tag: "Settings",
    summary: moves,
    params: None,
    query: None,
    body: name(`${id}PreviewInput`, z.strictObject({ change: wish, from: DayText.exactOptional() })),
    answers: { 200: { description: "What would move.", schema: PreviewAnswer, example: previewExample } },
    errors: bodyErrors,
    examples: { body: { change: example.change, from: "2027-04-01" } },
    handle: async ({ body }, call) => {
      call.require(edit, null);
      return previewAnswer(await lookAhead(body.change, body.from, call));
    },
  });

const apply = <Wish>(setting: Setting<Wish>): Endpoint => {
  const { is, id, edit, wish, example, former } = setting;
  return defineEndpoint({
    method: "post",
    path: `/${is}`,
    id: `apply${id}`,
    tag: "Settings",
    summary: `Adds a version of the ${is}, in force from today or a later day. What was written before stays as it is.`,
    description: `To undo a version, apply a former one again: \`{"former": 0}\` is ${former}.`,
    params: None,
    query: None,
    body: name(`${id}Input`, z.strictObject({ change: wish, ...termInputs })),
    headers: ["If-Match", "Idempotency-Key"],
    answers: {
      200: {
        description: "The version that was added.",
        schema: AppliedVersion,
        headers: { ETag: "How many versions were applied." },
        example: { number: 1, from: "2027-04-01", reason: example.reason },
      },
    },
    errors: [...bodyErrors, "changed", "key-reused", "conflict"],
    examples: { body: { change: example.change, from: "2027-04-01", reason: example.reason } },
    handle: async ({ body }, call) => {
      call.require(edit, null);
      return appliedAnswer(await setting.apply(body.change, termsOf(body, call), call));
    },
  });
};
