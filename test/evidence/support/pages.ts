import { pagesAt } from "../../web/support/pages.ts";
import type { evidenceWorld } from "./uploads.ts";

/** The pages over a world of evidence, as somebody who is signed in sees them. */
export async function openPages(
  { records: evidence, files: evidenceFiles, dossiers, audit, clock }: ReturnType<typeof evidenceWorld>,
  ...grants: readonly string[]
) {
  const ports = { evidence, evidenceFiles, dossiers, audit, clock };
  const { go, ledger } = await pagesAt("2027-03-15T10:00", { ports });
  const as = grants.join(" ");
  return {
    ledger,
    get: (path: string, lang: "kk" | "ru" | "en" = "ru") => go(path, { as, lang }),
    post: (path: string, form: Readonly<Record<string, string>> | FormData, lang: "kk" | "ru" | "en" = "ru") =>
      go(path, { as, lang, form }),
  };
}
