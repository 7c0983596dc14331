import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { instant } from "../../core/calendar/zone.ts";
import { readEnvironment } from "../../functions/env.ts";
import { signInSettings } from "../../functions/sign-in-settings.ts";
import { createApp } from "../../functions/web/app.ts";
import { createIssuer } from "../../functions/web/sign-in/issuer.ts";
import { localPath } from "../../functions/web/sign-in/local-path.ts";
import { createSessions } from "../../functions/web/sign-in/sessions.ts";
import { createSignIn } from "../../functions/web/sign-in/sign-in.ts";
import { signOutUrl } from "../../functions/web/sign-in/sign-out-url.ts";
import { createTicketSeal } from "../../functions/web/sign-in/ticket.ts";
import { keptSecrets } from "../../local/identity/secrets.ts";
import { buckets, tables } from "../../stacks/resources.ts";
import { memoryGrants } from "../support/memory/grants.ts";
import { memorySessions } from "../support/memory/sessions.ts";
import { createSite } from "../web/support/site.ts";
import { startIssuer } from "./support/issuer.ts";

const settings = {
  ...{ issuer: "http://127.0.0.1:1", clientId: "esep-web", sessionSecret: "s".repeat(32) },
  ...{ appUrl: "https://esep.example", machines: [] },
};

describe("where a sign-in leads", () => {
  it.each(["/", "/bodies/PB-101?campaign=2027#notice", "/?q=%D0%A1%D0%B5%D0%BC%D0%B5%D0%B9", "/a//b"])(
    "stays %s",
    (path) => expect(localPath(path)).toBe(path),
  );

  it.each([
    ...["https://elsewhere.example", "//elsewhere.example", "///elsewhere.example", "/\\elsewhere.example"],
    ...["\\\\elsewhere.example", "/\t/elsewhere.example", "/\n/elsewhere.example", " //elsewhere.example"],
    ...["/.//elsewhere.example", "/x/..//elsewhere.example", "/%2e//elsewhere.example", "javascript:alert(1)"],
    ...["elsewhere.example", "", "http:/elsewhere.example", "/sign-in", "/sign-in?return=/", "/sign-out"],
    ...["/signed-out", `/${"x".repeat(1500)}`, "/\u0000", "/ә"],
  ])("is the first page instead of %j", (path) => expect(localPath(path)).toBe("/"));

  it("is never another host, whatever is asked for", () => {
    const part = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "%2e",
      "@",
      ":",
      "?",
      "#",
      "\t",
      "a",
      "elsewhere.example",
      "https:",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const path = localPath(`/${parts.join("")}`);
        expect(path).toMatch(/^\/(?![/\\])/);
        expect(new URL(path, "https://esep.example").origin).toBe("https://esep.example");
      }),
      { numRuns: 5000 },
    );
  });
});

it("where the pages are reached by https, both cookies are this host's alone", async () => {
  const sessions = createSessions(memorySessions(), settings.appUrl);
  const app = new Hono();
  app.get("/", async (context) => {
    sessions.putTicket(context, "sealed");
    await sessions.start(context, { subject: "user:u", name: "U" }, instant(0));
    return context.text("in");
  });
  const lines = (await app.request("/")).headers.getSetCookie();
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line).toMatch(/^__Host-esep-[^;]+;.*Path=\/;.*HttpOnly; Secure; SameSite=Lax$/);
});

describe("a ticket", () => {
  const ticket = { state: "s", nonce: "n", verifier: "v", returnTo: "/" };

  it("opens with the secret that sealed it, for ten minutes", async () => {
    const seal = createTicketSeal("a".repeat(32));
    const text = await seal.seal(ticket, instant(0));
    expect(text).not.toContain(Buffer.from("returnTo").toString("base64url").slice(0, 8));
    expect(await seal.open(text, instant(599_000))).toEqual(ticket);
    expect(await seal.open(text, instant(600_000))).toBeNull();
    expect(await createTicketSeal("b".repeat(32)).open(text, instant(0))).toBeNull();
  });
});

