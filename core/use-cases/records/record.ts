import * as z from "zod";
import type { AuditedPorts } from "../../audit/append.ts";
import { isArchived } from "../../audit/archived.ts";
import { changesBetween } from "../../audit/changes.ts";
import { type AuditedOutcome, type DecidedChange, recordAudited } from "../../audit/record-audited.ts";
import type { StoredRecord } from "../../audit/stored.ts";
import { localTime } from "../../calendar/zone.ts";
import { commandByName } from "../../dossier/commands/all.ts";
import type { Actor } from "../../dossier/commands/command.ts";
import { isRefusal, issue, type Refusal, refuse } from "../../dossier/commands/refusal.ts";
import { Dossier, emptyDossier } from "../../dossier/dossier.ts";
import {
  DOSSIER_FORMAT,
  type DossierKey,
  dossierData,
  dossierName,
  readDossierData,
} from "../../dossier/dossier-record.ts";
import { canonical } from "../../dossier/fact-path.ts";
import { recordChanges } from "../../dossier/recorded.ts";
import type { Clock } from "../../ports.ts";

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

/** A dossier that cannot be read is left as it is. */
interface Damaged {
  readonly kind: "damaged";
  readonly reason: string;
}

export type RecordOutcome = AuditedOutcome | Refusal | Damaged;

/** Records one command in one dossier, with its entry in the audit; see {@link recordAudited}. */
export function record(request: RecordRequest, ports: RecordPorts): Promise<RecordOutcome> {
  const { request: id, isRepeatable, version } = request;
  const asked = ports.hash(canonical([request.command, request.input, request.actor.id]));
  const named = { key: request, record: dossierName(request), request: id, isRepeatable, asked, version };
  return recordAudited<DossierKey, Refusal | Damaged>(named, (stored) => decide(request, stored, ports), ports);
}

function decide(
  request: RecordRequest,
  stored: StoredRecord | null,
  { clock }: RecordPorts,
): DecidedChange | Refusal | Damaged {
  if (stored && isArchived(stored)) return ARCHIVED;
  const before = stored ? readDossierData(stored, request) : NOTHING;
  if ("reason" in before) return { kind: "damaged", reason: before.reason };
  const now = localTime(clock.calendarNow(), request.zone);
  const known = before.dossier ?? emptyDossier(request.body, request.campaign);
  const command = commandByName.get(request.command);
  if (!command) throw new RangeError(`There is no command "${request.command}".`);
  const after = command.run(known, request.input, { actor: request.actor, now });
  if (isRefusal(after)) return after;
  const recorded = recordChanges(before.dossier, after, before.recorded, now.day);
  const change = {
    ...{ by: request.actor, at: clock.machineNow(), day: now.day },
    ...{ command: command.name, reason: reasonIn(request.input) },
    ...{ format: DOSSIER_FORMAT, data: dossierData({ dossier: after, recorded }) },
    changes: changesBetween(Dossier.encode(known), Dossier.encode(after)),
  };
  return { kind: "change", change };
}

const ARCHIVED = refuse([issue([], "archived", "the campaign is archived: nothing can be recorded in it any more")]);

const NOTHING = { dossier: null, recorded: {} } as const;

/** Corrections and waivers give their reason. */
const Reasoned = z.object({ reason: z.string() });
const reasonIn = (input: unknown): string | null => Reasoned.safeParse(input).data?.reason ?? null;
