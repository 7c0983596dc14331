import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const module = fileURLToPath(new URL("../../local/commands/print.ts", import.meta.url));

test("a command whose reader has seen enough does its work to the end all the same", async () => {
  const program = `const { print } = await import(${JSON.stringify(module)});
    for (let line = 0; line < 50; line++) print("x".repeat(100_000));
    process.stderr.write("done"); process.exitCode = 1;`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program]);
  child.stdout.once("data", () => child.stdout.destroy());
  const [said] = await Promise.all([text(child.stderr), once(child, "close")]);
  expect(said).toBe("done");
  expect(child.exitCode).toBe(1);
});
