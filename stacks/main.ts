import { createAlarms } from "./alarms.ts";
import { createDashboard } from "./dashboard.ts";
import { environmentOf } from "./environment.ts";
import { type Created, createFunction, type Definition } from "./function.ts";
import { define } from "./functions.ts";
import { createMailService } from "./mail.ts";
import { createQueues } from "./queues.ts";
import { createSchedule, createScheduleGroup } from "./schedules.ts";
import { readSettings } from "./settings.ts";
import { createEvidenceBucket, createLettersBucket, createTables } from "./storage.ts";
import { createPages, createSignIn } from "./web.ts";

/** Everything of one stage; what it returns is shown after the deployment. */
export function deploy() {
  const settings = readSettings(process.env);
  const queues = createQueues();
  const mail = createMailService(settings, queues.events);
  const pages = createPages(settings);
  const signIn = createSignIn(pages);
  const storage = { tables: createTables(), letters: createLettersBucket(), evidence: createEvidenceBucket() };
  const resources = { settings, queues, mail, signIn, ...storage };
  const environment = environmentOf(resources, pages.url);
  const group = createScheduleGroup();
  const functions = Object.entries<Definition>(define(resources)).map(([name, definition]): Created => {
    const created = createFunction(name, definition, environment);
    if (definition.schedule) createSchedule(created, definition.schedule, group, queues.schedulesDead);
    for (const route of definition.serves ?? []) pages.api.route(route, created.function.arn);
    return created;
  });
  createAlarms(settings, functions, queues, group);
  createDashboard(functions, queues);
  return {
    pages: pages.url,
    signIn: signIn.issuer,
    users: signIn.pool.id,
    dkim: mail.identity.dkimSigningAttributes.tokens,
  };
}
