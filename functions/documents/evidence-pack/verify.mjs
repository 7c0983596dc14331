#!/usr/bin/env node
// Checks an evidence pack of Esep with nothing but Node.js (18 or later):
//   node verify.mjs pack.zip    the file as it was received
//   node verify.mjs             the folder in which this file lies, once unpacked
// It says what it has proved, names every file that does not fit, and ends with 1 when there is one.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const MANIFEST = "manifest.json";
const SEAL = "manifest.sha256";
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
let faults = [];
const fault = (file, reason) => {
  faults.push(`${file}: ${reason}`);
};

/** The files of a folder, by their paths with forward slashes. */
function readFolder(root, folder = root, files = new Map()) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) readFolder(root, path, files);
    else files.set(relative(root, path).split(sep).join("/"), readFileSync(path));
  }
  return files;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});
function crc32(bytes) {
  let c = 0xffffffff;
  for (const byte of bytes) c = crcTable[(c ^ byte) & 0xff] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

/** What both headers of a file have in common: not compressed, dated 1 January 1980, nothing else. */
function common(name, bytes) {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  // The names of a pack are ASCII, so no flag is set.
  head.writeUInt16LE(0x21, 8);
  head.writeUInt32LE(crc32(bytes), 10);
  head.writeUInt32LE(bytes.length, 14);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt16LE(Buffer.byteLength(name), 22);
  return head;
}

function localHeader(name, bytes) {
  return Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common(name, bytes), Buffer.from(name)]);
}

function centralHeader(name, bytes, offset) {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  const made = Buffer.from([20, 0]);
  return Buffer.concat([Buffer.from("PK\x01\x02", "latin1"), made, common(name, bytes), rest, Buffer.from(name)]);
}

/** The files of a ZIP, each byte of which must be as the pack's writer makes it: nothing can hide beside the files. */
function readZip(zip) {
  const files = new Map();
  const central = [];
  let at = 0;
  while (at + 30 <= zip.length && zip.toString("latin1", at, at + 4) === "PK\x03\x04") {
    const size = zip.readUInt32LE(at + 18);
    const named = zip.readUInt16LE(at + 26);
    const name = zip.toString("utf8", at + 30, at + 30 + named);
    const start = at + 30 + named;
    if (start + size > zip.length) break;
    const bytes = zip.subarray(start, start + size);
    if (!localHeader(name, bytes).equals(zip.subarray(at, start))) fault(name, "its header in the ZIP was changed");
    central.push([name, centralHeader(name, bytes, at)]);
    files.set(name, bytes);
    at = start + size;
  }
  const directory = at;
  for (const [name, expected] of central) {
    if (!expected.equals(zip.subarray(at, at + expected.length)))
      fault(name, "its entry in the ZIP's list was changed");
    at += expected.length;
  }
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(at - directory, 12);
  end.writeUInt32LE(directory, 16);
  if (!end.equals(zip.subarray(at))) fault("the ZIP file", "its end was changed");
  return files;
}

/** Every file is the one that the list names, and there is no other. */
function checkFiles(files) {
  const manifest = files.get(MANIFEST);
  const seal = files.get(SEAL);
  if (!manifest) {
    fault(MANIFEST, "is missing");
    return 0;
  }
  if (!seal) fault(SEAL, "is missing");
  else if (seal.toString("latin1") !== `${sha256(manifest)}\n`) fault(SEAL, `does not fit ${MANIFEST}`);
  let list;
  try {
    list = JSON.parse(manifest.toString("utf8")).files;
    if (!Array.isArray(list)) throw new Error("no list");
  } catch {
    fault(MANIFEST, "is no list of files");
    return 0;
  }
  const listed = new Set([MANIFEST, SEAL]);
  for (const { path, bytes, sha256: expected } of list) {
    listed.add(path);
    const found = files.get(path);
    if (!found) fault(path, "is missing");
    else if (found.length !== bytes || sha256(found) !== expected) fault(path, "was changed");
  }
  for (const name of files.keys()) if (!listed.has(name)) fault(name, "does not belong to the pack");
  return list.length;
}

/** A history: each entry has the hash that it was stored with, names the one before, and the last one the facts. */
function checkHistory(path, files) {
  const record = path.slice("audit/".length, -".jsonl".length);
  const entries = files
    .get(path)
    .toString("utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  let last = null;
  for (const { version, text, hash } of entries) {
    const entry = JSON.parse(text);
    if (sha256(text) !== hash) fault(path, `entry ${version} was changed`);
    if (entry.version !== version) fault(path, `entry ${version} stands in another's place`);
    if (last ? entry.previous !== last.hash || version !== last.version + 1 : entry.previous !== null)
      fault(path, `entry ${version} does not follow the one before`);
    last = { hash, version, after: entry.factsAfter };
  }
  const facts = files.get(`records/${record}.json`);
  if (!facts) fault(`records/${record}.json`, "is missing");
  else if (last && sha256(facts) !== last.after) fault(`records/${record}.json`, "is not what the history ends with");
  return entries.length;
}

function checkHistories(files) {
  let entries = 0;
  for (const path of files.keys()) {
    if (!/^audit\/.+\.jsonl$/.test(path)) continue;
    try {
      entries += checkHistory(path, files);
    } catch {
      fault(path, "cannot be read");
    }
  }
  return entries;
}

/** An evidence file is named by its own hash. */
function checkEvidence(files) {
  const found = [...files].filter(([path]) => path.startsWith("evidence/"));
  for (const [path, bytes] of found) {
    if (!path.startsWith(`evidence/${sha256(bytes)}.`)) fault(path, "is not the file that its name says");
  }
  return found.length;
}

/** What does not fit, and how much was looked at. */
function check(read) {
  faults = [];
  const files = read();
  const counts = { files: checkFiles(files), entries: checkHistories(files), evidence: checkEvidence(files) };
  return { faults: [...new Set(faults)], counts, manifest: sha256(files.get(MANIFEST) ?? "") };
}

/** Checks a ZIP as it was received. */
export const checkZip = (zip) => check(() => readZip(Buffer.from(zip)));

function main(given) {
  const zip = given === undefined ? null : readFileSync(given);
  const found = zip ? checkZip(zip) : check(() => readFolder(dirname(fileURLToPath(import.meta.url))));
  if (found.faults.length > 0) {
    console.log("The pack does NOT fit:");
    for (const one of found.faults) console.log(`  ${one}`);
    process.exitCode = 1;
    return;
  }
  const { files, entries, evidence } = found.counts;
  console.log("Proved:");
  console.log(`  the ${files} files are those that ${MANIFEST} names, and there is no other;`);
  console.log(
    `  the ${entries} entries of the histories follow each other without a gap and end with the facts in records/;`,
  );
  console.log(`  the ${evidence} evidence files are those that were hashed when they were attached.`);
  console.log("Not proved by this alone:");
  console.log("  that the pack is the one that Esep made: compare the numbers below with those that Esep names;");
  console.log("  that the newest entries are all there are: compare their hashes with the ministry's weekly letter;");
  console.log("  that what people recorded is true.");
  if (zip) console.log(`SHA-256 of the ZIP: ${sha256(zip)}`);
  console.log(`SHA-256 of ${MANIFEST}: ${found.manifest}`);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main(process.argv[2]);
