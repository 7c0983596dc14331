import { describe, expect, it, test } from "vitest";
import {
  canonical,
  factPathOf,
  indexIn,
  joinPath,
  NOTHING_THERE,
  replaceAt,
  segmentAt,
  splitPath,
} from "../../../core/dossier/fact-path.ts";

const dossier = {
  schedule: { approvedOn: "2027-01-15" },
  meetings: [
    {
      id: "m1",
      notices: [{ outlet: "Газета" }, { outlet: "Сайт" }],
      appeals: [{ number: "A/1~2" }, { number: "2" }, { number: "A-3" }],
      protocol: {
        decisions: [{ id: "d1" }],
        signatures: [{ role: "head" }, { role: "secretary" }, { role: "head" }],
      },
    },
  ],
};
const [meeting] = dossier.meetings;
const appeals = meeting?.appeals ?? [];

describe("the name of a fact", () => {
  test.each([
    [["meetings", "m1", "date"], "meetings/m1/date"],
    [["appeals", "A/1/2", "repliedOn"], "appeals/A~11~12/repliedOn"],
    [["appeals", "A~1~"], "appeals/A~01~0"],
    [["appeals", "~1/"], "appeals/~01~1"],
  ])("of %j is %s, and leads back", (path, name) => {
    expect(joinPath(path)).toBe(name);
    expect(splitPath(name)).toEqual(path);
  });

  test.each([
    [
      ["schedule", "approvedOn"],
      ["schedule", "approvedOn"],
    ],
    [
      ["meetings", 0, "date"],
      ["meetings", "m1", "date"],
    ],
    [
      ["meetings", 0, "notices", 1, "outlet"],
      ["meetings", "m1", "notices", "1", "outlet"],
    ],
    [
      ["meetings", 0, "appeals", 0, "kind"],
      ["meetings", "m1", "appeals", "A/1~2", "kind"],
    ],
    [
      ["meetings", 0, "protocol", "decisions", 0],
      ["meetings", "m1", "protocol", "decisions", "d1"],
    ],
    [
      ["meetings", 0, "protocol", "signatures", 1],
      ["meetings", "m1", "protocol", "signatures", "secretary"],
    ],
    [
      ["meetings", 0, "protocol", "signatures", 2],
      ["meetings", "m1", "protocol", "signatures", "2"],
    ],
    [
      ["meetings", 4, "date"],
      ["meetings", "4", "date"],
    ],
    [
      ["waivers", 0, "to"],
      ["waivers", "0", "to"],
    ],
    [
      ["schedule", "approvedOn", "x"],
      ["schedule", "approvedOn", "x"],
    ],
  ])("for the place %j is %j", (place, name) => {
    expect(factPathOf(dossier, place)).toEqual(name);
  });
});

describe("an item of a list", () => {
  test.each([
    ["by its name", "A-3", 2],
    ["by its name, where this is a number of another", "2", 1],
    ["by its number, where nobody is called so", "0", 0],
    ["not past the end", "3", -1],
    ["not by another name", "A-9", -1],
    ["not by less than a number", "", -1],
    ["not by more than a number", "0x0", -1],
    ["not by a number below zero", "-0", -1],
    ["not by a longer number than any list has items", "0000000", -1],
  ])("is found %s", (_how, segment, index) => {
    expect(indexIn("appeals", appeals, segment)).toBe(index);
  });

  it("is not looked for in what is no object", () => {
    expect(indexIn("meetings", [null, "m1", ["m1"]], "m1")).toBe(-1);
  });

  it("may be named by its number with zeros before it, of six digits at most", () => {
    expect(indexIn("notices", ["a", "b"], "000001")).toBe(1);
  });

  it("is named by its number where it has no name, or no text for one", () => {
    expect(segmentAt("notices", [{ id: "x" }], 0)).toBe("0");
    const unnamed = [{ id: 5 }, null, "m1", ["m1"], { number: "m1" }];
    expect(unnamed.map((_item, index) => segmentAt("meetings", unnamed, index))).toEqual(["0", "1", "2", "3", "4"]);
  });
});

describe("a value put in another's place", () => {
  test.each<[string, string, unknown, unknown]>([
    ["changes a field", "schedule/approvedOn", "2027-01-16", { schedule: { approvedOn: "2027-01-16" } }],
    ["adds a field", "schedule/number", "1", { schedule: { approvedOn: "2027-01-15", number: "1" } }],
    ["takes a field away", "schedule", undefined, {}],
    ["takes away what is not there", "schedule/number", undefined, { schedule: { approvedOn: "2027-01-15" } }],
  ])("%s", (_what, path, value, expected) => {
    expect(replaceAt({ schedule: dossier.schedule }, splitPath(path), value)).toEqual(expected);
  });

  test.each<[string, string, unknown, unknown]>([
    ["changes an item", "a/m2/date", 2, [{ id: "m1" }, { id: "m2", date: 2 }]],
    ["puts in another item", "a/1", { id: "m3" }, [{ id: "m1" }, { id: "m3" }]],
    ["takes an item away", "a/m1", undefined, [{ id: "m2" }]],
  ])("of a list %s", (_what, path, value, expected) => {
    const [, ...rest] = splitPath(path);
    const before = { meetings: [{ id: "m1" }, { id: "m2" }] };
    expect(replaceAt(before, ["meetings", ...rest], value)).toEqual({ meetings: expected });
    expect(before).toEqual({ meetings: [{ id: "m1" }, { id: "m2" }] });
  });

  test.each([
    "waivers/0",
    "meetings/m9",
    "meetings/m9/date",
    "meetings/m1/records/number",
    "meetings/m1/notices/2",
    "schedule/approvedOn/x",
    "schedule/approvedOn/0",
    "schedule/toString/x",
  ])("needs something to be put into: %s", (path) => {
    expect(replaceAt(dossier, splitPath(path), "x")).toBe(NOTHING_THERE);
  });
});

describe("the canonical text", () => {
  it("is the same whatever the order of keys, at any depth", () => {
    const one = { b: 1, a: [{ d: 2, c: 3 }], e: null };
    const other = { e: null, a: [{ c: 3, d: 2 }], b: 1 };
    expect(canonical(one)).toBe('{"a":[{"c":3,"d":2}],"b":1,"e":null}');
    expect(canonical(other)).toBe(canonical(one));
  });

  it("tells the order of a list, and nothing from null", () => {
    expect(canonical([2, 1])).toBe("[2,1]");
    expect([canonical(undefined), canonical(null)]).toEqual(["", "null"]);
  });
});
