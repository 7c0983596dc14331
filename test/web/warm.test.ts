import { describe, expect, test } from "vitest";
import { createPresentWorkdays } from "../../core/calendar/calendar-versions.ts";
import { day, formatDay, plusDays } from "../../core/calendar/day.ts";
import { Dossier } from "../../core/dossier/dossier.ts";
import { DOSSIER_FORMAT, dossierData, readDossierData } from "../../core/dossier/dossier-record.ts";
import { Facts } from "../../core/dossier/facts.ts";
import { defaultPolicy, policyWith } from "../../core/order608/default-policy.ts";
import { rememberEvaluations } from "../../core/order608/remembered.ts";
import { createRegister } from "../../core/register/register.ts";
import { readStatusReport } from "../../core/use-cases/reports/status-report.ts";
import { createDossierStore } from "../../functions/dynamodb/dossiers.ts";
import { createLedger } from "../../functions/dynamodb/letters.ts";
import { createRegisterStore } from "../../functions/dynamodb/register.ts";
import { createCalendarVersions, createPolicyVersions } from "../../functions/dynamodb/settings.ts";
import { createSweepLog } from "../../functions/dynamodb/sweep-log.ts";
import { registerInForce } from "../../functions/register-in-force.ts";
import { recentReads } from "../../functions/web/recent.ts";
import { loadAll } from "../../functions/web/view.ts";
import { demoFacts } from "../../local/demo/facts.ts";
import { variable } from "../local/support/engine-clients.ts";
import { useTables } from "../local/support/tables.ts";
import { almaty, memoryClock } from "../support/memory/clocks.ts";
import { memoryAcknowledgements, memoryAudit } from "../support/memory/records.ts";
import { pagesAs } from "./support/signed-in.ts";
import { createSite, type Site } from "./support/site.ts";

const SCOPES = ["MIA", "DP-10", "DP-11"];

/** Two departments of the demo, each with four bodies. */
const facts = (() => {
  const { bodies, dossiers } = Facts.parse(demoFacts());
  const whole = createRegister(bodies);
  const kept = SCOPES.flatMap((scope) => bodies.filter((body) => whole.scopeOf(body) === scope).slice(0, 5));
  const ids = new Set(kept.map(({ id }) => id));
  return { bodies: kept, dossiers: dossiers.filter(({ body }) => ids.has(body)) };
})();
const register = createRegister(facts.bodies);
const scopeOf = (id: string): string => register.scopeOf(register.byId.get(id) ?? register.ministry);

/** A body that reports at a known hour, and one that has a schedule. */
const meeting = facts.dossiers
  .flatMap(({ body, campaign, meetings }) => meetings.map((held) => ({ ...held, body, campaign })))
  .find(({ campaign, status, date }) => campaign === 2027 && status === "held" && date < day("2027-03-30"));
if (!meeting) throw new Error("Nobody reports.");
const BEGINS = almaty(`${formatDay(meeting.date)}T${meeting.startsAt}`);

const readers = ["viewer@MIA", `staff@${SCOPES[1]}`, `staff@${SCOPES[2]}`, `viewer@${meeting.body}`];
const paths = [
  "/?lang=ru",
  "/?lang=kk&sort=rate",
  "/?lang=ru&state=overdue",
  "/changes",
  "/schedule",
  `/bodies/${meeting.body}`,
];

const tables = useTables();

