import { day } from "../core/calendar/day.ts";
import { createWorkdays } from "../core/calendar/workdays.ts";
import { instant } from "../core/calendar/zone.ts";
import { Facts, type FactsText } from "../core/dossier/facts.ts";
import { endOfDay } from "../core/escalation/slots.ts";
import { defaultPolicy } from "../core/order608/default-policy.ts";
import { createRegister } from "../core/register/register.ts";
import { makeReport } from "../core/status/make-report.ts";
import { ReportFormat } from "../core/status/report-job.ts";
import type { StatusReport } from "../core/status/status-report.ts";
import { assessBodies, type Records } from "../core/use-cases/assess/assess.ts";
import { writeReport } from "../functions/documents/write-report.ts";
import { demoFacts, generateFacts } from "../local/demo/facts.ts";
import type { Benchmark, Comparison } from "./benchmark.ts";
import { interleaved } from "./interleaved.ts";

const today = day("2027-03-19");

interface Case {
  readonly name: string;
  readonly facts: () => FactsText;
  readonly rounds: number;
  /** The forms, and what each may take. */
  readonly formats: Readonly<Partial<Record<ReportFormat, { readonly seconds: number } | null>>>;
}

const cases: readonly Case[] = [
  {
    ...{ name: "252 bodies", facts: demoFacts, rounds: 5 },
    formats: { pdf: { seconds: 3 }, xlsx: { seconds: 2 }, html: null, csv: null },
  },
  {
    ...{ name: "5 000 bodies", rounds: 1, formats: { pdf: null, xlsx: null } },
    facts: () => generateFacts({ bodies: 5000, seed: 608, from: 2027, to: 2027 }),
  },
];

/** Status reports written in their forms, each beside the JSON of the same report. */
export const documents: Benchmark = {
  name: "documents",
  about: "a status report written as a document, against the same as JSON",
  run: async () => {
    const comparisons: Comparison[] = [];
    for (const { name, facts, rounds, formats } of cases) {
      const report = reportOf(facts());
      for (const format of ReportFormat.options) {
        const target = formats[format];
        if (target === undefined) continue;
        const comparison = await compare(`${format}, ${name}`, format, report, rounds);
        comparisons.push({ ...comparison, ...(target && { target }) });
      }
    }
    return comparisons;
  },
};

async function compare(name: string, format: ReportFormat, report: StatusReport, rounds: number): Promise<Comparison> {
  const sizes = new Map<ReportFormat, number>();
  const write = async (as: ReportFormat): Promise<void> => {
    const options = { format: as, locale: "kk", sheetPerRegion: false, zone: "Asia/Almaty" } as const;
    sizes.set(as, (await writeReport(report, options)).content.length);
  };
  const [esep, other] = await interleaved(
    [
      { name: format, run: () => write(format) },
      { name: "json", run: () => write("json") },
    ] as const,
    { rounds, milliseconds: 0 },
  );
  const size = ((sizes.get(format) ?? 0) / 1000).toFixed(0);
  return { case: name, esep, other, ratio: "esep/other", figures: [`${size} kB`] };
}

/** The report of all bodies at the end of a day; there are no sweeps and no letters. */
function reportOf(text: FactsText): StatusReport {
  const { bodies, dossiers } = Facts.parse(text);
  const register = createRegister(bodies);
  const records: Records = {
    ...{ dossiers: Map.groupBy(dossiers, ({ body }) => body), damaged: [], unreadable: new Map() },
  };
  const workdays = createWorkdays();
  const at = (on: typeof today) =>
    assessBodies(bodies, records, { viewOf: endOfDay(on), policy: defaultPolicy, workdays });
  const body = (id: string) => register.byId.get(id) ?? register.ministry;
  const letters = { year: 2027, total: 0, states: {}, repeated: 0, acknowledged: 0, unacknowledged: [] };
  const version = { number: null, name: "bench" };
  const versions = { register: 1, policy: version, calendar: version, facts: "bench" };
  const head = { scope: register.ministry.id, name: register.ministry.name, on: today, time: null };
  const before = day("2027-03-18");
  return makeReport({
    head: { ...head, made: instant(Date.UTC(2027, 2, 19)), versions, trend: [], letters },
    ...{ now: at(today), before: at(before), since: before },
    regionOf: (id) => register.scopeOf(body(id)),
    nameOf: (id) => body(id).name,
    isRecordedLate: () => false,
  });
}
