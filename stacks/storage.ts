import { tables } from "./resources.ts";

const isKept = (): boolean => $app.removal === "retain";

type TableName = keyof typeof tables;

/** The tables: keys, backup to any second of the last 35 days, a key of AWS's key service, kept in production. */
export function createTables(): Readonly<Record<TableName, sst.aws.Dynamo>> {
  const names = Object.keys(tables) as TableName[]; // its own keys
  const entries = names.map((name) => [name, createTable(name)] as const);
  return Object.fromEntries(entries) as Record<TableName, sst.aws.Dynamo>; // one entry for each name
}

function createTable(name: TableName): sst.aws.Dynamo {
  const table = tables[name];
  const sortKey = "sortKey" in table ? table.sortKey : undefined;
  return new sst.aws.Dynamo(name, {
    fields: { [table.partitionKey]: "string", ...(sortKey && { [sortKey]: "string" }) },
    primaryIndex: { hashKey: table.partitionKey, ...(sortKey && { rangeKey: sortKey }) },
    ...("timeToLive" in table && { ttl: table.timeToLive }),
    deletionProtection: isKept(),
    transform: { table: { serverSideEncryption: { enabled: true } } },
  });
}

/** The bucket of rendered letters: no public access, HTTPS only, every version kept; in production it outlives the stage. */
export function createLettersBucket(): sst.aws.Bucket {
  const bucket = new sst.aws.Bucket("LetterFiles", {
    versioning: true,
    cors: false,
    transform: { bucket: { forceDestroy: !isKept() } },
  });
  new aws.s3.BucketServerSideEncryptionConfiguration("LetterFilesEncryption", {
    bucket: bucket.name,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  });
  return bucket;
}
