import { createHash } from "node:crypto";

export const ACCOUNT = "123456789012";

type Inputs = Readonly<Record<string, unknown>>;

/** A short text that looks like an id and is the same in every run. */
export const idOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 10);

const NAMES = ["name", "bucket", "functionName", "configurationSetName", "domain"];

/** The physical name of a resource: what its inputs say, else its name in the program. */
export const physicalName = (name: string, inputs: Inputs): string =>
  String(NAMES.map((key) => inputs[key]).find((given) => typeof given === "string" && given !== "") ?? name);

/** What AWS would answer when it had made the resource: only as much as the components and stacks read of it. */
export function computedOf(type: string, name: string, inputs: Inputs, region: string): Inputs {
  const physical = physicalName(name, inputs);
  const arn = (service: string, rest: string, where = region) => `arn:aws:${service}:${where}:${ACCOUNT}:${rest}`;
  switch (type) {
    case "aws:dynamodb/table:Table":
      return { id: physical, arn: arn("dynamodb", `table/${physical}`) };
    case "aws:sqs/queue:Queue": {
      const url = `https://sqs.${region}.amazonaws.com/${ACCOUNT}/${physical}`;
      return { id: url, url, arn: arn("sqs", physical) };
    }
    case "aws:sns/topic:Topic":
      return { id: arn("sns", physical), arn: arn("sns", physical) };
    case "aws:s3/bucket:Bucket":
      return { id: physical, bucket: physical, arn: `arn:aws:s3:::${physical}`, region };
    case "aws:lambda/function:Function": {
      const own = arn("lambda", `function:${physical}`);
      return { id: physical, arn: own, qualifiedArn: `${own}:$LATEST`, version: "$LATEST" };
    }
    case "aws:iam/role:Role":
      return { id: physical, arn: arn("iam", `role/${physical}`, "") };
    case "aws:cloudwatch/logGroup:LogGroup":
      return { id: physical, arn: arn("logs", `log-group:${physical}`) };
    case "aws:apigatewayv2/api:Api": {
      const id = idOf(name);
      const apiEndpoint = `https://${id}.execute-api.${region}.amazonaws.com`;
      return {
        id,
        apiEndpoint,
        executionArn: arn("execute-api", id),
        arn: `arn:aws:apigateway:${region}::/apis/${id}`,
      };
    }
    case "aws:apigatewayv2/domainName:DomainName":
      return { id: inputs["domainName"], domainNameConfiguration: { targetDomainName: "target", hostedZoneId: "Z1" } };
    case "aws:cognito/userPool:UserPool": {
      const id = `${region}_${idOf(name)}`;
      return { id, arn: arn("cognito-idp", `userpool/${id}`), endpoint: `cognito-idp.${region}.amazonaws.com/${id}` };
    }
    case "aws:cognito/userPoolClient:UserPoolClient":
      return { id: idOf(name), clientSecret: "a secret" };
    case "aws:sesv2/emailIdentity:EmailIdentity": {
      const dkimSigningAttributes = { tokens: ["dkim1", "dkim2", "dkim3"] };
      return { id: physical, arn: arn("ses", `identity/${inputs["emailIdentity"]}`), dkimSigningAttributes };
    }
    case "aws:sesv2/configurationSet:ConfigurationSet":
      return { id: physical, arn: arn("ses", `configuration-set/${physical}`) };
    case "random:index/randomBytes:RandomBytes":
      return { base64: Buffer.from(idOf(name)).toString("base64"), hex: idOf(name) };
    default:
      return { arn: arn(type.split(/[:/]/)[1] ?? "", physical) };
  }
}
