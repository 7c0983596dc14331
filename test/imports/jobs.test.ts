import { beforeEach, describe, expect, test } from "vitest";
import type { FactsText } from "../../core/dossier/facts.ts";
import {
  goOn,
  type ImportRunPorts,
  keepTexts,
  presentNow,
  previewImport,
  startImport,
} from "../../core/use-cases/register-changes/import-runs.ts";
import { sha256 } from "../../functions/hash.ts";
import { departmentText, districtText, dossierOf, heldOn, meetingOn, ministryText } from "../core/support/facts.ts";
import { after, bodies, by } from "./support/districts.ts";
import { begin, first, importingAt, jobOf, NOON, type Time } from "./support/importing.ts";

let ports: ImportRunPorts;
let time: Time;

beforeEach(async () => {
  time = { now: NOON, ahead: 0 };
  ports = await importingAt(time);
});

const start = (facts: FactsText, own = ports, more: Parameters<typeof begin>[2] = {}) => begin(facts, own, more);
const recorded = async () => (await presentNow(ports)).dossiers.map(({ body }) => body).sort();

describe("a preview", () => {
  test("of a file that nobody kept is none", async () => {
    expect(await previewImport("0".repeat(64), ports)).toBeNull();
  });

  test("of the same texts has the same name, and shows what it will do under another name than anything else", async () => {
    const one = await keepTexts({ facts: JSON.stringify(first) }, ports);
    expect(await keepTexts({ facts: JSON.stringify(first) }, ports)).toBe(one);
    const seen: unknown[] = [];
    const others: FactsText[] = [
      first,
      { ...first, dossiers: [] },
      { ...first, dossiers: [dossierOf([meetingOn("2027-03-15")])] },
      { ...first, bodies: [...bodies, { ...districtText, id: "PB-9", contacts: [] }] },
      { ...first, policy: { noticeDays: 12 } },
      { ...first, bodies: [ministryText, departmentText, { ...districtText, zone: "Asia/Oral" }, ...bodies.slice(3)] },
    ];
    for (const facts of others) {
      seen.push((await previewImport(await keepTexts({ facts: JSON.stringify(facts) }, ports), ports))?.seen);
    }
    expect(new Set(seen).size).toBe(others.length);
  });

  test.each<[string, string, boolean]>([
    ["is no JSON", "{", false],
    ["breaks a rule of files", JSON.stringify({ bodies: [], dossiers: [{}] }), false],
    [
      "cannot be recorded",
      JSON.stringify({ bodies, dossiers: [{ ...dossierOf([heldOn("2031-03-12")]), campaign: 2031 }] }),
      true,
    ],
  ])("of what %s says so, and nothing can be begun from it", async (_, facts, hasPlan) => {
    const file = await keepTexts({ facts }, ports);
    const preview = await previewImport(file, ports);
    expect(preview).toMatchObject({ file, seen: null });
    expect(new Set(preview?.faults.map((fault) => fault.file))).toEqual(new Set(["facts"]));
    expect(preview?.plan !== null).toBe(hasPlan);
    const order = { file, seen: "", reason: "Обмен", request: "r", by };
    expect(await startImport(order, ports)).toEqual({ kind: "faulty" });
    expect(await ports.imports.jobs()).toEqual([]);
  });

  test("counts campaigns from both clocks, since a demo's may have been moved back", async () => {
    expect((await presentNow(ports)).last).toBe(2028);
    time.ahead = -3 * 366 * 86_400_000;
    expect((await presentNow(ports)).last).toBe(2028);
    time.ahead = 3 * 366 * 86_400_000;
    expect((await presentNow(ports)).last).toBe(2031);
  });

  test("counts campaigns by the ministry's zone, and by the policy's before the first import", async () => {
    time.now = Date.parse("2023-12-31T18:30:00Z"); // A new year in Almaty, and not yet in Oral.
    expect((await presentNow(ports)).last).toBe(2025);
    await start({ bodies: [{ ...ministryText, zone: "Asia/Oral" }, ...bodies.slice(1)], dossiers: [] });
    expect((await presentNow(ports)).last).toBe(2024);
  });
});

