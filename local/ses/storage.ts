import { readFileSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Delivery, describeLetter, parseLetter, recipientsOf } from "./delivery.ts";

/** Where letters lie. */
export interface Storage {
  /** Oldest first, as they were when the storage was opened. */
  readonly deliveries: readonly Delivery[];
  /** The highest number that was ever given, also to a letter whose writing was cut short. */
  readonly lastNumber: number;
  write(delivery: Delivery, raw: Uint8Array): Promise<void>;
  read(delivery: Delivery): Promise<Uint8Array>;
  remove(deliveries: readonly Delivery[]): Promise<void>;
}

/** Letters that end with the process. */
export function memoryStorage(): Storage {
  const letters = new Map<number, Uint8Array>();
  return {
    deliveries: [],
    lastNumber: 0,
    write: async (delivery, raw) => void letters.set(delivery.number, raw),
    read: async ({ number }) => letters.get(number) ?? new Uint8Array(),
    remove: async (deliveries) => {
      for (const { number } of deliveries) letters.delete(number);
    },
  };
}

const nameOf = ({ number, messageId }: Delivery): string => `${String(number).padStart(6, "0")}-${messageId}`;
const numberOf = (name: string): number => Number.parseInt(name, 10) || 0;

/** Letters as `.eml` files, each with a `.json` beside it; a letter is there once its `.eml` has its name. */
export async function folderStorage(folder: string): Promise<Storage> {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  const letters = names.filter((name) => name.endsWith(".eml"));
  const deliveries: Delivery[] = [];
  for (const name of letters) deliveries.push(await loadDelivery(join(folder, basename(name, ".eml"))));
  return {
    deliveries: deliveries.sort((left, right) => left.number - right.number),
    lastNumber: Math.max(0, ...names.map(numberOf)),
    write: async (delivery, raw) => {
      const path = join(folder, nameOf(delivery));
      await replaceFile(`${path}.json`, `${JSON.stringify(delivery, null, 2)}\n`);
      await replaceFile(`${path}.eml`, raw);
    },
    read: (delivery) => readFile(join(folder, `${nameOf(delivery)}.eml`)),
    remove: async (deliveries) => {
      for (const delivery of deliveries) {
        // A letter is there as long as its `.eml` is.
        for (const ending of [".eml", ".json"]) await rm(join(folder, nameOf(delivery) + ending), { force: true });
      }
    },
  };
}

/** Readers see the whole file or none. */
async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.tmp`, content);
  await rename(`${path}.tmp`, path);
}

/** A letter whose description is missing or damaged is described anew from the letter itself. */
async function loadDelivery(path: string): Promise<Delivery> {
  const described = readDescription(`${path}.json`);
  if (described) return described;
  const raw = await readFile(`${path}.eml`);
  const email = await parseLetter(raw);
  const name = basename(path);
  return describeLetter(email, {
    number: numberOf(name),
    messageId: name.slice(name.indexOf("-") + 1),
    acceptedAt: (await stat(`${path}.eml`)).mtime.toISOString(),
    envelope: { source: null, recipients: recipientsOf(email), configurationSet: null, tags: [] },
    size: raw.byteLength,
  });
}

/** Reads at once, since ten thousand small files take half a second this way and seconds one promise at a time. */
function readDescription(path: string): Delivery | undefined {
  try {
    return Delivery.safeParse(JSON.parse(readFileSync(path, "utf8"))).data;
  } catch {
    return undefined;
  }
}
