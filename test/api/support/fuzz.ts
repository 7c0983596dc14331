import { day } from "../../../core/calendar/day.ts";
import { instant } from "../../../core/calendar/zone.ts";
import { seedGrants } from "../../../core/use-cases/records/grants.ts";
import { almaty } from "../../support/memory/clocks.ts";
import { memoryEvidenceFiles } from "../../support/memory/evidence-files.ts";
import { apiAt, inMemory } from "./api.ts";
import { campaign, type Given } from "./campaign.ts";
import { operations, undocumented } from "./document.ts";
import { aLetter } from "./letter.ts";
import { type Random, randomFrom } from "./random.ts";
import { hostile, valueFor } from "./values.ts";

/** What became of many requests. */
export interface FuzzResult {
  readonly requests: number;
  /** Answers by status. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Operations that were answered with 2xx at least once. */
  readonly succeeded: ReadonlySet<string>;
  /** What no request may lead to, each with its seed. */
  readonly faults: readonly string[];
}

/** One dossier fills up, so that every now and then everything begins anew. */
const ROUND = 250;

/** In each round a whole campaign goes on between the other requests, so that there is something to change. */
const stepAt = (index: number): Given => campaign[Math.floor((index * campaign.length) / ROUND)] ?? raise();
const raise = (): never => {
  throw new RangeError("There is no such step.");
};

/** Sends requests made from the document: good ones, nearly good ones and hostile ones; a seed repeats them. */
export async function fuzz(requests: number, seed: number): Promise<FuzzResult> {
  const statuses = new Map<number, number>();
  const succeeded = new Set<string>();
  const faults: string[] = [];
  for (let done = 0; done < requests; done += ROUND) {
    const random = randomFrom(seed + done);
    const evidenceFiles = memoryEvidenceFiles();
    const api = apiAt(stepAt(0).at, { ...(await inMemory()), evidenceFiles });
    await api.ledger.create(aLetter("DP-1", ["DP-1", "PB-1"]));
    await holdBack(api);
    await seedGrants([{ subject: "user:1", name: "Admin", grants: ["admin"] }], api.grants);
    const known: Known = {};
    for (let index = 0; index < ROUND; index++) {
      const step = stepAt(index);
      api.clock.moveTo(almaty(step.at));
      const isStep = index === 0 || step !== stepAt(index - 1);
      const { operation, request } = isStep ? requestOf(step) : requestFrom(random, known);
      const answer = await api.app.request(request);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.ok) succeeded.add(operation.operationId);
      if (answer.ok && operation.operationId in remembered)
        Object.assign(known, await rememberedIn(operation.operationId, answer.clone()));
      // Whoever was told where to post a file posts one, each another.
      if (known.key !== undefined) evidenceFiles.incoming.set(known.key, pdf(`${seed + done} ${index}`));
      const fault = await faultIn(answer, request, operation);
      if (fault !== null) faults.push(`seed ${seed + done}, request ${index}: ${fault}`);
    }
    faults.push(...api.errors.map((error) => `seed ${seed + done}: ${error.stack}`));
  }
  return { requests: [...statuses.values()].reduce((sum, count) => sum + count, 0), statuses, succeeded, faults };
}

/** A brake that holds and an address that bounced, so that there is something to be decided about. */
async function holdBack({ log, outOfUse }: Awaited<ReturnType<typeof inMemory>>): Promise<void> {
  const [slot, until] = [day("2027-01-04"), day("2028-01-04")].map((on) => ({ day: on, time: "09:00" }));
  if (!slot || !until) return raise();
  await log.setBrake("DP-1", null, { version: 1, slot, until, bodies: 9, of: 9, stopped: null, released: null });
  const [recipientKey = ""] = places["recipientKey"] ?? [];
  await outOfUse.mark({ recipientKey, at: instant(1), letter: `DP-1/2027/${recipientKey}/0`, reason: null });
}

type Operation = (typeof operations)[number]["operation"];

