import { alarmCodes } from "./alarm-codes.ts";
import type { Created } from "./function.ts";
import type { Queues } from "./queues.ts";
import { queues as queueData, watchEvery } from "./resources.ts";

type Metric = Pick<
  aws.cloudwatch.MetricAlarmArgs,
  "namespace" | "metricName" | "dimensions" | "statistic" | "period" | "evaluationPeriods"
>;
/** When an alarm fires. */
export type Rule = Metric & {
  readonly description: string;
  readonly comparison: "above" | "below";
  readonly threshold: number;
  /** What no data means; silence is fine unless it is what the alarm is about. */
  readonly silence?: "breaching" | "notBreaching";
};

const fiveMinutes = 300;
const hour = 3600;

/** Where the counts of the codes are kept. */
export const namespace = (): string => `${$app.name}/${$app.stage}`;

/** Every alarm of a stage, by name. */
export const rulesOf = (
  functions: readonly Created[],
  queues: Queues,
  group: aws.scheduler.ScheduleGroup,
): Readonly<Record<string, Rule>> => ({
  ...Object.assign({}, ...functions.map(functionRules)),
  ...queueRules(queues),
  ...codeRules(),
  ...reputationRules,
  ...scheduleRules(group),
  ...slotRules(functions),
  ...heartbeatRules(),
});

const sum = { statistic: "Sum", evaluationPeriods: 1, comparison: "above", threshold: 0 } as const;

function functionRules({ name, function: { name: functionName } }: Created): Record<string, Rule> {
  const metric = { ...sum, namespace: "AWS/Lambda", dimensions: { FunctionName: functionName }, period: fiveMinutes };
  return {
    [`${name}Errors`]: { ...metric, metricName: "Errors", description: `The function ${name} failed.` },
    [`${name}Throttles`]: { ...metric, metricName: "Throttles", description: `AWS did not let ${name} run at once.` },
  };
}

/** A dead-letter queue should be empty; in any other, a message that waits long is work that nobody does. */
function queueRules(queues: Queues): Record<string, Rule> {
  const names = Object.keys(queueData) as (keyof typeof queueData)[]; // its own keys
  const rules = names.map((name): [string, Rule] => {
    const dimensions = { QueueName: queues[name].nodes.queue.name };
    const metric = { ...sum, namespace: "AWS/SQS", dimensions, statistic: "Maximum", period: fiveMinutes };
    if (!("dead" in queueData[name])) {
      const description = `Messages that could not be handled lie in the dead-letter queue ${name}.`;
      return [`${name}Depth`, { ...metric, metricName: "ApproximateNumberOfMessagesVisible", description }];
    }
    const description = `A message of the queue ${name} has waited for more than an hour.`;
    return [`${name}Age`, { ...metric, metricName: "ApproximateAgeOfOldestMessage", threshold: hour, description }];
  });
  return Object.fromEntries(rules);
}

const codeRules = (): Record<string, Rule> =>
  Object.fromEntries(
    Object.entries(alarmCodes).map(([code, description]) => [
      code,
      { ...sum, namespace: namespace(), metricName: "alarms", dimensions: { code }, period: fiveMinutes, description },
    ]),
  );

/** SES pauses an account that bounces above 10 % or has complaints above 0.5 %; it warns at half of the first. */
const reputation = {
  namespace: "AWS/SES",
  statistic: "Average",
  period: hour,
  evaluationPeriods: 1,
  comparison: "above",
};
const reputationRules = {
  BounceRate: {
    ...reputation,
    comparison: "above",
    metricName: "Reputation.BounceRate",
    threshold: 0.05,
    description: "More than 5 % of the letters bounce; SES stops the account at 10 %.",
  },
  ComplaintRate: {
    ...reputation,
    comparison: "above",
    metricName: "Reputation.ComplaintRate",
    threshold: 0.001,
    description: "More than 0.1 % of the letters are reported as unwanted; SES stops the account at 0.5 %.",
  },
} as const satisfies Record<string, Rule>;

const scheduleRules = ({ name }: aws.scheduler.ScheduleGroup): Record<string, Rule> => ({
  ScheduleDropped: {
    ...sum,
    namespace: "AWS/Scheduler",
    metricName: "InvocationDroppedCount",
    dimensions: { ScheduleGroup: name },
    period: fiveMinutes,
    description: "A scheduled call was given up; it lies in the queue schedulesDead.",
  },
});

/** The longest night between two slots is twelve hours: thirteen without a call mean that the schedule is silent. */
function slotRules(functions: readonly Created[]): Record<string, Rule> {
  const rules = functions
    .filter(({ name }) => name === "SweepStart")
    .map(({ name, function: { name: FunctionName } }): [string, Rule] => [
      "SlotMissed",
      {
        namespace: "AWS/Lambda",
        metricName: "Invocations",
        dimensions: { FunctionName },
        statistic: "Sum",
        period: hour,
        evaluationPeriods: 13,
        comparison: "below",
        threshold: 1,
        silence: "breaching",
        description: `No slot has come for thirteen hours: ${name} was not called.`,
      },
    ]);
  return Object.fromEntries(rules);
}

/** The watch is watched: three looks that it does not report are an alarm. */
const heartbeatRules = (): Record<string, Rule> => ({
  WatchSilent: {
    namespace: namespace(),
    metricName: "heartbeats",
    statistic: "Sum",
    period: 3 * watchEvery * 60,
    evaluationPeriods: 1,
    comparison: "below",
    threshold: 1,
    silence: "breaching",
    description: "The watch over the sweeps has not reported: nobody would notice a slot that is missed.",
  },
});
