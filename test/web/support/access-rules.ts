import type { Action } from "../../../core/register/grant.ts";

/** What an example address is made of: a body, and things that are there. */
export interface Filled {
  readonly body: string;
  /** A letter about that body, by slashes. */
  readonly letter: string;
  /** An import that is done, and its file. */
  readonly job: string;
  readonly file: string;
}

/** Who may pass, and an address to try. */
export interface PageRule {
  /**
   * `everybody`: strangers too. `signed-in`: whoever has some grant, and sees of it what they may read. Otherwise the
   * right that it takes, at the body in the address, or at what belongs to no body.
   */
  readonly who: "everybody" | "signed-in" | { readonly action: Action; readonly at: "body" | "nothing" };
  readonly path: string | ((filled: Filled) => string);
  /** Nothing is at this address in the test, so whoever may pass finds nothing, as do those who may not. */
  readonly isEmpty?: true;
  readonly form?: Readonly<Record<string, string>>;
}

const everybody = (path: string): PageRule => ({ who: "everybody", path });
const signedIn = (path: PageRule["path"]): PageRule => ({ who: "signed-in", path });
const at =
  (place: "body" | "nothing") =>
  (action: Action, path: PageRule["path"], more: Partial<PageRule> = {}): PageRule => ({
    who: { action, at: place },
    path,
    ...more,
  });
const [ofBody, ofNone] = [at("body"), at("nothing")];
const empty = { isEmpty: true } as const;

const letterRoute = "/letters/:scope/:year{[0-9]{4}}/:recipient/:n{[0-9]+}";
const letter =
  (more = "") =>
  ({ letter: found }: Filled) =>
    `/letters/${found}${more}`;
const evidence =
  (more: string) =>
  ({ body }: Filled) =>
    `/bodies/${body}/evidence${more}?campaign=2027`;
const paper =
  (path: string) =>
  ({ body }: Filled) =>
    `/papers/${body}/${path}?campaign=2027&meeting=m1&item=none`;
const key = "mZ6oD6Dkq0zS1l1pVb3u2A";

