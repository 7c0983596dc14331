import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { Facts, type FactsText } from "../core/dossier/facts.ts";
import { contactTable, csvText, registerTable } from "../core/register/csv-form.ts";
import type { Present } from "../core/use-cases/register-changes/import-plan.ts";
import { Failed } from "./commands/failed.ts";

/** What is recorded as a facts file; throws {@link Failed} rather than leave out what it cannot read. */
export function factsOf({ register, dossiers, policy, damaged: [damage] }: Present): FactsText {
  if (!register) throw new Failed("There is no register yet: start Esep once with `npm start`, or import one.");
  if (damage) {
    const { body, campaign, reason } = damage;
    throw new Failed(`The dossier ${body} ${campaign} is damaged (${reason}): nothing is exported.`);
  }
  return z.encode(Facts, {
    bodies: [...register.bodies],
    dossiers: [...dossiers],
    policy: z.record(z.string(), z.json()).parse(policy),
  });
}

export const factsJson = (present: Present): string => `${JSON.stringify(factsOf(present), null, 1)}\n`;
export const registerCsv = ({ register }: Present): string => csvText(registerTable(register?.bodies ?? []));
export const contactsCsv = ({ register }: Present): string => csvText(contactTable(register?.bodies ?? []));

/**
 * Writes what an import of this kind replaces, in the form that takes it back. A file is never written over another.
 * @returns the files' paths
 */
export function writeUndo(present: Present, kind: "facts" | "tables", directory: string, now: number): string[] {
  const folder = join(directory, "replaced");
  mkdirSync(folder, { recursive: true });
  const name = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, "");
  const files: Readonly<Record<string, string>> =
    kind === "facts"
      ? { [`${name}-facts.json`]: factsJson(present) }
      : { [`${name}-register.csv`]: registerCsv(present), [`${name}-contacts.csv`]: contactsCsv(present) };
  return Object.entries(files).map(([file, text]) => {
    writeFileSync(join(folder, file), text, { flag: "wx", mode: 0o600 });
    return join(folder, file);
  });
}
