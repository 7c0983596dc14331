import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import packed, { inflate } from "@sparticuz/chromium";
import { type BrowserServer, chromium } from "playwright-core";

const built = createRequire(import.meta.url).resolve("@sparticuz/chromium");
const packageFile = (path: string): string => join(dirname(built), "..", path);

const version: string = JSON.parse(readFileSync(packageFile("package.json"), "utf8")).version;

/** Where this version of the browser is unpacked: 2 s, once. */
const folder = resolve("node_modules/.cache/esep-browser", version);

/**
 * Unpacks Chromium into a folder of its own. The package would put it into the system's temporary folder, and take
 * whatever is there already for it, even what was cut off or somebody else's.
 */
async function unpack(): Promise<void> {
  if (existsSync(folder)) return;
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  await unpackInto(partial);
  writeFileSync(join(partial, "fonts.conf"), FONTS);
  try {
    renameSync(partial, folder);
  } catch (error) {
    // Another run was quicker.
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** The package asks the environment where to unpack to. */
async function unpackInto(target: string): Promise<void> {
  const temporary = process.env["TMPDIR"];
  process.env["TMPDIR"] = target;
  try {
    await packed.executablePath();
    await inflate(packageFile("bin/al2023.tar.br"));
  } finally {
    if (temporary === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = temporary;
  }
}

/** The one font that the package brings, whatever else is installed: the same line breaks on every machine. */
const FONTS = `<?xml version="1.0"?><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`;

/** No sandbox: it only sees pages of this machine, and containers seldom allow one. */
const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none"];

/**
 * Starts the browser that all test files share; it brings its libraries and its font, so that a bare machine will do
 * (Linux on x86-64).
 */
export async function serveBrowser(): Promise<BrowserServer> {
  await unpack();
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: join(folder, "al2023", "lib"),
    FONTCONFIG_FILE: join(folder, "fonts.conf"),
  };
  return chromium.launchServer({
    ...{ executablePath: join(folder, "chromium"), env, args: ARGUMENTS, host: "127.0.0.1" },
  });
}