async function faultIn(answer: Response, request: Request, operation: Operation): Promise<string | null> {
  const text = await answer.clone().text();
  const where = `${request.method} ${request.url} answered ${answer.status}`;
  if (answer.status >= 500) return `${where}: ${text}`;
  if (/\n\s+at .*\.(ts|js)|node_modules|Error:/.test(text)) return `${where} with a stack trace: ${text.slice(0, 300)}`;
  // A hostile path may lead to no operation at all.
  if (answer.status === 404 || answer.status === 405) {
    const isProblem = answer.headers.get("content-type") === "application/problem+json";
    return isProblem ? null : `${where} without a problem`;
  }
  const fault = await undocumented(operation, answer);
  return fault && `${where}: ${fault}`;
}

function requestOf({ command, input, as = "staff@DP-1" }: Given): { operation: Operation; request: Request } {
  const path = `/dossiers/{body}/{campaign}/commands/${command}`;
  const operation = operations.find((one) => one.path === path)?.operation ?? raise();
  const url = `http://esep.example/api${path.replace("{body}", "PB-1").replace("{campaign}", "2027")}`;
  const headers = { "x-grants": as, "content-type": "application/json" };
  return { operation, request: new Request(url, { method: "POST", headers, body: JSON.stringify(input) }) };
}

/** What answers have named that later requests may ask for. */
interface Known {
  readonly id?: string;
  readonly file?: string;
  readonly seen?: string | null;
  /** A status report that is being made. */
  readonly report?: string;
  /** An upload that was begun, and where its file lies. */
  readonly upload?: string;
  readonly key?: string;
  /** A file that was attached. */
  readonly evidence?: string;
}
const remembered: Readonly<Record<string, true>> = {
  ...{
    previewImport: true,
    startImport: true,
    createStatusReport: true,
    startEvidenceUpload: true,
    attachEvidence: true,
  },
};

/** What an answer names; a preview with faults names nothing that could be imported. */
async function rememberedIn(operationId: string, answer: Response): Promise<Known> {
  // Of the operations that are remembered.
  const { id, file, seen, upload, fields } = (await answer.json()) as Known & { readonly fields?: { key: string } };
  if (operationId === "createStatusReport") return id ? { report: id } : {};
  if (operationId === "attachEvidence") return id ? { evidence: id } : {};
  if (upload && fields) return { upload, key: fields.key };
  return seen === null ? {} : { ...(id && { id }), ...(file && { file }), ...(seen && { seen }) };
}

const pdf = (text: string): Uint8Array => new TextEncoder().encode(`%PDF-1.7\n${text}\n%%EOF\n`);

/** What only administrators may do is mostly asked for by one, or little would come of it. */
const isAdministration = (path: string, random: Random): boolean =>
  /^\/(imports|grants|bodies|status-reports|brakes|addresses)/.test(path) && random.chance(0.8);

function requestFrom(random: Random, known: Known): { operation: Operation; request: Request } {
  const { path, method, operation } = random.pick(operations);
  const url = new URL(`http://esep.example/api${pathOf(path, random, known)}`);
  const headers = new Headers({
    "x-grants": isAdministration(path, random)
      ? "staff@MIA admin"
      : random.pick(["staff@MIA", "staff@MIA admin", "staff@DP-1", "viewer@PB-1"]),
  });
  if (random.chance(0.02)) headers.delete("x-grants");
  for (const { name, in: place, schema } of operation.parameters) {
    if (place === "query" && random.chance(0.25)) url.searchParams.append(name, parameterOf(name, schema, random));
    if (place === "header" && random.chance(0.15)) headers.set(name, headerOf(name, random));
  }
  if (random.chance(0.02)) url.searchParams.append(random.pick(["x", "lang", "__proto__"]), random.pick(hostile));
  const schema = operation.requestBody?.content["application/json"]?.schema;
  const isOther = random.chance(0.01);
  const init = { method: isOther ? "PUT" : method.toUpperCase(), headers };
  if (!schema) return { operation, request: new Request(url, init) };
  headers.set(
    "content-type",
    random.chance(0.98) ? "application/json" : random.pick(["text/plain", "application/xml", "x"]),
  );
  return { operation, request: new Request(url, { ...init, body: bodyFor(schema, operation, random, known) }) };
}

