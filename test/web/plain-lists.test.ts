import { expect, test } from "vitest";
import { changesBetween } from "../../core/audit/changes.ts";
import { withoutIndexes } from "../../functions/web/audit/plain-lists.ts";

const read = (before: unknown, after: unknown) => withoutIndexes(changesBetween(before as never, after as never));

test.each([
  ["one more choice, not every one after it", [1, 3, 4, 9], [1, 2, 3, 4, 8, 9], { after: [2, 8] }],
  ["one choice less", ["a", "b", "c"], ["a", "c"], { before: ["b"] }],
  ["one for another", ["a", "b"], ["a", "c"], { before: ["b"], after: ["c"] }],
  ["the order, where nothing else is another", ["a", "b"], ["b", "a"], { before: ["a", "b"], after: ["b", "a"] }],
])("a list of plain values tells %s", (_, before, after, told) => {
  expect(read({ list: before, x: 1 }, { list: after, x: 2 })).toEqual([
    { path: "list", ...told },
    { path: "x", before: 1, after: 2 },
  ]);
});

test("what is no item of such a list stays as it is", () => {
  const before = { notices: [{ url: "a" }], "2027": "a" };
  const after = { notices: [{ url: "b" }, { url: "c" }], "2027": { a: 1 } };
  const changes = changesBetween(before, after);
  expect(withoutIndexes(changes)).toEqual(changes);
});
