import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Every escape sequence of JavaScript; of the four digits only those of Cyrillic letters are taken. */
const ESCAPE = /\\(?:u(04[0-9A-Fa-f]{2})|[\s\S])/g;

/** Cyrillic letters as themselves rather than as escapes of six characters; everything else stays as it is. */
export const withPlainLetters = (code: string): string =>
  code.replace(ESCAPE, (sequence, digits: string | undefined) =>
    digits === undefined ? sequence : String.fromCharCode(Number.parseInt(digits, 16)),
  );

/**
 * Writes a function's code with its Kazakh and Russian texts as they are: SST's bundler escapes them and has no setting
 * for it, which makes a function that words letters a fifth larger.
 */
export function writePlainLetters(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(".mjs")) continue;
    const path = join(folder, name);
    writeFileSync(path, withPlainLetters(readFileSync(path, "utf8")));
  }
}
