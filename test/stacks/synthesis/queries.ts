import { inject } from "vitest";
import * as z from "zod";
import type { Graph, Resource } from "./graph.ts";
import type { Stage } from "./stages.ts";

/** A synthesised stage; fails when the tests' setup did not run, instead of testing nothing. */
export function graphOf(stage: Stage): Graph {
  const graphs = inject("graphs");
  if (!graphs) throw new Error('There is no synthesis: run these tests as part of "npm test", whose setup makes it.');
  return graphs[stage];
}

/** The resources of a type, by the end of its name, like `Table`. */
export const ofType = ({ resources }: Graph, type: string): readonly Resource[] =>
  resources.filter((resource) => resource.type.startsWith("aws:") && resource.type.endsWith(`:${type}`));

/** The inputs of one resource. */
export function inputsOf(graph: Graph, type: string, name: string): Resource["inputs"] {
  const [found, ...others] = ofType(graph, type).filter((resource) => resource.name === name);
  if (!found || others.length > 0) throw new Error(`There are ${others.length + (found ? 1 : 0)} ${type} ${name}.`);
  return found.inputs;
}

/** Whether an ARN or address ends in a resource's physical name. */
export const refersTo = (text: unknown, { inputs }: Resource): boolean =>
  typeof text === "string" && text.split(/[:/]/).at(-1) === inputs["name"];

const Texts = z.union([z.string(), z.array(z.string())]).transform((given) => [given].flat());

const Statement = z.object({
  Effect: z.literal(["Allow", "Deny"]),
  Action: Texts,
  Resource: Texts.optional(),
  Principal: z.record(z.string(), Texts).optional(),
  Condition: z.record(z.string(), z.record(z.string(), Texts)).optional(),
});
export type Statement = z.output<typeof Statement>;

const Document = z.object({ Statement: z.array(Statement) });

/** The statements of a policy, which is a document or its text. */
export const statementsOf = (policy: unknown): readonly Statement[] =>
  Document.parse(typeof policy === "string" ? JSON.parse(policy) : policy).Statement;
