import { type Permission, receiveFrom, writeLogs } from "./permissions.ts";
import { writePlainLetters } from "./plain-letters.ts";

/** One function: what runs, what it may do, and what calls it. */
export interface Definition {
  /** The file without its ending, and the export. */
  readonly handler: string;
  /** Seconds. */
  readonly timeout: number;
  readonly memory: `${number} MB`;
  readonly permissions: readonly Permission[];
  readonly reads?: Subscription;
  readonly schedule?: Schedule;
  /** The routes of the HTTP API that it answers; `$default` is every request that no other route is for. */
  readonly serves?: readonly string[];
  /** Variables that this function alone gets. */
  readonly environment?: Environment;
  /** Files of packages that lie beside its code, by their path in this repository. */
  readonly files?: readonly { readonly from: string; readonly to: string }[];
}

/** The queue that a function reads; messages that it reports as failed come again, the others do not. */
export interface Subscription {
  readonly queue: sst.aws.Queue;
  /** Messages in one call. */
  readonly batch: number;
  /** How many calls run at once, at most; 2 is the least that Lambda takes. */
  readonly concurrency: number;
}

/** When a function is called: at moments of each day on the clocks of a zone, or again and again. */
export type Schedule = { readonly zone: string } & (
  | {
      /** Each `HH:MM`. */
      readonly times: readonly string[];
    }
  | { readonly everyMinutes: number }
);

/** A function and its log. */
export interface Created {
  readonly name: string;
  readonly function: sst.aws.Function;
  readonly logs: aws.cloudwatch.LogGroup;
}

type Environment = Readonly<Record<string, $util.Input<string>>>;

/**
 * A function with no permission but its own. SST's role is corrected in two points: it trusts the whole account beside
 * Lambda, and AWS's managed policy for logs allows every log group. The AWS SDK is the one that Lambda's runtime brings:
 * bundled it is more than half of the code.
 */
export function createFunction(name: string, definition: Definition, environment: Environment): Created {
  const { handler, timeout, memory, permissions, reads } = definition;
  const logs = new aws.cloudwatch.LogGroup(`${name}Logs`, {
    name: `/aws/lambda/${$app.name}-${$app.stage}-${name}`,
    retentionInDays: 90,
  });
  const created = new sst.aws.Function(name, {
    handler,
    runtime: "nodejs24.x",
    architecture: "arm64",
    timeout: `${timeout} seconds`,
    memory,
    nodejs: { minify: true, splitting: true, esbuild: { external: ["@aws-sdk/*"] } },
    hook: { postbuild: async (folder) => writePlainLetters(folder) },
    environment: { ...environment, ...definition.environment },
    copyFiles: (definition.files ?? []).map(({ from, to }) => ({ from, to })),
    logging: { logGroup: logs.name, format: "json" },
    permissions: [...permissions, ...(reads ? [receiveFrom(reads.queue)] : []), writeLogs(logs)],
    transform: {
      role: {
        assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
        managedPolicyArns: [],
      },
    },
  });
  if (reads) subscribe(created, reads);
  return { name, function: created, logs };
}

function subscribe(reader: sst.aws.Function, { queue, batch, concurrency }: Subscription): void {
  queue.subscribe(reader.arn, {
    batch: { size: batch, partialResponses: true },
    transform: { eventSourceMapping: { scalingConfig: { maximumConcurrency: concurrency } } },
  });
}
