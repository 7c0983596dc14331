import { Hono } from "hono";
import type { WebDependencies } from "../dependencies.ts";

export function createSweepPages(_deps: WebDependencies): Hono {
  return new Hono();
}
