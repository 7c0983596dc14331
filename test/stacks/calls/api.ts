import type { LetterId } from "../../../core/escalation/ledger.ts";
import { acknowledgementName } from "../../../core/use-cases/letters/acknowledge.ts";
import type { Endpoint } from "../../../functions/web/api/endpoint.ts";
import { endpoints } from "../../../functions/web/api/endpoints.ts";

/** One request, of the pages or of the API. */
export interface Asked {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly input?: unknown;
}

const workday = { day: "2027-05-15", kind: "extra_workday", ru: "Перенос", kk: "Ауыстыру" };

const newContact = { role: "head", name: "Test", email: "test@dp-1.example", locale: "kk" };
const newBody = {
  ...{ id: "PB-7", parent: "DP-1", kind: "district", name: { ru: "Тест", kk: "Тест" }, zone: "Asia/Almaty" },
  ...{ activeFrom: "2027-01-01", contacts: [] },
};

/** What is sent to the endpoints that take a body. Of the commands, which are recorded all alike, there is one. */
const inputs: Readonly<Record<string, unknown>> = {
  commandApproveSchedule: { approvedOn: "2027-01-15", number: "12-П" },
  acknowledgeLetter: { kind: "seen" },
  startSweep: {},
  previewPolicy: { change: { part: { noticeDays: 12 } } },
  applyPolicy: { change: { part: { noticeDays: 12 } }, from: "2027-05-01", reason: "Test" },
  previewCalendar: { change: { days: [workday] } },
  applyCalendar: { change: { days: [workday] }, from: "2027-05-01", reason: "Test" },
  stopBrake: { reason: "Test" },
  releaseBrake: { reason: "Test" },
  clearAddress: { reason: "Test" },
  editGrants: { name: "Test again", grants: ["admin", "staff@MIA"], reason: "Test" },
  addBody: { body: newBody, reason: "Test" },
  changeBody: { set: { name: newBody.name }, reason: "Test" },
  addContact: { contact: newContact, reason: "Test" },
  changeContact: { contact: { role: "head", email: newContact.email }, set: { name: "Test again" }, reason: "Test" },
};

const isOneOfMany = ({ id, tag }: Endpoint): boolean => tag === "Commands" && !(id in inputs);

/** A report is asked for where it is made too, evidence where a document is sent. */
const MADE: ReadonlySet<string> = new Set(["createStatusReport", "getStatusReport"]);

/** What is done step by step, each with what the one before has answered. */
const APART: ReadonlySet<string> = new Set(["Evidence", "Imports"]);

/** Every endpoint once, in the order of the documentation; the audit twice, of a dossier and of the answers to a letter. */
export function everyRequest(body: string, campaign: number, letter: LetterId): readonly Asked[] {
  const records = [`dossier:${body}:${campaign}`, acknowledgementName(letter)];
  return endpoints
    .filter((endpoint) => !isOneOfMany(endpoint) && !MADE.has(endpoint.id) && !APART.has(endpoint.tag))
    .flatMap((endpoint) => {
      const all = endpoint.path.includes("{record}") ? records : [""];
      return all.map((record) => requestOf(endpoint, { body, campaign, ...letter, record, subject: "user:1" }));
    });
}

function requestOf({ method, path, id }: Endpoint, values: Readonly<Record<string, string | number>>): Asked {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Nothing is known to put into ${path} for ${name}.`);
    return String(value);
  });
  if (method === "get") return { method: "GET", path: `/api${filled}` };
  if (!(id in inputs)) throw new Error(`Nothing is known to send to ${path}: give ${id} an input.`);
  return { method: "POST", path: `/api${filled}`, input: inputs[id] };
}
