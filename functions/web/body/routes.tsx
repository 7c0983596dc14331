import { Hono } from "hono";
import type { WebDependencies } from "../dependencies.ts";

export function createBodyPages(_deps: WebDependencies): Hono {
  return new Hono();
}
