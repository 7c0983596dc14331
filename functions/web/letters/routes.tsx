import { Hono } from "hono";
import type { WebDependencies } from "../dependencies.ts";

export function createLetterPages(_deps: WebDependencies): Hono {
  return new Hono();
}