describe("an issuer", () => {
  it("that cannot be reached is said to be so, with a number, and asked again at the next request", async () => {
    const gone = await startIssuer();
    await gone.close();
    const { deps, errors } = await createSite(null);
    const ports = { sessions: memorySessions(), grants: memoryGrants(), clock: { machineNow: () => instant(0) } };
    const app = createApp({ ...deps, signIn: createSignIn({ ...settings, issuer: gone.url }, ports) });
    const answer = await app.request("/sign-in?lang=en");
    expect(answer.status).toBe(502);
    expect(await answer.text()).toMatch(/cannot be reached now.*[0-9a-f-]{36}/s);
    expect(errors).toHaveLength(1);
    const back = await startIssuer({}, Number(new URL(gone.url).port));
    expect((await app.request("/sign-in")).status).toBe(303);
    await back.close();
  });

  it("by plain http is taken on this machine only", async () => {
    const issuer = createIssuer({ ...settings, issuer: "http://issuer.example" });
    await expect(issuer.begin("/")).rejects.toThrow(/HTTPS|https/);
  });
});

describe("the issuer's session ends", () => {
  const authorization_endpoint = "https://esep.auth.eu-central-1.amazoncognito.com/oauth2/authorize";

  it("by RP-initiated logout", () => {
    const url = signOutUrl(
      { authorization_endpoint, end_session_endpoint: "https://issuer.example/end?x=1" },
      settings,
    );
    expect(url?.href).toBe(
      "https://issuer.example/end?x=1&client_id=esep-web&post_logout_redirect_uri=https%3A%2F%2Fesep.example%2Fsigned-out",
    );
  });

  it("in Cognito's own form", () => {
    const cognito = { ...settings, issuer: "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_abc" };
    const expected =
      "https://esep.auth.eu-central-1.amazoncognito.com/logout?client_id=esep-web&logout_uri=https%3A%2F%2Fesep.example%2Fsigned-out";
    expect(signOutUrl({ authorization_endpoint }, cognito)?.href).toBe(expected);
    expect(signOutUrl({ authorization_endpoint, end_session_endpoint: "https://x.example/" }, cognito)?.href).toBe(
      expected,
    );
  });

  it("not at all where the issuer has no page for it", () => {
    expect(signOutUrl({ authorization_endpoint }, settings)).toBeNull();
  });
});

describe("pages without sign-in", () => {
  const environment = (more: Record<string, string>) =>
    readEnvironment({
      ...Object.fromEntries(
        [...Object.values(tables), ...Object.values(buckets)].map(({ variable }) => [variable, "x"]),
      ),
      ...{ SWEEP_QUEUE_URL: "http://x.example", MAIL_QUEUE_URL: "http://x.example", MAIL_FROM: "a@b.example" },
      REPORT_QUEUE_URL: "http://x.example",
      ...{ APP_URL: "https://esep.example", ...more },
    });

  it("are for a demo only: elsewhere nothing is served to everybody by mistake", () => {
    expect(signInSettings(environment({ DEMO: "yes" }))).toBeUndefined();
    expect(() => signInSettings(environment({}))).toThrow("Sign-in is not configured");
    const half = { DEMO: "yes", OIDC_ISSUER: "https://issuer.example", OIDC_CLIENT_ID: "c" };
    expect(() => signInSettings(environment(half))).toThrow("SESSION_SECRET");
  });

  it("are no question where all is given", () => {
    const given = { OIDC_ISSUER: "https://issuer.example", OIDC_CLIENT_ID: "c", OIDC_MACHINES: "m1,m2" };
    expect(signInSettings(environment({ ...given, SESSION_SECRET: "s".repeat(32) }))?.machines).toEqual(["m1", "m2"]);
    expect(() => environment({ ...given, SESSION_SECRET: "short" })).toThrow("SESSION_SECRET");
  });
});

describe("the demo's secrets", () => {
  it("are there whole or not at all", async () => {
    const folder = mkdtempSync(join(tmpdir(), "esep-identity-"));
    // Where they are written first lies something that cannot be written over.
    mkdirSync(join(folder, "identity.json.new"));
    await expect(keptSecrets(folder)).rejects.toThrow("EISDIR");
    expect(existsSync(join(folder, "identity.json"))).toBe(false);
    rmSync(folder, { recursive: true });
  });

  it("are made once, kept where only their owner reads them, and new without a directory", async () => {
    const folder = mkdtempSync(join(tmpdir(), "esep-identity-"));
    const first = await keptSecrets(folder);
    expect(await keptSecrets(folder)).toEqual(first);
    const file = join(folder, "identity.json");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, "utf8")).toContain(first.machineSecret);
    expect((await keptSecrets(undefined)).sessionSecret).not.toBe(first.sessionSecret);
    rmSync(folder, { recursive: true });
  });
});
