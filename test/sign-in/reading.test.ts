import { beforeAll, describe, expect, it } from "vitest";
import { instant } from "../../core/calendar/zone.ts";
import { letterPath } from "../../core/escalation/ledger.ts";
import { createApp } from "../../functions/web/app.ts";
import { createSignIn, type SignIn } from "../../functions/web/sign-in/sign-in.ts";
import { callerOfRole, type GrantRole } from "../grants/support/matrix.ts";
import { memoryGrants } from "../support/memory/grants.ts";
import { memorySessions } from "../support/memory/sessions.ts";
import { partOfDemo } from "../support/part-of-demo.ts";
import { createSite, type Site } from "../web/support/site.ts";

const settings = {
  ...{ issuer: "http://127.0.0.1:1", clientId: "esep-web", sessionSecret: "s".repeat(32) },
  ...{ appUrl: "http://127.0.0.1:4608", machines: [] },
};

let site: Site;
beforeAll(async () => {
  site = await createSite(partOfDemo("DP-10", "DP-11"));
  await site.sweepAll();
});

/** The pages as somebody with one grant sees them. */
function pagesFor(role: GrantRole, at: string) {
  const ports = { sessions: memorySessions(), grants: memoryGrants(), clock: { machineNow: () => instant(0) } };
  const signIn: SignIn = {
    ...createSignIn(settings, ports),
    identify: async (context, next) => {
      context.set("caller", callerOfRole(role, at));
      await next();
    },
  };
  const app = createApp({ ...site.deps, signIn });
  return async (path: string) => {
    const response = await app.request(path);
    return { status: response.status, text: await response.text() };
  };
}

describe("pages about bodies", () => {
  it.each([
    ["staff", "PB-101000000", { "PB-101000000": 200, "DP-10": 404, "PB-103600000": 404, MIA: 404, "DP-11": 404 }],
    ["viewer", "DP-10", { "PB-101000000": 200, "DP-10": 200, MIA: 404, "DP-11": 404 }],
    ["staff", "MIA", { "PB-101000000": 200, "DP-11": 200, MIA: 200, GHOST: 404 }],
    ["admin", "-", { "PB-101000000": 200, "DP-11": 200, MIA: 200, GHOST: 404 }],
  ] as const)("show %s@%s their own and nothing foreign", async (role, at, expected) => {
    const read = pagesFor(role, at);
    const found = Object.keys(expected).map(async (id) => [id, (await read(`/bodies/${id}`)).status]);
    expect(Object.fromEntries(await Promise.all(found))).toEqual(expected);
  });

  it("are listed on the overview as far as they may be read", async () => {
    const [{ text: own }, { text: all }] = [await pagesFor("staff", "DP-10")("/"), await pagesFor("admin", "-")("/")];
    expect(own).toContain("/bodies/PB-101000000");
    expect(own).not.toContain("/bodies/DP-11");
    expect(all).toContain("/bodies/DP-11");
  });
});

describe("letters", () => {
  it("are shown to those who may read the scope, or every body that they tell of", async () => {
    const letters = [...(await site.ledger.log("DP-10", 2027)), ...(await site.ledger.log("DP-11", 2027))];
    const isFor = (body: string) => letters.find(({ items }) => items.every((item) => item.body === body));
    const [own, other] = [isFor("PB-101000000") ?? letters[0], letters.find(({ scope }) => scope === "DP-11")];
    if (!own || !other) throw new Error("The demo has written no letters.");
    const path = (letter: typeof own) => `/letters/${letterPath(letter)}`;
    const staff = pagesFor("staff", "DP-10");
    expect((await staff(path(own))).status).toBe(200);
    expect((await staff(`${path(own)}/html`)).status).toBe(200);
    for (const suffix of ["", "/html"]) expect((await staff(path(other) + suffix)).status).toBe(404);
    expect((await staff("/letters")).text).not.toContain(path(other));
    expect((await pagesFor("admin", "-")("/letters?scope=DP-11")).text).toContain(path(other));
  });
});

describe("the sweep log", () => {
  it("tells of a scope only to those who may read it", async () => {
    const path = "/sweeps?slot=2027-03-19T09:00";
    const name = "Область Абай";
    expect((await pagesFor("viewer", "DP-10")(`${path}&lang=ru`)).text).toContain(name);
    expect((await pagesFor("viewer", "DP-11")(`${path}&lang=ru`)).text).not.toContain(name);
    expect((await pagesFor("staff", "PB-101000000")("/sweeps")).status).toBe(200);
  });
});

it("somebody without grants sees no page of the watch", async () => {
  const read = pagesFor("nobody", "-");
  for (const path of ["/", "/bodies/DP-10", "/letters", "/sweeps"]) expect((await read(path)).status).toBe(403);
});
