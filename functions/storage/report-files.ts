import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { ReportFiles } from "../../core/use-cases/reports/report-jobs.ts";

/** How long a download may take to begin, in seconds. */
const DOWNLOADABLE = 120;

/** Files of reports in S3, below `reports/` of the bucket of letters. Names are ASCII, so headers carry them as they are. */
export function createReportFiles(client: S3Client, bucket: string): ReportFiles {
  return {
    put: async ({ key, type, content }) => {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: content, ContentType: type }));
    },
    get: async (key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return (await Body?.transformToByteArray()) ?? null;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    link: ({ key, name, type }) => {
      const how = { ResponseContentDisposition: `attachment; filename="${name}"`, ResponseContentType: type };
      return getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key: key, ...how }), {
        expiresIn: DOWNLOADABLE,
      });
    },
  };
}
