import PostalMime, { type Email } from "postal-mime";
import { beforeEach, describe, expect, it } from "vitest";
import type { LetterId } from "../../core/escalation/ledger.ts";
import { countIn } from "../../core/status/count.ts";
import type { ReportJob } from "../../core/status/report-job.ts";
import { StatusReport } from "../../core/status/status-report.ts";
import {
  type MakePorts,
  makeOrdered,
  type OrderRequest,
  orderReport,
  possibleRecipients,
} from "../../core/use-cases/reports/report-jobs.ts";
import { writeReport } from "../../functions/documents/write-report.ts";
import { identifiers } from "../../functions/identifiers.ts";
import { composeStatusLetter } from "../../functions/mail/status-report.ts";
import { generateFacts } from "../../local/demo/facts.ts";
import { memoryFiles } from "../support/memory/files.ts";
import { memoryReporting } from "../support/memory/reporting.ts";
import { textOf } from "./support/view.ts";
import { type ReportWorld, reportWorld } from "./support/world.ts";

const facts = generateFacts({ bodies: 12, seed: 1, from: 2027, to: 2027 });
const LEASE = 60;
const settings = { from: "esep@mia.example", replyTo: undefined, appUrl: "https://esep.example", demo: true };

type Reporting = ReturnType<typeof memoryReporting>;

interface Office extends ReportWorld {
  readonly reporting: Reporting;
  readonly make: MakePorts;
  readonly posted: LetterId[];
  order(change?: Partial<OrderRequest["order"]>, request?: string): Promise<ReportJob | "other-request">;
}

/** Everything that orders and makes reports, in memory. */
async function openOffice(): Promise<Office> {
  const world = await reportWorld(facts);
  const reporting = memoryReporting();
  const posted: LetterId[] = [];
  const make: MakePorts = {
    ...{ ...world.ports, ...reporting, writeReport, files: memoryFiles(), identifiers },
    mail: { send: async (ids) => void posted.push(...ids) },
    composeReport: (letter, id, at) => composeStatusLetter(letter, id, at, settings),
  };
  const recipients = possibleRecipients(
    world.loaded.register.ministry,
    world.loaded.register,
    world.ports.clock.calendarNow(),
  );
  const order: OrderRequest["order"] = {
    ...{ scope: "MIA", on: null, formats: ["csv", "json"], locale: "kk", sheetPerRegion: false },
    recipients: recipients.map(({ email }) => identifiers.recipientKey(email)),
  };
  return {
    ...{ ...world, reporting, make, posted },
    order: (change = {}, request = "0123456789abcdefghijkl") => {
      const { clock } = world.ports;
      const times = { calendarNow: clock.calendarNow(), machineNow: clock.machineNow() };
      const wish = { order: { ...order, ...change }, by: { id: "user:1", name: "Айгерим" }, request, ...times };
      return orderReport(wish, world.loaded, reporting);
    },
  };
}

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});

const reportLetters = ({ ports }: ReportWorld) => ports.ledger.all().filter(({ scope }) => scope.startsWith("report_"));
const jobOf = async ({ reporting }: Office) => (await reporting.reportJobs.recent(office.ports.clock.machineNow()))[0];

const attached = ({ attachments }: Email, index: number): Uint8Array => {
  const content = attachments[index]?.content;
  return content instanceof ArrayBuffer ? new Uint8Array(content) : expect.fail("there is no such attachment");
};

describe("ordering a report", () => {
  it("twice by the same request gives one job; while it waits its message is sent again", async () => {
    const first = await office.order();
    expect(await office.order()).toEqual(first);
    expect(office.reporting.queued).toHaveLength(2);
    expect(await office.order({ formats: ["pdf"] })).toBe("other-request");
    expect(await office.order({}, "another-request-123456")).not.toEqual(first);
  });
});

