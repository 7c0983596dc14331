import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { paperWriters } from "../functions/documents/write-papers.ts";
import { writeReport } from "../functions/documents/write-report.ts";
import { readEnvironment } from "../functions/env.ts";
import { pageDependencies } from "../functions/pages.ts";
import { createFrame } from "../functions/web/frame.tsx";
import { type CreatePages, type PageGroup, pageGroups } from "../functions/web/groups.ts";
import { wire } from "../functions/wiring.ts";
import { listen } from "../local/ses/listen.ts";

/**
 * Esep's pages and API alone, as a function in the cloud has them: what they read and write lies in another process. One
 * route more answers with two bytes, behind everything that a page of the watch is behind.
 */
const [runFile = "", port = ""] = process.argv.slice(2);
Object.assign(process.env, JSON.parse(readFileSync(runFile, "utf8")).environment, {
  APP_URL: `http://127.0.0.1:${port}`,
  // Nobody signs in by it: the benchmark puts its sessions into the table.
  OIDC_ISSUER: "http://127.0.0.1:1",
  OIDC_CLIENT_ID: "bench",
  SESSION_SECRET: "0".repeat(32),
});
// Ctrl-C ends it in order, so that `--cpu-prof` can write what it has seen.
process.once("SIGINT", () => process.exit(0));
const nothing = new Hono().get("/nothing", (context) => context.text("ok"));
const loaded = new Map(
  await Promise.all(pageGroups.map(async (group): Promise<[PageGroup, CreatePages]> => [group, await group.load()])),
);
const [group, pages] = [...loaded].find(([{ isOpen }]) => isOpen === undefined) ?? [];
if (group && pages) loaded.set(group, (deps) => new Hono().route("/", nothing).route("/", pages(deps)));
const wired = wire(readEnvironment(process.env));
await listen(createFrame(pageDependencies(wired, { writeReport, papers: paperWriters }), loaded), Number(port));
