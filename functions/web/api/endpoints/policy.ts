import * as z from "zod";
import { DayText } from "../../../../core/calendar/day.ts";
import { defaultPolicy } from "../../../../core/order608/default-policy.ts";
import { Policy } from "../../../../core/order608/policy.ts";
import { applyPolicy } from "../../../../core/policy-apply.ts";
import { PolicyChange, policySaid } from "../../../../core/policy-change.ts";
import { lookAheadPolicy } from "../../../../core/policy-outlook.ts";
import { tagOf } from "../conditions.ts";
import { defineEndpoint, type Endpoint, json, None } from "../endpoint.ts";
import { pageFrom, paging } from "../page.ts";
import { name } from "../schemas.ts";
import {
  AppliedVersion,
  appliedAnswer,
  PreviewAnswer,
  previewAnswer,
  previewExample,
  SettingVersionPage,
  termInputs,
  termsOf,
  versionAnswers,
  versionExample,
} from "./setting-answers.ts";

const PolicyAnswer = name(
  "PolicyAnswer",
  z.strictObject({
    registerVersion: z.int(),
    /** The applied version that is in force; null before the first, when it is what the register was imported with. */
    version: z.int().nullable(),
    /** How many versions were applied, also those that are not in force yet. */
    versions: z.int(),
    policy: Policy,
  }),
);

const getPolicy = defineEndpoint({
  method: "get",
  path: "/policy",
  id: "getPolicy",
  tag: "Settings",
  summary: "Every number that is not the law's own, and the escalation ladder, as they are in force.",
  params: None,
  query: None,
  answers: {
    200: {
      description: "The policy. Its ETag is for `If-Match` when a version is applied.",
      schema: PolicyAnswer,
      headers: { ETag: "How many versions were applied." },
      example: { registerVersion: 1, version: null, versions: 0, policy: Policy.encode(defaultPolicy) },
    },
  },
  errors: ["forbidden"],
  handle: async (_input, call) => {
    call.require("read-policy", null);
    const { version, policy, policyVersion = null } = call.loaded.directory;
    const versions = (await call.deps.policies.all()).length;
    const answer = { registerVersion: version, version: policyVersion, versions, policy };
    return json(PolicyAnswer, answer, { etag: tagOf(versions) });
  },
});

const listVersions = defineEndpoint({
  method: "get",
  path: "/policy/versions",
  id: "listPolicyVersions",
  tag: "Settings",
  summary: "Every applied version of the policy, oldest first, with what it changed; versions are never rewritten.",
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
    const { policy, importedPolicy = policy } = call.loaded.directory;
    const versions = await call.deps.policies.all();
    const all = versionAnswers(versions, (version) => policySaid(version.policy), policySaid(importedPolicy));
    return json(
      SettingVersionPage,
      pageFrom(all, ({ number }) => String(number), query),
    );
  },
});

const change = { part: { noticeDays: 12 } };

const previewPolicy = defineEndpoint({
  method: "post",
  path: "/policy/preview",
  id: "previewPolicy",
  tag: "Settings",
  summary:
    "What a change of the policy would move: due days, states, and letters of the next 60 days; nothing is written.",
  params: None,
  query: None,
  body: name("PolicyPreviewInput", z.strictObject({ change: PolicyChange, from: DayText.exactOptional() })),
  answers: { 200: { description: "What would move.", schema: PreviewAnswer, example: previewExample } },
  errors: ["forbidden", "invalid-json", "unsupported-media-type", "body-too-large", "refused"],
  examples: { body: { change, from: "2027-04-01" } },
  handle: async ({ body }, call) => {
    call.require("edit-policy", null);
    return previewAnswer(await lookAheadPolicy(body.change, body.from, call.loaded, call.deps));
  },
});

const apply = defineEndpoint({
  method: "post",
  path: "/policy",
  id: "applyPolicy",
  tag: "Settings",
  summary: "Adds a version of the policy, in force from today or a later day. What was written before stays as it is.",
  description: 'To undo a version, apply a former one again: `{"former": 0}` is what the register was imported with.',
  params: None,
  query: None,
  body: name("PolicyInput", z.strictObject({ change: PolicyChange, ...termInputs })),
  headers: ["If-Match", "Idempotency-Key"],
  answers: {
    200: {
      description: "The version that was added.",
      schema: AppliedVersion,
      headers: { ETag: "How many versions were applied." },
      example: { number: 1, from: "2027-04-01", reason: "Указание от 19.03.2027" },
    },
  },
  errors: [
    ...(["forbidden", "invalid-json", "unsupported-media-type", "body-too-large", "refused"] as const),
    ...(["changed", "key-reused", "conflict"] as const),
  ],
  examples: { body: { change, from: "2027-04-01", reason: "Указание от 19.03.2027" } },
  handle: async ({ body }, call) => {
    call.require("edit-policy", null);
    return appliedAnswer(await applyPolicy(body.change, termsOf(body, call), call.loaded, call.deps));
  },
});

export const policyEndpoints: readonly Endpoint[] = [getPolicy, listVersions, previewPolicy, apply];
