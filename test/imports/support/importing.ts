import { instant } from "../../../core/calendar/zone.ts";
import type { FactsText } from "../../../core/dossier/facts.ts";
import type { ImportJob } from "../../../core/use-cases/register-changes/import-jobs.ts";
import {
  type ImportRunPorts,
  keepTexts,
  previewImport,
  startImport,
} from "../../../core/use-cases/register-changes/import-runs.ts";
import { sha256 } from "../../../functions/hash.ts";
import { importPorts } from "../../../functions/web/imports/runs.ts";
import { inMemory } from "../../api/support/api.ts";
import { dossierOf, meetingOn } from "../../core/support/facts.ts";
import { memoryRegister } from "../../support/memory/register.ts";
import { memoryRegistry } from "../../support/memory/registry.ts";
import { bodies, by } from "./districts.ts";

export const NOON = Date.parse("2027-04-15T07:00:00Z");

/** What is imported first. */
export const first: FactsText = { bodies, dossiers: [dossierOf([meetingOn("2027-03-12")])] };

/** What the clocks show, in milliseconds: the machine's, and by how much the calendar's is ahead of it. */
export interface Time {
  now: number;
  ahead: number;
}

/** Where nothing was imported yet, by clocks that a test moves. */
export async function importingAt(time: Time): Promise<ImportRunPorts> {
  const register = memoryRegister();
  const adapters = { ...(await inMemory()), ...memoryRegistry(register), register };
  const clock = { machineNow: () => instant(time.now), calendarNow: () => instant(time.now + time.ahead) };
  return importPorts({ ...adapters, clock, hash: sha256 });
}

/** Keeps facts, looks at the preview and begins what it has shown. */
export async function begin(
  facts: FactsText,
  ports: ImportRunPorts,
  more: { readonly request?: string; readonly by?: typeof by; readonly seen?: string } = {},
) {
  const file = await keepTexts({ facts: JSON.stringify(facts) }, ports);
  const preview = await previewImport(file, ports);
  if (!preview) throw new Error("Nothing was kept.");
  const order = { file, seen: preview.seen ?? "", reason: "Обмен", request: "r", by, ...more };
  return { file, preview, order, outcome: await startImport(order, ports) };
}

export function jobOf({ outcome }: Pick<Awaited<ReturnType<typeof begin>>, "outcome">): ImportJob {
  if (outcome.kind !== "started") throw new Error(outcome.kind);
  return outcome.job;
}
