import { type AuditedPorts, readHistory, writeAudited } from "../../audit/append.ts";
import type { AuditEntry, FieldChange } from "../../audit/entry.ts";
import type { StoredRecord } from "../../audit/stored.ts";
import { localTime } from "../../calendar/zone.ts";
import { canonical } from "../../dossier/fact-path.ts";
import type { Clock, GrantStore } from "../../ports.ts";
import { type Caller, type Grant, mayDo, partsOf } from "../../register/grant.ts";
import { GrantRecord } from "../../register/grant-record.ts";
import type { Register } from "../../register/register.ts";

/** Where grants and their history lie. */
export interface GrantPorts extends AuditedPorts<string> {
  readonly records: GrantStore;
  readonly clock: Clock;
}

/** All grants that one subject shall have from now on. */
export interface GrantEdit extends GrantRecord {
  readonly reason: string;
  /** Names the request: repeating it gives this result again. */
  readonly request: string;
  /** The version that the administrator has seen; 0 for a subject without a record. */
  readonly version: number;
}

export type GrantOutcome =
  | { readonly kind: "recorded"; readonly entry: AuditEntry }
  /** The caller is no administrator. */
  | { readonly kind: "forbidden" }
  /** Grants at bodies that the register does not know. */
  | { readonly kind: "unknown-bodies"; readonly bodies: readonly string[] }
  /** Nobody would be left to give grants back. */
  | { readonly kind: "last-administrator" }
  | { readonly kind: "nothing-to-change" | "other-request" | "too-large" }
  /** Somebody else was faster. */
  | { readonly kind: "conflict"; readonly version: number };

const FORMAT = 1;

/** A subject's name among all audited records. */
export const grantsName = (subject: string): string => `grants:${subject}`;

/** The record of what is stored; throws for one that cannot be read, so that it grants nothing. */
export function readGrants({ format, data }: Pick<StoredRecord, "format" | "data">): GrantRecord {
  if (format !== FORMAT) throw new RangeError(`Grants of the format ${format} are not known.`);
  return GrantRecord.parse(JSON.parse(data));
}

/** The same for administrators, who must be able to put right what cannot be read: that is null. */
export function readableGrants(stored: StoredRecord | null): GrantRecord | null {
  try {
    return stored && readGrants(stored);
  } catch {
    return null;
  }
}

/** What a subject may do at this moment; nothing when nobody has granted anything. */
export async function grantsOf(subject: string, records: Pick<GrantStore, "read">): Promise<GrantRecord | null> {
  const stored = await records.read(subject);
  return stored && readGrants(stored);
}

/** Replaces a subject's grants, with who did it, when, why and before → after; effective on the next request. */
export async function editGrants(
  edit: GrantEdit,
  caller: Caller,
  register: Register,
  ports: GrantPorts,
): Promise<GrantOutcome> {
  if (!mayDo("edit-grants", caller, null, register)) return { kind: "forbidden" };
  const { stored: before, entries } = await readHistory(edit.subject, grantsName(edit.subject), ports);
  const repeated = entries.find(({ request }) => request === edit.request);
  if (entries.some(({ request }) => request === takingBack(edit.request))) return { kind: "last-administrator" };
  if (repeated) return repeatedOutcome(repeated, askedBy(edit, caller, ports));
  const version = before?.version ?? 0;
  if (version !== edit.version) return { kind: "conflict", version };
  const bodies = unknownBodies(edit.grants, register);
  if (bodies.length > 0) return { kind: "unknown-bodies", bodies };
  const after = recordOf(edit);
  if (before && canonical(readableGrants(before)) === canonical(after)) return { kind: "nothing-to-change" };
  if (!(await leavesAdministrator(after, ports.records))) return { kind: "last-administrator" };
  const written = await writeAudited(
    edit.subject,
    before,
    changeOf(edit, before, after, caller, register, ports),
    ports,
  );
  if (written.kind !== "written")
    return written.kind === "changed" ? { kind: "conflict", version: version + 1 } : { kind: "too-large" };
  // Another administrator may have been revoked at the same time, each over the other: then this one stays.
  const was = readableGrants(before);
  if (!was?.grants.includes("admin") || (await leavesAdministrator(after, ports.records)))
    return { kind: "recorded", entry: written.entry };
  await takeBack(edit, was, caller, register, ports);
  return { kind: "last-administrator" };
}

const takingBack = (request: string): string => `${request} taken back`;

/** Puts the grants of before back, unless somebody has edited them since. */
async function takeBack(
  edit: GrantEdit,
  before: GrantRecord,
  caller: Caller,
  register: Register,
  ports: GrantPorts,
): Promise<void> {
  const stored = await ports.records.read(edit.subject);
  if (stored?.version !== edit.version + 1) return;
  const back = { ...edit, ...before, request: takingBack(edit.request) };
  await writeAudited(edit.subject, stored, changeOf(back, stored, before, caller, register, ports), ports);
}

const repeatedOutcome = (entry: AuditEntry, asked: string): GrantOutcome =>
  entry.asked === asked ? { kind: "recorded", entry } : { kind: "other-request" };

/** Sorted, so that the same grants are the same bytes. */
const recordOf = ({ subject, name, grants }: GrantRecord): GrantRecord => ({
  subject,
  name,
  grants: [...new Set(grants)].sort(),
});

const askedBy = (edit: GrantEdit, caller: Pick<Caller, "id">, { hash }: GrantPorts): string =>
  hash(canonical(["edit-grants", recordOf(edit), edit.reason, caller.id]));

function changeOf(
  edit: GrantEdit,
  before: StoredRecord | null,
  after: GrantRecord,
  { id, name }: Caller,
  { ministry }: Register,
  ports: GrantPorts,
) {
  const at = ports.clock.machineNow();
  return {
    record: grantsName(edit.subject),
    by: { id, name },
    at,
    day: localTime(ports.clock.calendarNow(), ministry.zone).day,
    command: "edit-grants",
    reason: edit.reason,
    request: edit.request,
    asked: askedBy(edit, { id }, ports),
    format: FORMAT,
    data: JSON.stringify(after),
    changes: changesOf(readableGrants(before), after),
  };
}

/** Whole lists, since which grant stood where in one says nothing. */
function changesOf(before: GrantRecord | null, after: GrantRecord): FieldChange[] {
  const fields = ["name", "grants"] as const;
  const changed = fields.filter((path) => canonical(before?.[path]) !== canonical(after[path]));
  return changed.map((path) => ({ path, ...(before && { before: before[path] }), after: after[path] }));
}

const unknownBodies = (grants: readonly Grant[], register: Register): string[] =>
  grants.map((grant) => partsOf(grant).at).filter((at): at is string => at !== null && !register.byId.has(at));

async function leavesAdministrator(record: GrantRecord, records: GrantStore): Promise<boolean> {
  if (record.grants.includes("admin")) return true;
  const others = (await records.all()).filter(({ key }) => key !== record.subject);
  return others.some(({ stored }) => readableGrants(stored)?.grants.includes("admin"));
}

/** Grants of a system that has none yet, without history; never changes a subject that is known. */
export async function seedGrants(seeds: readonly GrantRecord[], records: GrantStore): Promise<void> {
  for (const seed of seeds) {
    const data = JSON.stringify(recordOf(seed));
    await records.put(seed.subject, null, { version: 1, format: FORMAT, data, newest: null });
  }
}
