import { readFileSync, statSync } from "node:fs";
import * as z from "zod";
import { type Facts, readFacts } from "../core/dossier/facts.ts";
import { policyWith } from "../core/order608/default-policy.ts";
import type { Policy } from "../core/order608/policy.ts";
import { issuesOf, jsonPath } from "../core/use-cases/register-changes/import-wish.ts";
import { utf8Text } from "../functions/web/utf8.ts";

/** Bad input: a sentence for each fault that names file, path and rule. The command line exits with 2. */
export class BadInput extends Error {
  override readonly name = "BadInput";
}

/** A facts file (SPEC 3), with the whole policy it is to be judged by. */
export interface FactsFile extends Facts {
  readonly policyInForce: Policy;
}

/** File rule: more than 64 MB is refused before it is read. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Reads and checks a facts file; throws {@link BadInput}. */
export function readFactsFile(file: string): FactsFile {
  return parseFacts(readText(file), file);
}

/** Checks the text of a facts file; throws {@link BadInput}. */
export function parseFacts(text: string, file: string): FactsFile {
  const parsed = readFacts(parseJson(text, file));
  if (!parsed.success) throw badInput(file, parsed.error, []);
  const facts = parsed.data;
  const policy = facts.policy ?? {};
  try {
    return { ...facts, policyInForce: policyWith(policy) };
  } catch (error) {
    if (error instanceof z.ZodError) throw badInput(file, error, ["policy"]);
    throw error;
  }
}

/** The text of a file of at most 64 MB in UTF-8; throws {@link BadInput}. */
export function readText(file: string): string {
  const text = utf8Text(readBytes(file));
  if (text === null) throw new BadInput(`${file}: is not text in UTF-8; save it in that encoding.`);
  return text;
}

function readBytes(file: string): Uint8Array {
  try {
    if (statSync(file).size > MAX_BYTES) throw new BadInput(`${file}: holds more than 64 MB.`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const reason =
      error instanceof Error && "code" in error && error.code === "ENOENT" ? "does not exist" : "cannot be read";
    throw new BadInput(`${file}: ${reason}.`, { cause: error });
  }
}

/** The JSON of a facts file, not checked yet; throws {@link BadInput}. */
export function parseJson(text: string, file: string): unknown {
  if (text.trim() === "")
    throw new BadInput(`${file}: is empty; a facts file is a JSON object with bodies and dossiers.`);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new BadInput(`${file}: is not JSON: ${cause instanceof Error ? cause.message : "unreadable"}.`, { cause });
  }
}

/** As many faults as a screen holds. */
const SHOWN = 20;

/** Each fault on a line of its own, so that a file is mended in one go. */
function badInput(file: string, error: z.ZodError, under: PropertyKey[]): BadInput {
  const lines = issuesOf(error, under).map(({ path, message }) => `${file}: ${jsonPath(path)}: ${message}.`);
  const more = lines.length > SHOWN ? [`… and ${lines.length - SHOWN} more`] : [];
  return new BadInput([...lines.slice(0, SHOWN), ...more].join("\n"));
}
