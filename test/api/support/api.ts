import { Hono } from "hono";
import { createWorkdays } from "../../../core/calendar/workdays.ts";
import { Facts } from "../../../core/dossier/facts.ts";
import type { Slot } from "../../../core/escalation/letter.ts";
import { defaultPolicy } from "../../../core/order608/default-policy.ts";
import { Grant } from "../../../core/register/grant.ts";
import { createRegister } from "../../../core/register/register.ts";
import { sha256 } from "../../../functions/hash.ts";
import { identifiers } from "../../../functions/identifiers.ts";
import { type ApiDependencies, createApi } from "../../../functions/web/api/app.ts";
import type { AdministrationPorts } from "../../../functions/web/api/dependencies.ts";
import type { RegistryPorts } from "../../../functions/web/registry.ts";
import { departmentText, districtText, ministryText } from "../../core/support/facts.ts";
import { memoryAdministration } from "../../support/memory/administration.ts";
import { almaty, memoryClock } from "../../support/memory/clocks.ts";
import { memoryEvidenceFiles } from "../../support/memory/evidence-files.ts";
import { memoryLedger } from "../../support/memory/ledger.ts";
import { memoryOutOfUse } from "../../support/memory/out-of-use.ts";
import { memoryAcknowledgements, memoryAudit, memoryRecords } from "../../support/memory/records.ts";
import { memoryRegister } from "../../support/memory/register.ts";
import { memoryRegistry } from "../../support/memory/registry.ts";
import { memoryReporting } from "../../support/memory/reporting.ts";
import { memorySweepLog } from "../../support/memory/sweep-log.ts";

/** A ministry, two departments, and a district body below the first: `MIA`, `DP-1`, `PB-1`, `DP-2`. */
export const bodies = [
  ministryText,
  departmentText,
  districtText,
  { ...departmentText, id: "DP-2", contacts: [] },
] as const;

/** Adapters that a test may replace by those of the embedded engines. */
export type Adapters = Pick<
  ApiDependencies,
  "register" | "dossiers" | "audit" | "acknowledgements" | "ledger" | "log" | "sweeps"
> &
  RegistryPorts &
  Pick<AdministrationPorts, "policies" | "calendars" | "brakes" | "clearings" | "outOfUse">;

export interface Request {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Grants of the caller, `staff@DP-1 admin`; null for a stranger. */
  readonly as?: string | null;
}

/** Adapters in memory with {@link bodies}. */
export async function inMemory() {
  const register = memoryRegister();
  await register.replace(Facts.parse({ bodies, dossiers: [] }).bodies, defaultPolicy);
  const sent: { readonly scope: string; readonly slot: Slot; readonly request: string | undefined }[] = [];
  const log = memorySweepLog();
  const outOfUse = memoryOutOfUse();
  return {
    ...memoryAdministration(log, outOfUse),
    ...memoryRegistry(register),
    ...{ register, dossiers: memoryRecords(), audit: memoryAudit(), ledger: memoryLedger(), log, outOfUse },
    acknowledgements: memoryAcknowledgements(),
    sweeps: { send: async (work, request) => void sent.push(...work.map((one) => ({ ...one, request }))) },
    sent,
  } satisfies Adapters & { readonly sent: typeof sent };
}

/** The API at a moment of Almaty, with callers whose grants stand in a header. */
export function apiAt<Own extends Adapters>(now: string, adapters: Own) {
  const clock = memoryClock(almaty(now));
  const errors: Error[] = [];
  const app = new Hono().route(
    "/api",
    createApi({
      ...memoryReporting(),
      ...{ evidence: memoryRecords(), evidenceFiles: memoryEvidenceFiles() },
      ...{ ...adapters, clock, identifiers, hash: sha256, workdays: createWorkdays() },
      callerOf: ({ req }) => {
        const grants = req.header("x-grants");
        if (grants === undefined) return null;
        const name = req.header("x-name") ?? "Айгерим";
        return {
          id: `user:${name}`,
          name,
          grants: grants
            .split(" ")
            .filter(Boolean)
            .map((text) => Grant.parse(text)),
        };
      },
      onError: (error) => errors.push(error),
    }),
  );
  const ask = (path: string, { method, body, headers = {}, as = "staff@MIA" }: Request = {}) =>
    app.request(`/api${path}`, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers: {
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(as !== null && { "x-grants": as }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  return { app, ask, clock, errors, ...adapters };
}

/** The register of {@link bodies}. */
export const register = createRegister(Facts.parse({ bodies, dossiers: [] }).bodies);

/** JSON of an answer, read as tests need it. */
export const read = async (answer: Response | Promise<Response>) => JSON.parse(await (await answer).text());
