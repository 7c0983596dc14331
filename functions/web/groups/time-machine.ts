import { Hono } from "hono";
import type { WebDependencies } from "../dependencies.ts";
import { createTimeMachinePages } from "../time-machine/routes.tsx";

/** The demo's clock, where it can be moved. */
export const createDemoPages = (deps: WebDependencies): Hono =>
  deps.demo && deps.timeMachine ? createTimeMachinePages(deps, deps.timeMachine) : new Hono();
