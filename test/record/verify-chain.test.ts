import { describe, expect, test } from "vitest";
import type { FiledEntry, StoredRecord } from "../../core/audit/stored.ts";
import { verifyChain } from "../../core/audit/verify-chain.ts";
import { sha256 } from "../../functions/hash.ts";
import { chainOf, RECORD } from "./support/chains.ts";

const { filed, stored } = chainOf(4);
const check = (entries: readonly FiledEntry[], head: StoredRecord | null = stored) =>
  verifyChain(RECORD, entries, head, sha256);

const at = (index: number): FiledEntry => filed[index] ?? raise();
const raise = (): never => {
  throw new RangeError("There is no such entry.");
};

/** Another byte at a place; a continuation byte of UTF-8 may become a sign of damage, as it would when it is read back. */
function flipped(text: string, place: number): string {
  const bytes = Buffer.from(text);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  return bytes.toString("utf8");
}

test("a history as it was written is intact, and its head is the newest entry's hash", () => {
  expect(check(filed)).toEqual({ kind: "intact", entries: 4, head: at(3).hash, filed: true });
});

test("an entry that a crash left unfiled is read from the record", () => {
  expect(check(filed.slice(0, 3))).toEqual({ kind: "intact", entries: 4, head: at(3).hash, filed: false });
});

test("facts from a file have no history, and nothing is wrong with that", () => {
  const imported = { version: 1, format: 1, data: "{}", newest: null };
  expect(check([], imported)).toEqual({ kind: "intact", entries: 0, head: null, filed: true });
  expect(check([], null)).toEqual({ kind: "intact", entries: 0, head: null, filed: true });
});

test("any byte of any stored entry that is flipped is found, and the entry is named", () => {
  for (const [index, entry] of filed.entries()) {
    for (let place = 0; place < Buffer.byteLength(entry.text); place++) {
      const text = flipped(entry.text, place);
      const report = check(filed.with(index, { ...entry, text }));
      expect([place, report]).toEqual([place, { kind: "broken", fault: "changed", version: entry.version }]);
    }
    for (let place = 0; place < entry.hash.length; place++) {
      const report = check(filed.with(index, { ...entry, hash: flipped(entry.hash, place) }));
      expect(report).toEqual({ kind: "broken", fault: "changed", version: entry.version });
    }
  }
});

test("any byte of the record's own copy of the entry, or of its facts, that is flipped is found", () => {
  const { newest, data } = stored;
  if (!newest) throw raise();
  for (const entries of [filed, filed.slice(0, 3)]) {
    for (let place = 0; place < Buffer.byteLength(newest.text); place++) {
      const head = { ...stored, newest: { ...newest, text: flipped(newest.text, place) } };
      expect(check(entries, head)).toEqual({ kind: "broken", fault: "changed", version: 4 });
    }
    for (let place = 0; place < newest.hash.length; place++) {
      const head = { ...stored, newest: { ...newest, hash: flipped(newest.hash, place) } };
      expect(check(entries, head)).toEqual({ kind: "broken", fault: "changed", version: 4 });
    }
    for (let place = 0; place < data.length; place++) {
      const report = check(entries, { ...stored, data: flipped(data, place) });
      expect(report).toEqual({ kind: "broken", fault: "facts-changed", version: 4 });
    }
  }
});

test("any entry that is removed is named; the newest is still in the record and is to be filed again", () => {
  for (const { version } of filed.slice(0, 3)) {
    const left = filed.filter((entry) => entry.version !== version);
    expect(check(left)).toEqual({ kind: "broken", fault: "removed", version });
  }
  expect(check(filed.slice(0, 3))).toMatchObject({ kind: "intact", filed: false });
  expect(check([])).toEqual({ kind: "broken", fault: "removed", version: 3 });
});

test("any two entries that are swapped are found, the first is named", () => {
  for (const [first, one] of filed.entries()) {
    for (const other of filed.slice(first + 1)) {
      const swapped = filed.map((entry) => {
        if (entry === one) return { ...other, version: one.version };
        return entry === other ? { ...one, version: other.version } : entry;
      });
      expect(check(swapped)).toEqual({ kind: "broken", fault: "reordered", version: one.version });
    }
  }
});

test("an entry of another record's history is no entry of this one", () => {
  const [, foreign = raise()] = chainOf(4, "dossier:PB-2:2027").filed;
  expect(check(filed.with(1, foreign))).toEqual({ kind: "broken", fault: "reordered", version: 2 });
});

describe("somebody who can make hashes", () => {
  const reworded = (index: number, change: (text: string) => string): FiledEntry => {
    const text = change(at(index).text);
    return { version: index + 1, text, hash: sha256(text) };
  };

  test("cannot reword an entry: the one after does not follow it", () => {
    const entry = reworded(1, (text) => text.replace("2027-01-14", "2027-01-13"));
    expect(check(filed.with(1, entry))).toEqual({ kind: "broken", fault: "changed", version: 2 });
  });

  test("cannot cut off the beginning and declare another entry the first", () => {
    const entry = reworded(1, (text) => text.replace(/"previous":"\w+"/, '"previous":null'));
    expect(check([entry, ...filed.slice(2)])).toEqual({ kind: "broken", fault: "changed", version: 2 });
  });

  test("cannot make an entry follow another one", () => {
    const entry = reworded(2, (text) => text.replace(/"previous":"\w+"/, `"previous":"${sha256("other")}"`));
    expect(check(filed.with(2, entry))).toEqual({ kind: "broken", fault: "changed", version: 3 });
  });

  test("cannot make the newest entry follow another one: either of the two was changed", () => {
    const entry = reworded(3, (text) => text.replace(/"previous":"\w+"/, `"previous":"${sha256("other")}"`));
    const report = check(filed.with(3, entry), { ...stored, newest: entry });
    expect(report).toEqual({ kind: "broken", fault: "changed", version: 3 });
  });

  test("cannot reword the record's own copy of the newest entry", () => {
    const newest = reworded(3, (text) => text.replace("2027-01-14", "2027-01-13"));
    expect(check(filed, { ...stored, newest })).toEqual({ kind: "broken", fault: "changed", version: 4 });
  });
});

test("facts that were changed past the audit are found even when somebody recorded something after", () => {
  const text = at(3).text.replace(/"factsBefore":"\w+"/, `"factsBefore":"${sha256("other")}"`);
  const newest = { text, hash: sha256(text) };
  const report = check(filed.with(3, { version: 4, ...newest }), { ...stored, newest });
  expect(report).toEqual({ kind: "broken", fault: "facts-changed", version: 4 });
});

test("a record that was removed, or put back to an older version or to facts without history, is found", () => {
  const [earlier] = [chainOf(2).stored];
  expect(check(filed, null)).toEqual({ kind: "broken", fault: "record-removed", version: 4 });
  expect(check(filed, { ...stored, newest: null })).toEqual({ kind: "broken", fault: "record-removed", version: 4 });
  expect(check(filed, earlier)).toEqual({ kind: "broken", fault: "record-removed", version: 3 });
});
