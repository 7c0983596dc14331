import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editGrants, type GrantEdit } from "../../core/use-cases/records/grants.ts";
import { sha256 } from "../../functions/hash.ts";
import { callerOfRole, sampleRegister } from "../grants/support/matrix.ts";
import { memoryClock } from "../support/memory/clocks.ts";
import { type Application, signInAs, startApplication } from "./support/application.ts";
import { Browser } from "./support/browser.ts";

let app: Application;
beforeAll(async () => {
  app = await startApplication();
});
afterAll(() => app.close());

const HOUR = 3600;
const SESSION = "esep-session";
const TICKET = "esep-sign-in";

async function signedIn(user = "demo-admin"): Promise<Browser> {
  const browser = new Browser();
  await signInAs(browser, `${app.url}/`, user);
  return browser;
}

/** Where a page sends somebody; the page itself is shown when this is null. */
async function sentTo(browser: Browser, path = "/"): Promise<string | null> {
  const { status, headers } = await browser.send(app.url + path);
  return status === 200 ? null : headers.get("location");
}

describe("signing in", () => {
  it("leads a stranger to the issuer and back to the page that was wanted", async () => {
    const browser = new Browser();
    const question = await browser.go(`${app.url}/?state=overdue&lang=ru`);
    expect(question.url.origin).toBe(app.identity.issuer);
    expect(question.text).toContain("Demo users, not for production");
    const page = await browser.post(question.url, { user: "demo-officer" });
    expect(page.url.href).toBe(`${app.url}/?state=overdue&lang=ru`);
    expect(page.status).toBe(200);
  });

  it("asks for a code with PKCE, state and nonce, and shows no secret", async () => {
    const { headers } = await new Browser().send(`${app.url}/sign-in`);
    const asked = new URL(headers.get("location") ?? "").searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({ response_type: "code", code_challenge_method: "S256" });
    for (const name of ["code_challenge", "state", "nonce"]) expect(asked.get(name)?.length).toBeGreaterThan(40);
    expect(headers.get("location")).not.toContain(app.settings.clientSecret ?? "none");
  });

  it("keeps a session of which neither store nor cookie tells the other's half", async () => {
    const browser = await signedIn("demo-officer");
    const cookie = browser.cookie(SESSION);
    expect(cookie?.line).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(browser.cookie(TICKET)).toBeUndefined();
    const [[hash, session] = []] = [...app.sessions.kept].slice(-1);
    expect(hash).not.toBe(cookie?.value);
    expect(Object.keys(session ?? {}).sort()).toEqual(["expiresAt", "name", "startedAt", "subject"]);
    expect(session).toMatchObject({ subject: "user:demo-officer", name: "Demo: officer" });
  });

  it("is not needed for the schedule, the style sheet and the way out", async () => {
    expect((await new Browser().send(`${app.url}/schedule`)).headers.get("location")).toBeNull();
    expect((await new Browser().send(`${app.url}/signed-out`)).status).toBe(200);
  });

  it("tells somebody without grants what to ask an administrator for; a grant holds at the next request", async () => {
    const browser = await signedIn("demo-viewer");
    const refused = await browser.send(`${app.url}/`);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain("user:demo-viewer");
    await grant({ grants: ["viewer@DP-10"], version: 0, request: "r-1" });
    expect(await sentTo(browser)).toBeNull();
    await grant({ grants: [], version: 1, request: "r-2" });
    expect((await browser.send(`${app.url}/`)).status).toBe(403);
  });
});

async function grant(edit: Pick<GrantEdit, "grants" | "version" | "request">): Promise<void> {
  const audit = { file: async () => {}, entries: async () => [] };
  const ports = { records: app.grants, audit, hash: sha256, clock: memoryClock(app.signIn.clock.machineNow()) };
  const whole = { ...edit, subject: "user:demo-viewer", name: "Viewer", reason: "Test." };
  expect((await editGrants(whole, callerOfRole("admin"), sampleRegister, ports)).kind).toBe("recorded");
}

describe("a session", () => {
  it("never has the id that a browser brought along (fixation)", async () => {
    const browser = new Browser();
    browser.plant(SESSION, "chosen-by-an-attacker");
    await signInAs(browser, `${app.url}/`, "demo-admin");
    expect(browser.cookie(SESSION)?.value).not.toBe("chosen-by-an-attacker");
    const attacker = new Browser();
    attacker.plant(SESSION, "chosen-by-an-attacker");
    expect(await sentTo(attacker)).toContain("/sign-in");
  });

  it("ends when the same browser signs in again, and gets a new id", async () => {
    const browser = await signedIn();
    const before = browser.cookie(SESSION)?.value ?? "";
    const thief = new Browser();
    thief.plant(SESSION, before);
    expect(await sentTo(thief)).toBeNull();
    await browser.go(`${app.url}/sign-in`);
    expect(browser.cookie(SESSION)?.value).not.toBe(before);
    expect(await sentTo(browser)).toBeNull();
    expect(await sentTo(thief)).toContain("/sign-in");
  });

  it("expires by our own clock, whatever the store still holds", async () => {
    const browser = await signedIn();
    app.pass(8 * HOUR - 60);
    expect(await sentTo(browser)).toBeNull();
    app.pass(60);
    expect(await sentTo(browser)).toContain("/sign-in");
    app.pass(-8 * HOUR);
  });

  it("is not made by another's id with a changed letter", async () => {
    const browser = await signedIn();
    const id = browser.cookie(SESSION)?.value ?? "";
    browser.plant(SESSION, (id.startsWith("A") ? "B" : "A") + id.slice(1));
    expect(await sentTo(browser)).toContain("/sign-in");
  });
});

