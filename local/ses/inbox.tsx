import { readFileSync } from "node:fs";
import { type Context, Hono } from "hono";
import { parseLetter } from "./delivery.ts";
import { attachmentFile, letterFile } from "./inbox-files.ts";
import { LetterPage } from "./inbox-letter.tsx";
import { ListPage, pageSize } from "./inbox-list.tsx";
import { MissingPage } from "./inbox-page.tsx";
import type { Mailbox } from "./mailbox.ts";

export interface InboxOptions {
  /** The zone that times are shown in. */
  readonly zone?: string;
}

const styles = ["base", "list", "letter"]
  .map((name) => readFileSync(new URL(`./styles/${name}.css`, import.meta.url), "utf8"))
  .join("\n");

/** The pages load their one stylesheet and frame their own letters; nothing else runs or is fetched. */
const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A letter may style itself, as in a mail program, and show images that it carries; it cannot run, post or fetch. */
const letterPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

/** Pages that show what the mailbox holds. Nothing acts: every route is a GET. */
export function inboxApp(mailbox: Mailbox, { zone = "Asia/Almaty" }: InboxOptions = {}): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    secure(context);
  });
  app.get("/inbox.css", (context) => context.body(styles, 200, { "content-type": "text/css; charset=utf-8" }));
  app.get("/", (context) => {
    const query = (context.req.query("q") ?? "").trim();
    const found = mailbox.search(query);
    const pages = Math.max(1, Math.ceil(found.length / pageSize));
    const page = Math.min(pages, Math.max(1, Number.parseInt(context.req.query("page") ?? "1", 10) || 1));
    return context.html(<ListPage {...{ found, total: mailbox.deliveries.length, query, page, pages, zone }} />);
  });
  app.get("/letters/:number{[0-9]+}", async (context) => {
    const delivery = deliveryOf(mailbox, context);
    if (!delivery) return context.notFound();
    const email = await parseLetter(await mailbox.raw(delivery));
    return context.html(<LetterPage delivery={delivery} email={email} zone={zone} />);
  });
  app.get("/letters/:number{[0-9]+}/html", async (context) => {
    const delivery = deliveryOf(mailbox, context);
    const email = delivery && (await parseLetter(await mailbox.raw(delivery)));
    if (!email?.html) return context.notFound();
    return context.html(email.html, 200, { "content-security-policy": letterPolicy });
  });
  app.get("/letters/:number{[0-9]+}/raw", async (context) => {
    const delivery = deliveryOf(mailbox, context);
    return delivery ? letterFile(delivery, await mailbox.raw(delivery)) : context.notFound();
  });
  app.get("/letters/:number{[0-9]+}/attachments/:index{[0-9]+}", async (context) => {
    const delivery = deliveryOf(mailbox, context);
    const email = delivery && (await parseLetter(await mailbox.raw(delivery)));
    const attachment = email?.attachments[Number(context.req.param("index"))];
    return attachment ? attachmentFile(attachment) : context.notFound();
  });
  app.notFound((context) => context.html(<MissingPage />, 404));
  return app;
}

const deliveryOf = (mailbox: Mailbox, context: Context) => mailbox.find(Number(context.req.param("number")));

function secure({ res }: Context): void {
  if (!res.headers.has("content-security-policy")) res.headers.set("content-security-policy", pagePolicy);
  res.headers.set("x-content-type-options", "nosniff");
  res.headers.set("referrer-policy", "no-referrer");
  res.headers.set("cross-origin-resource-policy", "same-origin");
  res.headers.set("cache-control", "no-store");
}
