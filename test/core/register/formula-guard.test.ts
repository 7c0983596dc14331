import { describe, expect, test } from "vitest";
import { guardFormula, unguardFormula } from "../../../core/register/formula-guard.ts";

describe("the guard against formulas", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["  =1", "'  =1"],
    ["'=1", "''=1"],
    ["-5", "'-5"],
    ["+7 700 000", "'+7 700 000"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝1", "'＝1"],
    ["\t=1", "'\t=1"],
    ["O'Brien", "O'Brien"],
    ["'quoted'", "'quoted'"],
    ["Алматы - центр", "Алматы - центр"],
  ])("writes %j as %j", (text, cell) => {
    expect(guardFormula(text)).toBe(cell);
    expect(unguardFormula(cell)).toBe(text);
  });

  test("is not taken off where nobody has put it", () => {
    for (const cell of ["=1+1", "  =1", "\t=1", "O'Brien"]) expect(unguardFormula(cell)).toBe(cell);
  });
});
