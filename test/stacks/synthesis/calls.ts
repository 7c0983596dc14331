import { ACCOUNT, idOf } from "./computed.ts";

type Values = readonly string[];
interface Statement {
  readonly effect?: string;
  readonly actions?: Values;
  readonly resources?: Values;
  readonly principals?: readonly { readonly type: string; readonly identifiers: Values }[];
  readonly conditions?: readonly { readonly test: string; readonly variable: string; readonly values: Values }[];
}

/** What the provider's functions answer; one that is not known here stops the synthesis. */
export function answerTo(token: string, inputs: Readonly<Record<string, unknown>>, region: string): unknown {
  switch (token) {
    case "aws:index/getRegion:getRegion":
      return { id: region, region, name: region };
    case "aws:index/getPartition:getPartition":
      return { id: "aws", partition: "aws", dnsSuffix: "amazonaws.com" };
    case "aws:index/getCallerIdentity:getCallerIdentity":
      return { id: ACCOUNT, accountId: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:user/nobody`, userId: "nobody" };
    case "aws:iam/getPolicyDocument:getPolicyDocument":
      // Pulumi's own function takes a list of statements; nothing else calls it.
      return policyDocument((inputs["statements"] ?? []) as readonly Statement[]);
    case "aws:route53/getZone:getZone":
      return { id: "Z1", zoneId: "Z1", name: inputs["name"] };
    default:
      throw new Error(`The synthesis has no answer to ${token}.`);
  }
}

/** Like the provider, it leaves out `statements` when there are none. */
function policyDocument(statements: readonly Statement[]) {
  const json = JSON.stringify({ Version: "2012-10-17", Statement: statements.map(statementOf) });
  return { id: idOf(json), json, minifiedJson: json, ...(statements.length > 0 && { statements }) };
}

const statementOf = ({ effect, actions, resources, principals, conditions }: Statement) => ({
  Effect: effect ?? "Allow",
  Action: actions,
  ...(resources && { Resource: resources }),
  ...(principals && { Principal: Object.fromEntries(principals.map(({ type, identifiers }) => [type, identifiers])) }),
  ...(conditions && {
    Condition: Object.fromEntries(conditions.map(({ test, variable, values }) => [test, { [variable]: values }])),
  }),
});
