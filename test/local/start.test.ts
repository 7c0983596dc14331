import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { instant } from "../../core/calendar/zone.ts";
import { setDemoClock } from "../../local/demo-clock.ts";
import { lockDirectory } from "../../local/engines/lock.ts";
import { readRunFile, writeRunFile } from "../../local/run-file.ts";
import { bundled, run, type Started, startMain, stopMain } from "./support/programs.ts";

const folder = mkdtempSync(join(tmpdir(), "esep-start-"));
const directory = join(folder, "data");
// Three ports of its own, so that test runs side by side do not meet; below those that the system gives away.
const port = 10_000 + (process.pid % 4_000) * 3;
let running: Started | undefined;
let programs: { readonly main: string; readonly cli: string };

/** Starts Esep and waits until it is up or has ended. */
const startEsep = (...args: readonly string[]): Promise<Started> =>
  startMain(programs.main, "--port", String(port), "--directory", directory, ...args);

async function stop(): Promise<void> {
  if (running) await stopMain(running);
  running = undefined;
}

beforeAll(async () => {
  const [main, cli] = await Promise.all([bundled("main", "start"), bundled("cli", "start")]);
  programs = { main, cli };
});

afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

const esep = (...args: readonly string[]) => run(programs.cli, ...args, "--directory", directory);

const page = async (address: string): Promise<string> =>
  (await fetch(address, { headers: { connection: "close" } })).text();
/** What the inbox says of how many letters it holds. */
const inbox = async () => /\d+ letters, newest first/.exec(await page(`http://127.0.0.1:${port + 1}/`))?.[0];
let letters = 0;
/** The letters of the slot, and the ministry's weekly one, which the week has not had yet. */
const inInbox = () => `${letters + 1} letters, newest first`;

describe("npm start", { timeout: 180_000 }, () => {
  it("loads the demo, sweeps the slot and shows the letters in the inbox", async () => {
    running = await startEsep();
    expect(running.output()).toContain("Slot 2027-03-19 09:00: 252 bodies in 21 scopes");
    letters = Number(/Letters of this slot: (\d+)/.exec(running.output())?.[1]);
    expect(letters).toBeGreaterThan(100);
    expect(await inbox()).toBe(inInbox());
  });

  it("shows the status matrix to whoever looks", async () => {
    const matrix = await page(`http://127.0.0.1:${port}/?lang=ru`);
    expect(matrix).toContain("Управление полиции города Семей");
    expect(matrix.match(/<tr/g)?.length).toBeGreaterThan(252);
  });

  it("answers commands while it runs", () => {
    const status = esep("status", "--format", "json");
    expect(status.stderr).toBe("");
    expect(JSON.parse(status.stdout).bodies).toBe(252);
    const out = join(folder, "status.pdf");
    expect(esep("status", "--scope", "DP-63", "--format", "pdf", "--language", "kk", "--out", out).status).toBe(0);
    expect(readFileSync(out).subarray(0, 5).toString()).toBe("%PDF-");
    const explain = esep("explain", "PB-103600000", "protocol", "--language", "kk");
    expect(explain.status).toBe(0);
    expect(explain.stdout).toContain("Есеп хаттамасы тікелей өткізілген күні ресімделеді");
    const beyond = esep("explain", "PB-103600000", "schedule", "--on", "2031-02-20").stdout;
    expect(beyond).toContain("Not checked: PB-103600000 schedule dossier: the calendar does not cover 2031.");
    expect(beyond).not.toContain("Nothing is owed");
    const swept = esep("sweep", "--scope", "DP-10");
    expect(swept.status).toBe(0);
    expect(swept.stdout).toContain("in 1 scopes checked");
    expect(swept.stdout).not.toContain("still to be swept");
  });

  it("writes nothing twice for a sweep on demand", async () => {
    expect(await inbox()).toBe(inInbox());
  });

  it("refuses a second start on the same directory", async () => {
    const second = await startEsep("--port", String(port + 3));
    expect(second.child.exitCode).toBe(1);
    expect(second.output()).toContain("running already");
  });

  it("keeps the data when it is started again, and writes nothing twice", async () => {
    await stop();
    running = await startEsep();
    expect(running.output()).toContain(`Letters of this slot: ${letters} `);
    expect(await inbox()).toBe(inInbox());
    await stop();
  });

  it("refuses to turn the demo clock back over letters that are written", async () => {
    const earlier = await startEsep("--now", "2027-03-18T09:00");
    expect(earlier.child.exitCode).toBe(1);
    expect(earlier.output()).toContain("stands at 2027-03-19 09:00");
  });

  it("exports facts, while nothing runs, that it would import again", () => {
    const file = join(folder, "export.json");
    const exported = esep("facts", "export", "--out", file);
    expect(exported.stderr).toBe("");
    expect(exported.status).toBe(0);
    expect(run(programs.cli, "facts", "check", file).stdout).toContain("is good: 253 bodies");
  });

  it("begins anew with --fresh", async () => {
    running = await startEsep("--facts", "test/examples/101.facts.json", "--fresh");
    expect(running.output()).toContain("10 bodies in 3 scopes");
    await stop();
  });

  it("does not throw data away for a facts file that is bad", async () => {
    const file = join(folder, "bad.json");
    writeFileSync(file, "[]");
    const refused = await startEsep("--facts", file, "--fresh");
    expect(refused.child.exitCode).toBe(2);
    expect(refused.output()).toContain("bad.json");
    expect(esep("status", "--format", "csv").status).toBe(0);
  });

  it("says which port is busy", async () => {
    const server = createServer().listen(port, "127.0.0.1");
    const busy = await startEsep("--directory", join(folder, "other"));
    server.close();
    expect(busy.child.exitCode).toBe(1);
    expect(busy.output()).toContain(`Port ${port} is in use`);
    // Nothing was begun: with the port free, `--facts` or another `--now` is no contradiction.
    expect(existsSync(join(folder, "other", "clock.json"))).toBe(false);
  });

  it("deletes nothing for --fresh that is not its own, and nothing that somebody uses", async () => {
    const own = join(folder, "own");
    mkdirSync(own);
    writeFileSync(join(own, "thesis.odt"), "mine");
    const foreign = await startEsep("--directory", own, "--fresh");
    expect(foreign.child.exitCode).toBe(1);
    expect(foreign.output()).toContain(`${own} holds thesis.odt`);
    expect(readFileSync(join(own, "thesis.odt"), "utf8")).toBe("mine");

    const used = join(folder, "used");
    setDemoClock(join(used, "clock.json"), instant(0));
    const release = lockDirectory(used);
    const refused = await startEsep("--directory", used, "--fresh");
    release();
    expect(refused.child.exitCode).toBe(1);
    expect(refused.output().trim()).toBe(`Another Esep is using ${used}: stop it first.`);
    expect(existsSync(join(used, "clock.json"))).toBe(true);
  });
});

describe("the file of the running Esep", () => {
  it("counts only while its directory is locked: the number may be another process's by now", () => {
    const home = join(folder, "run");
    mkdirSync(home);
    const file = join(home, "run.json");
    writeRunFile(file, {});
    expect(readRunFile(file)).toBeNull();
    const release = lockDirectory(home);
    expect(readRunFile(file)?.pid).toBe(process.pid);
    release();
  });
});