/** A sign-in up to the moment when the issuer sends the browser back. */
async function callbackOf(browser: Browser, user = "demo-admin"): Promise<string> {
  const question = await browser.go(`${app.url}/sign-in`);
  let visit = await browser.send(question.url, { method: "POST", body: new URLSearchParams({ user }) });
  while (!visit.headers.get("location")?.startsWith(app.url)) {
    visit = await browser.send(new URL(visit.headers.get("location") ?? "", visit.url));
  }
  return visit.headers.get("location") ?? "";
}

describe("what comes back from the issuer", () => {
  it("is taken from the browser that began, and once only", async () => {
    const browser = new Browser();
    const callback = await callbackOf(browser);
    const ticket = browser.cookie(TICKET)?.value ?? "";
    expect((await browser.send(callback)).status).toBe(303);
    expect((await browser.send(callback)).status).toBe(400);
    browser.plant(TICKET, ticket);
    expect((await browser.send(callback)).status).toBe(400);
  });

  it("is refused in another browser: nobody is signed in as an attacker (login CSRF)", async () => {
    const callback = await callbackOf(new Browser(), "demo-officer");
    const victim = new Browser();
    expect((await victim.send(callback)).status).toBe(400);
    await victim.send(`${app.url}/sign-in`);
    expect((await victim.send(callback)).status).toBe(400);
    expect(victim.cookie(SESSION)).toBeUndefined();
  });

  it.each([
    ["state", (url: URL) => url.searchParams.set("state", "x".repeat(43))],
    ["no state", (url: URL) => url.searchParams.delete("state")],
    ["code", (url: URL) => url.searchParams.set("code", "x".repeat(43))],
    ["no code", (url: URL) => url.searchParams.delete("code")],
    ["issuer", (url: URL) => url.searchParams.set("iss", "https://elsewhere.example")],
    ["error", (url: URL) => url.searchParams.set("error", "access_denied")],
  ])("is refused with a changed %s", async (_, change) => {
    const browser = new Browser();
    const callback = new URL(await callbackOf(browser));
    change(callback);
    expect((await browser.send(callback)).status).toBe(400);
    expect(browser.cookie(SESSION)).toBeUndefined();
  });

  it("is refused with a ticket that was changed anywhere, or is too old", async () => {
    const browser = new Browser();
    const callback = await callbackOf(browser);
    const ticket = browser.cookie(TICKET)?.value ?? "";
    for (const at of [0, ticket.indexOf("..") + 3, ticket.lastIndexOf(".") - 5, ticket.length - 8]) {
      browser.plant(TICKET, `${ticket.slice(0, at)}${ticket[at] === "A" ? "B" : "A"}${ticket.slice(at + 1)}`);
      expect((await browser.send(callback)).status).toBe(400);
    }
    browser.plant(TICKET, ticket);
    app.pass(601);
    expect((await browser.send(callback)).status).toBe(400);
    app.pass(-601);
    browser.plant(TICKET, ticket);
    expect((await browser.send(callback)).status).toBe(303);
  });
});

describe("signing out", () => {
  it("ends the session here and at the issuer", async () => {
    const browser = await signedIn();
    const id = browser.cookie(SESSION)?.value ?? "";
    const leaving = await browser.post(`${app.url}/sign-out`);
    expect(leaving.status).toBe(200);
    expect(browser.cookie(SESSION)).toBeUndefined();
    const thief = new Browser();
    thief.plant(SESSION, id);
    expect(await sentTo(thief)).toContain("/sign-in");
    const onward = new URL(/url=(.*)/.exec(leaving.headers.get("refresh") ?? "")?.[1] ?? "");
    expect(Object.fromEntries(onward.searchParams)).toEqual({
      ...{ client_id: "esep-web", post_logout_redirect_uri: `${app.url}/signed-out` },
    });
    const question = await browser.go(onward);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(question.text)?.[1] ?? "";
    const end = await browser.post(`${app.identity.issuer}/session/end/confirm`, { xsrf, logout: "yes" });
    expect(end.url.href).toBe(`${app.url}/signed-out`);
    expect((await browser.go(`${app.url}/`)).text).toContain("Esep demo: sign in as");
  });

  it.each([
    ["no origin", {}],
    ["a foreign origin", { origin: "https://elsewhere.example" }],
    ["a null origin", { origin: "null" }],
    ["a neighbouring port", { origin: "http://127.0.0.1:1" }],
    ["a cross-site fetch", { "sec-fetch-site": "cross-site" }],
    ["a foreign origin and a bearer token", { origin: "https://elsewhere.example", authorization: "Bearer x" }],
  ])("is refused from a page of %s (CSRF)", async (_, headers) => {
    const browser = await signedIn();
    expect((await browser.send(`${app.url}/sign-out`, { method: "POST", headers })).status).toBe(403);
    expect(await sentTo(browser)).toBeNull();
  });

  it("is not done by a link", async () => {
    const browser = await signedIn();
    await browser.send(`${app.url}/sign-out`);
    expect(await sentTo(browser)).toBeNull();
  });
});
