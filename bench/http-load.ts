import { Facts } from "../core/dossier/facts.ts";
import { loadRegister } from "../core/use-cases/assess/assess.ts";
import { verifyAudit } from "../core/use-cases/records/verify-audit.ts";
import { demoFacts } from "../local/demo/facts.ts";
import type { Benchmark, Comparison } from "./benchmark.ts";
import { type ServedEsep, serveEsep } from "./http-esep.ts";
import { type Driven, driveAt, isHeld, type Officer, share } from "./http-officers.ts";

/** Requests a second that are wanted, and for how many seconds the rate that holds is held. */
const WANTED = Number(process.env["LOAD_RATE"] ?? 300);
const SECONDS = Number(process.env["LOAD_SECONDS"] ?? 120);
const OFFICERS = 250;
/** A rate is tried for so long before it is held for the whole time. */
const TRIAL = 5;

/** The last day of the campaign: everybody records at once. */
export const httpLoad: Benchmark = {
  name: "http-load",
  about: "250 signed-in officers on 31 March, 60 % reads and 40 % writes, against one officer alone",
  run: async () => {
    const esep = await serveEsep("2027-03-31T10:00", 26_500);
    try {
      return await measure(esep);
    } finally {
      await esep.close();
    }
  },
};

async function measure(esep: ServedEsep): Promise<Comparison[]> {
  const officers = await officersOf(esep);
  const runs: Driven[] = [];
  const drive = async (rate: number, seconds: number): Promise<Driven> => {
    const driven = await driveAt(esep.url, officers, { rate, seconds, run: runs.length });
    runs.push(driven);
    const p99 = Math.max(share(driven, "read", 0.99), share(driven, "write", 0.99));
    console.log(
      `${rate}/s for ${seconds} s: p99 ${(p99 * 1000).toFixed(0)} ms, ${driven.errors.length} errors${wordErrors(driven)}`,
    );
    return driven;
  };
  const alone = await drive(2, 10);
  const rate = await highestRate(drive);
  const before = esep.processorSeconds();
  const driven = await drive(rate, SECONDS);
  const after = esep.processorSeconds();
  const each = (part: keyof typeof after): number => ((after[part] - before[part]) / driven.answers.length) * 1000;
  const kept = await whatWasKept(esep, officers, runs);
  const said = `${rate} requests/s of ${WANTED} wanted, ${isHeld(driven) ? "held" : "NOT held"} for ${SECONDS} s: ${driven.answers.length} answers, ${driven.errors.length} errors${wordErrors(driven)}; ${each("pages").toFixed(1)} ms of Esep's processor time each, ${each("engines").toFixed(1)} ms of the emulated services'`;
  return (["read", "write"] as const).map((kind) => ({
    case: `${kind}s`,
    esep: { name: `p50 at ${rate}/s`, seconds: share(driven, kind, 0.5) },
    other: { name: "p50 alone", seconds: share(alone, kind, 0.5) },
    ratio: "esep/other" as const,
    figures: [`p99 ${(share(driven, kind, 0.99) * 1000).toFixed(0)} ms`, ...(kind === "read" ? [said] : [kept])],
  }));
}

/** Which errors there were, each once. */
const wordErrors = ({ errors }: Driven): string => (errors.length > 0 ? ` (${[...new Set(errors)].join(", ")})` : "");

/** The highest rate up to the wanted one that is held; slowest first, since a queue takes long to run empty. */
async function highestRate(drive: (rate: number, seconds: number) => Promise<Driven>): Promise<number> {
  let held = 1;
  for (const part of [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 1]) {
    const rate = Math.ceil(WANTED * part);
    if (!isHeld(await drive(rate, TRIAL))) return held;
    held = rate;
  }
  return held;
}

/** Officers of bodies whose schedule has a number, which can be corrected. */
async function officersOf({ signIn }: ServedEsep): Promise<Officer[]> {
  const bodies = Facts.parse(demoFacts()).dossiers.flatMap(({ body, campaign, schedule }) =>
    campaign === 2027 && schedule?.number !== undefined ? [body] : [],
  );
  return Promise.all(
    Array.from({ length: OFFICERS }, async (_, index): Promise<Officer> => {
      const body = bodies[index % bodies.length] ?? "";
      return { body, cookie: await signIn(`officer-${index}`, `staff@${body}`) };
    }),
  );
}

/** Throws unless every write that was answered stands in the audit once, and every chain is whole. */
async function whatWasKept({ wiring }: ServedEsep, officers: readonly Officer[], runs: readonly Driven[]) {
  const written = new Set(runs.flatMap(({ written }) => written));
  const found: string[] = [];
  for (const body of new Set(officers.map((officer) => officer.body))) {
    const entries = await wiring.audit.entries(`dossier:${body}:2027`);
    found.push(...entries.map(({ text }) => JSON.parse(text).request));
  }
  const known = new Set(found);
  const lost = [...written].filter((request) => !known.has(request));
  if (known.size !== found.length) throw new Error("A request stands in the audit twice.");
  const loaded = await loadRegister(wiring.register, ({ scopes }) => scopes);
  if (!loaded) throw new Error("There is no register.");
  let records = 0;
  for await (const { record, report } of verifyAudit(loaded, 2028, wiring)) {
    if (report.kind === "broken") throw new Error(`The chain of ${record} is broken: ${report.fault}.`);
    records++;
  }
  if (lost.length > 0) throw new Error(`${lost.length} of ${written.size} writes are lost.`);
  return `all ${written.size} answered writes are in the audit, ${records} chains are whole`;
}
