import * as z from "zod";
import type { AuditedPorts } from "../../audit/append.ts";
import { type AuditedOutcome, type DecidedChange, recordAudited } from "../../audit/record-audited.ts";
import type { RecordStore, StoredRecord } from "../../audit/stored.ts";
import { localTime } from "../../calendar/zone.ts";
import { canonical } from "../../dossier/fact-path.ts";
import { Brake, holdsAt } from "../../escalation/brake.ts";
import type { Slot } from "../../escalation/letter.ts";
import type { Clock, SweepLog } from "../../ports.ts";

/**
 * What administrators decided about brakes, by scope. A decision and the brake that it changes are one item and one
 * write: {@link RecordStore.put} also refuses when the sweep has set the brake since the decision was made.
 */
export interface BrakeDecisionStore extends RecordStore<string> {
  all(): Promise<readonly { readonly scope: string; readonly stored: StoredRecord }[]>;
}

/** What deciding reads and writes. */
export interface BrakeDecisionPorts extends AuditedPorts<string> {
  readonly records: BrakeDecisionStore;
  readonly log: Pick<SweepLog, "standings">;
  readonly clock: Clock;
}

export const BrakeDecision = z.enum(["stop", "release"]);
export type BrakeDecision = z.output<typeof BrakeDecision>;

/** An administrator's word about the brake of one scope; that they may give it is decided before. */
export interface BrakeRequest {
  readonly scope: string;
  readonly decision: BrakeDecision;
  readonly reason: string;
  readonly by: { readonly id: string; readonly name: string };
  /** The latest slot that has come, in the ministry's zone. */
  readonly slot: Slot;
  readonly zone: string;
  readonly request: string;
  readonly isRepeatable: boolean;
  /** The brake's version that the administrator has seen; any when absent. */
  readonly seen?: number | undefined;
}

export type BrakeOutcome =
  | AuditedOutcome
  /** Nothing of this scope is held now. */
  | { readonly kind: "no-brake" }
  /** The brake is no longer the one that was seen. */
  | { readonly kind: "other-brake"; readonly version: number }
  | { readonly kind: "nothing-to-change" };

const FORMAT = 1;

/** A scope's decisions among all audited records. */
export const brakeName = (scope: string): string => `brake:${scope}`;

/** The brake of a decision as it is stored; throws for one that cannot be read. */
export function readBrake({ format, data }: Pick<StoredRecord, "format" | "data">): Brake {
  if (format !== FORMAT) throw new RangeError(`Decisions of the format ${format} are not known.`);
  return Brake.parse(JSON.parse(data));
}

/** How often a decision is made anew because the sweep set the brake in between. */
const ATTEMPTS = 4;

/** Keeps a scope's brake on until further notice, or takes it off, with who did it, when and why. */
export async function decideAboutBrake(request: BrakeRequest, ports: BrakeDecisionPorts): Promise<BrakeOutcome> {
  const { scope, decision, reason, by, isRepeatable } = request;
  const asked = ports.hash(canonical(["brake", decision, reason, by.id]));
  const named = { key: scope, record: brakeName(scope), request: request.request, isRepeatable, asked };
  for (let attempt = 0; ; attempt++) {
    const standings = await ports.log.standings([scope]);
    const brake = standings.find((standing) => standing.scope === scope)?.brake ?? null;
    const stored = await ports.records.read(scope);
    const outcome = await recordAudited<string, Exclude<BrakeOutcome, AuditedOutcome>>(
      { ...named, version: stored?.version ?? 0 },
      () => decide(brake, request, ports.clock),
      ports,
    );
    // The sweep, or another administrator, was faster: what holds now is judged anew.
    const isLate = outcome.kind === "conflict" || outcome.kind === "busy";
    if (!isLate || attempt >= ATTEMPTS) return outcome;
  }
}

function decide(
  brake: Brake | null,
  { decision, reason, by, slot, zone, seen }: BrakeRequest,
  clock: Clock,
): DecidedChange | Exclude<BrakeOutcome, AuditedOutcome> {
  if (seen !== undefined && (brake?.version ?? 0) !== seen)
    return { kind: "other-brake", version: brake?.version ?? 0 };
  if (!brake || !holdsAt(brake, slot)) return { kind: "no-brake" };
  if (decision === "stop" && brake.stopped) return { kind: "nothing-to-change" };
  const at = clock.machineNow();
  const said = { by: by.id, at };
  const step = decision === "stop" ? { stopped: said } : { released: said };
  const after = { ...brake, ...step, version: brake.version + 1 };
  return {
    kind: "change",
    change: {
      ...{
        by,
        at,
        day: localTime(clock.calendarNow(), zone).day,
        command: `${decision}-brake`,
        reason,
        format: FORMAT,
      },
      data: JSON.stringify(Brake.encode(after)),
      changes: [{ path: decision === "stop" ? "stopped" : "released", before: null, after: said }],
    },
  };
}
