import { beforeEach, describe, expect, test } from "vitest";
import { instant } from "../../core/calendar/zone.ts";
import type { FactsText } from "../../core/dossier/facts.ts";
import { record } from "../../core/use-cases/records/record.ts";
import {
  factsText,
  giveUp,
  goOn,
  type ImportRunPorts,
  isBusy,
  keepTexts,
  presentNow,
  previewImport,
  startImport,
} from "../../core/use-cases/register-changes/import-runs.ts";
import { sha256 } from "../../functions/hash.ts";
import { importPorts } from "../../functions/web/imports/runs.ts";
import { inMemory } from "../api/support/api.ts";
import { dossierOf, meetingOn } from "../core/support/facts.ts";
import { almaty, memoryClock } from "../support/memory/clocks.ts";
import { after, bodies, by, districts } from "./support/districts.ts";

let ports: ImportRunPorts;
let before: string;

beforeEach(async () => {
  const adapters = await inMemory();
  ports = importPorts({ ...adapters, clock: memoryClock(almaty("2027-04-15T10:00")), hash: sha256 });
  await start({ bodies, dossiers: [dossierOf([meetingOn("2027-03-12")])] });
  before = await recorded();
});

const recorded = async (): Promise<string> => {
  const { dossiers, ...rest } = JSON.parse(factsText(await presentNow(ports)));
  return JSON.stringify({
    ...rest,
    dossiers: dossiers.sort((a: { body: string }, b: { body: string }) => (a.body < b.body ? -1 : 1)),
  });
};

async function previewed(facts: FactsText, own = ports) {
  const file = await keepTexts({ facts: JSON.stringify(facts) }, own);
  return (await previewImport(file, own)) ?? expect.fail("nothing was kept");
}

let requests = 0;
async function start(facts: FactsText, own = ports) {
  const { file, seen } = await previewed(facts, own);
  return startImport({ file, seen: seen ?? "", reason: "Обмен", request: `r${++requests}`, by }, own);
}

/** Ports that stop working after some dossiers were written, as a process that dies. */
const dyingAfter = (writes: number): ImportRunPorts => {
  let left = writes;
  const gone = () => Promise.reject(new Error("gone"));
  return {
    ...ports,
    records: {
      read: (key) => (left < 0 ? gone() : ports.records.read(key)),
      put: (...args) => (--left < 0 ? gone() : ports.records.put(...args)),
    },
    imports: { ...ports.imports, writeJob: (...args) => (left < 0 ? gone() : ports.imports.writeJob(...args)) },
  };
};

/** Somebody records a fact by hand. */
async function approveSchedule(body: string): Promise<void> {
  const named = { scope: "DP-1", body, campaign: 2027, zone: "Asia/Almaty", request: "x", isRepeatable: false };
  const actor = { ...by, mayWaive: false };
  await record({ ...named, actor, command: "approve-schedule", input: { approvedOn: "2027-01-10" } }, ports);
}

/** Somebody gives the first district another head, by an import of the contacts alone. */
async function renameHead(): Promise<void> {
  const contacts = "body,role,name,email,locale\nMIA,staff,Штаб,staff@mia.example,ru\nPB-1,head,А,a@b.example,ru\n";
  const file = await keepTexts({ contacts }, ports);
  const { seen } = (await previewImport(file, ports)) ?? expect.fail("nothing was kept");
  const outcome = await startImport({ file, seen: seen ?? "", reason: "Замена", request: "head", by }, ports);
  expect(outcome).toMatchObject({ kind: "started", job: { state: "done" } });
}

/** The only import that is not finished, once nobody can still be working at it. */
async function abandoned() {
  const job = (await ports.imports.jobs()).find(({ state }) => state === "running") ?? expect.fail("no import is open");
  return { ...job, leaseUntil: instant(0), revision: job.revision };
}

