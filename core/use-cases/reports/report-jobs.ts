import { formatDay, yearOf } from "../../calendar/day.ts";
import { type Instant, instant, localTime } from "../../calendar/zone.ts";
import { recipientOf } from "../../escalation/content.ts";
import type { LetterId } from "../../escalation/ledger.ts";
import type { LetterContent } from "../../escalation/letter.ts";
import { contactsInOffice } from "../../escalation/recipients.ts";
import { latestSlot } from "../../escalation/slots.ts";
import type { Mail } from "../../ports.ts";
import type { Body } from "../../register/body.ts";
import { normaliseEmail, type Register } from "../../register/register.ts";
import {
  type ReportFile,
  type ReportFormat,
  type ReportJob,
  type ReportOrder,
  stepsOf,
} from "../../status/report-job.ts";
import type { StatusReport } from "../../status/status-report.ts";
import { type LoadedRegister, loadRegister } from "../assess/assess.ts";
import { type NoticePorts, post } from "../letters/notices.ts";
import { type ReportPorts, readStatusReport } from "./status-report.ts";

/** Jobs; reads are strongly consistent, every change is one conditional write. */
export interface ReportJobStore {
  read(id: string): Promise<ReportJob | null>;
  /** Writes a job unless it is no longer `before`, or unless there is one. */
  write(before: ReportJob | null, next: ReportJob): Promise<"written" | "changed">;
  /** Those of this month and the one before, the newest first. */
  recent(now: Instant): Promise<readonly ReportJob[]>;
}

/** A file with its bytes. */
export interface MadeFile extends ReportFile {
  readonly content: Uint8Array;
}

/** Files of reports in object storage. */
export interface ReportFiles {
  put(file: MadeFile): Promise<void>;
  /** Null when there is none. */
  get(key: string): Promise<Uint8Array | null>;
  /** An address under which a browser may fetch a file for a short while; it keeps the file and does not show it. */
  link(file: ReportFile): Promise<string>;
}

/** Work for who makes reports: at least once, in no order. */
export interface ReportQueue {
  send(id: string): Promise<void>;
}

/** What asking for a report reads and writes. */
export interface OrderPorts {
  readonly reportJobs: ReportJobStore;
  readonly reportQueue: ReportQueue;
}

/** Somebody's wish for a report; `request` names it, so that repeating it makes nothing twice. */
export interface OrderRequest {
  readonly order: ReportOrder;
  readonly by: ReportJob["by"];
  /** 22 letters, digits, `-` or `_`. */
  readonly request: string;
  readonly calendarNow: Instant;
  readonly machineNow: Instant;
}

/**
 * Records a wish and queues it. A crash between the two leaves a job that waits: repeating the wish queues it again. A
 * message that comes twice makes nothing twice.
 */
export async function orderReport(
  { order, by, request, calendarNow, machineNow }: OrderRequest,
  { directory, register }: LoadedRegister,
  { reportJobs, reportQueue }: OrderPorts,
): Promise<ReportJob | "other-request"> {
  const { zone } = register.ministry;
  const slot = latestSlot(calendarNow, directory.policy.slots, zone);
  const id = `${formatDay(localTime(machineNow, zone).day).slice(0, 7)}-${request}`;
  const job: ReportJob = {
    ...{ id, order, by, askedAt: machineNow, slot, state: "waiting", done: 0, total: stepsOf(order) },
    ...{ lease: null, files: [], letters: 0, error: null, revision: 1 },
  };
  const outcome = await reportJobs.write(null, job);
  const kept = outcome === "written" ? job : await reportJobs.read(id);
  if (!kept || kept.by.id !== by.id || JSON.stringify(kept.order) !== JSON.stringify(order)) return "other-request";
  if (kept.state === "waiting") await reportQueue.send(id);
  return kept;
}

/** Whom a report on a body may be sent to: contacts in office of the body and of those above it, each address once. */
export function possibleRecipients(top: Body, register: Register, now: Instant): Body["contacts"] {
  const { day } = localTime(now, register.ministry.zone);
  const bodies = [top, ...register.ancestorsOf(top), ...(top === register.ministry ? [] : [register.ministry])];
  const inOffice = bodies.flatMap((body) => contactsInOffice(body, day));
  return [...new Map(inOffice.map((contact) => [normaliseEmail(contact.email), contact])).values()];
}

/** What a letter that brings a report says. */
export interface ReportLetter {
  readonly recipient: LetterContent["recipient"];
  readonly report: StatusReport;
  readonly files: readonly MadeFile[];
}

/** Renders a report in one of its forms. */
export type WriteReport = (
  report: StatusReport,
  options: { readonly format: ReportFormat; readonly locale: ReportOrder["locale"]; readonly zone: string } & Pick<
    ReportOrder,
    "sheetPerRegion"
  >,
) => Promise<{ readonly name: string; readonly type: string; readonly content: Uint8Array }>;

/** What making a report reads and writes. */
export interface MakePorts extends ReportPorts, Pick<NoticePorts, "files" | "mail"> {
  readonly ledger: NoticePorts["ledger"];
  readonly identifiers: NoticePorts["identifiers"];
  readonly reportJobs: ReportJobStore;
  readonly reportFiles: ReportFiles;
  readonly writeReport: WriteReport;
  readonly composeReport: (letter: ReportLetter, id: LetterId, at: Instant) => Promise<Mail>;
}

