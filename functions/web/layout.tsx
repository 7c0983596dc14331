import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { formatDay } from "../../core/calendar/day.ts";
import { Locale } from "../../core/register/locale.ts";
import { Menu } from "./menu.tsx";
import type { Section } from "./navigation.ts";
import type { Page } from "./page.ts";
import { inLanguage } from "./paths.ts";
import { scriptPath, scriptSettings } from "./script.ts";
import { Account } from "./sign-in/account.tsx";
import { iconPath, stylesheetPath } from "./stylesheet.ts";
import { ownNames } from "./texts/all.ts";

interface LayoutProps {
  readonly page: Page;
  readonly title: string;
  readonly section?: Section;
  /** A page that changes in part, where scripts are allowed. */
  readonly isLive?: boolean;
  /** Something is under way that the page shows: without scripts the browser asks for it again. */
  readonly isWaiting?: boolean;
  readonly children: Child;
}

/** The frame that all pages share. */
export const Layout = ({ page, title, section, isLive, isWaiting, children }: LayoutProps) => (
  <>
    {raw("<!doctype html>")}
    <html lang={page.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · ${page.words.letter.product}`}</title>
        <link rel="icon" href={iconPath} type="image/svg+xml" />
        <link rel="stylesheet" href={stylesheetPath} />
        {isLive ? (
          <>
            <meta name="htmx-config" content={scriptSettings} />
            <script src={scriptPath} defer />
          </>
        ) : null}
        {isWaiting ? (
          <noscript>
            <meta http-equiv="refresh" content="2" />
          </noscript>
        ) : null}
      </head>
      <body>
        <a class="skip" href="#main">
          {page.texts.frame.skip}
        </a>
        <Header page={page} section={section} />
        {page.demo ? <DemoBanner page={page} /> : null}
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <footer>
          <p>{page.texts.frame.footer}</p>
        </footer>
      </body>
    </html>
  </>
);

const Header = ({ page, section }: { page: Page; section: Section | undefined }) => (
  <header class="bar">
    <a class="brand" href="/">
      <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
        <path d="M6 8.5h20M11 5v5M21 5v5M6 5.5h20v21H6z" fill="none" stroke="currentColor" stroke-width="2" />
        <path class="tick" d="M11 18.5l3.5 3.5 7-8" fill="none" stroke-width="3" />
      </svg>
      <span>
        <strong>{page.words.letter.product}</strong> <small>{page.texts.frame.tagline}</small>
      </span>
    </a>
    <nav class="languages" aria-label={page.texts.frame.language}>
      {Locale.options.map((locale) => (
        <a
          href={inLanguage(page.url, locale)}
          lang={locale}
          hreflang={locale}
          aria-current={locale === page.locale ? "true" : undefined}
        >
          {ownNames[locale]}
        </a>
      ))}
    </nav>
    <Account page={page} />
    <Menu page={page} section={section} />
  </header>
);

const DemoBanner = ({ page: { texts, words, clock } }: { page: Page }) => (
  <aside class="demo" aria-label={texts.frame.demo}>
    <p>{texts.frame.demo}</p>
    <p>
      <time datetime={`${formatDay(clock.day)}T${clock.time}`}>
        {texts.frame.demoClock(words.time.longDate(clock.day), words.time.weekday(clock.day), clock.time)}
      </time>
    </p>
  </aside>
);

/** Says who made the list of bodies, until the ministry has confirmed it. */
export const Inferred = ({ page }: { page: Page }) =>
  page.inferred ? <p class="note">{page.texts.frame.inferred}</p> : null;
