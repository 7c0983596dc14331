import { beforeAll, describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { type Caller, Grant, mayDo } from "../../core/register/grant.ts";
import { seedGrants } from "../../core/use-cases/records/grants.ts";
import { keepTexts, previewImport, startImport } from "../../core/use-cases/register-changes/import-runs.ts";
import { sha256 } from "../../functions/hash.ts";
import { importPorts } from "../../functions/web/imports/runs.ts";
import type { TimeMachine } from "../../functions/web/time-machine/machine.ts";
import { register } from "../api/support/api.ts";
import { aLetter } from "../api/support/letter.ts";
import { demoRules, type Filled, type PageRule, pageRules } from "./support/access-rules.ts";
import { NO_ISSUER, type Pages, pagesAt } from "./support/pages.ts";

/** One grant of each kind at the ministry, a department, a district below it and a foreign department; and none. */
const grants = ["", "admin", ...["MIA", "DP-1", "PB-1", "DP-2"].flatMap((id) => [`staff@${id}`, `viewer@${id}`])];
/** Seen from `staff@DP-1`: its own body, one below, a foreign one; from `staff@PB-1`, the one above. */
const ids = ["DP-1", "PB-1", "DP-2"];

let pages: Pages;
let demo: Pages;
const started: unknown[] = [];
const timeMachine: TimeMachine = {
  ...{ inboxUrl: "http://inbox.example", journey: () => null, letters: () => 0, slotsUntil: () => 9 },
  now: () => ({ day: day("2027-03-19"), minutes: 600 }),
  start: (journey) => {
    started.push(journey);
    return "started";
  },
  stop: () => void started.push("stop"),
};
let filled: Omit<Filled, "body" | "letter">;

beforeAll(async () => {
  pages = await pagesAt("2027-03-19T10:00");
  demo = await pagesAt("2027-03-19T10:00", { demo: true, timeMachine });
  await seedGrants([{ subject: "user:admin", name: "Admin", grants: ["admin", "viewer@DP-1"] }], pages.grants);
  for (const [index, id] of ids.entries()) {
    const scope = register.scopeOf(register.byId.get(id) ?? register.ministry);
    const file = `letter-${id}`;
    await pages.ledger.create({ ...aLetter(scope, [id]), n: index, state: "sent", file });
    const mime = new TextEncoder().encode("MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>Letter</p>");
    await pages.files.put(file, { recipient: "a@b.example", subject: "S", mime });
  }
  const ports = importPorts({ ...pages, hash: sha256 });
  const texts = { contacts: "body,role,name,email,locale\nMIA,staff,S,staff@mia.example,ru\n" };
  const file = await keepTexts(texts, ports);
  const seen = (await previewImport(file, ports))?.seen ?? "";
  const started = await startImport({ file, seen, reason: "r", request: "r", by: { id: "user:1", name: "А" } }, ports);
  filled = { file, job: started.kind === "started" ? started.job.id : "" };
});

const ASSET = /^\/(style|icon|htmx)\./;

/** Every method and pattern that the router of the pages knows. */
const routesOf = ({ app }: Pages): string[] => {
  const own = app.routes.filter(
    ({ method, path }) => method !== "ALL" && !path.startsWith("/api/") && !ASSET.test(path),
  );
  return [...new Set(own.map(({ method, path }) => `${method} ${path}`))];
};

test("every route of the pages has a rule, and every rule a route", () => {
  expect(routesOf(pages).sort()).toEqual(Object.keys(pageRules).sort());
  expect(routesOf(demo).sort()).toEqual(Object.keys({ ...pageRules, ...demoRules }).sort());
});

function visit(route: string, { path, form }: PageRule, id: string, as: string | null, site = pages) {
  const scope = register.scopeOf(register.byId.get(id) ?? register.ministry);
  const letter = `${scope}/2027/mZ6oD6Dkq0zS1l1pVb3u2A/${ids.indexOf(id)}`;
  const where = typeof path === "string" ? path : path({ ...filled, body: id, letter });
  return site.go(where, { as, ...(route.startsWith("POST") && { form: form ?? {} }) });
}

function isAllowed({ who }: PageRule, as: string, id: string): boolean {
  if (as === "") return who === "everybody";
  if (typeof who === "string") return true;
  const caller: Caller = { id: "user:1", name: "Айгерим", grants: [Grant.parse(as)] };
  return mayDo(who.action, caller, who.at === "body" ? (register.byId.get(id) ?? null) : null, register);
}

describe.each(Object.entries(pageRules))("%s", (route, rule) => {
  test("leads strangers to sign in, but where everybody may look", async () => {
    const answer = await visit(route, rule, "PB-1", null);
    if (rule.who === "everybody") return expect([401, 403]).not.toContain(answer.status);
    const isLed = answer.headers.get("location")?.startsWith("/sign-in?") ?? false;
    expect([answer.status, isLed]).toEqual(route.startsWith("GET") ? [303, true] : [401, false]);
  });

  test("opens to the right that it asks for, at the own body, one above, one below and a foreign one", async () => {
    for (const as of grants) {
      for (const id of ids) {
        const { status } = await visit(route, rule, id, as);
        const isOpen = isAllowed(rule, as, id);
        if (rule.isEmpty && isOpen) expect([as, id, status]).not.toEqual([as, id, 403]);
        else expect([as, id, [403, 404].includes(status)]).toEqual([as, id, !isOpen]);
      }
    }
    expect(pages.errors.map(({ message }) => message).filter((text) => text !== NO_ISSUER)).toEqual([]);
  });
});

describe.each(Object.entries(demoRules))("%s of a demo", (route, rule) => {
  test("is for everybody to look at, and moves the clock only for those who may sweep", async () => {
    for (const as of [null, ...grants]) {
      const before = started.length;
      const { status } = await visit(route, rule, "PB-1", as, demo);
      const isOpen = route.startsWith("GET") ? as !== "" : as !== null && isAllowed(rule, as, "PB-1");
      expect([as, [401, 403, 404].includes(status)]).toEqual([as, !isOpen]);
      expect([as, started.length - before]).toEqual([as, isOpen && route.startsWith("POST") ? 1 : 0]);
    }
  });
});
