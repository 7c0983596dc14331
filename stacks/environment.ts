import type { Resources } from "./functions.ts";
import { buckets, queues as queueData, tables as tableData } from "./resources.ts";

const tableNames = Object.keys(tableData) as (keyof typeof tableData)[]; // its own keys

/**
 * The environment of every function: names, never secrets. What a function may do with them is for its role to say. A test
 * compares it with `functions/env.ts`.
 */
export function environmentOf(
  resources: Resources,
  appUrl: $util.Input<string>,
): Readonly<Record<string, $util.Input<string>>> {
  const { settings, tables, queues, letters, evidence, mail } = resources;
  return {
    ...Object.fromEntries(tableNames.map((name) => [tableData[name].variable, tables[name].name])),
    [queueData.sweeps.variable]: queues.sweeps.url,
    [queueData.mail.variable]: queues.mail.url,
    [queueData.reports.variable]: queues.reports.url,
    [buckets.letters.variable]: letters.name,
    [buckets.evidence.variable]: evidence.name,
    MAIL_FROM: settings.mailFrom,
    ...(settings.mailReplyTo !== undefined && { MAIL_REPLY_TO: settings.mailReplyTo }),
    MAIL_CONFIGURATION_SET: mail.configurationSet.configurationSetName,
    APP_URL: appUrl,
  };
}
