/** One line of a function's role. */
export interface Permission {
  readonly actions: string[];
  readonly resources: $util.Input<string>[];
  readonly conditions?: { test: string; variable: string; values: $util.Input<string>[] }[];
}

type TableAction = "GetItem" | "Query" | "PutItem" | "UpdateItem" | "DeleteItem" | "BatchWriteItem";

/** Exactly these calls on one table; no index, no scan. */
export const onTable = (table: sst.aws.Dynamo, ...actions: readonly TableAction[]): Permission => ({
  actions: actions.map((action) => `dynamodb:${action}`),
  resources: [table.arn],
});

export const putObjects = (bucket: sst.aws.Bucket): Permission => onObjects(bucket, "s3:PutObject");
export const getObjects = (bucket: sst.aws.Bucket): Permission => onObjects(bucket, "s3:GetObject");

const onObjects = (bucket: sst.aws.Bucket, action: string): Permission => ({
  actions: [action],
  resources: [$interpolate`${bucket.arn}/*`],
});

/** Files of imports, among the letters' own, which nobody but the sweep writes. */
export const keepImports = (bucket: sst.aws.Bucket): Permission => ({
  actions: ["s3:PutObject", "s3:GetObject"],
  resources: [$interpolate`${bucket.arn}/imports/*`],
});

/** Evidence that is kept, by the hashes of its files. */
export const keptEvidence = (bucket: sst.aws.Bucket): Permission => ({
  actions: ["s3:PutObject", "s3:GetObject"],
  resources: [$interpolate`${bucket.arn}/evidence/*`],
});

/** What is sent may be written, read and forgotten; what is evidence may be added and read, and nobody takes it away. */
export const keepEvidence = (bucket: sst.aws.Bucket): readonly Permission[] => [
  {
    actions: ["s3:PutObject", "s3:GetObject", "s3:DeleteObject"],
    resources: [$interpolate`${bucket.arn}/incoming/*`],
  },
  keptEvidence(bucket),
];

export const sendTo = (queue: sst.aws.Queue): Permission => ({ actions: ["sqs:SendMessage"], resources: [queue.arn] });

/** What Lambda's poller does in the function's name. */
export const receiveFrom = (queue: sst.aws.Queue): Permission => ({
  actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ChangeMessageVisibility"],
  resources: [queue.arn],
});

/** Letters from one address; SES asks for the permission on the configuration set too. */
export const sendMail = (
  { identity, configurationSet }: { identity: aws.sesv2.EmailIdentity; configurationSet: aws.sesv2.ConfigurationSet },
  from: string,
): Permission => ({
  actions: ["ses:SendRawEmail"],
  resources: [identity.arn, configurationSet.arn],
  conditions: [{ test: "StringEquals", variable: "ses:FromAddress", values: [from] }],
});

/** The quota is the account's: AWS knows no resource for it. */
export const readQuota: Permission = { actions: ["ses:GetSendQuota"], resources: ["*"] };

export const writeLogs = (logs: aws.cloudwatch.LogGroup): Permission => ({
  actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
  resources: [$interpolate`${logs.arn}:*`],
});
