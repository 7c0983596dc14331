import { type AuditedPorts, entriesFrom, writeAudited } from "./audit/append.ts";
import { changesBetween } from "./audit/changes.ts";
import { type AuditEntry, readEntry } from "./audit/entry.ts";
import type { StoredRecord } from "./audit/stored.ts";
import { type LocalTime, localTime } from "./calendar/zone.ts";
import { commandByName } from "./dossier/commands/all.ts";
import type { Actor } from "./dossier/commands/command.ts";
import { isRefusal, type RefusedField } from "./dossier/commands/refusal.ts";
import { Dossier, emptyDossier } from "./dossier/dossier.ts";
import {
  DOSSIER_FORMAT,
  type DossierKey,
  type DossierRecord,
  dossierData,
  dossierName,
  readDossierData,
} from "./dossier/dossier-record.ts";
import { canonical } from "./dossier/fact-path.ts";
import { recordChanges } from "./dossier/recorded.ts";
import type { Clock } from "./ports.ts";

/** Where dossiers and their history lie. */
export interface RecordPorts extends AuditedPorts<DossierKey> {
  readonly clock: Clock;
}

/** What somebody wants to record in a dossier; that they may is decided before. */
export interface RecordRequest extends DossierKey {
  /** The body's own zone, in which `today` is read. */
  readonly zone: string;
  /** The name of one of {@link commandByName}. */
  readonly command: string;
  /** JSON, not parsed before. */
  readonly input: unknown;
  readonly actor: Actor;
  /** Names the request; `isRepeatable` when its sender knows this id and may send it again. */
  readonly request: string;
  readonly isRepeatable: boolean;
  /** The version that the sender has seen (0: none yet); any when absent. */
  readonly version?: number | undefined;
}

export type RecordOutcome =
  /** `entry` tells everything that was done; a repeated request gets the entry of the first time. */
  | { readonly kind: "recorded"; readonly entry: AuditEntry }
  | { readonly kind: "refused"; readonly issues: readonly RefusedField[] }
  /** The dossier is no longer what the sender has seen. */
  | { readonly kind: "conflict"; readonly version: number }
  /** Others were faster every time; the sender named no version. */
  | { readonly kind: "busy"; readonly version: number }
  /** The request's id was used for another request. */
  | { readonly kind: "other-request" }
  | { readonly kind: "too-large" }
  | { readonly kind: "damaged"; readonly reason: string };

/** How often a request without a version is tried again when others write at the same time. */
const ATTEMPTS = 8;

/**
 * Records one command in one dossier: load, decide, one conditional write. Who names the version they have seen gets a
 * conflict when there is a newer one; for who does not, the command is decided anew on what is there.
 */
export async function record(request: RecordRequest, ports: RecordPorts): Promise<RecordOutcome> {
  const asked = ports.hash(canonical([request.command, request.input, request.actor.id]));
  let version = 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const stored = await ports.records.read(request);
    const earlier = request.isRepeatable ? await entryOf(request, stored, ports) : undefined;
    if (earlier) return earlier.asked === asked ? { kind: "recorded", entry: earlier } : { kind: "other-request" };
    version = stored?.version ?? 0;
    if (request.version !== undefined && request.version !== version) return { kind: "conflict", version };
    const outcome = await decide(request, stored, asked, ports);
    if (outcome !== "changed") return outcome;
  }
  return { kind: "busy", version };
}

/** The entry that a request has made already. */
async function entryOf(
  request: RecordRequest,
  stored: StoredRecord | null,
  { audit }: RecordPorts,
): Promise<AuditEntry | undefined> {
  if (!stored?.newest) return undefined;
  const newest = readEntry(stored.newest.text);
  if (newest?.request === request.request) return newest;
  const entries = entriesFrom(await audit.entries(dossierName(request)), stored);
  return entries.find((entry) => entry.request === request.request);
}

async function decide(
  request: RecordRequest,
  stored: StoredRecord | null,
  asked: string,
  ports: RecordPorts,
): Promise<RecordOutcome | "changed"> {
  const before = stored ? readDossierData(stored, request) : NOTHING;
  if ("reason" in before) return { kind: "damaged", reason: before.reason };
  const now = localTime(ports.clock.calendarNow(), request.zone);
  const known = before.dossier ?? emptyDossier(request.body, request.campaign);
  const command = commandByName.get(request.command);
  if (!command) throw new RangeError(`There is no command "${request.command}".`);
  const after = command.run(known, request.input, { actor: request.actor, now });
  if (isRefusal(after)) return after;
  const recorded = recordChanges(before.dossier, after, before.recorded, now.day);
  const change = changeOf(request, { ...before, dossier: known }, { dossier: after, recorded }, now);
  const written = await writeAudited(request, stored, { ...change, at: ports.clock.machineNow(), asked }, ports);
  if (written.kind === "written") return { kind: "recorded", entry: written.entry };
  return written.kind === "changed" ? "changed" : { kind: "too-large" };
}

const NOTHING = { dossier: null, recorded: {} } as const;

function changeOf(
  { actor, command, input, request, ...key }: RecordRequest,
  before: DossierRecord,
  after: DossierRecord,
  now: LocalTime,
) {
  return {
    record: dossierName(key),
    by: actor,
    day: now.day,
    command,
    reason: reasonIn(input),
    request,
    format: DOSSIER_FORMAT,
    data: dossierData(after),
    changes: changesBetween(Dossier.encode(before.dossier), Dossier.encode(after.dossier)),
  };
}

/** Corrections and waivers give their reason. */
function reasonIn(input: unknown): string | null {
  const reason = typeof input === "object" && input !== null && "reason" in input ? input.reason : null;
  return typeof reason === "string" ? reason : null;
}
