import { createPresentWorkdays } from "../../../core/calendar/calendar-versions.ts";
import { Grant } from "../../../core/register/grant.ts";
import { paperWriters } from "../../../functions/documents/write-papers.ts";
import { writeReport } from "../../../functions/documents/write-report.ts";
import { sha256 } from "../../../functions/hash.ts";
import { identifiers } from "../../../functions/identifiers.ts";
import type { ApiDependencies } from "../../../functions/web/api/app.ts";
import { createApp } from "../../../functions/web/app.ts";
import { createSessions } from "../../../functions/web/sign-in/sessions.ts";
import type { SignIn } from "../../../functions/web/sign-in/sign-in.ts";
import { createTicketSeal } from "../../../functions/web/sign-in/ticket.ts";
import type { TimeMachine } from "../../../functions/web/time-machine/machine.ts";
import { inMemory } from "../../api/support/api.ts";
import { almaty, memoryClock } from "../../support/memory/clocks.ts";
import { memoryEvidenceFiles } from "../../support/memory/evidence-files.ts";
import { memoryFiles } from "../../support/memory/files.ts";
import { memoryRecords } from "../../support/memory/records.ts";
import { memoryReporting } from "../../support/memory/reporting.ts";
import { memorySessions } from "../../support/memory/sessions.ts";

/** What an attempt to sign in here ends with. */
export const NO_ISSUER = "There is no issuer.";
const APP_URL = "http://esep.example";

/** What a browser sends; fields go as a form, files and what is one already as a multipart one. */
export interface Visit {
  /** Grants of the visitor, `staff@DP-1 admin`; null for a stranger. */
  readonly as?: string | null;
  readonly form?: Readonly<Record<string, string | readonly string[]>> | FormData;
  readonly files?: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;
  readonly lang?: "kk" | "ru" | "en";
}

interface PagesOptions {
  readonly demo?: boolean;
  readonly timeMachine?: TimeMachine;
  /** What takes the place of the ports in memory. */
  readonly ports?: Partial<ApiDependencies>;
}

/** All pages with API and sign-in over ports in memory; who visits stands in a header instead of a session. */
export async function pagesAt(now: string, { ports, ...more }: PagesOptions = {}) {
  const adapters = await inMemory();
  const clock = memoryClock(almaty(now));
  const errors: Error[] = [];
  const onError = (error: Error): void => void errors.push(error);
  const sessions = createSessions(memorySessions(), APP_URL);
  const fail = () => Promise.reject(new Error(NO_ISSUER));
  const signIn: SignIn = {
    ...{ appUrl: APP_URL, sessions, clock, seal: createTicketSeal("a secret of more than thirty-two characters") },
    issuer: { begin: fail, finish: fail, signOutUrl: async () => null, metadata: fail },
    identify: async (context, next) => {
      const held = context.req.header("x-grants");
      const grants = (held ?? "").split(" ").filter(Boolean);
      const caller = { id: "user:1", name: "Айгерим", grants: grants.map((text) => Grant.parse(text)) };
      context.set("caller", held === undefined ? null : caller);
      await next();
    },
  };
  const shared = {
    ...adapters,
    ...memoryReporting(),
    ...{ clock, identifiers, hash: sha256, workdays: createPresentWorkdays(), onError },
    ...ports,
  };
  const api = { evidence: memoryRecords(), evidenceFiles: memoryEvidenceFiles(), ...shared };
  const files = memoryFiles();
  const app = createApp({ ...shared, writeReport, papers: paperWriters, files, demo: false, signIn, api, ...more });
  const go = (path: string, { as = "admin", form, files, lang = "en" }: Visit = {}) =>
    app.request(APP_URL + path, {
      ...(form && { method: "POST", body: bodyOf(form) }),
      ...(files && { method: "POST", body: multipartOf(files) }),
      headers: { cookie: `lang=${lang}`, origin: APP_URL, ...(as !== null && { "x-grants": as }) },
    });
  return { app, go, clock, errors, files, ...adapters };
}
export type Pages = Awaited<ReturnType<typeof pagesAt>>;

function bodyOf(form: NonNullable<Visit["form"]>): URLSearchParams | FormData {
  if (form instanceof FormData) return form;
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one);
  return body;
}

function multipartOf(files: NonNullable<Visit["files"]>): FormData {
  const body = new FormData();
  for (const [name, content] of Object.entries(files)) body.append(name, new File([content], `${name}.txt`));
  return body;
}

/** The hidden fields of a page's form, as a browser sends them back. */
export const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
