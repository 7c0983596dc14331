import { describe, expect, it } from "vitest";
import { queues } from "../../stacks/resources.ts";
import type { Graph, Resource } from "./synthesis/graph.ts";
import { graphOf, ofType, refersTo } from "./synthesis/queries.ts";
import { stageNames } from "./synthesis/stages.ts";

const names = Object.keys(queues) as (keyof typeof queues)[]; // its own keys

function queueOf(graph: Graph, name: string): Resource {
  const component = `${name.charAt(0).toUpperCase()}${name.slice(1)}QueueQueue`;
  const found = ofType(graph, "Queue").find((queue) => queue.name === component);
  if (!found) throw new Error(`There is no queue ${component}.`);
  return found;
}

describe.each(stageNames)("the stage %s", (stage) => {
  it.each(names)("has the queue %s as resources.ts says, encrypted", (name) => {
    const { inputs } = queueOf(graphOf(stage), name);
    expect(inputs).toMatchObject({
      fifoQueue: queues[name].fifo,
      visibilityTimeoutSeconds: queues[name].visibility,
      messageRetentionSeconds: queues[name].retention,
      sqsManagedSseEnabled: true,
    });
  });

  it("has no other queue, and each has a dead-letter queue of its kind unless it is one or the schedules'", () => {
    const graph = graphOf(stage);
    expect(ofType(graph, "Queue")).toHaveLength(names.length);
    for (const name of names.filter((given) => !given.endsWith("Dead"))) {
      const policy = JSON.parse(String(queueOf(graph, name).inputs["redrivePolicy"]));
      const dead = ofType(graph, "Queue").find((queue) => refersTo(policy.deadLetterTargetArn, queue));
      expect(dead?.inputs["fifoQueue"]).toBe(queues[name].fifo);
      expect(policy.maxReceiveCount).toBeGreaterThanOrEqual(3);
    }
  });

  it("hides a message for six times its reader's timeout and takes partial answers", () => {
    const graph = graphOf(stage);
    const mappings = ofType(graph, "EventSourceMapping");
    expect(mappings.length).toBeGreaterThanOrEqual(2);
    for (const { inputs } of mappings) {
      const queue = ofType(graph, "Queue").find((found) => refersTo(inputs["eventSourceArn"], found));
      const reader = ofType(graph, "Function").find((found) => refersTo(inputs["functionName"], found));
      const visibility = Number(queue?.inputs["visibilityTimeoutSeconds"]);
      expect(visibility).toBeGreaterThanOrEqual(6 * Number(reader?.inputs["timeout"]));
      expect(inputs["functionResponseTypes"]).toEqual(["ReportBatchItemFailures"]);
    }
  });

  it("gives the sweep one scope at a time", () => {
    const graph = graphOf(stage);
    const sweeps = queueOf(graph, "sweeps");
    const mapping = ofType(graph, "EventSourceMapping").find(({ inputs }) =>
      refersTo(inputs["eventSourceArn"], sweeps),
    );
    expect(mapping?.inputs["batchSize"]).toBe(1);
  });
});
