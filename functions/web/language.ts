import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { Locale } from "../../core/register/locale.ts";

const COOKIE = "lang";
const YEAR = 365 * 24 * 60 * 60;

const known = (text: string | undefined): Locale | undefined => Locale.safeParse(text).data;

/** The page's language: asked for in the address, else remembered, else the browser's first that there is, else Kazakh. */
export function localeOf(context: Context): Locale {
  return (
    known(context.req.query("lang")) ??
    known(getCookie(context, COOKIE)) ??
    preferred(context.req.header("accept-language") ?? "") ??
    "kk"
  );
}

/** Remembers a language that the address asks for; nothing else is ever kept. */
export function rememberLocale(context: Context): void {
  const asked = known(context.req.query("lang"));
  if (asked === undefined) return;
  const secure = new URL(context.req.url).protocol === "https:";
  setCookie(context, COOKIE, asked, { path: "/", maxAge: YEAR, sameSite: "Lax", httpOnly: true, secure });
}

function preferred(header: string): Locale | undefined {
  const ranges = header.split(",").map((range) => {
    const [tag = "", ...parameters] = range.trim().split(";");
    const weight = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find((text) => text !== undefined);
    return { language: tag.toLowerCase().split("-")[0], weight: weight === undefined ? 1 : Number(weight) };
  });
  return ranges
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => known(language))
    .find((locale) => locale !== undefined);
}
