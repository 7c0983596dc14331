import { describe, expect, it } from "vitest";
import { schedules, watchEvery } from "../../stacks/resources.ts";
import { graphOf, inputsOf, ofType } from "./synthesis/queries.ts";
import { stageNames } from "./synthesis/stages.ts";

describe.each(stageNames)("the schedules of %s", (stage) => {
  it("start the sweeps at every slot, in the ministry's zone", () => {
    const sweeps = ofType(graphOf(stage), "Schedule").filter(({ name }) => name.startsWith("SweepStart"));
    expect(sweeps.map(({ inputs }) => inputs["scheduleExpression"]).sort()).toEqual([
      "cron(0 18 * * ? *)",
      "cron(0 21 * * ? *)",
      "cron(0 9 * * ? *)",
    ]);
    expect(sweeps).toHaveLength(schedules.sweeps.times.length);
  });

  it("let the watch look as often as resources.ts says", () => {
    const watch = ofType(graphOf(stage), "Schedule").filter(({ name }) => name.startsWith("Watch"));
    expect(watch.map(({ inputs }) => inputs["scheduleExpression"])).toEqual([`rate(${watchEvery} minutes)`]);
  });

  it("are in the stage's group and on local clocks, call again for an hour, then keep the call", () => {
    const graph = graphOf(stage);
    const group = inputsOf(graph, "ScheduleGroup", "Schedules")["name"];
    for (const { inputs } of ofType(graph, "Schedule")) {
      expect(inputs).toMatchObject({
        groupName: group,
        scheduleExpressionTimezone: "Asia/Almaty",
        state: "ENABLED",
        flexibleTimeWindow: { mode: "OFF" },
        target: {
          retryPolicy: { maximumRetryAttempts: 20, maximumEventAgeInSeconds: 3600 },
          deadLetterConfig: { arn: expect.stringContaining("SchedulesDeadQueue") },
        },
      });
    }
  });
});
