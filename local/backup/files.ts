import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { GetObjectCommand, PutObjectCommand, paginateListObjectsV2 } from "@aws-sdk/client-s3";
import * as z from "zod";
import { BadInput } from "../facts-file.ts";
import { readLines, type SavedItem, writeLines } from "./lines.ts";
import { EVIDENCE_INDEX, LETTERS_INDEX, SAFELY, type SavedFile } from "./manifest.ts";
import type { Store } from "./store.ts";

/** Files of a bucket that a backup holds, below its directory under their own names. */
export interface SavedFiles {
  readonly bucket: "letters" | "evidence";
  readonly index: string;
  readonly folder: string;
  /** Which of them: what was sent and not yet attached is no evidence. */
  readonly prefix: string;
}

export const letterFiles: SavedFiles = { bucket: "letters", index: LETTERS_INDEX, folder: "letters", prefix: "" };
export const evidenceFiles: SavedFiles = {
  ...{ bucket: "evidence", index: EVIDENCE_INDEX, folder: "documents", prefix: "evidence/" },
};

/** A line of the index: the object, what its file must hash to, and what S3 knows beside its bytes. */
const SavedObject = z.strictObject({
  /** As Esep names them: no part that would lead out of the folder. */
  key: z.string().regex(/^(?!.*(^|\/)\.\.?(\/|$))[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*$/),
  sha256: z.string(),
  contentType: z.string(),
  contentDisposition: z.string().exactOptional(),
  metadata: z.record(z.string(), z.string()),
});
type SavedObject = z.output<typeof SavedObject>;

const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const pathOf = (directory: string, { folder }: SavedFiles, key: string): string =>
  join(directory, folder, ...key.split("/"));

/** Copies every file into the backup, and writes their index. */
export const saveFiles = (store: Store, directory: string, saved: SavedFiles): Promise<SavedFile> =>
  writeLines(directory, saved.index, copied(store, directory, saved));

async function* copied({ files, names }: Store, directory: string, saved: SavedFiles): AsyncGenerator<SavedItem> {
  const Bucket = names.buckets[saved.bucket];
  for await (const page of paginateListObjectsV2({ client: files }, { Bucket, Prefix: saved.prefix })) {
    for (const { Key = "" } of page.Contents ?? []) {
      const object = await files.send(new GetObjectCommand({ Bucket, Key }));
      const { Body, ContentType, ContentDisposition, Metadata } = object;
      const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
      const line: SavedObject = SavedObject.parse({
        ...{ key: Key, sha256: digest(bytes) },
        ...{ contentType: ContentType ?? "message/rfc822", metadata: Metadata ?? {} },
        ...(ContentDisposition !== undefined && { contentDisposition: ContentDisposition }),
      });
      const path = pathOf(directory, saved, line.key);
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFileSync(path, bytes, SAFELY);
      yield line;
    }
  }
}

/** Throws {@link BadInput} unless every file of the index is there as it was saved. */
export async function verifyFiles(directory: string, saved: SavedFiles): Promise<void> {
  for await (const object of savedObjects(directory, saved)) bytesOf(directory, saved, object);
}

/** Puts the files back under their names; the same ones over themselves when it is done again. */
export async function restoreFiles({ files, names }: Store, directory: string, saved: SavedFiles): Promise<void> {
  const Bucket = names.buckets[saved.bucket];
  for await (const object of savedObjects(directory, saved)) {
    const { key: Key, contentType: ContentType, contentDisposition: ContentDisposition, metadata: Metadata } = object;
    const Body = bytesOf(directory, saved, object);
    await files.send(new PutObjectCommand({ Bucket, Key, Body, ContentType, ContentDisposition, Metadata }));
  }
}

async function* savedObjects(directory: string, { index }: SavedFiles): AsyncGenerator<SavedObject> {
  for await (const item of readLines(directory, index)) {
    const parsed = SavedObject.safeParse(item);
    if (!parsed.success) throw new BadInput(`${join(directory, index)}: holds a line that names no file.`);
    yield parsed.data;
  }
}

function bytesOf(directory: string, saved: SavedFiles, { key, sha256 }: SavedObject): Uint8Array {
  const path = pathOf(directory, saved, key);
  if (!existsSync(path)) throw new BadInput(`${path}: does not exist, but ${saved.index} names it.`);
  const bytes = readFileSync(path);
  if (digest(bytes) !== sha256) throw new BadInput(`${path}: is not the file that was saved (SHA-256).`);
  return bytes;
}
