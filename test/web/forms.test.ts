import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allTypedAt, freshForm, objectOf, put, typedAt, withIssues } from "../../functions/web/forms/values.ts";

describe("what was typed", () => {
  test("is kept as it is, and read by its field", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (one, several) => {
        const form = withIssues(freshForm({ one, several }), [{ name: "one", message: "is wrong" }]);
        expect(typedAt(form, "one")).toBe(one);
        expect(allTypedAt(form, "several")).toEqual(several);
        expect(typedAt(form, "nothing")).toBe("");
      }),
    );
  });

  test("becomes JSON by dotted names, without what is empty", () => {
    const form = freshForm({ "place.ru": " Дом ", "place.kk": "Үй", date: "  ", other: "unasked" });
    expect(objectOf(form, ["place.ru", "place.kk", "date"])).toEqual({ place: { ru: "Дом", kk: "Үй" } });
  });

  test("never reaches what all objects share", () => {
    const root: Record<string, unknown> = {};
    put(root, ["constructor", "prototype", "polluted"], true);
    put(root, ["toString", "polluted"], true);
    expect(Object.hasOwn(root, "constructor")).toBe(true);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(Object.hasOwn(Object.prototype.toString, "polluted")).toBe(false);
  });
});
