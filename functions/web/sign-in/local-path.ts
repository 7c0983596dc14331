/** Where a sign-in leads when it was not told, or told something else than a page of ours. */
const HOME = "/";
/** Longer ones would not fit into the cookie that carries them. */
const LONGEST = 1500;
const BASE = "http://esep.invalid";
/** Pages that would lead round in a circle. */
const CIRCULAR = /^\/(sign-in|sign-out|signed-out)(\/|$)/;

/** A `return` parameter as a path of this very application; never an address elsewhere (open redirect). */
export function localPath(text: string | undefined): string {
  if (text === undefined || text.length > LONGEST || !/^\/[\x21-\x7e]*$/.test(text)) return HOME;
  const url = URL.canParse(text, BASE) ? new URL(text, BASE) : null;
  if (url?.origin !== BASE) return HOME;
  // `/.//elsewhere` becomes `//elsewhere`, which a browser reads as another host.
  if (url.pathname.startsWith("//") || CIRCULAR.test(url.pathname)) return HOME;
  return url.pathname + url.search + url.hash;
}
