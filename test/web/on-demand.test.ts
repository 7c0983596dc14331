import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../functions/web/app.ts";
import { pageGroups } from "../../functions/web/groups.ts";
import { createOnDemand } from "../../functions/web/on-demand.ts";
import { demoFacts } from "../../local/demo/facts.ts";
import { createSite, type Site } from "./support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await createSite(demoFacts());
});

const status = async (answer: (request: Request) => Response | Promise<Response>, path: string): Promise<number> =>
  (await answer(new Request(`http://127.0.0.1${path}`))).status;

describe("pages that are loaded on demand", () => {
  test("are found at every address that they answer", async () => {
    for (const { answers, load } of pageGroups) {
      const create = await load();
      for (const { path } of create(site.deps).routes) {
        // Middleware for everything has no address of its own.
        if (path === "/*" || path === "*") continue;
        expect([
          path,
          answers.test(path.replace(/:\w+\{[^}]*ics\}/, "x.ics").replace(/:\w+(\{[^}]*\})?/g, "x")),
        ]).toEqual([path, true]);
      }
    }
  });

  test("answer as if they had always been there, in any order", async () => {
    const whole = createApp(site.deps);
    const onDemand = createOnDemand(site.deps);
    for (const path of ["/letters", "/", "/nothing", "/reports", "/register", "/bodies/DP-63", "/letters/gallery"]) {
      expect([path, await status(onDemand, path)]).toEqual([path, await status((one) => whole.fetch(one), path)]);
    }
  });

  test("are asked for by no page that does not need them", async () => {
    const asked = pageGroups.filter(({ answers }) =>
      ["/", "/schedule", "/bodies/DP-63", "/sign-in"].some((path) => answers.test(path)),
    );
    expect(asked).toEqual([]);
  });
});
