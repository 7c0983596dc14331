import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import type { ApiDependencies } from "./dependencies.ts";
import { createDocs } from "./docs.tsx";
import { endpoints } from "./endpoints.ts";
import { openApi } from "./openapi.ts";
import { Problem, problemAnswer } from "./problem.ts";
import { serve } from "./serve.ts";

export type { ApiDependencies } from "./dependencies.ts";

/** The largest body that is read. */
export const MAX_BODY = 128 * 1024;

/** Data are for no browser to run, frame or keep. */
const dataHeaders = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  xFrameOptions: "DENY",
  referrerPolicy: "no-referrer",
});

/** The JSON API, to be mounted at `/api`. Everything but its own documentation is for callers with grants. */
export function createApi(deps: ApiDependencies): Hono {
  const app = new Hono();
  app.onError((error, context) => {
    if (error instanceof Problem) return problemAnswer(error);
    const reference = deps.identifiers.token();
    deps.onError?.(error, reference);
    context.header("cache-control", "no-store");
    return problemAnswer(new Problem("internal", { reference }));
  });
  app.use((context, next) => (context.req.path === "/api/docs" ? next() : dataHeaders(context, next)));
  app.use(async (context, next) => {
    await next();
    context.res.headers.append("vary", "Cookie, Authorization, Accept-Language");
    if (!context.res.headers.has("cache-control")) context.res.headers.set("cache-control", "no-store");
  });
  app.route("/", createDocs());
  app.get("/openapi.json", (context) => context.json(openApi(), 200, { "cache-control": "public, max-age=300" }));
  addEndpoints(app, deps);
  app.all("*", (context) => {
    throw missing(context);
  });
  return app;
}

function addEndpoints(app: Hono, deps: ApiDependencies): void {
  const limitedTo = (maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: () => {
        throw new Problem("body-too-large", { detail: `At most ${maxSize} bytes are taken.` });
      },
    });
  const usual = limitedTo(MAX_BODY);
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ":$1");
    const limited = endpoint.maxBody === undefined ? usual : limitedTo(endpoint.maxBody);
    app.on(endpoint.method.toUpperCase(), path, limited, (context) => serve(endpoint, context, deps));
  }
}

/** What to say of an address that nothing answers: it may know another method. */
function missing(context: Context): Problem {
  const path = context.req.path.replace(/^.*?\/api(?=\/|$)/, "");
  const allowed = endpoints.filter((endpoint) => patternOf(endpoint.path).test(path)).map(({ method }) => method);
  if (allowed.length === 0) return new Problem("not-found");
  const methods = [...new Set(allowed.map((method) => method.toUpperCase()))];
  return new Problem(
    "method-not-allowed",
    {},
    { allow: [...methods, ...(methods.includes("GET") ? ["HEAD"] : [])].join(", ") },
  );
}

const patternOf = (path: string): RegExp => new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
