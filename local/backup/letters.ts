import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { GetObjectCommand, PutObjectCommand, paginateListObjectsV2 } from "@aws-sdk/client-s3";
import * as z from "zod";
import { BadInput } from "../facts-file.ts";
import { readLines, type SavedItem, writeLines } from "./lines.ts";
import { LETTERS_INDEX, type SavedFile } from "./manifest.ts";
import type { Store } from "./store.ts";

/** Where the rendered letters lie below a backup's directory, under their own names. */
const FOLDER = "letters";

/** A line of the index: the object, what its file must hash to, and what S3 knows beside its bytes. */
const SavedLetter = z.strictObject({
  /** As Esep names them: no part that would lead out of the folder. */
  key: z.string().regex(/^(?!.*(^|\/)\.\.?(\/|$))[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*$/),
  sha256: z.string(),
  contentType: z.string(),
  metadata: z.record(z.string(), z.string()),
});
type SavedLetter = z.output<typeof SavedLetter>;

const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const pathOf = (directory: string, key: string): string => join(directory, FOLDER, ...key.split("/"));

/** Copies every rendered letter into files, and writes their index. */
export const saveLetters = (store: Store, directory: string): Promise<SavedFile> =>
  writeLines(directory, LETTERS_INDEX, copied(store, directory));

async function* copied({ files, names }: Store, directory: string): AsyncGenerator<SavedItem> {
  for await (const page of paginateListObjectsV2({ client: files }, { Bucket: names.bucket })) {
    for (const { Key = "" } of page.Contents ?? []) {
      const { Body, ContentType, Metadata } = await files.send(new GetObjectCommand({ Bucket: names.bucket, Key }));
      const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
      const letter: SavedLetter = SavedLetter.parse({
        ...{ key: Key, sha256: digest(bytes) },
        ...{ contentType: ContentType ?? "message/rfc822", metadata: Metadata ?? {} },
      });
      const path = pathOf(directory, letter.key);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
      yield letter;
    }
  }
}

/** Throws {@link BadInput} unless every letter of the index is there as it was saved. */
export async function verifyLetters(directory: string): Promise<void> {
  for await (const letter of savedLetters(directory)) bytesOf(directory, letter);
}

/** Puts the letters back under their names; the same ones over themselves when it is done again. */
export async function restoreLetters({ files, names }: Store, directory: string): Promise<void> {
  for await (const letter of savedLetters(directory)) {
    const { key: Key, contentType: ContentType, metadata: Metadata } = letter;
    const Body = bytesOf(directory, letter);
    await files.send(new PutObjectCommand({ Bucket: names.bucket, Key, Body, ContentType, Metadata }));
  }
}

async function* savedLetters(directory: string): AsyncGenerator<SavedLetter> {
  for await (const item of readLines(directory, LETTERS_INDEX)) {
    const parsed = SavedLetter.safeParse(item);
    if (!parsed.success) throw new BadInput(`${join(directory, LETTERS_INDEX)}: holds a line that names no letter.`);
    yield parsed.data;
  }
}

function bytesOf(directory: string, { key, sha256 }: SavedLetter): Uint8Array {
  const path = pathOf(directory, key);
  if (!existsSync(path)) throw new BadInput(`${path}: does not exist, but ${LETTERS_INDEX} names it.`);
  const bytes = readFileSync(path);
  if (digest(bytes) !== sha256) throw new BadInput(`${path}: is not the letter that was saved (SHA-256).`);
  return bytes;
}