/** Every route of the pages with the right that it asks for: a route that is not here fails the test. */
export const pageRules: Readonly<Record<string, PageRule>> = {
  "GET /sign-in": { ...everybody("/sign-in"), isEmpty: true },
  "GET /sign-in/callback": { ...everybody("/sign-in/callback"), isEmpty: true },
  "POST /sign-out": everybody("/sign-out"),
  "GET /signed-out": everybody("/signed-out"),
  "GET /schedule": everybody("/schedule"),
  "GET /schedule.ics": everybody("/schedule.ics"),

  "GET /": signedIn("/"),
  "GET /changes": signedIn("/changes"),
  "GET /acknowledgements": signedIn("/acknowledgements"),
  "GET /appeals": signedIn("/appeals"),
  "GET /letters": signedIn("/letters"),
  "GET /letters/gallery": signedIn("/letters/gallery"),
  "GET /letters/gallery/:kind/:language": { ...signedIn("/letters/gallery/x/kk"), isEmpty: true },
  "GET /letters/gallery/:kind/:language/html": { ...signedIn("/letters/gallery/x/kk/html"), isEmpty: true },
  "GET /letters/gallery/:kind/:language/calendar.ics": {
    ...signedIn("/letters/gallery/x/kk/calendar.ics"),
    isEmpty: true,
  },
  "GET /papers/ncalayer.js": signedIn("/papers/ncalayer.js"),
  "GET /papers/:id/protocol": ofBody("read", paper("protocol"), empty),
  "POST /papers/:id/protocol": ofBody("attach-evidence", paper("protocol"), { ...empty, form: { request: "r" } }),
  "GET /papers/:id/protocol/file": ofBody("read", paper("protocol/file"), empty),
  "GET /papers/:id/signature": ofBody("read", paper("signature"), empty),
  "POST /papers/:id/signature": ofBody("attach-evidence", paper("signature"), { ...empty, form: { cms: "AAAA" } }),
  "GET /papers/:id/file": ofBody("read", paper("file"), empty),
  "GET /papers/:id/evidence-pack": ofBody("read-audit", paper("evidence-pack")),
  "GET /feeds/:file{[\\w-]+\\.ics}": { ...everybody("/feeds/0123456789abcdef.ics"), isEmpty: true },
  "GET /feeds": signedIn("/feeds"),
  "POST /feeds": signedIn("/feeds"),
  "POST /feeds/revoke": { ...signedIn("/feeds/revoke"), isEmpty: true, form: { key: "none" } },
  "GET /sweeps": signedIn("/sweeps"),
  "GET /paper": signedIn("/paper"),
  "GET /reports": signedIn("/reports"),
  "GET /reports/file": { ...signedIn("/reports/file?scope=MIA&format=csv"), isEmpty: true },
  "GET /register": signedIn("/register"),
  "GET /register/register.csv": signedIn("/register/register.csv"),
  "GET /register/contacts.csv": signedIn("/register/contacts.csv"),
  "GET /me": signedIn("/me"),
  "POST /me/sign-out-everywhere": signedIn("/me/sign-out-everywhere"),

  "GET /bodies/:id": ofBody("read", ({ body }) => `/bodies/${body}`),
  "GET /bodies/:id/audit": ofBody("read-audit", ({ body }) => `/bodies/${body}/audit?campaign=2027`),
  "GET /bodies/:id/record/:command": ofBody(
    "record",
    ({ body }) => `/bodies/${body}/record/approve-schedule?campaign=2027`,
  ),
  "POST /bodies/:id/record/:command": ofBody(
    "record",
    ({ body }) => `/bodies/${body}/record/approve-schedule?campaign=2027`,
  ),
  "GET /bodies/:id/evidence": ofBody("read", evidence("")),
  "GET /bodies/:id/evidence/uploads/:upload": ofBody("attach-evidence", evidence("/uploads/x"), empty),
  "POST /bodies/:id/evidence/uploads/:upload": ofBody("attach-evidence", evidence("/uploads/x"), empty),
  "POST /bodies/:id/evidence/uploads/:upload/discard": ofBody("attach-evidence", evidence("/uploads/x/discard"), empty),
  "GET /bodies/:id/evidence/:file": ofBody("read", evidence("/x"), empty),
  "GET /bodies/:id/evidence/:file/removal": ofBody("attach-evidence", evidence("/x/removal"), empty),
  "POST /bodies/:id/evidence/:file/removal": ofBody("attach-evidence", evidence("/x/removal"), empty),
  [`GET ${letterRoute}`]: ofBody("read", letter()),
  [`GET ${letterRoute}/html`]: ofBody("read", letter("/html")),
  [`GET ${letterRoute}/answer`]: ofBody("read", letter("/answer")),
  [`POST ${letterRoute}/answer`]: ofBody("acknowledge-letter", letter("/answer")),

  "GET /policy": ofNone("read-policy", "/policy"),
  "GET /policy/ladders/:obligation": ofNone("edit-policy", "/policy/ladders/report"),
  "POST /policy/preview": ofNone("edit-policy", "/policy/preview"),
  "POST /policy/apply": ofNone("edit-policy", "/policy/apply"),
  "GET /calendar": ofNone("read-policy", "/calendar"),
  "POST /calendar/preview": ofNone("edit-calendar", "/calendar/preview"),
  "POST /calendar/apply": ofNone("edit-calendar", "/calendar/apply"),
  "GET /brake": ofNone("sweep", "/brake"),
  "GET /brake/:scope/:decision{stop|release}": ofNone("sweep", ({ body }) => `/brake/${body}/stop`, empty),
  "POST /brake/:scope/:decision{stop|release}": ofNone("sweep", ({ body }) => `/brake/${body}/stop`, empty),
  "GET /addresses": ofNone("edit-register", "/addresses"),
  "GET /addresses/:key{[\\w-]{22}}/clear": ofNone("edit-register", `/addresses/${key}/clear`, empty),
  "POST /addresses/:key{[\\w-]{22}}/clear": ofNone("edit-register", `/addresses/${key}/clear`, empty),
  "GET /sweeps/start": ofNone("sweep", "/sweeps/start"),
  "POST /sweeps/start": ofNone("sweep", "/sweeps/start"),
  "POST /reports": ofNone("send-status-report", "/reports"),
  "GET /reports/jobs/:id/:name": ofNone("send-status-report", "/reports/jobs/x/report.pdf", empty),

  "GET /grants": ofNone("read-grants", "/grants"),
  "GET /grants/person": ofNone("edit-grants", "/grants/person"),
  "POST /grants/person": ofNone("edit-grants", "/grants/person"),
  "GET /grants/revoke": ofNone("edit-grants", "/grants/revoke?subject=user:admin"),
  "POST /grants/revoke": ofNone("edit-grants", "/grants/revoke", { form: { subject: "user:admin" } }),
  "GET /register/new": ofNone("edit-register", "/register/new"),
  "POST /register/new": ofNone("edit-register", "/register/new"),
  "GET /register/:id/body": ofNone("edit-register", ({ body }) => `/register/${body}/body`),
  "POST /register/:id/body": ofNone("edit-register", ({ body }) => `/register/${body}/body`),
  "GET /register/:id/end": ofNone("edit-register", ({ body }) => `/register/${body}/end`),
  "POST /register/:id/end": ofNone("edit-register", ({ body }) => `/register/${body}/end`),
  "GET /register/:id/contact": ofNone("edit-register", ({ body }) => `/register/${body}/contact`),
  "POST /register/:id/contact": ofNone("edit-register", ({ body }) => `/register/${body}/contact`),
  "GET /imports": ofNone("import", "/imports"),
  "GET /imports/facts.json": ofNone("import", "/imports/facts.json"),
  "POST /imports/preview": ofNone("import", "/imports/preview"),
  "GET /imports/preview": ofNone("import", ({ file }) => `/imports/preview?file=${file}`),
  "POST /imports": { who: { action: "import", at: "nothing" }, path: "/imports", isEmpty: true },
  "GET /imports/:id": ofNone("import", ({ job }) => `/imports/${job}`),
  "GET /imports/:id/undo/:file": ofNone("import", ({ job }) => `/imports/${job}/undo/contacts.csv`),
  "POST /imports/:id/continue": ofNone("import", ({ job }) => `/imports/${job}/continue`),
  "POST /imports/:id/take-back": ofNone("import", ({ job }) => `/imports/${job}/take-back`),
};

const back = "/time-machine/back?date=2027-03-01&time=09%3A00";
const later = { date: "2027-04-01", time: "09:00", slots: "1" };

/** The same for what only a demo has, whose guests may look at everything. */
export const demoRules: Readonly<Record<string, PageRule>> = {
  "GET /time-machine": everybody("/time-machine"),
  "GET /time-machine/back": everybody(back),
  "POST /time-machine/play": ofNone("sweep", "/time-machine/play", { form: later }),
  "POST /time-machine/move": ofNone("sweep", "/time-machine/move", { form: later }),
  "POST /time-machine/back": ofNone("sweep", "/time-machine/back", { form: later }),
  "POST /time-machine/stop": ofNone("sweep", "/time-machine/stop"),
};
