import { Hono } from "hono";
import { exportJWK, exportSPKI, importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { instant } from "../../core/calendar/zone.ts";
import type { Caller } from "../../core/register/grant.ts";
import { seedGrants } from "../../core/use-cases/records/grants.ts";
import { callerOf } from "../../functions/web/sign-in/caller.ts";
import type { SignInSettings } from "../../functions/web/sign-in/settings.ts";
import { createSignIn } from "../../functions/web/sign-in/sign-in.ts";
import { memoryGrants } from "../support/memory/grants.ts";
import { memorySessions } from "../support/memory/sessions.ts";
import { type Application, startApplication } from "./support/application.ts";
import { startIssuer, type TestIssuer } from "./support/issuer.ts";

let issuer: TestIssuer;
let application: Application;
beforeAll(async () => {
  issuer = await startIssuer();
  application = await startApplication();
});
afterAll(async () => {
  await issuer.close();
  await application.close();
});

const NOW = 1_800_000_000;
const AUDIENCE = "urn:esep:api";

const settings = (more: Partial<SignInSettings> = {}): SignInSettings => ({
  ...{ issuer: issuer.url, clientId: "esep-web", sessionSecret: "s".repeat(32), appUrl: "http://127.0.0.1:4608" },
  ...{ audience: AUDIENCE, machines: ["cognito-machine"], ...more },
});

/** Who an application takes the sender of a header for; the answer is 401 for nobody. */
async function callerBy(authorization: string, more: Partial<SignInSettings> = {}): Promise<Caller | 401> {
  const grants = memoryGrants();
  await seedGrants([{ subject: "client:machine", name: "Machine", grants: ["staff@DP-10"] }], grants);
  const clock = { machineNow: () => instant(NOW * 1000) };
  return whoIs(createSignIn(settings(more), { sessions: memorySessions(), grants, clock }).identify, authorization);
}

async function whoIs(identify: Parameters<Hono["use"]>[1], authorization: string): Promise<Caller | 401> {
  let found: Caller | null = null;
  const app = new Hono();
  app.use(identify);
  app.get("/", (context) => {
    found = callerOf(context);
    return context.body(null, found ? 204 : 401);
  });
  const { status } = await app.request("/", { headers: { authorization } });
  expect(status).toBe(found ? 204 : 401);
  return found ?? 401;
}

const claims = (more: JWTPayload = {}): JWTPayload => ({
  ...{ iss: issuer.url, sub: "machine", client_id: "machine", aud: AUDIENCE, token_use: "access" },
  ...{ iat: NOW - 60, exp: NOW + 600, ...more },
});

const signed = (payload: JWTPayload, header: { alg?: string; kid?: string } = {}, key = issuer.rsa): Promise<string> =>
  new SignJWT(payload).setProtectedHeader({ alg: "RS256", kid: "rsa", ...header }).sign(key);

describe("a machine's token", () => {
  it("is taken with its grants when all is right, signed by either algorithm", async () => {
    const caller = { id: "client:machine", name: "Machine", grants: ["staff@DP-10"] };
    expect(await callerBy(`Bearer ${await signed(claims())}`)).toEqual(caller);
    const ec = await signed(claims(), { alg: "ES256", kid: "ec" }, issuer.ec);
    expect(await callerBy(`bearer ${ec}`)).toEqual(caller);
  });

  it("of a client without grants names somebody who may do nothing", async () => {
    const token = await signed(claims({ sub: "stranger", client_id: "stranger" }));
    expect(await callerBy(`Bearer ${token}`)).toMatchObject({ id: "client:stranger", grants: [] });
  });

  it("needs no audience when its client is listed, as with Cognito", async () => {
    const { aud: _, ...rest } = claims({ sub: "cognito-machine", client_id: "cognito-machine" });
    const token = `Bearer ${await signed(rest)}`;
    expect(await callerBy(token)).toMatchObject({ id: "client:cognito-machine" });
    expect(await callerBy(token, { machines: [] })).toBe(401);
  });

  const refused: readonly (readonly [string, () => string | Promise<string>])[] = [
    ["of another issuer", () => signed(claims({ iss: "https://elsewhere.example" }))],
    ["without issuer", () => signed(without("iss"))],
    ["for another audience", () => signed(claims({ aud: "urn:other:api" }))],
    ["for nobody, by a client that is not listed", () => signed(without("aud"))],
    ["with algorithm none", () => new UnsecuredJWT(claims()).encode()],
    ["with algorithm none and a key id", async () => withHeader(await signed(claims()), { alg: "none", kid: "rsa" })],
    ["with HS256 by the public key", () => signedByPublicKey(claims())],
    ["with RS512, which is not on the list", () => signedBy("RS512")],
    ["with PS256, which is not on the list", () => signedBy("PS256")],
    ["with ES256 in the header of an RSA signature", async () => withHeader(await signed(claims()), { alg: "ES256" })],
    ["that has expired", () => signed(claims({ exp: NOW - 6 }))],
    ["that never expires", () => signed(without("exp"))],
    ["that is not yet valid", () => signed(claims({ nbf: NOW + 6 }))],
    ["by a key that is not published", () => signed(claims(), {}, issuer.other)],
    ["by an unknown key id", () => signed(claims(), { kid: "other" }, issuer.other)],
    ["that is an ID token", () => signed(claims({ token_use: "id" }))],
    ["that does not say what it is for", () => signed(without("token_use"))],
    ["of a person", () => signed(claims({ sub: "demo-admin" }))],
    ["without client", () => signed(without("client_id"))],
    ["whose claims were changed", async () => withPayload(await signed(claims()), claims({ client_id: "root" }))],
    ["cut short", async () => (await signed(claims())).slice(0, -8)],
    ["that is none", () => "x.y.z"],
    ["that is empty", () => ""],
  ];

  it.each(refused)("is refused: one %s", async (_, make) => {
    expect(await callerBy(`Bearer ${await make()}`)).toBe(401);
  });

  it.each(["Basic bWFjaGluZTp4", "Bearer", "Token x", ""])("is not looked for in %j", async (authorization) => {
    expect(await callerBy(authorization)).toBe(401);
  });

  it("is refused everywhere when neither audience nor clients are configured", async () => {
    const more = { audience: undefined, machines: [] };
    expect(await callerBy(`Bearer ${await signed(claims())}`, more)).toBe(401);
  });

  it("that cannot be checked, since the keys cannot be read, is an error and no refusal", async () => {
    const broken = await startIssuer({ jwks_uri: "http://127.0.0.1:1/jwks" });
    const { identify } = createSignIn(settings({ issuer: broken.url }), {
      ...{ sessions: memorySessions(), grants: memoryGrants(), clock: { machineNow: () => instant(NOW * 1000) } },
    });
    const app = new Hono();
    app.onError((_, context) => context.body(null, 500));
    app.use(identify);
    app.get("/", (context) => context.text("in"));
    const headers = { authorization: `Bearer ${await signed(claims({ iss: broken.url }))}` };
    expect((await app.request("/", { headers })).status).toBe(500);
    await broken.close();
  });
});

function without(name: string): JWTPayload {
  return Object.fromEntries(Object.entries(claims()).filter(([key]) => key !== name));
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const withHeader = (token: string, header: object): string => [encoded(header), ...token.split(".").slice(1)].join(".");
const withPayload = (token: string, payload: object): string => token.split(".").with(1, encoded(payload)).join(".");

/** By the published key, but with another algorithm. */
async function signedBy(alg: string): Promise<string> {
  const key = await importJWK(await exportJWK(issuer.rsa), alg);
  return new SignJWT(claims()).setProtectedHeader({ alg, kid: "rsa" }).sign(key);
}

async function signedByPublicKey(payload: JWTPayload): Promise<string> {
  const key = new TextEncoder().encode(await exportSPKI(issuer.publicRsa));
  return new SignJWT(payload).setProtectedHeader({ alg: "HS256", kid: "rsa" }).sign(key);
}

describe("the embedded issuer", () => {
  const token = async (): Promise<string> => {
    const command = application.identity.lines.at(-1) ?? "";
    const fields = [...command.matchAll(/-d (\w+)=(\S+)/g)].map(([, name = "", value = ""]): [string, string] => [
      name,
      value,
    ]);
    const response = await fetch(`${application.identity.issuer}/token`, {
      method: "POST",
      body: new URLSearchParams(fields),
    });
    const { access_token: text } = (await response.json()) as { access_token: string }; // the token endpoint's form
    return text;
  };

  it("gives a machine, by the command that is printed, a token that is taken", async () => {
    const caller = await whoIs(application.signIn.identify, `Bearer ${await token()}`);
    expect(caller).toMatchObject({ id: "client:esep-machine", grants: ["admin", "staff@MIA"] });
  });

  it("gives no token for a wrong secret", async () => {
    const body = new URLSearchParams({
      grant_type: "client_credentials",
      client_id: "esep-machine",
      client_secret: "x",
    });
    expect((await fetch(`${application.identity.issuer}/token`, { method: "POST", body })).status).toBe(401);
  });
});

it("a bad token never falls back to the cookie beside it", async () => {
  const sessions = memorySessions();
  const clock = { machineNow: () => instant(NOW * 1000) };
  const { identify } = createSignIn(settings(), { sessions, grants: memoryGrants(), clock });
  const startedAt = clock.machineNow();
  const hash = Buffer.from(await crypto.subtle.digest("SHA-256", Buffer.from("id"))).toString("base64url");
  await sessions.create(hash, { subject: "user:u", name: "U", startedAt, expiresAt: instant(startedAt + 1000) });
  const app = new Hono();
  app.use(identify);
  app.get("/", (context) => context.text(callerOf(context)?.id ?? "nobody"));
  const cookie = "esep-session=id";
  expect(await (await app.request("/", { headers: { cookie } })).text()).toBe("user:u");
  const headers = { cookie, authorization: "Bearer x.y.z" };
  expect(await (await app.request("/", { headers })).text()).toBe("nobody");
});
