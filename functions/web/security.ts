import type { Context, MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

/** Pages load one stylesheet and one script and frame their own letters; nothing comes from elsewhere or is inline. */
const pageHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    connectSrc: ["'self'"],
    imgSrc: ["'self'"],
    frameSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: "DENY",
  referrerPolicy: "same-origin",
});

/** A letter may style itself, as in a mail program, and show images that it carries; it cannot run, post or fetch. */
const letterHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'unsafe-inline'"],
    imgSrc: ["data:"],
    formAction: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'self'"],
    sandbox: ["allow-popups", "allow-popups-to-escape-sandbox"],
  },
  xFrameOptions: "SAMEORIGIN",
  referrerPolicy: "no-referrer",
});

/** Ends the address of a letter's HTML part, the only pages that are not ours. */
export const LETTER_FRAME = "/html";

declare module "hono" {
  interface ContextVariableMap {
    /** Another site to which a form of this very page may be sent: the bucket of evidence files. */
    formsTo: string;
  }
}

/** Lets the forms of a page that says so be sent to one more site. */
function allowForms(context: Context): void {
  const origin = context.get("formsTo");
  const policy = context.res.headers.get("content-security-policy");
  if (origin === undefined || policy === null) return;
  context.res.headers.set(
    "content-security-policy",
    policy.replace("form-action 'self'", `form-action 'self' ${origin}`),
  );
}

/** Security headers, and no copy of any page in a cache. */
export const secured: MiddlewareHandler = async (context, next) => {
  const isLetter = context.req.path.startsWith("/letters/") && context.req.path.endsWith(LETTER_FRAME);
  await (isLetter ? letterHeaders : pageHeaders)(context, next);
  allowForms(context);
  if (!context.res.headers.has("cache-control")) context.res.headers.set("cache-control", "no-store");
};
