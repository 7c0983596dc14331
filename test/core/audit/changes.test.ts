import { describe, expect, test } from "vitest";
import { changesBetween } from "../../../core/audit/changes.ts";

describe("what the audit says was changed", () => {
  test.each([
    ["a field", { a: 1, b: 2 }, { a: 1, b: 3 }, [{ path: "b", before: 2, after: 3 }]],
    ["a field of a part", { a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, [{ path: "a/c", before: 2, after: 3 }]],
    ["what is wholly new, as one change", {}, { a: { b: 1, c: 2 } }, [{ path: "a", after: { b: 1, c: 2 } }]],
    ["what is wholly gone, as one change", { a: { b: 1 } }, {}, [{ path: "a", before: { b: 1 } }]],
    ["a record that was not there", undefined, { a: 1 }, [{ path: "", after: { a: 1 } }]],
    ["a record that is gone", { a: 1 }, undefined, [{ path: "", before: { a: 1 } }]],
    ["nothing that was made null", { a: 1 }, { a: null }, [{ path: "a", before: 1, after: null }]],
    ["a part that was null", { a: null }, { a: { b: 1 } }, [{ path: "a", before: null, after: { b: 1 } }]],
    ["a part that is null now", { a: { b: 1 } }, { a: null }, [{ path: "a", before: { b: 1 }, after: null }]],
    ["a text for a part", { a: { b: 1 } }, { a: "b" }, [{ path: "a", before: { b: 1 }, after: "b" }]],
    ["a part for a list", { a: [1] }, { a: { 0: 1 } }, [{ path: "a", before: [1], after: { 0: 1 } }]],
    ["a list for a part", { a: { 0: 1 } }, { a: [1] }, [{ path: "a", before: { 0: 1 }, after: [1] }]],
    ["nothing where all is equal", { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, []],
    ["nothing where only the order of fields is another", { a: 1, b: { c: 1, d: 2 } }, { b: { d: 2, c: 1 }, a: 1 }, []],
    ["a field called like one that every object has", {}, { toString: 1 }, [{ path: "toString", after: 1 }]],
  ] as const)("is %s", (_, before, after, changes) => {
    expect(changesBetween(structuredClone(before) as never, structuredClone(after) as never)).toStrictEqual(changes);
  });

  test("names items of a list by their names wherever they stand, and others by their place", () => {
    const meetings = [
      { id: "m1", date: "2027-03-12", notices: ["a", "b"] },
      { id: "m2", date: "2027-03-13", notices: [] },
    ];
    const [first, second] = structuredClone(meetings) as [(typeof meetings)[0], (typeof meetings)[0]];
    first.notices = ["a", "c", "d"];
    expect(changesBetween({ meetings }, { meetings: [second, first] })).toEqual([
      { path: "meetings/m1/notices/1", before: "b", after: "c" },
      { path: "meetings/m1/notices/2", after: "d" },
    ]);
  });

  test("comes in the order of the later value, what is gone last", () => {
    const changes = changesBetween({ gone: 1, a: 1, b: 1 }, { b: 2, new: 2, a: 2 });
    expect(changes.map(({ path }) => path)).toEqual(["b", "new", "a", "gone"]);
  });
});
