import { namespace, type Rule, rulesOf } from "./alarm-rules.ts";
import type { Created } from "./function.ts";
import type { Queues } from "./queues.ts";
import type { Settings } from "./settings.ts";

/** A topic with the operator's address, and every alarm that tells it. */
export function createAlarms(
  settings: Settings,
  functions: readonly Created[],
  queues: Queues,
  group: aws.scheduler.ScheduleGroup,
): readonly aws.cloudwatch.MetricAlarm[] {
  const topic = new sst.aws.SnsTopic("AlarmsTopic");
  new aws.sns.TopicSubscription("AlarmsEmail", {
    topic: topic.arn,
    protocol: "email",
    endpoint: settings.alarmEmail,
  });
  for (const { name, logs } of functions) countCodes(name, logs);
  countHeartbeats(functions);
  return Object.entries(rulesOf(functions, queues, group)).map(([name, rule]) => createAlarm(name, rule, topic));
}

function createAlarm(name: string, rule: Rule, topic: sst.aws.SnsTopic): aws.cloudwatch.MetricAlarm {
  const { description, comparison, silence = "notBreaching", ...metric } = rule;
  return new aws.cloudwatch.MetricAlarm(`${name}Alarm`, {
    ...metric,
    name: `${$app.name}-${$app.stage}-${name}`,
    alarmDescription: description,
    comparisonOperator: comparison === "above" ? "GreaterThanThreshold" : "LessThanThreshold",
    treatMissingData: silence,
    alarmActions: [topic.arn],
    okActions: [topic.arn],
  });
}

/** Counts the log lines with an `alarm`, by their code. */
function countCodes(name: string, logs: aws.cloudwatch.LogGroup): void {
  new aws.cloudwatch.LogMetricFilter(`${name}Codes`, {
    name: "alarms",
    logGroupName: logs.name,
    pattern: '{ $.alarm = "*" }',
    metricTransformation: { namespace: namespace(), name: "alarms", value: "1", dimensions: { code: "$.alarm" } },
  });
}

/** Counts the lines in which the watch says that it has looked. */
function countHeartbeats(functions: readonly Created[]): void {
  for (const { logs } of functions.filter(({ name }) => name === "Watch")) {
    new aws.cloudwatch.LogMetricFilter("WatchHeartbeats", {
      name: "heartbeats",
      logGroupName: logs.name,
      pattern: '{ $.heartbeat = "watch" }',
      metricTransformation: { namespace: namespace(), name: "heartbeats", value: "1" },
    });
  }
}
