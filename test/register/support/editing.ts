import { Facts } from "../../../core/dossier/facts.ts";
import type { Policy } from "../../../core/order608/policy.ts";
import type { RegisterChange } from "../../../core/register/change.ts";
import type { Caller } from "../../../core/register/grant.ts";
import {
  editRegister,
  type RegisterEdit,
  type RegisterEditPorts,
} from "../../../core/use-cases/register-changes/register-edits.ts";
import { sha256 } from "../../../functions/hash.ts";
import { identifiers } from "../../../functions/identifiers.ts";
import { memoryAdministration } from "../../support/memory/administration.ts";
import { almaty, memoryClock } from "../../support/memory/clocks.ts";
import { memoryOutOfUse } from "../../support/memory/out-of-use.ts";
import { memoryAudit, memoryRecords } from "../../support/memory/records.ts";
import { memoryRegister } from "../../support/memory/register.ts";
import { memorySweepLog } from "../../support/memory/sweep-log.ts";

export const admin: Caller = { id: "user:admin", name: "Admin", grants: ["admin"] };

/** A register in memory that an administrator edits, each time under a request of its own; without bodies there is none. */
export async function editingWorld(bodies: readonly unknown[], policy: Policy) {
  const register = memoryRegister();
  if (bodies.length > 0) await register.replace(Facts.parse({ bodies, dossiers: [] }).bodies, policy);
  const outOfUse = memoryOutOfUse();
  const dossiers = memoryRecords();
  const ports: RegisterEditPorts = {
    ...memoryAdministration(memorySweepLog(), outOfUse),
    ...{ register, editions: register.editions, dossiers, outOfUse, audit: memoryAudit(), hash: sha256, identifiers },
    clock: memoryClock(almaty("2027-03-19T09:00")),
  };
  let requests = 0;
  const edit = (change: RegisterChange, more: Partial<RegisterEdit> = {}, caller = admin, over = {}) =>
    editRegister({ change, reason: "Приказ № 5", request: `r${++requests}`, ...more }, caller, { ...ports, ...over });
  return { ports, edit, outOfUse, dossiers, register };
}
