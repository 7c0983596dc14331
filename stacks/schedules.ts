import type { Created, Schedule } from "./function.ts";

/** Every schedule of a stage is in one group, so that one alarm watches all. */
export const createScheduleGroup = (): aws.scheduler.ScheduleGroup =>
  new aws.scheduler.ScheduleGroup("Schedules", { name: `${$app.name}-${$app.stage}` });

/** How often EventBridge Scheduler calls again, with growing pauses, before the call goes to the dead-letter queue. */
const RETRIES = 20;

/** Calls a function at each moment of a schedule; a moment that is not reached within an hour is left to the next one. */
export function createSchedule(
  { name, function: called }: Created,
  { zone, times }: Schedule,
  group: aws.scheduler.ScheduleGroup,
  dead: sst.aws.Queue,
): void {
  for (const time of times) {
    new sst.aws.CronV2(`${name}At${time.replace(":", "")}`, {
      function: called,
      schedule: cronOf(time),
      timezone: zone,
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

/** `09:00` every day. */
function cronOf(time: string): `cron(${string})` {
  const [hours, minutes] = time.split(":").map(Number);
  return `cron(${minutes} ${hours} * * ? *)`;
}
