import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { Environment } from "../../functions/env.ts";
import { signInSettings } from "../../functions/sign-in-settings.ts";
import { tables } from "../../stacks/resources.ts";
import { graphOf, inputsOf, ofType } from "./synthesis/queries.ts";
import { stageNames, stages } from "./synthesis/stages.ts";

/** Bytes of minified code. */
const budgets: Readonly<Record<string, number>> = {
  ...{ Dispatch: 950_000, Http: 950_000 },
  // What they are, and a seventh: whoever pulls a library in sees it here. A policy brings the obligations with their words;
  // what words letters is read with the first one.
  ...{ SweepStart: 300_000, Sweep: 375_000, Settle: 320_000, Watch: 305_000 },
  // These alone carry what writes PDF and XLSX.
  ...{ Documents: 3_000_000, Reports: 2_000_000 },
};

/** What Lambda's Node runtime brings: clients of AWS's SDK, the document client, and what signs requests to S3. */
const IN_RUNTIME = /^@aws-sdk\/(client-[a-z0-9-]+|lib-dynamodb|s3-presigned-post|s3-request-presigner)$/;

const Variables = z.object({ variables: z.record(z.string(), z.string()) });

describe.each(stageNames)("the functions of %s", (stage) => {
  const bundles = Object.entries(graphOf(stage).bundles);

  it("are all that have a handler: each needs its entry in stacks/functions.ts", () => {
    const files = globSync("functions/*.ts").filter((path) =>
      /^export const handler\b/m.test(readFileSync(path, "utf8")),
    );
    const handlers = bundles.map(([, { handler }]) => handler);
    expect(handlers.sort()).toEqual(files.map((path) => path.replace(/ts$/, "handler")).sort());
    expect(ofType(graphOf(stage), "Function").map(({ name }) => name)).toEqual(
      bundles.map(([name]) => `${name}Function`),
    );
  });

  it.each(bundles)("%s is minified, within its budget, and needs nothing that the runtime lacks", (name, bundle) => {
    expect(bundle.minify).toBe(true);
    expect(bundle.bytes).toBeLessThanOrEqual(budgets[name] ?? 0);
    expect(bundle.external.filter((path) => !IN_RUNTIME.test(path))).toEqual([]);
  });

  it.each(bundles)("%s runs on Node 24 for arm64 and logs JSON that is kept for three months", (name) => {
    const graph = graphOf(stage);
    const logGroup = inputsOf(graph, "LogGroup", `${name}Logs`);
    expect(logGroup["retentionInDays"]).toBe(90);
    expect(inputsOf(graph, "Function", `${name}Function`)).toMatchObject({
      runtime: "nodejs24.x",
      architectures: ["arm64"],
      loggingConfig: { logFormat: "JSON", logGroup: logGroup["name"] },
    });
  });

  it.each(bundles)("%s gets the environment that its code reads, and nothing of the demo", (name) => {
    const { variables } = Variables.parse(inputsOf(graphOf(stage), "Function", `${name}Function`)["environment"]);
    expect(Environment.safeParse(variables).error).toBeUndefined();
    const own = Object.keys(variables).filter((variable) => !variable.startsWith("SST_"));
    const known = Object.keys(Environment.shape).filter((variable) => !/^(DEMO|OIDC_|SESSION_SECRET)/.test(variable));
    const unset = "ESEP_MAIL_REPLY_TO" in stages[stage] ? [] : ["MAIL_REPLY_TO"];
    const ofSignIn = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "SESSION_SECRET"];
    const tableVariables = Object.values(tables).map(({ variable }) => variable);
    const wanted = new Set([
      ...known.filter((variable) => !unset.includes(variable)),
      ...tableVariables,
      ...(name === "Http" || name === "Documents" ? ofSignIn : []),
    ]);
    expect(own.sort()).toEqual([...wanted].sort());
  });

  it("configure sign-in for the pages, and tell its secrets to no other function", () => {
    const { variables } = Variables.parse(inputsOf(graphOf(stage), "Function", "HttpFunction")["environment"]);
    expect(signInSettings(Environment.parse(variables))).toMatchObject({
      issuer: graphOf(stage).outputs["signIn"],
      appUrl: graphOf(stage).outputs["pages"],
      machines: [],
    });
  });
});
