import { expect, test } from "vitest";
import { parseFacts } from "../../local/facts-file.ts";

test("every fault of a facts file is told at once, each on a line with file, path and rule, up to a screen of them", () => {
  const bodies = Array.from({ length: 7 }, (_, index) => ({ id: `B-${index}`, foo: 1 }));
  const faults = (text: unknown): string[] => {
    try {
      parseFacts(JSON.stringify(text), "f.json");
      return [];
    } catch (error) {
      return String(error instanceof Error ? error.message : error).split("\n");
    }
  };
  const lines = faults({ bodies: bodies.slice(0, 1), dossiers: [], more: 1 });
  expect(lines).toContain("f.json: $.bodies[0].foo: is an unknown key.");
  expect(lines).toContain("f.json: $.more: is an unknown key.");
  expect(lines.every((line) => /^f\.json: \$\.\S+: .*[^.]\.$/.test(line))).toBe(true);
  const many = faults({ bodies, dossiers: [] });
  expect(many).toHaveLength(21);
  expect(many.at(-1)).toMatch(/^… and \d+ more$/);
});
