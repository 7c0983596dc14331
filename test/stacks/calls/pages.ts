import { createHash } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { instant } from "../../../core/calendar/zone.ts";
import { createGrantStore } from "../../../functions/dynamodb/grants.ts";
import { createSessionStore } from "../../../functions/dynamodb/sessions.ts";

/** An issuer that nobody asks: whoever has a session is signed in. */
export const issuer = {
  OIDC_ISSUER: "https://issuer.invalid",
  OIDC_CLIENT_ID: "pages",
  SESSION_SECRET: "a secret of more than thirty-two characters",
};

const SESSION = "a session";

/** Puts a session into the table, as the end of a sign-in does, of somebody who may see and do everything. */
export async function signIn(): Promise<void> {
  const now = Date.now();
  const hash = createHash("sha256").update(SESSION).digest("base64url");
  const database = DynamoDBDocumentClient.from(new DynamoDBClient());
  const subject = "user:1";
  const grants = JSON.stringify({ subject, name: "Test", grants: ["admin", "staff@MIA"] });
  await createGrantStore(database, "Register").put(subject, null, {
    version: 1,
    format: 1,
    data: grants,
    newest: null,
  });
  const session = { subject, name: "Test", startedAt: instant(now), expiresAt: instant(now + 3_600_000) };
  await createSessionStore(database, "Sessions").create(hash, session);
}

/** A request as API Gateway hands it on, of somebody who has signed in; what is given to be sent goes as JSON. */
export const requestOf = (method: "GET" | "POST", path: string, appUrl: string, input?: unknown) => ({
  ...{ version: "2.0", routeKey: "$default", rawPath: path, rawQueryString: "", isBase64Encoded: false },
  body: input === undefined ? null : JSON.stringify(input),
  headers: {
    ...{ host: new URL(appUrl).host, origin: appUrl, cookie: `esep-session=${encodeURIComponent(SESSION)}` },
    ...(input !== undefined && { "content-type": "application/json" }),
  },
  requestContext: {
    ...{ accountId: "1", apiId: "api", domainName: new URL(appUrl).host, domainPrefix: "esep", requestId: "1" },
    ...{ authorizer: {}, authentication: null, routeKey: "$default", stage: "$default", time: "", timeEpoch: 0 },
    http: { method, path, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "test" },
  },
});
