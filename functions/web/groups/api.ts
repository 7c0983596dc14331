import { Hono } from "hono";
import { createApi } from "../api/app.ts";
import type { WebDependencies } from "../dependencies.ts";
import { callerOf } from "../sign-in/caller.ts";

/** The API of staff systems, where it is wired. */
export function createApiPages({ api }: WebDependencies): Hono {
  const app = new Hono();
  return api ? app.route("/api", createApi({ ...api, callerOf })) : app;
}