describe("an import over HTTP", () => {
  test("does what its preview has shown, and what it replaced puts everything back", async () => {
    const outcome = await start(after);
    expect(outcome).toMatchObject({ kind: "started", job: { state: "done", done: 14, total: 14 } });
    expect(await recorded()).not.toBe(before);
    if (outcome.kind !== "started") return expect.fail(outcome.kind);
    const undo = await previewImport(outcome.job.undo ?? "", ports);
    expect(undo?.plan?.bodies).toHaveLength(12);
    await startImport({ file: undo?.file ?? "", seen: undo?.seen ?? "", reason: "Назад", request: "undo", by }, ports);
    expect(await recorded()).toBe(before);
  });

  test("does nothing that the preview has not shown", async () => {
    const { file, seen } = await previewed(after);
    await start({ bodies, dossiers: [] });
    const order = { file, seen: seen ?? "", reason: "Обмен", request: "late", by };
    expect(await startImport(order, ports)).toEqual({ kind: "changed" });
    expect(await startImport({ ...order, file: "0".repeat(64) }, ports)).toEqual({ kind: "unknown-file" });
  });

  test("does nothing over a dossier in which somebody has recorded since its preview", async () => {
    const { file, seen } = await previewed(after);
    await approveSchedule("PB-1");
    const order = { file, seen: seen ?? "", reason: "Обмен", request: "late", by };
    expect(await startImport(order, ports)).toEqual({ kind: "changed" });
  });

  test("sent again while it is open goes on", async () => {
    const { file, seen } = await previewed(after);
    const order = { file, seen: seen ?? "", reason: "Обмен", request: "again", by };
    await expect(startImport(order, dyingAfter(3))).rejects.toThrow("gone");
    const job = await abandoned();
    await ports.imports.writeJob(job, job);
    expect(await startImport(order, ports)).toMatchObject({ kind: "started", job: { state: "done", done: 14 } });
  });

  test("sent twice is done once", async () => {
    const { file, seen } = await previewed(after);
    const order = { file, seen: seen ?? "", reason: "Обмен", request: "same", by };
    const [first, second] = await Promise.all([startImport(order, ports), startImport(order, ports)]);
    expect([first.kind, second.kind]).toEqual(["started", "started"]);
    expect((await ports.imports.jobs()).filter(({ state }) => state === "done")).toHaveLength(2);
  });

  test.each([0, 1, 5, 11])("that dies after %i dossiers goes on to the same end", async (writes) => {
    await expect(start(after, dyingAfter(writes))).rejects.toThrow("gone");
    const job = await abandoned();
    await ports.imports.writeJob(job, { ...job, revision: job.revision + 1 });
    const ended = await goOn({ ...job, revision: job.revision + 1 }, ports);
    expect(ended).toMatchObject({ state: "done", what: null });
    expect(JSON.parse(await recorded()).dossiers.map(({ body }: { body: string }) => body)).toEqual(
      districts.map(({ id }) => id),
    );
  });

  test.each([0, 1, 5, 11])("that dies after %i dossiers is taken back", async (writes) => {
    await expect(start(after, dyingAfter(writes))).rejects.toThrow("gone");
    const ended = await giveUp(await abandoned(), ports);
    expect(ended.state).toBe("taken-back");
    expect(await recorded()).toBe(before);
  });

  test("that is cut off is taken back when somebody has recorded something meanwhile, whose record stays", async () => {
    await expect(start(after, dyingAfter(3))).rejects.toThrow("gone");
    await approveSchedule("PB-1");
    const ended = await goOn(await abandoned(), ports);
    expect(ended).toMatchObject({ state: "taken-back", what: "changed: PB-1 2027" });
    const { dossiers } = JSON.parse(await recorded());
    expect(dossiers).toMatchObject([{ body: "PB-1", schedule: { approvedOn: "2027-01-10" } }]);
  });

  test("that is cut off is taken back also when somebody else has changed the register meanwhile", async () => {
    await expect(start(after, dyingAfter(3))).rejects.toThrow("gone");
    await renameHead();
    const ended = await giveUp(await abandoned(), ports);
    expect(ended.state).toBe("taken-back");
    expect(JSON.parse(await recorded()).dossiers).toEqual(JSON.parse(before).dossiers);
  });

  test.each([
    ["goes on", goOn],
    ["is given up", giveUp],
  ])("that dies once its register is in force stays whole when others work on and it %s", async (_, end) => {
    const { writeJob } = ports.imports;
    const dying: ImportRunPorts = {
      ...ports,
      imports: {
        ...ports.imports,
        writeJob: (was, next) => (next.state === "done" ? Promise.reject(new Error("gone")) : writeJob(was, next)),
      },
    };
    await expect(start(after, dying)).rejects.toThrow("gone");
    await renameHead();
    await approveSchedule("PB-10");
    expect(await end(await abandoned(), ports)).toMatchObject({ state: "done", what: null });
    expect(JSON.parse(await recorded()).dossiers.map(({ body }: { body: string }) => body)).toEqual(
      districts.map(({ id }) => id),
    );
  });

  test("is worked at by one request at a time", async () => {
    await expect(start(after, dyingAfter(3))).rejects.toThrow("gone");
    const job =
      (await ports.imports.jobs()).find(({ state }) => state === "running") ?? expect.fail("no import is open");
    expect(isBusy(job, ports)).toBe(true);
    expect(await goOn(job, ports)).toEqual(job);
  });
});

test("tables are imported by row and column, and put back by both tables, without what was recorded since", async () => {
  const staff = "MIA,staff,Штаб,staff@mia.example,ru\n";
  const bad = await keepTexts({ contacts: `body,role,name,email,locale\n${staff}PB-1,head,А,nobody,ru\n` }, ports);
  expect((await previewImport(bad, ports))?.faults).toMatchObject([{ file: "contacts", row: 3, column: "email" }]);
  const broken = await keepTexts({ contacts: 'body,"role' }, ports);
  expect((await previewImport(broken, ports))?.faults).toMatchObject([{ file: "contacts", row: null }]);
  const good = await keepTexts(
    { contacts: `body,role,name,email,locale\n${staff}PB-1,head,А,a@b.example,ru\n` },
    ports,
  );
  const { seen } = (await previewImport(good, ports)) ?? expect.fail("nothing was kept");
  const outcome = await startImport({ file: good, seen: seen ?? "", reason: "Обмен", request: "t", by }, ports);
  if (outcome.kind !== "started") return expect.fail(outcome.kind);
  expect((await presentNow(ports)).register?.byId.get("PB-1")?.contacts).toMatchObject([{ email: "a@b.example" }]);
  await approveSchedule("PB-1");
  const undo = await previewImport(outcome.job.undo ?? "", ports);
  await startImport({ file: undo?.file ?? "", seen: undo?.seen ?? "", reason: "Назад", request: "u", by }, ports);
  const now = JSON.parse(await recorded());
  expect(now.bodies).toEqual(JSON.parse(before).bodies);
  expect(now.dossiers).toMatchObject([{ body: "PB-1", schedule: { approvedOn: "2027-01-10" } }]);
});
