import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { alarmCodes } from "../../stacks/alarm-codes.ts";
import { queues, watchEvery } from "../../stacks/resources.ts";
import { graphOf, inputsOf, ofType } from "./synthesis/queries.ts";
import { stageNames, stages } from "./synthesis/stages.ts";

it("every alarm that code raises has an entry in alarm-codes.ts, and no entry is dead", () => {
  const sources = globSync(["core/**/*.ts", "functions/**/*.ts"]).map((path) => readFileSync(path, "utf8"));
  const raised = sources.flatMap((text) => [...text.matchAll(/\braise\(\s*"([^"]+)"/g)].map(([, code]) => code));
  const watched = [...readFileSync("core/use-cases/letters/watch.ts", "utf8").matchAll(/\bcode: "([^"]+)"/g)].map(
    ([, code]) => code,
  );
  expect([...new Set([...raised, ...watched])].sort()).toEqual(Object.keys(alarmCodes).sort());
});

describe.each(stageNames)("the alarms of %s", (stage) => {
  const alarms = () => ofType(graphOf(stage), "MetricAlarm");
  const of = (metricName: string) => alarms().filter(({ inputs }) => inputs["metricName"] === metricName);

  it("tell the operator's address, when they fire and when they end", () => {
    const topics = ofType(graphOf(stage), "TopicSubscription").filter(({ inputs }) => inputs["protocol"] === "email");
    expect(topics.map(({ inputs }) => inputs["endpoint"])).toEqual([stages[stage].ESEP_ALARM_EMAIL]);
    for (const { inputs } of alarms()) {
      expect(inputs["alarmActions"]).toEqual([topics[0]?.inputs["topic"]]);
      expect(inputs["okActions"]).toEqual(inputs["alarmActions"]);
      expect(String(inputs["alarmDescription"]).length).toBeGreaterThan(20);
    }
  });

  it("watch every dead-letter queue for a first message, every other one for work that waits", () => {
    const dead = Object.keys(queues).filter((name) => name.endsWith("Dead"));
    expect(of("ApproximateNumberOfMessagesVisible")).toHaveLength(dead.length);
    for (const { inputs } of of("ApproximateNumberOfMessagesVisible")) expect(inputs["threshold"]).toBe(0);
    expect(of("ApproximateAgeOfOldestMessage")).toHaveLength(Object.keys(queues).length - dead.length);
  });

  it("watch every function for errors and throttles, and its log for codes", () => {
    const functions = ofType(graphOf(stage), "Function").length;
    expect(of("Errors")).toHaveLength(functions);
    expect(of("Throttles")).toHaveLength(functions);
    const filters = ofType(graphOf(stage), "LogMetricFilter");
    const ofCodes = filters.filter(({ inputs }) => inputs["name"] === "alarms");
    expect(ofCodes).toHaveLength(functions);
    for (const { inputs } of ofCodes) expect(inputs["pattern"]).toBe('{ $.alarm = "*" }');
  });

  it("hear each code where the filters count it", () => {
    const [filter] = ofType(graphOf(stage), "LogMetricFilter");
    const { namespace } = of("alarms")[0]?.inputs ?? {};
    expect(filter?.inputs["metricTransformation"]).toMatchObject({ namespace, name: "alarms" });
    expect(of("alarms").map(({ inputs }) => inputs["dimensions"])).toEqual(
      expect.arrayContaining(Object.keys(alarmCodes).map((code) => ({ code }))),
    );
  });

  it("fire when the watch does not say three times that it has looked", () => {
    const filter = inputsOf(graphOf(stage), "LogMetricFilter", "WatchHeartbeats");
    const alarm = inputsOf(graphOf(stage), "MetricAlarm", "WatchSilentAlarm");
    expect(filter).toMatchObject({
      pattern: '{ $.heartbeat = "watch" }',
      metricTransformation: { name: "heartbeats" },
    });
    expect(alarm).toMatchObject({
      metricName: "heartbeats",
      period: 3 * watchEvery * 60,
      treatMissingData: "breaching",
    });
    expect(alarm["comparisonOperator"]).toBe("LessThanThreshold");
  });

  it("fire when no slot comes for thirteen hours: silence is what they are about", () => {
    expect(inputsOf(graphOf(stage), "MetricAlarm", "SlotMissedAlarm")).toMatchObject({
      metricName: "Invocations",
      comparisonOperator: "LessThanThreshold",
      threshold: 1,
      period: 3600,
      evaluationPeriods: 13,
      treatMissingData: "breaching",
    });
  });

  it("fire at half of the rates at which SES stops an account, or before", () => {
    expect(inputsOf(graphOf(stage), "MetricAlarm", "BounceRateAlarm")["threshold"]).toBeLessThanOrEqual(0.05);
    expect(inputsOf(graphOf(stage), "MetricAlarm", "ComplaintRateAlarm")["threshold"]).toBeLessThanOrEqual(0.0025);
  });

  it("have a dashboard beside them that shows every queue and function", () => {
    const body = String(inputsOf(graphOf(stage), "Dashboard", "Overview")["dashboardBody"]);
    const shown = [...ofType(graphOf(stage), "Queue"), ...ofType(graphOf(stage), "Function")];
    for (const { inputs } of shown) expect(body).toContain(inputs["name"]);
  });
});
