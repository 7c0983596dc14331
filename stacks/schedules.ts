import type { Created, Schedule } from "./function.ts";

/** Every schedule of a stage is in one group, so that one alarm watches all. */
export const createScheduleGroup = (): aws.scheduler.ScheduleGroup =>
  new aws.scheduler.ScheduleGroup("Schedules", { name: `${$app.name}-${$app.stage}` });

/** How often EventBridge Scheduler calls again, with growing pauses, before the call goes to the dead-letter queue. */
const RETRIES = 20;

/** Calls a function as its schedule says; a call that is not made within an hour is left to the next one. */
export function createSchedule(
  { name, function: called }: Created,
  schedule: Schedule,
  group: aws.scheduler.ScheduleGroup,
  dead: sst.aws.Queue,
): void {
  for (const [suffix, expression] of expressionsOf(schedule)) {
    new sst.aws.CronV2(`${name}${suffix}`, {
      function: called,
      schedule: expression,
      timezone: schedule.zone,
      retries: RETRIES,
      dlq: dead.arn,
      transform: {
        schedule: (args) => {
          args.groupName = group.name;
          args.target = $util.output(args.target).apply((target) => ({
            ...target,
            retryPolicy: { maximumRetryAttempts: RETRIES, maximumEventAgeInSeconds: 3600 },
          }));
        },
      },
    });
  }
}

type Expression = `cron(${string})` | `rate(${string})`;

/** EventBridge's expressions, each with what it adds to a name. */
const expressionsOf = (schedule: Schedule): readonly (readonly [string, Expression])[] =>
  "everyMinutes" in schedule
    ? [["Regularly", `rate(${schedule.everyMinutes} minutes)`]]
    : schedule.times.map((time) => [`At${time.replace(":", "")}`, cronOf(time)]);

/** `09:00` every day. */
function cronOf(time: string): Expression {
  const [hours, minutes] = time.split(":").map(Number);
  return `cron(${minutes} ${hours} * * ? *)`;
}
