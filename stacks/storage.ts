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

/** The bucket of rendered letters. */
export const createLettersBucket = (): sst.aws.Bucket => createBucket("LetterFiles");

/**
 * The bucket of evidence files. Browsers post forms to it, which asks for no CORS. What was sent and never attached is gone
 * after a day, with all its versions.
 */
export function createEvidenceBucket(): sst.aws.Bucket {
  const bucket = createBucket("EvidenceFiles");
  new aws.s3.BucketLifecycleConfiguration("EvidenceFilesUploads", {
    bucket: bucket.name,
    rules: [
      {
        id: "uploads",
        status: "Enabled",
        filter: { prefix: "incoming/" },
        expiration: { days: 1 },
        noncurrentVersionExpiration: { noncurrentDays: 1 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
      },
    ],
  });
  return bucket;
}

/** A bucket without public access, HTTPS only, every version kept; in production it outlives the stage. */
function createBucket(name: string): sst.aws.Bucket {
  const bucket = new sst.aws.Bucket(name, {
    versioning: true,
    cors: false,
    transform: { bucket: { forceDestroy: !isKept() } },
  });
  new aws.s3.BucketServerSideEncryptionConfiguration(`${name}Encryption`, {
    bucket: bucket.name,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  });
  return bucket;
}
