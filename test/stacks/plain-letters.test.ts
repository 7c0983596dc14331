import { transform } from "esbuild";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { withPlainLetters } from "../../stacks/plain-letters.ts";

const evaluated = (code: string): unknown => new Function(`return ${code}`)();

it("a text says the same with its Cyrillic letters written plainly, and takes less room", async () => {
  const { code } = await transform('x="Есеп мерзімі: «10 күн»"', { charset: "ascii", minify: true });
  const plain = withPlainLetters(code);
  expect(plain).toContain("Есеп мерзімі");
  expect(plain.length).toBeLessThan(code.length / 2);
});

it("whatever a text holds, also backslashes and what looks like an escape, it stays the same", async () => {
  const units = [..."аәқЁ\\u0430\"'`", "$", "{", "}", "\n", "\u2028", "\ud83d\ude00"];
  const text = fc.array(fc.constantFrom(...units), { maxLength: 30 }).map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(text, async (value) => {
      const { code } = await transform(`(${JSON.stringify(value)})`, { charset: "ascii" });
      expect(evaluated(withPlainLetters(code.replace(/;\s*$/, "")))).toBe(value);
    }),
    { numRuns: 300 },
  );
});

it("patterns of letters match what they matched", async () => {
  const { code } = await transform("(/[а-яәіңғүұқөһ]+\\\\u0430/u)", { charset: "ascii" });
  expect(String(evaluated(withPlainLetters(code.replace(/;\s*$/, ""))))).toBe("/[а-яәіңғүұқөһ]+\\\\u0430/u");
});
