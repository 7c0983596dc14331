import { beforeAll, describe, expect, test } from "vitest";
import { demoFacts } from "../../local/demo/facts.ts";
import { createSite, type Site } from "./support/site.ts";

describe("the language of a page", () => {
  let site: Site;

  beforeAll(async () => {
    site = await createSite(demoFacts());
  });

  const languageOf = async (path: string, headers: Record<string, string> = {}): Promise<string | undefined> =>
    /<html lang="(\w+)"/.exec(await site.read(path, { headers }))?.[1];

  test("is Kazakh unless somebody asks otherwise", async () => {
    expect(await languageOf("/sweeps")).toBe("kk");
    expect(await languageOf("/sweeps", { "accept-language": "de-DE,fr;q=0.5" })).toBe("kk");
  });

  test("is the browser's most wanted one that there is", async () => {
    expect(await languageOf("/sweeps", { "accept-language": "de, en-GB;q=0.7, ru-RU;q=0.9" })).toBe("ru");
    expect(await languageOf("/sweeps", { "accept-language": "ru;q=0, en" })).toBe("en");
  });

  test("is the remembered one before the browser's, and the address's before both", async () => {
    const headers = { cookie: "lang=en", "accept-language": "ru" };
    expect(await languageOf("/sweeps", headers)).toBe("en");
    expect(await languageOf("/sweeps?lang=kk", headers)).toBe("kk");
  });

  test("is remembered when it is asked for, and only then", async () => {
    const asked = await site.app.request("/sweeps?lang=ru");
    expect(asked.headers.get("set-cookie")).toContain("lang=ru; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax");
    expect((await site.app.request("/sweeps")).headers.get("set-cookie")).toBeNull();
    expect((await site.app.request("/sweeps?lang=xx")).headers.get("set-cookie")).toBeNull();
  });

  test("can be changed on every page without losing the page", async () => {
    const html = await site.read("/?region=DP-10&state=overdue&lang=ru");
    expect(html).toContain('href="/?region=DP-10&amp;state=overdue&amp;lang=kk"');
  });
});
