import { gunzipSync } from "node:zlib";
import { handle, type LambdaEvent } from "hono/aws-lambda";
import { describe, expect, test } from "vitest";
import { demoFacts } from "../../local/demo/facts.ts";
import { createSite } from "./support/site.ts";

/** A request as API Gateway hands it on (payload 2.0). */
const event = (path: string, query = "", headers: Record<string, string> = {}): LambdaEvent => ({
  version: "2.0",
  routeKey: "$default",
  rawPath: path,
  rawQueryString: query,
  headers: { host: "esep.example.kz", "x-forwarded-proto": "https", ...headers },
  body: null,
  isBase64Encoded: false,
  requestContext: {
    ...{ accountId: "1", apiId: "1", authentication: null, authorizer: {}, domainName: "esep.example.kz" },
    ...{ domainPrefix: "esep", requestId: "r1", routeKey: "$default", stage: "$default", time: "", timeEpoch: 0 },
    http: { method: "GET", path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "test" },
  },
});

describe("the pages behind API Gateway", () => {
  test("answer compressed, as bytes that survive the way", async () => {
    const { app } = await createSite(demoFacts());
    const answer = await handle(app)(event("/", "lang=ru", { "accept-encoding": "gzip, br" }));
    expect(answer.statusCode).toBe(200);
    expect(answer.isBase64Encoded).toBe(true);
    const html = gunzipSync(Buffer.from(answer.body, "base64")).toString("utf8");
    expect(html).toContain("Состояние обязанностей");
    expect(answer.body.length).toBeLessThan(55_000);
  });

  test("set the language's cookie, for https only where it is https", async () => {
    const { app } = await createSite(demoFacts());
    const answer = await handle(app)(event("/sweeps", "lang=en"));
    expect(JSON.stringify(answer)).toContain("lang=en; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Lax");
  });
});
