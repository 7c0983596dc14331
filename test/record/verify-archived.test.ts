import { describe, expect, test } from "vitest";
import { archivedData } from "../../core/audit/archived.ts";
import type { FiledEntry, StoredRecord } from "../../core/audit/stored.ts";
import { verifyChain } from "../../core/audit/verify-chain.ts";
import { sha256 } from "../../functions/hash.ts";
import { archivedAfter, chainOf, RECORD } from "./support/chains.ts";

const { filed, stored } = archivedAfter(chainOf(3));
const newest = filed.slice(3);
const check = (entries: readonly FiledEntry[], head: StoredRecord | null = stored) =>
  verifyChain(RECORD, entries, head, sha256);

describe("an archived record", () => {
  test.each([
    ["with the entry that says so alone", newest, true],
    ["with that entry unfiled after a crash", [], false],
    ["with entries that a crash left behind", filed, true],
    ["with some of them gone already", [at(1), ...newest], true],
    ["with all of them and that entry unfiled", filed.slice(0, 3), false],
    [
      "with one of them that was changed, which lies in the file as it was",
      filed.with(1, { ...at(1), text: "" }),
      true,
    ],
  ])("is intact %s", (_, entries, isFiled) => {
    const report = check(entries);
    expect(report).toMatchObject({ kind: "intact", head: at(3).hash, filed: isFiled });
  });

  test("whose entry names other facts than the file it lies in is found", () => {
    const data = archivedData({ campaign: 2027, file: "other.jsonl", sha256: sha256("other") });
    expect(check(newest, { ...stored, data })).toEqual({ kind: "broken", fault: "facts-changed", version: 4 });
  });

  test("that is put forward as one that was never archived is found, with its history and without", () => {
    const head = { ...stored, format: 2 };
    expect(check(filed, head)).toEqual({ kind: "broken", fault: "facts-changed", version: 4 });
    expect(check(newest, head)).toEqual({ kind: "broken", fault: "removed", version: 3 });
  });

  test("whose entry cannot be read is found", () => {
    const damaged = { text: "{", hash: sha256("{") };
    const report = check([{ version: 4, ...damaged }], { ...stored, newest: damaged });
    expect(report).toEqual({ kind: "broken", fault: "changed", version: 4 });
  });

  test("that is gone is found", () => {
    expect(check(filed, null)).toEqual({ kind: "broken", fault: "record-removed", version: 4 });
    expect(check(newest, null)).toEqual({ kind: "broken", fault: "removed", version: 3 });
  });
});

test("a record that is put forward as archived, without an entry that says so, is found", () => {
  const present = chainOf(3);
  const head = { ...present.stored, format: stored.format };
  expect(check(present.filed, head)).toEqual({ kind: "broken", fault: "facts-changed", version: 3 });
  expect(check(present.filed.slice(2), head)).toEqual({ kind: "broken", fault: "removed", version: 2 });
  expect(check([], { ...head, newest: null })).toMatchObject({ kind: "intact", entries: 0 });
});

function at(index: number): FiledEntry {
  const entry = filed[index];
  if (!entry) throw new RangeError("There is no such entry.");
  return entry;
}
