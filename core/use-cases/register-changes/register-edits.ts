import * as z from "zod";
import type { AuditEntry, Hash } from "../../audit/entry.ts";
import { yearOf } from "../../calendar/day.ts";
import { localTime } from "../../calendar/zone.ts";
import { canonical } from "../../dossier/fact-path.ts";
import { Facts } from "../../dossier/facts.ts";
import type { DossierStore, Identifiers, OutOfUseStore, RegisterStore } from "../../ports.ts";
import { changeRegister, type RegisterChange, type RegisterIssue } from "../../register/change.ts";
import { type Caller, mayDo } from "../../register/grant.ts";
import { FIRST_CAMPAIGN, type LoadedRegister, loadRegister } from "../assess/assess.ts";
import { type ClearingStore, clearAddress } from "../letters/address-clearings.ts";
import { type ImportIssue, type ImportPlan, type Present, planImport, readPresent } from "./import-plan.ts";
import { type EditionPorts, editionOf, putIntoForce } from "./register-edition.ts";

/** Where the register is edited. */
export interface RegisterEditPorts extends EditionPorts {
  readonly register: RegisterStore;
  readonly dossiers: DossierStore;
  readonly outOfUse: Pick<OutOfUseStore, "all">;
  readonly clearings: ClearingStore;
  readonly identifiers: Pick<Identifiers, "recipientKey">;
  readonly hash: Hash;
}

/** One change with its reason. */
export interface RegisterEdit {
  readonly change: RegisterChange;
  readonly reason: string;
  /** Names the request: repeating it gives its first result again. */
  readonly request: string;
  /** The register's version that the administrator has seen; any when absent. */
  readonly version?: number | undefined;
}

export type RegisterEditOutcome =
  | { readonly kind: "recorded"; readonly entry: AuditEntry }
  | { readonly kind: "forbidden" | "no-register" | "other-request" | "too-large" }
  /** Somebody else was faster. */
  | { readonly kind: "conflict"; readonly version: number }
  | { readonly kind: "refused"; readonly issues: readonly RegisterIssue[] };

/**
 * Makes one change of the register: an import of one change, so that there is one way to change it. A new address is put
 * into use, also when it had bounced before: an administrator has just vouched for it.
 */
export async function editRegister(
  edit: RegisterEdit,
  caller: Caller,
  ports: RegisterEditPorts,
): Promise<RegisterEditOutcome> {
  const loaded = await loadRegister(ports.register, ({ scopes }) => scopes);
  if (!loaded) return { kind: "no-register" };
  if (!mayDo("edit-register", caller, null, loaded.register)) return { kind: "forbidden" };
  const asked = ports.hash(canonical([edit.change, edit.reason, caller.id]));
  const earlier = await editionOf(edit.request, ports);
  if (earlier && earlier.asked !== asked) return { kind: "other-request" };
  if (earlier) {
    // A crash may have come before its address was put into use.
    await useNewAddress(edit, caller, loaded, ports);
    return { kind: "recorded", entry: earlier };
  }
  const { version } = loaded.directory;
  if (edit.version !== undefined && edit.version !== version) return { kind: "conflict", version };
  const plan = await planFor(edit.change, loaded, ports);
  if (!("wanted" in plan)) return { kind: "refused", issues: plan.issues };
  const by = { id: caller.id, name: caller.name };
  const order = { by, reason: edit.reason, request: edit.request, command: edit.change.kind, asked };
  const outcome = await putIntoForce(plan, order, ports);
  if (outcome.kind === "changed") return { kind: "conflict", version: outcome.version };
  if (outcome.kind === "too-large") return outcome;
  await useNewAddress(edit, caller, loaded, ports);
  return { kind: "recorded", entry: outcome.entry };
}

async function useNewAddress(
  { change, reason, request }: RegisterEdit,
  { id, name }: Caller,
  { register }: LoadedRegister,
  ports: RegisterEditPorts,
): Promise<void> {
  const address = newAddress(change);
  if (address === null) return;
  const recipientKey = ports.identifiers.recipientKey(address);
  await clearAddress(
    { recipientKey, reason, by: { id, name }, zone: register.ministry.zone, request, isRepeatable: true },
    { ...ports, records: ports.clearings },
  );
}

/** The address that a change brings. */
function newAddress(change: RegisterChange): string | null {
  if (change.kind === "add-contact") return change.contact.email;
  return change.kind === "change-contact" ? (change.set.email ?? null) : null;
}

interface Refused {
  readonly issues: readonly RegisterIssue[];
}

async function planFor(
  change: RegisterChange,
  loaded: LoadedRegister,
  ports: RegisterEditPorts,
): Promise<ImportPlan | Refused> {
  const { register, directory } = loaded;
  const today = localTime(ports.clock.calendarNow(), register.ministry.zone).day;
  const changed = changeRegister(register.bodies, change, today);
  if ("issues" in changed) return changed;
  const broken = z.safeEncode(Facts, { bodies: [...changed.bodies], dossiers: [] }).error;
  if (broken) return { issues: broken.issues.map(({ path, message }) => fileRule(path, message)) };
  // Only a move asks what was recorded.
  const isMove = change.kind === "change-body" && change.set.parent !== undefined;
  const present: Present = isMove
    ? await readPresent(loaded, yearOf(today) + 1, ports.dossiers, directory.policy)
    : {
        ...NOTHING_RECORDED,
        ...{ version: directory.version, register, policy: directory.policy, last: FIRST_CAMPAIGN },
      };
  const plan = planImport(present, { bodies: changed.bodies, dossiers: null, policy: directory.policy });
  if (plan.issues.length > 0) return { issues: plan.issues.map(planRule) };
  return plan.replacesRegister ? plan : NOTHING_CHANGED;
}

const NOTHING_CHANGED: Refused = { issues: [{ path: "", rule: "nothing-to-change", message: "changes nothing" }] };

const NOTHING_RECORDED = { policyVersion: null, dossiers: [], withDossier: new Set<string>(), damaged: [] } as const;

/** Why a plan of one change may not be: a body would move that has a dossier, or the register would be too wide. */
const planRule = ({ path, message }: ImportIssue): RegisterIssue =>
  path.at(-1) === "parent" ? { path: "parent", rule: "has-dossier", message } : fileRule(path, message);

/** The field behind `bodies, 3, contacts, 0, email`. */
const fileRule = (path: readonly PropertyKey[], message: string): RegisterIssue => ({
  path: path.filter((part) => part !== "bodies" && part !== "contacts" && typeof part !== "number").join("."),
  rule: "file-rule",
  message,
});