function bodyFor(schema: Parameters<typeof valueFor>[0], operation: Operation, random: Random, known: Known): string {
  if (operation.operationId === "startImport" && random.chance(0.8))
    return JSON.stringify({ file: known.file, seen: known.seen, reason: "Обмен" });
  if (operation.operationId === "attachEvidence" && random.chance(0.8))
    return JSON.stringify({ upload: known.upload, fact: random.pick(["schedule", "meetings/m1"]), title: "График" });
  if (random.chance(0.02))
    return random.pick(["", "{", "[".repeat(50_000), "nul", "\uFEFF{}", '{"a":1,"a":2}', "x".repeat(200_000)]);
  // Every third body is the document's own example, whose rules then depend on what was recorded before.
  const example = operation.requestBody?.content["application/json"]?.example;
  return JSON.stringify(random.chance(0.33) ? example : valueFor(schema, random)) ?? "null";
}

const places: Readonly<Record<string, readonly string[]>> = {
  body: ["PB-1", "PB-1", "PB-1", "DP-1", "DP-2", "MIA", "PB-9"],
  campaign: ["2027", "2027", "2027", "2026", "2024", "1999"],
  record: [
    "dossier:PB-1:2027",
    "dossier:DP-1:2027",
    "dossier:PB-9:2027",
    "letter:DP-1:2027:mZ6oD6Dkq0zS1l1pVb3u2A:0",
    ...["policy", "register:edition", "grants:user:1", "brake:DP-1", "address:mZ6oD6Dkq0zS1l1pVb3u2A"],
  ],
  subject: ["user:1", "user:2", "client:3"],
  scope: ["DP-1", "MIA"],
  year: ["2027"],
  recipientKey: ["mZ6oD6Dkq0zS1l1pVb3u2A"],
  n: ["0", "1"],
};

function pathOf(path: string, random: Random, known: Known): string {
  if (path.startsWith("/imports/{id}") && known.id !== undefined && random.chance(0.9))
    return path.replace("{id}", known.id);
  if (path === "/status-reports/{id}" && known.report !== undefined) return path.replace("{id}", known.report);
  // Files are about one dossier, or little would come of them.
  if (path.includes("/evidence") && random.chance(0.8))
    return path.replace("{body}/{campaign}", "PB-1/2027").replace("{id}", known.evidence ?? "x");
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(
      (random.chance(0.02) ? random.pick(hostile) : random.pick(places[name] ?? ["x"])).toWellFormed(),
    ),
  );
}

function parameterOf(name: string, schema: Parameters<typeof valueFor>[0], random: Random): string {
  if (random.chance(0.05)) return random.pick(hostile);
  if (name === "scope") return random.pick(["DP-1", "PB-1", "MIA", "PB-9"]);
  if (name === "cursor") return random.pick(["WzIsIkRQLTEiXQ", "nope", "W10", "WzFlOTksIngiXQ"]);
  return String(valueFor(schema, random, name));
}

function headerOf(name: string, random: Random): string {
  if (name === "If-Match") return random.pick(["*", '"0"', '"1"', '"2"', 'W/"1"', "x", '"99999999999999999"']);
  if (name === "If-None-Match") return random.pick(["*", '"0"', '"1", "2"', "x"]);
  if (name === "Accept-Language")
    return random.pick(["kk", "ru", "en;q=0.5, kk", "de", "*", ";;;q=x", "x".repeat(2000)]);
  return random.pick(["key-1", "key-2", `key-${random.below(1000)}`, "a b", "x".repeat(300)]);
}
