import { writeFileSync } from "node:fs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { openPorts, sweepScopes } from "./sweep-world.ts";

/**
 * What a process without the store came to: megabytes of heap in use before anything was swept, the most while the
 * ministry's scope was swept, which reads every dossier, the most after departments of the first and of the last tenth, and
 * all of the process at its largest; and processor seconds.
 */
export type SweepProcess = Readonly<
  Record<
    "begun" | "ministry" | "firstTenth" | "lastTenth" | "resident" | "ministrySeconds" | "departmentsSeconds",
    number
  >
>;

const [result = ""] = process.argv.slice(2);
const collect = globalThis.gc ?? (() => undefined);
const inUse = (): number => {
  collect();
  return process.memoryUsage().heapUsed / 1e6;
};
const seconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

const client = DynamoDBDocumentClient.from(new DynamoDBClient());
const ports = openPorts(client);
const scopes = (await ports.register.directory())?.scopes ?? [];
const departments = scopes.length - 1;
const begun = inUse();
const started = seconds();
let ministry = 0;
const watch = setInterval(() => {
  ministry = Math.max(ministry, process.memoryUsage().heapUsed / 1e6);
}, 100);
let ministrySeconds = 0;
let measuring = 0;
const tenths = { first: 0, last: 0 };
let done = -1;
await sweepScopes(scopes, ports, () => {
  done++;
  if (done === 0) {
    clearInterval(watch);
    ministry = Math.max(ministry, inUse());
    ministrySeconds = seconds() - started;
    return;
  }
  const tenth = done <= departments / 10 ? "first" : done > departments * 0.9 ? "last" : null;
  if (!tenth || done % Math.max(1, Math.floor(departments / 100)) !== 0) return;
  const before = seconds();
  tenths[tenth] = Math.max(tenths[tenth], inUse());
  measuring += seconds() - before;
});
const measured: SweepProcess = {
  ...{ begun, ministry, firstTenth: tenths.first, lastTenth: tenths.last },
  resident: process.resourceUsage().maxRSS / 1e3,
  ...{ ministrySeconds, departmentsSeconds: seconds() - started - ministrySeconds - measuring },
};
writeFileSync(result, JSON.stringify(measured));
process.exit(0);