describe("making a report", () => {
  it("writes its files, and one letter with them for each recipient", async () => {
    await office.order();
    const [id = ""] = office.reporting.queued;
    expect(await makeOrdered(id, office.make, LEASE)).toBe("done");
    const job = await jobOf(office);
    expect(job).toMatchObject({ state: "done", error: null, lease: null, letters: 2 });
    expect(job?.done).toBe(job?.total);
    expect(job?.files.map(({ name }) => name)).toEqual([
      "status-MIA-2027-03-19-kk.csv",
      "status-MIA-2027-03-19-kk.json",
    ]);
    const letters = reportLetters(office);
    expect(letters).toHaveLength(2);
    for (const letter of letters) {
      const mail = await office.make.files.get(letter.file);
      const parsed = await PostalMime.parse(mail?.mime ?? "");
      expect(parsed.attachments.map(({ filename }) => filename)).toEqual(job?.files.map(({ name }) => name));
      for (const [index, file] of job?.files.entries() ?? []) {
        expect(attached(parsed, index)).toEqual(await office.reporting.reportFiles.get(file.key));
      }
      expect(parsed.subject).toContain("Есеп");
      expect(parsed.text).toContain("https://esep.example/reports");
      const report = StatusReport.parse(JSON.parse(textOf(attached(parsed, 1))));
      const figures = [`${Math.floor((report.rate ?? 0) * 100)}\u00a0%`, `: ${countIn(report.counts, "overdue")}`];
      for (const figure of figures) {
        expect(parsed.text).toContain(figure);
        expect(parsed.html).toContain(figure);
      }
    }
  });

  it("again for a message that comes again does nothing", async () => {
    await office.order();
    const [id = ""] = office.reporting.queued;
    await makeOrdered(id, office.make, LEASE);
    const before = await jobOf(office);
    expect(await makeOrdered(id, office.make, LEASE)).toBe("nothing-to-do");
    expect(await jobOf(office)).toEqual(before);
    expect(reportLetters(office)).toHaveLength(2);
  });

  it("is not begun by a second maker while the first has it", async () => {
    await office.order();
    const [id = ""] = office.reporting.queued;
    const both = await Promise.allSettled([makeOrdered(id, office.make, LEASE), makeOrdered(id, office.make, LEASE)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(reportLetters(office)).toHaveLength(2);
  });

  it("fails for good where there is nothing to report on", async () => {
    await office.order({ scope: "GONE" });
    const [id = ""] = office.reporting.queued;
    expect(await makeOrdered(id, office.make, LEASE)).toBe("failed");
    expect(await jobOf(office)).toMatchObject({ state: "failed", error: "unknown-body", lease: null });
  });
});

class Death extends Error {}

/** Ports of which the n-th call ends the process, before or just after it. */
function dying({ make }: Office, at: number, when: "before" | "after"): { ports: MakePorts; calls: () => number } {
  let calls = 0;
  const wrap = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        return async (...given: unknown[]) => {
          calls++;
          if (calls > at || (calls === at && when === "before")) throw new Death();
          const result: unknown = await Reflect.apply(value, target, given);
          if (calls >= at) throw new Death();
          return result;
        };
      },
    });
  const { reportJobs, reportFiles, files, ledger, mail } = make;
  const wrapped = { reportJobs, reportFiles, files, ledger, mail };
  const ports = Object.fromEntries(Object.entries(wrapped).map(([name, port]) => [name, wrap(port)]));
  return { ports: { ...make, ...ports }, calls: () => calls };
}

it("whatever call a maker dies at, the next one ends with the same letters, none of them twice, with the same files", async () => {
  const counting = dying(office, Number.POSITIVE_INFINITY, "before");
  await office.order();
  await makeOrdered(office.reporting.queued[0] ?? "", counting.ports, LEASE);
  const total = counting.calls();
  expect(total).toBeGreaterThan(15);
  for (let at = 1; at <= total; at++) {
    for (const when of ["before", "after"] as const) {
      office = await openOffice();
      await office.order();
      const [id = ""] = office.reporting.queued;
      await expect(makeOrdered(id, dying(office, at, when).ports, LEASE)).rejects.toThrow(Death);
      office.ports.clock.pass(LEASE + 1);
      const outcome = await makeOrdered(id, office.make, LEASE);
      expect(["done", "nothing-to-do"]).toContain(outcome);
      const job = await jobOf(office);
      expect([at, when, job?.state, job?.files.length]).toEqual([at, when, "done", 2]);
      const letters = reportLetters(office);
      expect(letters).toHaveLength(2);
      expect(new Set(letters.map(({ recipientKey }) => recipientKey)).size).toBe(2);
      for (const { file } of letters) {
        const parsed = await PostalMime.parse((await office.make.files.get(file))?.mime ?? "");
        expect(attached(parsed, 1)).toEqual(await office.reporting.reportFiles.get(job?.files[1]?.key ?? ""));
      }
      // Every letter was handed to the queue after it was written.
      for (const { recipientKey } of letters)
        expect(office.posted.some((one) => one.recipientKey === recipientKey)).toBe(true);
    }
  }
}, 60_000);