describe("the job of an import", () => {
  test("says who began it, why, when and of what, and for the first one that nothing was there", async () => {
    const began = await start(first, ports, { by: { ...by, grants: ["admin"] } as typeof by });
    expect(jobOf(began)).toEqual({
      ...{ id: expect.stringMatching(/^[0-9a-f]{32}$/), file: began.file, undo: null, version: 0, by, reason: "Обмен" },
      ...{ startedAt: NOON, state: "done", done: 2, total: 2, what: null, leaseUntil: NOON, revision: 3 },
    });
    expect(await ports.imports.readJob(jobOf(began).id)).toEqual(jobOf(began));
  });

  test("is another one for another person, file or request, and the same one when it is sent again", async () => {
    const { order, outcome } = await start(first);
    expect(await startImport(order, ports)).toEqual(outcome);
    expect((await start(first)).outcome).toEqual({ kind: "started", job: jobOf({ outcome }) });
    for (const more of [{ request: "r2" }, { by: { id: "user:2", name: "Берик" } }]) {
      expect((await start(first, ports, more)).outcome).toEqual({ kind: "nothing-to-change" });
    }
    expect((await start(after)).outcome).toMatchObject({ kind: "started", job: { total: 14, version: 1 } });
    expect(await ports.imports.jobs()).toHaveLength(2);
  });

  test("of another policy or order of bodies alone changes something", async () => {
    await start(first);
    const policy = await start({ ...first, policy: { noticeDays: 12 } }, ports, { request: "p" });
    expect(jobOf(policy)).toMatchObject({ state: "done", total: 1 });
    const [a, b, c, d] = bodies as [typeof ministryText, typeof ministryText, typeof ministryText, typeof ministryText];
    const order = await start({ ...first, bodies: [a, b, d, c], policy: { noticeDays: 12 } }, ports, { request: "o" });
    expect(jobOf(order)).toMatchObject({ state: "done", total: 1 });
  });

  test.each([
    ["lost", null],
    ["broken", JSON.stringify({ facts: "{" })],
  ])("whose file is %s says which, and writes nothing", async (_, text) => {
    await start(first);
    const stuck = { ...ports, records: { ...ports.records, put: () => Promise.reject(new Error("gone")) } };
    await expect(start(after, stuck, { request: "lost" })).rejects.toThrow("gone");
    for (const which of ["undo", "file"] as const) {
      time.now += 60_000;
      const job = (await ports.imports.jobs()).find(({ state }) => state === "running") ?? expect.fail("none is open");
      const getFile = async (name: string) => (name === job[which] ? text : ports.imports.getFile(name));
      const broken = { ...ports, imports: { ...ports.imports, getFile } };
      await expect(goOn(job, broken)).rejects.toThrow(job[which] ?? "?");
    }
    expect(await recorded()).toEqual(["PB-1"]);
  });
});

describe("an import is taken back, and its job says what was in the way", () => {
  test("when a dossier has no room in its item", async () => {
    await start(first);
    const full = { ...ports, records: { ...ports.records, put: async () => "too-large" as const } };
    const job = jobOf(await start(after, full, { request: "full" }));
    expect(job).toMatchObject({
      state: "taken-back",
      done: 0,
      what: expect.stringMatching(/^too-large: dossier:PB-1/),
    });
  });

  test("when the register has none", async () => {
    const full = { ...ports, editions: { ...ports.editions, put: async () => "too-large" as const } };
    expect(jobOf(await start(first, full))).toMatchObject({ state: "taken-back", what: "too-large: the register" });
    expect(await recorded()).toEqual([]);
  });

  test("when a body has a history where its dossier is no more", async () => {
    await ports.audit.file("dossier:PB-1:2027", { version: 1, text: "{}", hash: sha256("{}") });
    expect(jobOf(await start(first))).toMatchObject({ state: "taken-back", what: "history-elsewhere: PB-1 2027" });
  });
});

describe("the audit of an import", () => {
  const entries = async (record: string) => (await ports.audit.entries(record)).map(({ text }) => JSON.parse(text));

  test("tells of each dossier what was changed, by whom and why", async () => {
    const { id } = jobOf(await start(first));
    expect(await entries("dossier:PB-1:2027")).toMatchObject([
      {
        ...{
          command: "import",
          by,
          reason: "Обмен",
          request: `import-${id}`,
          day: "2027-04-15",
          at: expect.anything(),
        },
        changes: expect.arrayContaining([expect.objectContaining({ path: "meetings/m1" })]),
      },
    ]);
    expect(await entries("register:edition")).toMatchObject([{ command: "import", by, request: `import-${id}` }]);
  });

  test("tells of more than fits an entry only that there was an import", async () => {
    const decisions = Array.from({ length: 30 }, (_, index) => ({ id: `d${index + 1}`, text: "ы".repeat(3900) }));
    const protocol = { drawnUpOn: "2027-03-12", decisions, signatures: [] };
    await start({ bodies, dossiers: [dossierOf([heldOn("2027-03-12", { protocol })])] });
    expect(await entries("dossier:PB-1:2027")).toMatchObject([{ command: "import", changes: [] }]);
  });
});
