import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DamagedStore, FullDisk, requireRoom, storeSentence } from "../../local/engines/damage.ts";
import { startEngines } from "../../local/engines.ts";
import { chaosFacts } from "../proof/chaos/campaign.ts";
import { type Home, startLife } from "../proof/chaos/life.ts";
import { bundled, run } from "./support/programs.ts";

const folder = mkdtempSync(join(tmpdir(), "esep-faults-"));
let program: string;
let cli: string;
const facts = join(folder, "facts.json");
const port = 27_000 + (process.pid % 300) * 3;
const homeAt = (name: string): Home => ({ program, directory: join(folder, name), port });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const noise = (file: string): void => writeFileSync(file, "not what was written ".repeat(2000));

describe("stores that were closed", () => {
  const closed = join(folder, "closed");
  beforeAll(async () => (await startEngines({ directory: closed })).close());

  it.each(["dynamodb/*.log", "dynamodb/CURRENT", "dynamodb/MANIFEST-*", "dynamodb/*.ldb", "queues/fauxqs.db"])(
    "are not opened, however often one tries, when %s was cut short, and are when it is put back",
    async (pattern) => {
      const [file = ""] = globSync(pattern, { cwd: closed });
      const path = join(closed, file);
      const whole = readFileSync(path);
      truncateSync(path, Math.floor(whole.length / 2));
      for (let attempt = 0; attempt < 2; attempt++) {
        await expect(startEngines({ directory: closed })).rejects.toThrow(`${file} is not as it was closed`);
      }
      rmSync(path);
      await expect(startEngines({ directory: closed })).rejects.toThrow(`${file} is missing`);
      writeFileSync(path, whole);
      await (await startEngines({ directory: closed })).close();
    },
  );
});

describe("an error of the stores", () => {
  it.each([
    new DamagedStore("a file is missing"),
    Object.assign(new Error("Corruption: bad block"), { code: "LEVEL_CORRUPTION" }),
    Object.assign(new Error("file is not a database"), { errcode: 26 }),
    new Error("The start failed.", { cause: new Error("Database is closed") }),
  ])("becomes one sentence that leads to the backup: %s", (error) => {
    expect(storeSentence(error, ".local")).toMatch(
      /^The store in \.local cannot be read .*npm run esep -- restore BACKUP/,
    );
  });

  it.each([
    new FullDisk("0 MB are left"),
    Object.assign(new Error("write"), { code: "ENOSPC" }),
    Object.assign(new Error("IO error: No space left on device"), { code: "LEVEL_IO_ERROR" }),
    Object.assign(new Error("database or disk is full"), { errcode: 13 }),
  ])("says that the disk is full: %s", (error) => {
    expect(storeSentence(error, ".local")).toMatch(/^The disk of \.local is full .*make room/);
  });

  it("stays what it is when it is none of them", () => {
    expect(storeSentence(new TypeError("x is not a function"), ".local")).toBeNull();
  });

  it("is raised before anything is opened where there is no room", () => {
    expect(() => requireRoom("/proc")).toThrow(FullDisk);
    expect(() => requireRoom(folder)).not.toThrow();
  });
});

describe("npm start on a store that is damaged", { timeout: 180_000 }, () => {
  let good: Home;
  const backup = join(folder, "backup");
  /** What is printed by a start that is refused. */
  const refused = async (home: Home): Promise<string> => {
    const life = startLife(home, {});
    const isUp = await life.isUp;
    const code = life.exitCode();
    await life.kill();
    expect([isUp, code, life.output()]).toEqual([false, 1, expect.any(String)]);
    return life.output();
  };

  beforeAll(async () => {
    [program, cli] = await Promise.all([bundled("main", "store-faults"), bundled("cli", "store-faults")]);
    good = homeAt("good");
    writeFileSync(facts, JSON.stringify(chaosFacts));
    const life = startLife(good, { now: "2027-03-15T09:00", facts });
    expect(await life.isUp, life.output()).toBe(true);
    // Killed: nothing is sealed, so the engines themselves must notice.
    await life.kill();
    const saved = join(folder, "saved");
    cpSync(good.directory, saved, { recursive: true });
    const taken = run(cli, "backup", "--out", backup, "--directory", saved);
    expect(taken.stderr).toBe("");
  });

  it.each([
    ["the table of files", "dynamodb/MANIFEST-*", noise],
    ["the queues", "queues/fauxqs.db*", noise],
    ["the newest writes", "dynamodb/*.log", (file: string) => truncateSync(file, 0)],
    ["the demo's clock", "clock.json", noise],
    ["the demo's secrets", "identity.json", noise],
  ])("is refused in one sentence without a stack: %s", async (name, pattern, damage) => {
    const home = homeAt(name.replaceAll(/\W/g, "-"));
    cpSync(good.directory, home.directory, { recursive: true });
    for (const file of globSync(pattern, { cwd: home.directory })) damage(join(home.directory, file));
    const output = await refused(home);
    expect(output).toMatch(/The store in .* cannot be read .*npm run esep -- restore BACKUP/);
    expect(output).not.toMatch(/^\s+at /m);
  });

  it("goes on from the backup in a directory of its own", async () => {
    const home = homeAt("restored");
    const restored = run(cli, "restore", backup, "--directory", home.directory);
    expect(restored.stderr).toBe("");
    const life = startLife(home, {});
    expect(await life.isUp, life.output()).toBe(true);
    expect(life.output()).toContain("4 bodies in 3 scopes");
    await life.stop();
  });

  // Only who may mount can make a disk that is full.
  const UNSHARE = "/usr/bin/unshare";
  const mount = (size: string, ...command: readonly string[]) => [
    ...["-m", "sh", "-c", `mount -t tmpfs -o size=${size} none "$0" && exec "$@"`],
    ...command,
  ];
  const mayMount = spawnSync(UNSHARE, mount("1m", folder, "true")).status === 0;

  it.runIf(mayMount)("is refused on a full disk, and nothing is begun", () => {
    const directory = mkdtempSync(join(folder, "full-"));
    const line = [process.execPath, program, "--port", String(port), "--directory", join(directory, "data")];
    const { status, stderr } = spawnSync(UNSHARE, mount("3m", directory, ...line), { encoding: "utf8" });
    expect(stderr).toMatch(/^The disk of .* is full \(\d MB are left and 32 are needed\): make room and start again/);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(status).toBe(1);
  });
});
