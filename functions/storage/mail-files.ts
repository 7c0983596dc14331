import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import type { MailFiles } from "../../core/ports.ts";

/** Rendered letters in S3: the MIME message as it is sent, with the envelope's address and the subject as metadata. */
export function createMailFiles(client: S3Client, bucket: string): MailFiles {
  return {
    put: async (file, { recipient, subject, mime }) => {
      // Metadata travels in headers: ASCII only, 2 kB in all.
      const Metadata = {
        recipient: encodeURIComponent(recipient),
        subject: encodeURIComponent(subject.slice(0, 150).toWellFormed()),
      };
      const object = { Bucket: bucket, Key: file, Body: mime, ContentType: "message/rfc822", Metadata };
      await client.send(new PutObjectCommand(object));
    },
    get: async (file) => {
      try {
        const { Body, Metadata } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: file }));
        if (!Body || Metadata?.["recipient"] === undefined) throw new Error(`The letter ${file} names no recipient.`);
        return {
          recipient: decodeURIComponent(Metadata["recipient"]),
          subject: decodeURIComponent(Metadata["subject"] ?? ""),
          mime: await Body.transformToByteArray(),
        };
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
  };
}
