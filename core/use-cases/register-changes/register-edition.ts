import { type AuditedPorts, readHistory, writeAudited } from "../../audit/append.ts";
import { changesBetween } from "../../audit/changes.ts";
import type { AuditActor, AuditEntry, FieldChange } from "../../audit/entry.ts";
import type { RecordStore, StoredRecord } from "../../audit/stored.ts";
import { localTime } from "../../calendar/zone.ts";
import type { Policy } from "../../order608/policy.ts";
import type { Clock } from "../../ports.ts";
import type { Body } from "../../register/body.ts";
import { bodyText } from "../../register/csv-form.ts";
import type { Difference, ImportPlan } from "./import-plan.ts";

/** The one audited record of the whole register: which edition of it is in force. */
export type EditionKey = "edition";
export const REGISTER_RECORD = "register:edition";

/** The register by editions: all bodies are written beside those in force, and one conditional write puts them into force. */
export interface RegisterEditions extends RecordStore<EditionKey> {
  /**
   * Writes the bodies of an edition that nobody reads yet.
   * @param policy - null leaves the policy that stands beside the register as it is
   * @returns the facts that put it into force once they are stored; they name the hash of the bodies
   */
  stage(
    bodies: readonly Body[],
    policy: Policy | null,
    before: StoredRecord | null,
  ): Promise<Pick<StoredRecord, "format" | "data">>;
  /** Removes the edition before `before`, which nobody can still be reading. */
  tidy(before: StoredRecord | null): Promise<void>;
}

/** Where an edition is put into force. */
export interface EditionPorts {
  readonly editions: RegisterEditions;
  readonly audit: AuditedPorts<EditionKey>["audit"];
  readonly hash: AuditedPorts<EditionKey>["hash"];
  readonly clock: Clock;
}

/** Who changes the register by which command, why, and the request's name. */
export interface EditionOrder {
  readonly command: string;
  readonly by: AuditActor;
  readonly reason: string;
  readonly request: string;
  /** Hash of what was asked. */
  readonly asked: string;
}

export type EditionOutcome =
  | { readonly kind: "replaced"; readonly entry: AuditEntry }
  /** There is another edition than the one that the plan was made for. */
  | { readonly kind: "changed"; readonly version: number }
  | { readonly kind: "too-large" };

/**
 * Puts the register of a plan into force: readers see the old register or the new one, with the audit's entry in the very
 * write. A crash before it leaves bodies that nobody reads; after it everything is done.
 */
export async function putIntoForce(
  plan: ImportPlan,
  order: EditionOrder,
  ports: EditionPorts,
): Promise<EditionOutcome> {
  const { present, wanted, policy } = plan;
  const { editions, clock } = ports;
  const stored = await editions.read("edition");
  const version = stored?.version ?? 0;
  if (version !== present.version) return { kind: "changed", version };
  const isPolicyNew = stored === null || policy.length > 0;
  const facts = await editions.stage(wanted.bodies, isPolicyNew ? wanted.policy : null, stored);
  const { zone } = (wanted.bodies.find(({ kind }) => kind === "ministry") ?? wanted.bodies[0]) as Body; // the file rules hold
  const at = clock.machineNow();
  const written = await writeAudited(
    "edition",
    stored,
    {
      ...order,
      ...facts,
      record: REGISTER_RECORD,
      at,
      day: localTime(clock.calendarNow(), zone).day,
      changes: changesOf(plan),
    },
    { records: editions, audit: ports.audit, hash: ports.hash },
  );
  if (written.kind === "too-large") return { kind: "too-large" };
  if (written.kind !== "written") return { kind: "changed", version: version + 1 };
  await editions.tidy(stored);
  return { kind: "replaced", entry: written.entry };
}

/** The entry by which a request has put a register into force, be it that others have come since; undefined when it has not. */
export async function editionOf(
  request: string,
  { editions, audit }: Pick<EditionPorts, "editions" | "audit">,
): Promise<AuditEntry | undefined> {
  const { entries } = await readHistory("edition" as const, REGISTER_RECORD, { records: editions, audit });
  return entries.find((entry) => entry.request === request);
}

/** An entry that would be larger counts what was changed: the edition before is kept in the file that was exported. */
const LARGEST_CHANGES = 60_000;

function changesOf({ bodies, policy }: ImportPlan): FieldChange[] {
  const changes = [
    ...bodies.flatMap(bodyChanges),
    ...policy.map(({ path, ...sides }) => ({ path: `policy/${path}`, ...sides })),
  ];
  if (JSON.stringify(changes).length <= LARGEST_CHANGES) return changes;
  const count = (holds: (one: Difference<Body>) => boolean): number => bodies.filter(holds).length;
  const after = {
    added: count((one) => one.before === null),
    changed: count((one) => one.before !== null && one.after !== null),
    removed: count((one) => one.after === null),
  };
  return [{ path: "bodies", after }];
}

function bodyChanges({ name, before, after }: Difference<Body>): FieldChange[] {
  const changes = changesBetween(before ? bodyText(before) : undefined, after ? bodyText(after) : undefined);
  return changes.map(({ path, ...sides }) => ({
    path: path === "" ? `bodies/${name}` : `bodies/${name}/${path}`,
    ...sides,
  }));
}
