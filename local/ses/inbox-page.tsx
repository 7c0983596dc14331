import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Tag } from "./request.ts";

/** The frame that all pages share. */
export const Page = ({ title, children }: { title: string; children: Child }) => (
  <>
    {raw("<!doctype html>")}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/inbox.css" />
      </head>
      <body>
        <a class="skip" href="#content">
          Skip to content
        </a>
        <header class="banner">
          <a class="brand" href="/">
            Esep inbox
          </a>
          <p>Demo inbox: nothing leaves this machine.</p>
        </header>
        <main id="content">{children}</main>
      </body>
    </html>
  </>
);

/** An instant in a zone, to the second; the exact one is in `datetime`. */
export const Time = ({ instant, zone }: { instant: string; zone: string }) => (
  <time datetime={instant}>
    {new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "medium", timeZone: zone }).format(
      new Date(instant),
    )}
  </time>
);

/** The tags that delivery events carry back. */
export const Tags = ({ tags }: { tags: readonly Tag[] }) => (
  <ul class="tags">
    {tags.map(({ name, value }) => (
      <li>
        <span>{name}</span> {value}
      </li>
    ))}
  </ul>
);

/** Bytes in the unit that reads best. */
export const formatSize = (bytes: number): string =>
  bytes < 1000
    ? `${bytes} B`
    : bytes < 1_000_000
      ? `${Math.round(bytes / 1000)} kB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** `1 letter`, `10,000 letters`. */
export const formatCount = (count: number): string =>
  `${count.toLocaleString("en")} ${count === 1 ? "letter" : "letters"}`;

/** Where a search for a text is. */
export const searchPath = (query: string, page = 1): string => {
  const parameters = new URLSearchParams({ ...(query && { q: query }), ...(page > 1 && { page: `${page}` }) });
  return parameters.size > 0 ? `/?${parameters}` : "/";
};

export const MissingPage = () => (
  <Page title="Not found – Esep inbox">
    <h1>Not found</h1>
    <p>
      There is no such letter. <a href="/">All letters</a>
    </p>
  </Page>
);
