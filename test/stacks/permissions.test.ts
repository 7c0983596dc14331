import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { Graph, Resource } from "./synthesis/graph.ts";
import { graphOf, ofType, type Statement, statementsOf } from "./synthesis/queries.ts";
import { type Stage, stageNames, stages } from "./synthesis/stages.ts";

const expected: unknown = JSON.parse(readFileSync(join(import.meta.dirname, "permissions.expected.json"), "utf8"));

/** Actions for which AWS knows no resource, each with the reason. */
const withoutResource: Readonly<Record<string, string>> = {
  "ses:GetSendQuota": "the quota is the account's",
};

const InlinePolicies = z.array(z.object({ policy: z.string() })).default([]);

const allowedBy = ({ inputs }: Resource): readonly Statement[] =>
  InlinePolicies.parse(inputs["inlinePolicies"]).flatMap(({ policy }) => statementsOf(policy));

/** `dynamodb:table/LettersTable`: the same in every stage, account and region. */
const shortened = (arn: string, { app }: Graph, stage: Stage): string =>
  arn
    .replace(/^arn:aws:([a-z0-9-]+):[a-z0-9-]*:\d*:/, "$1:")
    .replace(stages[stage].ESEP_MAIL_IDENTITY, "<sender>")
    .replace(`${app.name}-${stage}-`, "")
    .replace(`${app.name}-${stage}`, "<stage>")
    .replace(/-[a-z]{8}(?=$|\.fifo|\/)/, "");

/** Actions by resource, both in alphabetical order; a condition stands behind the action. */
function matrixOf(role: Resource, graph: Graph, stage: Stage): Record<string, string[]> {
  const lines = allowedBy(role).flatMap(({ Action, Resource = [], Condition = {} }) => {
    const keys = Object.values(Condition).flatMap((condition) => Object.keys(condition));
    const suffix = keys.length > 0 ? ` if ${keys.join(", ")}` : "";
    return Resource.flatMap((arn) =>
      Action.map((action) => ({ resource: shortened(arn, graph, stage), action: `${action}${suffix}` })),
    );
  });
  const byResource = Map.groupBy(lines, ({ resource }) => resource);
  const entries = [...byResource].map(([resource, found]) => [resource, found.map(({ action }) => action).sort()]);
  return Object.fromEntries(entries.sort());
}

describe.each(stageNames)("the roles of %s", (stage) => {
  it("allow exactly what permissions.expected.json says", () => {
    const graph = graphOf(stage);
    const roles = ofType(graph, "Role").map((role) => [role.name.replace(/Role$/, ""), matrixOf(role, graph, stage)]);
    expect(Object.fromEntries(roles)).toEqual(expected);
  });

  it("are granted by nothing else: no managed policy, no attachment", () => {
    const graph = graphOf(stage);
    for (const { inputs } of ofType(graph, "Role")) expect(inputs["managedPolicyArns"] ?? []).toEqual([]);
    for (const type of ["RolePolicyAttachment", "RolePolicy", "PolicyAttachment"])
      expect(ofType(graph, type)).toEqual([]);
  });

  it("name every resource and action, but for the actions that have a reason", () => {
    const open = ofType(graphOf(stage), "Role").flatMap((role) =>
      allowedBy(role)
        .filter(({ Action, Resource = [] }) => Resource.includes("*") || Action.some((action) => action.includes("*")))
        .flatMap(({ Action }) => Action.filter((action) => !(action in withoutResource))),
    );
    expect(open).toEqual([]);
  });

  it("trust one service each, and never the account", () => {
    const trusts = ofType(graphOf(stage), "Role").flatMap(({ inputs }) =>
      statementsOf(inputs["assumeRolePolicy"]).map(({ Principal }) => JSON.stringify(Principal)),
    );
    expect([...new Set(trusts)].sort()).toEqual([
      '{"Service":["lambda.amazonaws.com"]}',
      '{"Service":["scheduler.amazonaws.com"]}',
    ]);
  });
});
