import type { Hono } from "hono";
import type { WebDependencies } from "./dependencies.ts";

export type CreatePages = (deps: WebDependencies) => Hono;

/** Pages that belong together, loaded with the first request for one of them: few requests need them all. */
export interface PageGroup {
  /** Of which addresses. */
  readonly answers: RegExp;
  readonly load: () => Promise<CreatePages>;
  /** Judges by itself who may do what: for programs, which cannot be led to sign in. */
  readonly isOpen?: true;
}

/** Everything beside the overview, the bodies, the public schedule and signing in. Its order is that of the routes. */
export const pageGroups: readonly PageGroup[] = [
  {
    answers: /^\/api(\/|$)/,
    isOpen: true,
    load: async () => (await import("./groups/api.ts")).createApiPages,
  },
  {
    answers: /^\/bodies\/[^/]+\/(record|audit|evidence)(\/|$)/,
    load: async () => (await import("./groups/recording.ts")).createRecordingPages,
  },
  {
    answers: /^\/letters(\/|$)/,
    load: async () => (await import("./groups/letters.ts")).createLettersPages,
  },
  {
    answers: /^\/(policy|calendar|brake|addresses|register|imports|grants|sweeps\/start)(\/|$|\.)/,
    load: async () => (await import("./groups/administration.ts")).createAdministrationPages,
  },
  {
    answers: /^\/reports(\/|$)/,
    load: async () => (await import("./reports/routes.tsx")).createReportPages,
  },
  {
    answers: /^\/feeds\/[^/]+\.ics$/,
    isOpen: true,
    load: async () => (await import("./feeds/open-routes.ts")).createFeedCalendars,
  },
  {
    answers: /^\/feeds(\/revoke)?$/,
    load: async () => (await import("./feeds/routes.tsx")).createFeedPages,
  },
  {
    answers: /^\/papers(\/|$)/,
    load: async () => (await import("./papers/routes.tsx")).createPaperDocuments,
  },
  {
    answers: /^\/time-machine(\/|$)/,
    load: async () => (await import("./groups/time-machine.ts")).createDemoPages,
  },
];
