import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import * as z from "zod";
import { isLocked } from "./engines/lock.ts";

/** What other commands need to talk to a running Esep. */
const RunFile = z.strictObject({ pid: z.int(), environment: z.record(z.string(), z.string()) });
export type RunFile = z.output<typeof RunFile>;

export function writeRunFile(file: string, environment: Readonly<Record<string, string>>): void {
  writeFileSync(file, JSON.stringify({ pid: process.pid, environment }));
}

export const removeRunFile = (file: string): void => rmSync(file, { force: true });

/**
 * The running Esep, or null when there is none; one that died without saying so counts as none, also when its number is
 * another process's by now: who runs has the directory's lock.
 */
export function readRunFile(file: string): RunFile | null {
  if (!existsSync(file)) return null;
  const parsed = RunFile.safeParse(readJson(file));
  return parsed.success && isAlive(parsed.data.pid) && isLocked(dirname(file)) ? parsed.data : null;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
