import { createHash } from "node:crypto";
import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { LARGEST_FILE } from "../../core/evidence/file-type.ts";
import type { EvidenceFiles, UploadName } from "../../core/evidence/files.ts";

/** How long somebody has to choose a file and send it, in seconds. */
const INVITED = 600;
/** How long a download may take to begin, in seconds. */
const DOWNLOADABLE = 60;

const incoming = ({ owner, upload }: UploadName): string => `incoming/${owner}/${upload}`;
const kept = (sha256: string): string => `evidence/${sha256}`;

/**
 * Evidence files in S3. They go between browser and bucket without passing a function, whose requests may not be that
 * large. The bucket's address is another site than the pages', and it hands out attachments only: no file runs as ours.
 */
export function createEvidenceFiles(client: S3Client, bucket: string): EvidenceFiles {
  return {
    invite: async (name, returnTo) => {
      const { url, fields } = await createPresignedPost(client, {
        ...{ Bucket: bucket, Key: incoming(name), Expires: INVITED },
        Conditions: [["content-length-range", 1, LARGEST_FILE]],
        // What waits has no type that a browser would show.
        Fields: {
          "Content-Type": "application/octet-stream",
          ...(returnTo !== undefined && { success_action_redirect: returnTo }),
        },
      });
      return { url, fields };
    },
    received: async (name) => {
      try {
        const { Body, ContentLength = 0 } = await client.send(
          new GetObjectCommand({ Bucket: bucket, Key: incoming(name), Range: `bytes=0-${LARGEST_FILE}` }),
        );
        const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
        // S3 refuses what is larger; whoever runs another store may not.
        if (bytes.length > LARGEST_FILE) return { kind: "too-large", size: ContentLength };
        return { kind: "file", bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
      } catch (error) {
        // Whoever may not list a bucket is told the one for the other.
        if (error instanceof NoSuchKey || isNamed(error, "AccessDenied")) return null;
        if (isEmptyObject(error)) return { kind: "file", bytes: new Uint8Array(), sha256: EMPTY };
        throw error;
      }
    },
    keep: async (sha256, type, bytes) => {
      const ChecksumSHA256 = Buffer.from(sha256, "hex").toString("base64");
      const object = { Bucket: bucket, Key: kept(sha256), Body: bytes, ContentType: type, ChecksumSHA256 };
      try {
        await client.send(new PutObjectCommand({ ...object, ContentDisposition: "attachment", IfNoneMatch: "*" }));
      } catch (error) {
        // The same bytes are there.
        if (!isNamed(error, "PreconditionFailed")) throw error;
      }
    },
    bytes: async (sha256) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: kept(sha256) }));
        return (await Body?.transformToByteArray()) ?? null;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    discard: async (name) => void (await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: incoming(name) }))),
    address: ({ sha256, type }, fileName) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          ...{ Bucket: bucket, Key: kept(sha256), ResponseContentType: type, ResponseCacheControl: "no-store" },
          ResponseContentDisposition: `attachment; filename="${fileName}"`,
        }),
        { expiresIn: DOWNLOADABLE },
      ),
  };
}

const EMPTY = createHash("sha256").digest("hex");

/** An object without bytes has no range. */
const isEmptyObject = (error: unknown): boolean => isNamed(error, "InvalidRange");

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;
