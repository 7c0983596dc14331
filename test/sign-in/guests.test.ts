import { beforeAll, describe, expect, it } from "vitest";
import { instant } from "../../core/calendar/zone.ts";
import { createApp } from "../../functions/web/app.ts";
import { createSignIn } from "../../functions/web/sign-in/sign-in.ts";
import { demoFacts } from "../../local/demo/facts.ts";
import { memoryGrants } from "../support/memory/grants.ts";
import { memorySessions } from "../support/memory/sessions.ts";
import { createSite } from "../web/support/site.ts";

const origin = "http://127.0.0.1:4608";
type App = ReturnType<typeof createApp>;
let open: App;
let closed: App;

beforeAll(async () => {
  const { bodies, dossiers } = demoFacts();
  const { deps } = await createSite({ bodies, dossiers });
  const settings = { appUrl: origin, issuer: "http://127.0.0.1:9", clientId: "esep", sessionSecret: "s".repeat(43) };
  const clock = { machineNow: () => instant(0) };
  const signIn = createSignIn(
    { ...settings, clientSecret: undefined, audience: undefined, machines: [] },
    { sessions: memorySessions(), grants: memoryGrants(), clock },
  );
  open = createApp({ ...deps, signIn, guests: true });
  closed = createApp({ ...deps, signIn });
});

describe("a guest of the demo", () => {
  it.each(["/", "/bodies/DP-10", "/letters", "/sweeps"])("may look at %s", async (path) => {
    expect((await open.request(origin + path)).status).toBe(200);
  });

  it("is offered to sign in, as a stranger is", async () => {
    expect(await (await open.request(`${origin}/?lang=en`)).text()).toContain("/sign-in?return=");
  });

  it("is led to sign in where data is real", async () => {
    const answer = await closed.request(`${origin}/`);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toMatch(/^\/sign-in/);
  });

  it("is a stranger with credentials that are none", async () => {
    const answer = await open.request(`${origin}/`, { headers: { authorization: "Basic Z3Vlc3Q6" } });
    expect(answer.status).toBe(401);
  });
});
