import { beforeEach, describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import type { LetterId } from "../../core/escalation/ledger.ts";
import type { ReportJob } from "../../core/status/report-job.ts";
import {
  type MakePorts,
  makeOrdered,
  type OrderRequest,
  orderReport,
  ReportBusy,
  type ReportLetter,
  type WriteReport,
} from "../../core/use-cases/reports/report-jobs.ts";
import { factsWith } from "../core/support/refused.ts";
import { almaty } from "../support/memory/clocks.ts";
import { memoryFiles } from "../support/memory/files.ts";
import { memoryIdentifiers } from "../support/memory/identifiers.ts";
import { memoryRegister } from "../support/memory/register.ts";
import { memoryReporting } from "../support/memory/reporting.ts";
import { type ReportWorld, reportWorld } from "./support/world.ts";

const LEASE = 60;
const REQUEST = "0123456789abcdefghijkl";
const ID = `2027-03-${REQUEST}`;
const by = { id: "user:1", name: "Айгерим" };
const order: OrderRequest["order"] = {
  ...{ scope: "PB-1", on: null, formats: ["csv", "json"], locale: "kk", sheetPerRegion: true },
  recipients: ["head@pb-1.example", "apex@mia.example", "gone@pb-1.example"],
};

let world: ReportWorld;
let reporting: ReturnType<typeof memoryReporting>;
let ports: MakePorts;
let posted: LetterId[];
let written: Parameters<WriteReport>[];
let composed: ReportLetter[];
let steps: ReportJob[];
beforeEach(async () => {
  world = await reportWorld(factsWith());
  reporting = memoryReporting();
  [posted, written, composed, steps] = [[], [], [], []];
  const { write } = reporting.reportJobs;
  reporting.reportJobs.write = async (before, next) => {
    const outcome = await write(before, next);
    if (outcome === "written") steps.push(next);
    return outcome;
  };
  ports = {
    ...{ ...world.ports, ...reporting, files: memoryFiles(), identifiers: memoryIdentifiers() },
    mail: { send: async (ids) => void posted.push(...ids) },
    writeReport: async (...asked) => {
      written.push(asked);
      const { format } = asked[1];
      return { name: `report.${format}`, type: `text/${format}`, content: new TextEncoder().encode(`in ${format}`) };
    },
    composeReport: async (letter, { recipientKey: recipient }) => {
      composed.push(letter);
      return { recipient, subject: "Есеп", mime: new Uint8Array(1) };
    },
  };
});

const place = (more: Partial<OrderRequest> = {}) => {
  const { clock } = world.ports;
  const times = { calendarNow: clock.calendarNow(), machineNow: clock.machineNow() };
  return orderReport({ order, by, request: REQUEST, ...times, ...more }, world.loaded, reporting);
};
const make = (more: Partial<MakePorts> = {}) => makeOrdered(ID, { ...ports, ...more }, LEASE);
const job = async () => (await reporting.reportJobs.read(ID)) ?? expect.fail("there is no job");

describe("a report that is ordered", () => {
  test("waits, with who asked for what and when, under the month of the ministry's day", async () => {
    const now = world.ports.clock.machineNow();
    const expected = {
      ...{ id: ID, order, by, askedAt: now, slot: { day: day("2027-03-19"), time: "09:00" }, state: "waiting" },
      ...{ done: 0, total: 6, lease: null, files: [], letters: 0, error: null, revision: 1 },
    };
    expect(await place()).toStrictEqual(expected);
    expect(await job()).toStrictEqual(expected);
    expect(reporting.queued).toEqual([ID]);
    expect(await place({ machineNow: almaty("2027-04-01T00:30") })).toMatchObject({ id: `2027-04-${REQUEST}` });
  });

  test("is another request for another person, for another report, and where what was written is gone", async () => {
    await place();
    expect(await place({ by: { ...by, id: "user:2" } })).toBe("other-request");
    expect(await place({ order: { ...order, formats: ["pdf"] } })).toBe("other-request");
    expect(await place({ by: { ...by, name: "Айгерим А." } })).toMatchObject({ id: ID });
    const reportJobs = { ...reporting.reportJobs, read: async () => null };
    const asked = { order, by, request: REQUEST, calendarNow: almaty("2027-03-19"), machineNow: almaty("2027-03-19") };
    expect(await orderReport(asked, world.loaded, { ...reporting, reportJobs })).toBe("other-request");
  });

  test("is not queued again once somebody makes it", async () => {
    await place();
    await make();
    expect(await place()).toMatchObject({ state: "done" });
    expect(reporting.queued).toHaveLength(1);
    const { length } = steps;
    expect([await make(), steps.length]).toEqual(["nothing-to-do", length]);
  });
});

describe("a report that is made", () => {
  test("is written in each of its forms, kept under a name that is its maker's alone, and noted", async () => {
    await place();
    expect(await make()).toBe("done");
    const options = { locale: "kk", sheetPerRegion: true, zone: "Asia/Almaty" };
    expect(written.map(([, given]) => given)).toEqual(order.formats.map((format) => ({ format, ...options })));
    const [[report] = []] = written;
    expect(report).toMatchObject({ scope: "PB-1", on: day("2027-03-19"), time: "10:30", rows: [{ body: "PB-1" }] });
    const { files } = await job();
    expect(files).toStrictEqual(
      order.formats.map((format) => ({
        ...{ name: `report.${format}`, key: `reports/${ID}/token-1/report.${format}`, type: `text/${format}` },
        bytes: `in ${format}`.length,
      })),
    );
    expect(new TextDecoder().decode((await reporting.reportFiles.get(files[0]?.key ?? "")) ?? undefined)).toBe(
      "in csv",
    );
  });

  test("goes to those who were wished for and are in office, with its files", async () => {
    await place();
    await make();
    expect(composed.map(({ recipient }) => recipient)).toEqual([
      { email: "head@pb-1.example", name: "head", locales: ["ru"] },
      { email: "apex@mia.example", name: "apex", locales: ["ru"] },
    ]);
    for (const { files, report } of composed) {
      expect(files.map(({ name }) => name)).toEqual(["report.csv", "report.json"]);
      expect(report).toBe(written[0]?.[0]);
    }
    expect(posted).toMatchObject(
      composed.map(({ recipient }) => ({ scope: `report_${ID}`, year: 2027, recipientKey: recipient.email })),
    );
  });

  test("tells at every step how far it is, and who makes it until when", async () => {
    await place();
    const now = world.ports.clock.machineNow();
    await make();
    expect(steps.map(({ state, done, letters, files }) => [state, done, letters, files.length])).toEqual([
      ["waiting", 0, 0, 0],
      ["running", 0, 0, 0],
      ["running", 1, 0, 0],
      ["running", 2, 0, 0],
      ["running", 3, 0, 0],
      ["running", 3, 0, 2],
      ["running", 4, 1, 2],
      ["running", 5, 2, 2],
      ["done", 6, 2, 2],
    ]);
    expect(steps.map(({ revision }) => revision)).toEqual(steps.map((_, index) => index + 1));
    expect(steps.at(1)?.lease).toEqual({ holder: "token-1", until: now + LEASE * 1000 });
    expect(steps.at(-1)?.lease).toBeNull();
  });

  test("is as of the end of a day where one was asked for", async () => {
    await place({ order: { ...order, on: day("2027-03-10") } });
    await make();
    expect(written[0]?.[0]).toMatchObject({ on: day("2027-03-10"), time: null });
  });

  test.each([
    ["a body that is not there", { scope: "GONE" }, "unknown-body"],
    ["a year that no calendar covers", { on: day("2040-03-10") }, "not-covered"],
  ] as const)("fails for good for %s", async (_, more, error) => {
    await place({ order: { ...order, ...more } });
    expect(await make()).toBe("failed");
    expect(await job()).toMatchObject({ state: "failed", error, lease: null });
    expect(await make()).toBe("nothing-to-do");
  });

  test("fails for good before the first register, and is nothing to do where nobody has asked", async () => {
    expect(await make()).toBe("nothing-to-do");
    await place();
    expect(await make({ register: memoryRegister() })).toBe("failed");
    expect(await job()).toMatchObject({ error: "unknown-body" });
  });
});

describe("a report whose maker has died", () => {
  const dieAtFirstLetter = async () => {
    await place();
    const composeReport = () => Promise.reject(new Error("died"));
    await expect(make({ composeReport })).rejects.toThrow("died");
  };

  test("is left alone until its lease has ended, and made by the next one then, with the files that were noted", async () => {
    await dieAtFirstLetter();
    world.ports.clock.pass(LEASE - 1);
    const early = await make().catch((error: unknown) => error);
    expect(early).toBeInstanceOf(ReportBusy);
    expect(early).toMatchObject({ name: "ReportBusy", message: expect.stringContaining(ID) });
    world.ports.clock.pass(1);
    expect(await make()).toBe("done");
    expect(written).toHaveLength(order.formats.length);
    expect(composed[0]?.files.map(({ content }) => new TextDecoder().decode(content))).toEqual(["in csv", "in json"]);
  });

  test("cannot be gone on with where a noted file is missing", async () => {
    await dieAtFirstLetter();
    world.ports.clock.pass(LEASE);
    const reportFiles = { ...reporting.reportFiles, get: async () => null };
    await expect(make({ reportFiles })).rejects.toThrow("report.csv");
  });
});

describe("a step that is not written", () => {
  /** The n-th write is answered as if somebody else had been faster; `isOurs` when it was our own retry. */
  const answering = (at: number, isOurs: boolean): MakePorts["reportJobs"] => {
    const { write } = reporting.reportJobs;
    let count = 0;
    return {
      ...reporting.reportJobs,
      write: async (before, next) => {
        if (++count !== at) return write(before, next);
        const other = { holder: "another", until: next.askedAt };
        await write(before, isOurs ? next : { ...next, lease: other });
        return "changed";
      },
    };
  };

  test.each([1, 3, 5, 8])("since it was written before, as write %i, is no harm", async (at) => {
    await place();
    expect(await make({ reportJobs: answering(at, true) })).toBe("done");
    expect(await job()).toMatchObject({ state: "done", letters: 2 });
  });

  test.each([1, 3, 5])("since somebody else has taken over, as write %i, ends the work", async (at) => {
    await place();
    const ended = await make({ reportJobs: answering(at, false) }).catch((error: unknown) => error);
    expect(ended).toBeInstanceOf(ReportBusy);
    expect(ended).toMatchObject({ message: expect.stringContaining(ID) });
    expect(await job()).toMatchObject({ state: "running", lease: { holder: "another" } });
  });

  test("since the job is gone, ends the work", async () => {
    await place();
    const reads = [await job()];
    const write = async () => "changed" as const;
    const reportJobs = { ...reporting.reportJobs, read: async () => reads.shift() ?? null, write };
    await expect(make({ reportJobs })).rejects.toBeInstanceOf(ReportBusy);
  });
});
