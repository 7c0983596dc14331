import * as z from "zod";
import type { AuditedPorts } from "../../audit/append.ts";
import { type AuditedOutcome, type DecidedChange, recordAudited } from "../../audit/record-audited.ts";
import type { RecordStore, StoredRecord } from "../../audit/stored.ts";
import { InstantNumber, instant, localTime } from "../../calendar/zone.ts";
import { canonical } from "../../dossier/fact-path.ts";
import type { OutOfUseMark } from "../../escalation/out-of-use.ts";
import type { Clock, OutOfUseStore } from "../../ports.ts";

/**
 * Which addresses administrators put into use again, by recipient key. The clearing and the mark that it lifts are one
 * item and one write: {@link RecordStore.put} also refuses when a newer bounce has come since.
 */
export interface ClearingStore extends RecordStore<string> {
  all(): Promise<readonly { readonly recipientKey: string; readonly stored: StoredRecord }[]>;
}

/** What clearing reads and writes. */
export interface ClearingPorts extends AuditedPorts<string> {
  readonly records: ClearingStore;
  readonly outOfUse: Pick<OutOfUseStore, "all">;
  readonly clock: Clock;
}

/** An administrator's word that an address works again; that they may give it is decided before. */
export interface ClearingRequest {
  readonly recipientKey: string;
  readonly reason: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly zone: string;
  readonly request: string;
  readonly isRepeatable: boolean;
}

export type ClearingOutcome = AuditedOutcome | { readonly kind: "not-marked" };

/** What is kept of a clearing: the mark that it lifted, and until when bounces are forgiven. */
export const Clearing = z.strictObject({
  at: InstantNumber,
  letter: z.string(),
  reason: z.string().nullable(),
  clearedAt: InstantNumber,
  clearedBy: z.string(),
});
export type Clearing = z.output<typeof Clearing>;

const FORMAT = 1;

/** An address's clearings among all audited records. */
export const clearingName = (recipientKey: string): string => `address:${recipientKey}`;

/** The clearing as it is stored; throws for one that cannot be read. */
export function readClearing({ format, data }: Pick<StoredRecord, "format" | "data">): Clearing {
  if (format !== FORMAT) throw new RangeError(`Clearings of the format ${format} are not known.`);
  return Clearing.parse(JSON.parse(data));
}

/** How often it is decided anew because another bounce came in between. */
const ATTEMPTS = 4;

/** Puts an address into use again, with who did it, when and why; letters go to it from the next sweep on. */
export async function clearAddress(request: ClearingRequest, ports: ClearingPorts): Promise<ClearingOutcome> {
  const { recipientKey, reason, by, isRepeatable } = request;
  const asked = ports.hash(canonical(["clear-address", reason, by.id]));
  const named = {
    key: recipientKey,
    record: clearingName(recipientKey),
    request: request.request,
    isRepeatable,
    asked,
  };
  for (let attempt = 0; ; attempt++) {
    const mark = (await ports.outOfUse.all()).find((one) => one.recipientKey === recipientKey);
    const stored = await ports.records.read(recipientKey);
    const outcome = await recordAudited<string, { readonly kind: "not-marked" }>(
      { ...named, version: stored?.version ?? 0 },
      () => (mark ? decide(mark, request, ports.clock) : { kind: "not-marked" }),
      ports,
    );
    const isLate = outcome.kind === "conflict" || outcome.kind === "busy";
    if (!isLate || attempt >= ATTEMPTS) return outcome;
  }
}

function decide(mark: OutOfUseMark, { reason, by, zone }: ClearingRequest, clock: Clock): DecidedChange {
  const at = clock.machineNow();
  // The mail service's clock may be ahead of ours.
  const clearedAt = instant(Math.max(at, mark.at));
  const clearing: Clearing = { at: mark.at, letter: mark.letter, reason: mark.reason, clearedAt, clearedBy: by.id };
  return {
    kind: "change",
    change: {
      ...{ by, at, day: localTime(clock.calendarNow(), zone).day, command: "clear-address", reason, format: FORMAT },
      data: JSON.stringify(Clearing.encode(clearing)),
      changes: [{ path: "outOfUse", before: { at: mark.at, letter: mark.letter }, after: null }],
    },
  };
}
