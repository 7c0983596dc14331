import { describe, expect, it } from "vitest";
import { tables } from "../../stacks/resources.ts";
import { graphOf, inputsOf, ofType, statementsOf } from "./synthesis/queries.ts";
import { stageNames } from "./synthesis/stages.ts";

describe.each(stageNames)("the stage %s", (stage) => {
  it.each(Object.entries(tables))("has the table %s with its keys and no index", (name, table) => {
    const sortKey = "sortKey" in table ? table.sortKey : undefined;
    const keys = [table.partitionKey, ...(sortKey === undefined ? [] : [sortKey])];
    const inputs = inputsOf(graphOf(stage), "Table", `${name}Table`);
    expect(inputs["hashKey"]).toBe(table.partitionKey);
    expect(inputs["rangeKey"]).toBe(sortKey);
    expect(inputs["attributes"]).toEqual(keys.map((key) => ({ name: key, type: "S" })));
    expect(inputs["globalSecondaryIndexes"]).toEqual([]);
    expect(inputs["ttl"]).toEqual(
      "timeToLive" in table ? { attributeName: table.timeToLive, enabled: true } : undefined,
    );
  });

  it("has no table beside those of resources.ts, and backs up and encrypts each", () => {
    const found = ofType(graphOf(stage), "Table");
    expect(found.map(({ name }) => name).sort()).toEqual(
      Object.keys(tables)
        .map((name) => `${name}Table`)
        .sort(),
    );
    for (const { inputs } of found) {
      expect(inputs["pointInTimeRecovery"]).toEqual({ enabled: true });
      expect(inputs["serverSideEncryption"]).toEqual({ enabled: true });
      expect(inputs["billingMode"]).toBe("PAY_PER_REQUEST");
    }
  });

  it.each(["LetterFiles", "EvidenceFiles"])(
    "has the bucket %s closed to the public, versioned, encrypted and read over HTTPS only",
    (name) => {
      const graph = graphOf(stage);
      expect(ofType(graph, "Bucket")).toHaveLength(2);
      expect(inputsOf(graph, "BucketPublicAccessBlock", `${name}PublicAccessBlock`)).toMatchObject({
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      });
      expect(inputsOf(graph, "BucketVersioning", `${name}Versioning`)).toMatchObject({
        versioningConfiguration: { status: "Enabled" },
      });
      expect(ofType(graph, "BucketServerSideEncryptionConfiguration")).toHaveLength(2);
      expect(ofType(graph, "BucketCorsConfiguration")).toEqual([]);
      const [statement] = statementsOf(inputsOf(graph, "BucketPolicy", `${name}Policy`)["policy"]);
      expect(statement).toMatchObject({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": ["false"] } } });
    },
  );

  it("forgets after a day what was sent and never attached, and nothing else", () => {
    expect(ofType(graphOf(stage), "BucketLifecycleConfiguration").map(({ name }) => name)).toEqual([
      "EvidenceFilesUploads",
    ]);
    const { rules } = inputsOf(graphOf(stage), "BucketLifecycleConfiguration", "EvidenceFilesUploads");
    expect(rules).toMatchObject([{ status: "Enabled", filter: { prefix: "incoming/" }, expiration: { days: 1 } }]);
  });
});

describe("what production keeps", () => {
  it.each([
    ["production", true],
    ["dev", false],
  ] as const)("%s: protected from deletion is %s", (stage, isKept) => {
    const graph = graphOf(stage);
    expect(graph.app.protect).toBe(isKept);
    expect(graph.app.removal).toBe(isKept ? "retain" : "remove");
    const kept = [...ofType(graph, "Table"), ...ofType(graph, "Bucket"), ...ofType(graph, "EmailIdentity")];
    expect(new Set(kept.map(({ isRetained }) => isRetained))).toEqual(new Set([isKept]));
    for (const { inputs } of ofType(graph, "Table")) expect(inputs["deletionProtectionEnabled"]).toBe(isKept);
    for (const { inputs } of ofType(graph, "Bucket")) expect(inputs["forceDestroy"]).toBe(!isKept);
  });
});
