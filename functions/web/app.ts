import type { Hono } from "hono";
import type { WebDependencies } from "./dependencies.ts";
import { createFrame } from "./frame.tsx";
import { pageGroups } from "./groups.ts";

export type { WebDependencies } from "./dependencies.ts";

const everything = new Map(await Promise.all(pageGroups.map(async (group) => [group, await group.load()] as const)));

/** The application with all pages, where nothing is gained by loading them on demand: the embedded system and tests. */
export const createApp = (deps: WebDependencies): Hono => createFrame(deps, everything);
