import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
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
    /** A program on the reader's own machine that the script of this very page may talk to. */
    connectsTo: string;
  }
}

/** Lets a page that says so send its forms to one more site, or its script talk to one more program. */
function allowMore(context: Context): void {
  const policy = context.res.headers.get("content-security-policy");
  const [forms, program] = [context.get("formsTo"), context.get("connectsTo")];
  if (policy === null || (forms === undefined && program === undefined)) return;
  const wider = policy
    .replace("form-action 'self'", forms === undefined ? "$&" : `$& ${forms}`)
    .replace("connect-src 'self'", program === undefined ? "$&" : `$& ${program}`);
  context.res.headers.set("content-security-policy", wider);
}

/** Security headers, and no copy of any page in a cache. */
export const secured: MiddlewareHandler = async (context, next) => {
  const isLetter = context.req.path.startsWith("/letters/") && context.req.path.endsWith(LETTER_FRAME);
  await (isLetter ? letterHeaders : pageHeaders)(context, next);
  allowMore(context);
  if (!context.res.headers.has("cache-control")) context.res.headers.set("cache-control", "no-store");
  // The compressing middleware would say so itself, and make the whole answer anew for it.
  context.res.headers.append("vary", "Accept-Encoding");
};

/** More than any form or import needs; what reads a body may take less. Nobody fills the memory with one request. */
const LARGEST_BODY = 5 * 1024 * 1024;

/** Refuses a body that is too large before anybody asks who sends it. */
export const limited = bodyLimit({
  maxSize: LARGEST_BODY,
  onError: (context) => context.text(`At most ${LARGEST_BODY} bytes are taken.`, 413),
});
