import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import type { ImportStore } from "../../core/use-cases/register-changes/import-jobs.ts";

const keyOf = (hash: string): string => `imports/${hash}`;

/** Files of imports in S3, by their hash: writing one again changes nothing. */
export function createImportFiles(client: S3Client, bucket: string): Pick<ImportStore, "putFile" | "getFile"> {
  return {
    putFile: async (hash, text) => {
      const object = { Bucket: bucket, Key: keyOf(hash), Body: text, ContentType: "application/json" };
      await client.send(new PutObjectCommand(object));
    },
    getFile: async (hash) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(hash) }));
        return (await Body?.transformToString("utf8")) ?? null;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
  };
}
