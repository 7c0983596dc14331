import { describe, expect, it } from "vitest";
import { graphOf, inputsOf, ofType } from "./synthesis/queries.ts";
import { stageNames, stages } from "./synthesis/stages.ts";

describe.each(stageNames)("the pages of %s", (stage) => {
  it("are throttled, log every request for three months, and are open to no other origin", () => {
    const graph = graphOf(stage);
    const inputs = inputsOf(graph, "Stage", "PagesStage");
    expect(inputs["defaultRouteSettings"]).toEqual({ throttlingRateLimit: 50, throttlingBurstLimit: 100 });
    const log = inputsOf(graph, "LogGroup", "PagesAccessLog");
    expect(log["retentionInDays"]).toBe(90);
    expect(inputs["accessLogSettings"]).toMatchObject({ destinationArn: expect.stringContaining(String(log["name"])) });
    expect(inputsOf(graph, "Api", "PagesApi")["corsConfiguration"]).toEqual({});
  });

  it("are where letters say, without a slash at the end", () => {
    const { pages } = graphOf(stage).outputs;
    const { variables } = inputsOf(graphOf(stage), "Function", "SweepFunction")["environment"] as {
      variables: Record<string, string>; // Lambda's own form
    };
    expect(variables["APP_URL"]).toBe(pages);
    expect(pages).toMatch(/^https:\/\/[^/]+$/);
  });

  it("let only an administrator create users", () => {
    expect(inputsOf(graphOf(stage), "UserPool", "UsersUserPool")).toMatchObject({
      adminCreateUserConfig: { allowAdminCreateUserOnly: true },
      usernameAttributes: ["email"],
      usernameConfiguration: { caseSensitive: false },
      accountRecoverySetting: { recoveryMechanisms: [{ name: "verified_email", priority: 1 }] },
      deletionProtection: stage === "production" ? "ACTIVE" : "INACTIVE",
    });
  });

  it("sign in by a code and a secret, and come back to the pages only", () => {
    const { pages } = graphOf(stage).outputs;
    expect(inputsOf(graphOf(stage), "UserPoolClient", "WebClient")).toMatchObject({
      allowedOauthFlows: ["code"],
      allowedOauthScopes: ["openid", "profile", "email"],
      generateSecret: true,
      callbackUrls: [`${pages}/sign-in/callback`],
      logoutUrls: [`${pages}/signed-out`],
    });
  });
});

it.each(stageNames)(
  "%s sends documents to the function that writes them, and everything else to the pages",
  (stage) => {
    const graph = graphOf(stage);
    const answering = (name: string) =>
      ofType(graph, "Integration")
        .filter(({ inputs }) => String(inputs["integrationUri"]).includes(name))
        .map(({ name: integration }) => integration);
    expect(answering("Documents")).toHaveLength(3);
    expect(
      ofType(graph, "Route")
        .map(({ inputs }) => inputs["routeKey"])
        .sort(),
    ).toEqual(["$default", "ANY /papers/{proxy+}", "GET /api/status", "GET /reports/file"]);
  },
);

it("only the stage with a domain has one, with the certificate of its settings", () => {
  const { ESEP_DOMAIN, ESEP_CERTIFICATE } = stages.production;
  expect(ofType(graphOf("dev"), "DomainName")).toEqual([]);
  expect(inputsOf(graphOf("production"), "DomainName", "PagesDomainName")).toMatchObject({
    domainName: ESEP_DOMAIN,
    domainNameConfiguration: { certificateArn: ESEP_CERTIFICATE, securityPolicy: "TLS_1_2" },
  });
  expect(graphOf("production").outputs["pages"]).toBe(`https://${ESEP_DOMAIN}`);
});
