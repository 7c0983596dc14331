/** What an example address is made of. */
export interface Shown {
  /** A letter's scope, year, recipient key and number, by slashes. */
  readonly letter: string;
}

/** A page of which the walks through all pages know an address. */
export interface PageExample {
  readonly path: (shown: Shown) => string;
  /** The demo user who looks at it in a browser; ministry staff unless given. */
  readonly user?: string;
  /** Only there where sign-in, API and demo are wired, so only the walk in a browser goes there. */
  readonly wired?: true;
}

/** A real address for each pattern that the router knows, for the walk over markup and for the one in a browser. */
const examples: Readonly<Record<string, PageExample>> = {
  "/": { path: () => "/" },
  "/changes": { path: () => "/changes" },
  "/acknowledgements": { path: () => "/acknowledgements" },
  "/schedule": { path: () => "/schedule?past=yes" },
  "/bodies/:id": { path: () => "/bodies/DP-63?campaign=2027" },
  "/bodies/:id/record/:command": {
    path: () => "/bodies/PB-101000000/record/plan-meeting?campaign=2027",
    ...{ user: "demo-officer", wired: true },
  },
  "/bodies/:id/audit": { path: () => "/bodies/DP-63/audit?campaign=2027", wired: true },
  "/appeals": { path: () => "/appeals" },
  "/bodies/:id/evidence": { path: () => "/bodies/DP-63/evidence?campaign=2027", wired: true },
  "/papers/:id/protocol": {
    path: () => "/papers/DP-63/protocol?campaign=2027&meeting=m1",
    wired: true,
  },
  "/letters": { path: () => "/letters" },
  "/letters/:scope/:year{[0-9]{4}}/:recipient/:n{[0-9]+}": { path: ({ letter }) => `/letters/${letter}` },
  "/letters/:scope/:year{[0-9]{4}}/:recipient/:n{[0-9]+}/answer": {
    path: ({ letter }) => `/letters/${letter}/answer`,
    wired: true,
  },
  "/letters/gallery": { path: () => "/letters/gallery" },
  "/letters/gallery/:kind/:language": { path: () => "/letters/gallery/mixed/kk-ru" },
  "/sweeps": { path: () => "/sweeps" },
  "/paper": { path: () => "/paper" },
  "/reports": { path: () => "/reports?scope=DP-63", user: "demo-admin" },
  "/register": { path: () => "/register?search=DP-10" },
  "/register/new": { path: () => "/register/new", user: "demo-admin" },
  "/register/:id/body": { path: () => "/register/DP-10/body", user: "demo-admin" },
  "/register/:id/end": { path: () => "/register/DP-10/end", user: "demo-admin" },
  "/register/:id/contact": { path: () => "/register/DP-10/contact", user: "demo-admin" },
  "/me": { path: () => "/me", user: "demo-officer" },
  "/feeds": { path: () => "/feeds", user: "demo-officer", wired: true },
  "/imports": { path: () => "/imports", user: "demo-admin" },
  "/grants": { path: () => "/grants", user: "demo-admin" },
  "/grants/person": { path: () => "/grants/person?subject=user:demo-officer", user: "demo-admin" },
  "/grants/revoke": { path: () => "/grants/revoke?subject=user:demo-officer", user: "demo-admin" },
  "/policy": { path: () => "/policy", user: "demo-admin" },
  "/policy/ladders/:obligation": { path: () => "/policy/ladders/protocol", user: "demo-admin" },
  "/calendar": { path: () => "/calendar?year=2027", user: "demo-admin" },
  "/brake": { path: () => "/brake", user: "demo-admin" },
  "/brake/:scope/:decision{stop|release}": { path: () => "/brake/DP-10/release", user: "demo-admin" },
  "/addresses/:key{[\\w-]{22}}/clear": { path: () => "/addresses/aaaaaaaaaaaaaaaaaaaaaa/clear", user: "demo-admin" },
  "/addresses": { path: () => "/addresses", user: "demo-admin" },
  "/sweeps/start": { path: () => "/sweeps/start", user: "demo-admin" },
  "/time-machine": { path: () => "/time-machine", user: "demo-admin", wired: true },
  "/time-machine/back": {
    path: () => "/time-machine/back?date=2027-03-01&time=09%3A00",
    user: "demo-admin",
    wired: true,
  },
  "/signed-out": { path: () => "/signed-out", wired: true },
  "/api/docs": { path: () => "/api/docs", wired: true },
};

/** All examples by their pattern. */
export const pageExamples: readonly (PageExample & { readonly pattern: string })[] = Object.entries(examples).map(
  ([pattern, example]) => ({ pattern, ...example }),
);

const ASSET = /^\/(style|icon|htmx)\.|\.(css|csv|ics|js)\}?$/;
/** What is no page of ours: a letter's own HTML, documents and what is only there after one was sent, the steps of sign-in that only lead on, and what programs read. */
const NO_PAGE =
  /\/html$|\/evidence\/|^\/reports\/(?:file|jobs)|^\/papers\/:id\/(?!protocol$)|^\/sign-in|^\/api\/(?!docs$)|^\/imports\/(?:preview|facts|:id)|^\/\*$/;

/** The patterns of pages among a router's routes. */
export function pagePatterns(routes: readonly { readonly method: string; readonly path: string }[]): readonly string[] {
  const paths = routes.filter(({ method }) => method === "GET").map(({ path }) => path);
  return [...new Set(paths)].filter((path) => !ASSET.test(path) && !NO_PAGE.test(path)).sort();
}