describe("a warm process", () => {
  const clock = memoryClock(BEGINS);
  clock.pass(-90);
  const table = (name: string): string => variable(tables.engines, name);

  /** The stores of a process of its own; a warm one remembers what it can. */
  async function process(isWarm: boolean) {
    const site = await createSite(null);
    const workdays = createPresentWorkdays();
    const policies = createPolicyVersions(tables.database, table("REGISTER_TABLE"), memoryAudit());
    const calendars = createCalendarVersions(tables.database, table("REGISTER_TABLE"), memoryAudit());
    const stores = {
      ...{ policies, calendars, clock, workdays },
      dossiers: createDossierStore(tables.database, table("DOSSIERS_TABLE")),
      ledger: createLedger(tables.database, table("LETTERS_TABLE")),
      log: createSweepLog(tables.database, table("SWEEPS_TABLE")),
    };
    const registers = createRegisterStore(tables.database, table("REGISTER_TABLE"));
    const warmth = { recent: recentReads(stores, clock, 5), evaluate: rememberEvaluations() };
    const deps = {
      ...{ ...site.deps, ...stores, register: registerInForce(registers, stores) },
      acknowledgements: memoryAcknowledgements(),
      ...(isWarm && warmth),
    };
    const own: Site = { ...site, deps };
    return { ...stores, registers, site: own, deps };
  }

  async function everything({ site, deps }: Awaited<ReturnType<typeof process>>) {
    const seen: string[] = [];
    for (const reader of readers) {
      for (const path of paths) seen.push(`${reader} ${path} ${(await pagesAs(site, reader).get(path)).html}`);
    }
    const loaded = await loadAll(deps);
    if (!loaded) throw new Error("There is no register.");
    for (const scope of SCOPES) {
      const ports = { ...deps, ...deps.recent?.() };
      const mayRead = ({ id }: { readonly id: string }): boolean => scope === "MIA" || scopeOf(id) === scope;
      const report = await readStatusReport(loaded, { top: null, mayRead }, ports);
      seen.push(`${scope} ${JSON.stringify(report)}`);
    }
    return seen;
  }

  test("says the same as a cold one after every change, to everybody as far as they may see it", {
    timeout: 240_000,
  }, async () => {
    const other = await process(false);
    await other.registers.replace(facts.bodies, defaultPolicy);
    for (const [scope, own] of Map.groupBy(facts.dossiers, ({ body }) => scopeOf(body))) {
      await other.dossiers.write(scope, own);
    }
    const warm = await process(true);
    let before: readonly string[] = [];
    const agree = async (what: string): Promise<void> => {
      const seen = await everything(warm);
      expect(seen, what).toEqual(await everything(await process(false)));
      // Asked a second time it answers from memory.
      expect(await everything(warm), what).toEqual(seen);
      expect(seen, `${what}: something has changed`).not.toEqual(before);
      before = seen;
    };
    await agree("at first");
    clock.pass(180);
    await agree("the meeting has begun, another minute");
    await change(other, meeting, (dossier) => ({ ...dossier, schedule: undefined }));
    await agree("a fact was recorded elsewhere");
    const applied = { appliedAt: clock.machineNow(), by: "user:1", reason: "a test" };
    const today = meeting.date;
    await other.policies.add({ ...applied, from: today, policy: policyWith({ noticeDays: 20 }) }, 0, today);
    await agree("a policy was applied");
    const off = { kind: "extra_dayoff", ru: "Выходной", kk: "Демалыс" } as const;
    const days = [-12, -11, -10, -9, -8, 3, 4].map((ahead) => ({ ...off, day: plusDays(today, ahead) }));
    await other.calendars.add({ ...applied, from: today, calendar: { days } }, 0, today);
    await agree("a calendar was applied");
    const renamed = facts.bodies.map((body) =>
      body.id === meeting.body ? { ...body, name: { ru: "Другое имя", kk: "Басқа ат" } } : body,
    );
    await other.registers.replace(renamed, defaultPolicy);
    await agree("the register was replaced");
    await other.dossiers.write(
      scopeOf(meeting.body),
      facts.dossiers.filter(({ body }) => body === meeting.body),
    );
    await agree("facts were imported");
  });

  test("shows nobody what another reader may see", async () => {
    const warm = await process(true);
    const rows = async (reader: string): Promise<readonly string[]> => {
      const { html } = await pagesAs(warm.site, reader).get("/?lang=ru");
      return facts.bodies.map(({ id }) => id).filter((id) => html.includes(`/bodies/${id}"`));
    };
    const all = await rows("viewer@MIA");
    expect(all.length).toBe(facts.bodies.length - 1);
    for (const scope of ["DP-10", "DP-11"]) {
      expect(await rows(`staff@${scope}`)).toEqual(all.filter((id) => scopeOf(id) === scope));
    }
    expect(await rows("viewer@MIA")).toEqual(all);
  });
});

/** Changes one dossier as recording does: one conditional write of its next version. */
async function change(
  { dossiers }: { readonly dossiers: ReturnType<typeof createDossierStore> },
  { body, campaign }: { readonly body: string; readonly campaign: number },
  edit: (dossier: Dossier) => object,
): Promise<void> {
  const key = { scope: scopeOf(body), body, campaign };
  const stored = await dossiers.read(key);
  const read = stored && readDossierData(stored, key);
  if (!stored || !read || "reason" in read) throw new Error("There is no dossier.");
  const dossier = Dossier.parse(JSON.parse(JSON.stringify(edit(Dossier.encode(read.dossier) as never))));
  const data = dossierData({ dossier, recorded: {} });
  const next = { version: stored.version + 1, format: DOSSIER_FORMAT, data, newest: { text: "{}", hash: "h" } };
  expect(await dossiers.put(key, stored, next)).toBe("written");
}
