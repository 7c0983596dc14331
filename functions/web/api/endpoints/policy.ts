import * as z from "zod";
import { defaultPolicy } from "../../../../core/order608/default-policy.ts";
import { Policy } from "../../../../core/order608/policy.ts";
import { applyPolicy } from "../../../../core/use-cases/policy-changes/policy-apply.ts";
import { PolicyChange, policySaid } from "../../../../core/use-cases/policy-changes/policy-change.ts";
import { lookAheadPolicy } from "../../../../core/use-cases/policy-changes/policy-outlook.ts";
import { tagOf } from "../conditions.ts";
import { defineEndpoint, type Endpoint, json, None } from "../endpoint.ts";
import { name } from "../schemas.ts";
import { versionAnswers } from "./setting-answers.ts";
import { settingEndpoints } from "./setting-endpoints.ts";

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

export const policyEndpoints: readonly Endpoint[] = [
  getPolicy,
  ...settingEndpoints({
    ...{ is: "policy", id: "Policy", edit: "edit-policy", wish: PolicyChange },
    example: { change: { part: { noticeDays: 12 } }, reason: "Указание от 19.03.2027" },
    moves:
      "What a change of the policy would move: due days, states, and letters of the next 60 days; nothing is written.",
    former: "what the register was imported with",
    versions: async ({ deps, loaded }) => {
      const { policy, importedPolicy = policy } = loaded.directory;
      return versionAnswers(
        await deps.policies.all(),
        (version) => policySaid(version.policy),
        policySaid(importedPolicy),
      );
    },
    lookAhead: (change, from, { loaded, deps }) => lookAheadPolicy(change, from, loaded, deps),
    apply: (change, terms, { loaded, deps }) => applyPolicy(change, terms, loaded, deps),
  }),
];
