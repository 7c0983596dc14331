import type { Context, MiddlewareHandler } from "hono";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses every request that changes something and that a page of another site may have made a browser send (CSRF).
 * Requests with a bearer token need no origin: browsers never add one by themselves, and the cookie is ignored then.
 */
export function checkOrigin(
  appUrl: string,
  refuse: (context: Context) => Response | Promise<Response>,
): MiddlewareHandler {
  const own = new URL(appUrl).origin;
  return async (context, next) => {
    const { method } = context.req;
    if (SAFE.has(method)) return next();
    const origin = context.req.header("origin");
    if (origin === own) return next();
    if (origin === undefined && context.req.header("authorization")?.toLowerCase().startsWith("bearer ")) return next();
    if (origin === undefined && context.req.header("sec-fetch-site") === "same-origin") return next();
    return refuse(context);
  };
}
