import { alarmCodes } from "./alarm-codes.ts";
import { namespace } from "./alarm-rules.ts";
import type { Created } from "./function.ts";
import type { Queues } from "./queues.ts";

type Line = readonly (string | $util.Output<string>)[];

const WIDTH = 8;
const HEIGHT = 6;

/** One page with what an operator looks at first: runs, errors, queues, alarms by code, what became of the letters. */
export function createDashboard(functions: readonly Created[], queues: Queues): aws.cloudwatch.Dashboard {
  const ofFunctions = (metric: string): Line[] =>
    functions.map(({ function: { name } }) => ["AWS/Lambda", metric, "FunctionName", name]);
  const ofQueues = (metric: string): Line[] =>
    Object.values(queues).map(({ nodes }) => ["AWS/SQS", metric, "QueueName", nodes.queue.name]);
  const graphs = [
    graph("Calls", "Sum", ofFunctions("Invocations")),
    graph("Errors", "Sum", ofFunctions("Errors")),
    graph("Slowest call, ms", "Maximum", ofFunctions("Duration")),
    graph("Messages waiting", "Maximum", ofQueues("ApproximateNumberOfMessagesVisible")),
    graph("Oldest message, s", "Maximum", ofQueues("ApproximateAgeOfOldestMessage")),
    graph(
      "Alarms",
      "Sum",
      Object.keys(alarmCodes).map((code) => [namespace(), "alarms", "code", code]),
    ),
    graph(
      "Letters",
      "Sum",
      ["Send", "Delivery", "Bounce", "Complaint", "Reject"].map((metric) => ["AWS/SES", metric]),
    ),
    graph("Bounces and complaints, share", "Average", [
      ["AWS/SES", "Reputation.BounceRate"],
      ["AWS/SES", "Reputation.ComplaintRate"],
    ]),
  ];
  return new aws.cloudwatch.Dashboard("Overview", {
    dashboardName: `${$app.name}-${$app.stage}`,
    dashboardBody: $jsonStringify({ widgets: graphs.map(placed) }),
  });
}

const graph = (title: string, stat: string, metrics: readonly Line[]) => ({
  type: "metric",
  properties: { title, stat, metrics, period: 300, view: "timeSeries", region: aws.getRegionOutput().region },
});

/** Three in a row. */
const placed = <Widget extends object>(widget: Widget, index: number) => ({
  ...widget,
  x: (index % 3) * WIDTH,
  y: Math.floor(index / 3) * HEIGHT,
  width: WIDTH,
  height: HEIGHT,
});
