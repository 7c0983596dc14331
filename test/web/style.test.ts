import { describe, expect, test } from "vitest";
import { dark, light } from "../../functions/web/styles/colours.ts";

function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, "$&$&") : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each([
  ["light", light],
  ["dark", dark],
])("the %s palette", (_, { plain, pairs }) => {
  const colour = (name: string): string => plain[name] ?? "#000";

  test("keeps text readable (WCAG AA: 4.5)", () => {
    for (const [name, [ground, ink]] of Object.entries(pairs)) {
      expect([name, contrast(ground, ink) >= 4.5]).toEqual([name, true]);
    }
    for (const ground of ["bg", "paper"]) {
      for (const ink of ["ink", "quiet", "link"]) expect(contrast(colour(ground), colour(ink))).toBeGreaterThan(4.5);
    }
    expect(contrast(colour("bar"), colour("on-bar"))).toBeGreaterThan(4.5);
  });

  test("keeps the borders of controls and the focus visible (3)", () => {
    for (const line of ["edge", "accent"]) {
      for (const ground of ["bg", "paper"]) expect(contrast(colour(ground), colour(line))).toBeGreaterThan(3);
    }
  });

  test("has every class that the other has", () => {
    expect(Object.keys(pairs)).toEqual(Object.keys(light.pairs));
    expect(Object.keys(plain)).toEqual(Object.keys(light.plain));
  });
});
