import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type Provider from "oidc-provider";
import { DEMO_MACHINE, demoUsers } from "./identity/demo-users.ts";
import { signInPage } from "./identity/pages.tsx";
import { API_AUDIENCE, createProvider, WEB_CLIENT } from "./identity/provider.ts";
import { keptSecrets, type Secrets } from "./identity/secrets.ts";

export interface IdentityOptions {
  /** Address of the application, without a slash at its end. */
  readonly appUrl: string;
  /** 0, the default, is any free port. */
  readonly port?: number;
  /** Where keys and secrets are kept; new ones at every start when absent. */
  readonly directory?: string;
}

/** An OpenID Connect issuer on this machine, with demo users. */
export interface Identity {
  readonly issuer: string;
  /** The environment variables that a Lambda function would get. */
  readonly environment: Readonly<Record<string, string>>;
  /** For the person who starts Esep: who can sign in, and how a machine gets a token. */
  readonly lines: readonly string[];
  close(): Promise<void>;
}

/** Starts the issuer on 127.0.0.1. Rejects with the system's EADDRINUSE for a busy port. */
export async function startIdentity({ appUrl, port = 0, directory }: IdentityOptions): Promise<Identity> {
  const secrets = await keptSecrets(directory);
  let answer: (request: IncomingMessage, response: ServerResponse) => unknown = (_, response) => response.end();
  const server = createServer((request, response) => answer(request, response));
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address() as AddressInfo; // it listens on a port, not on a pipe
  const issuer = `http://127.0.0.1:${address.port}`;
  answer = answering(createProvider(issuer, appUrl, secrets), appUrl);
  const close = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    if (server.listening) await once(server, "close");
  };
  return { issuer, environment: environmentOf(issuer, secrets), lines: linesOf(issuer, secrets), close };
}

/** The provider, with our page where it wants to know who somebody is. */
function answering(provider: Provider, appUrl: string) {
  const others = provider.callback();
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (!request.url?.startsWith("/interaction/")) return void others(request, response);
    interact(provider, appUrl, request, response).catch(() => {
      response.writeHead(400, { "content-type": "text/plain; charset=utf-8" });
      response.end("This sign-in is over. Go back to Esep and sign in again.");
    });
  };
}

async function interact(provider: Provider, appUrl: string, request: IncomingMessage, response: ServerResponse) {
  // Throws for a browser that has not begun this sign-in.
  await provider.interactionDetails(request, response);
  const chosen = request.method === "POST" ? new URLSearchParams(await text(request)).get("user") : null;
  const user = demoUsers.find(({ id }) => id === chosen);
  if (user) {
    const result = { login: { accountId: user.id } };
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    // The form's answer leads on to the application.
    "content-security-policy": `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${new URL(appUrl).origin}; frame-ancestors 'none'`,
  });
  response.end(signInPage(demoUsers));
}

const environmentOf = (issuer: string, secrets: Secrets) => ({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: WEB_CLIENT,
  OIDC_CLIENT_SECRET: secrets.webSecret,
  OIDC_AUDIENCE: API_AUDIENCE,
  SESSION_SECRET: secrets.sessionSecret,
});

const linesOf = (issuer: string, { machineSecret }: Secrets): string[] => [
  "Demo users, not for production; choose one on the sign-in page, no password:",
  ...demoUsers.map(({ name, grants }) => `  ${name.padEnd(22)} ${grants.join(", ")}`),
  "A machine's token, for `Authorization: Bearer …`:",
  `  curl -s ${issuer}/token -d grant_type=client_credentials -d client_id=${DEMO_MACHINE} -d client_secret=${machineSecret}`,
];