/** Thrown when somebody else makes the report: the message comes again later. */
export class ReportBusy extends Error {
  override readonly name = "ReportBusy";
}

/**
 * Makes the report of a job. Its files are written and noted before the first letter, so that whoever goes on after a crash
 * sends the same files; a letter is written once whatever happens (`post`). While the lease lasts nobody else begins.
 */
export async function makeOrdered(
  id: string,
  ports: MakePorts,
  leaseSeconds: number,
): Promise<"done" | "failed" | "nothing-to-do"> {
  const job = await ports.reportJobs.read(id);
  if (!job || job.state === "done" || job.state === "failed") return "nothing-to-do";
  const now = ports.clock.machineNow();
  if (job.lease && job.lease.until > now) throw new ReportBusy(`The report ${id} is being made.`);
  const lease = { holder: ports.identifiers.token(), until: instant(now + leaseSeconds * 1000) };
  const claimed = await step(job, { state: "running", lease }, ports);
  const loaded = await loadRegister(ports.register, ({ scopes }) => scopes);
  const top = loaded?.register.byId.get(job.order.scope);
  if (!loaded || !top) return fail(claimed, "unknown-body", ports);
  const { on } = job.order;
  if (on !== null && !ports.workdays.covers(yearOf(on))) return fail(claimed, "not-covered", ports);
  const report = await readStatusReport(loaded, { top, on: on ?? undefined, mayRead: () => true }, ports);
  const { job: written, files } = await writeFiles(await step(claimed, { done: 1 }, ports), report, loaded, ports);
  const sent = await sendLetters(written, { report, files }, top, loaded.register, ports);
  await step(sent, { state: "done", done: sent.total, lease: null }, ports);
  return "done";
}

async function fail(job: ReportJob, error: NonNullable<ReportJob["error"]>, ports: MakePorts): Promise<"failed"> {
  await step(job, { state: "failed", error, lease: null }, ports);
  return "failed";
}

/** The next state of a job; throws when somebody else has taken it. */
async function step(before: ReportJob, change: Partial<ReportJob>, { reportJobs }: MakePorts): Promise<ReportJob> {
  const next = { ...before, ...change, revision: before.revision + 1 };
  if ((await reportJobs.write(before, next)) === "written") return next;
  // A retry of our own write fails because it is written.
  const now = await reportJobs.read(before.id);
  if (now?.revision === next.revision && now.lease?.holder === next.lease?.holder) return next;
  throw new ReportBusy(`The report ${before.id} was taken over.`);
}

interface Written {
  readonly job: ReportJob;
  readonly files: readonly MadeFile[];
}

/** The files of a job: those that an earlier maker has noted, or new ones under a name that is ours alone. */
async function writeFiles(
  job: ReportJob,
  report: StatusReport,
  { register }: LoadedRegister,
  ports: MakePorts,
): Promise<Written> {
  if (job.files.length > 0) return { job, files: await readFiles(job.files, ports) };
  const files: MadeFile[] = [];
  let current = job;
  for (const format of job.order.formats) {
    const options = { format, locale: job.order.locale, sheetPerRegion: job.order.sheetPerRegion };
    const made = await ports.writeReport(report, { ...options, zone: register.ministry.zone });
    const key = `reports/${job.id}/${job.lease?.holder}/${made.name}`;
    const file = { ...made, key, bytes: made.content.length };
    await ports.reportFiles.put(file);
    files.push(file);
    current = await step(current, { done: current.done + 1 }, ports);
  }
  const noted = files.map(({ name, key, type, bytes }) => ({ name, key, type, bytes }));
  return { job: await step(current, { files: noted }, ports), files };
}

const readFiles = (files: readonly ReportFile[], { reportFiles }: MakePorts): Promise<MadeFile[]> =>
  Promise.all(
    files.map(async (file) => {
      const content = await reportFiles.get(file.key);
      if (!content) throw new Error(`The file ${file.key} of a report is missing: order the report again.`);
      return { ...file, content };
    }),
  );

/** One letter for each recipient who is still in office; the others are passed over. */
async function sendLetters(
  job: ReportJob,
  { report, files }: Omit<ReportLetter, "recipient">,
  top: Body,
  register: Register,
  ports: MakePorts,
): Promise<ReportJob> {
  const wanted = new Set(job.order.recipients);
  const contacts = possibleRecipients(top, register, ports.clock.calendarNow());
  const addressed = contacts.filter(({ email }) => wanted.has(ports.identifiers.recipientKey(email)));
  let current = job;
  for (const [index, contact] of addressed.entries()) {
    const email = normaliseEmail(contact.email);
    const recipient = recipientOf(email, register, job.slot.day);
    const compose = (id: LetterId) => ports.composeReport({ recipient, report, files }, id, ports.clock.calendarNow());
    await post({ kind: "report", event: job.id, slot: job.slot }, email, compose, ports);
    current = await step(current, { letters: index + 1, done: Math.min(job.total, current.done + 1) }, ports);
  }
  return current;
}
