import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Started, StartRefused, start } from "../../local/start.ts";
import { DEMO_START, type StartOptions } from "../../local/start-options.ts";

const folder = mkdtempSync(join(tmpdir(), "esep-start-"));
const options: StartOptions = { now: null, facts: null, port: 24_608, fresh: false, directory: join(folder, "data") };
const say = () => undefined;
let running: Started | undefined;

afterAll(async () => {
  await running?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function restart(change: Partial<StartOptions> = {}): Promise<Started> {
  await running?.close();
  running = undefined;
  running = await start({ ...options, ...change }, say);
  return running;
}

const esep = (...args: readonly string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", "local/cli.ts", ...args, "--directory", options.directory], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });

describe("npm start", { timeout: 120_000 }, () => {
  it("loads the demo, sweeps the slot and shows the letters in the inbox", async () => {
    const { system, summary, inboxUrl } = await restart();
    expect(summary).toContain("Slot 2027-03-19 09:00: 252 bodies in 21 scopes");
    const letters = Number(/Letters of this slot: (\d+)/.exec(summary)?.[1]);
    expect(letters).toBeGreaterThan(100);
    expect(system.mailbox.deliveries).toHaveLength(letters);
    expect(await (await fetch(inboxUrl)).text()).toContain(`${letters} letters`);
    expect((await fetch(`http://127.0.0.1:${options.port}/schedule`)).status).toBe(200);
  });

  it("answers commands while it runs", () => {
    const status = esep("status", "--format", "json");
    expect(status.status).toBe(0);
    expect(JSON.parse(status.stdout).bodies).toBe(252);
    const explain = esep("explain", "PB-103600000", "protocol", "--lang", "kk");
    expect(explain.status).toBe(0);
    expect(explain.stdout).toContain("Есеп хаттамасы тікелей өткізілген күні ресімделеді");
    const swept = esep("sweep", "--scope", "DP-10");
    expect(swept.status).toBe(0);
    expect(swept.stdout).toContain("1 scopes checked");
  });

  it("keeps the data when it is started again, and writes nothing twice", async () => {
    const before = running?.system.mailbox.deliveries.length;
    const { system, summary } = await restart();
    expect(summary).toContain(`Letters of this slot: ${before} `);
    await system.startSweeps();
    expect(system.mailbox.deliveries).toHaveLength(before ?? -1);
  });

  it("refuses to turn the demo clock back over letters that are written", async () => {
    await running?.close();
    running = undefined;
    const earlier = { ...options, now: (DEMO_START - 86_400_000) as typeof DEMO_START }; // a day before, still an instant
    await expect(start(earlier, say)).rejects.toThrow(StartRefused);
  });

  it("exports facts that it would import again, also while nothing runs", async () => {
    const file = join(folder, "export.json");
    const exported = esep("facts", "export", "--out", file);
    expect(exported.stderr).toBe("");
    expect(exported.status).toBe(0);
    expect(JSON.parse(readFileSync(file, "utf8")).bodies).toHaveLength(253);
    const { summary } = await restart({ facts: file, fresh: true });
    expect(summary).toContain("252 bodies in 21 scopes");
  });

  it("does not throw data away for a facts file that is bad", async () => {
    const file = join(folder, "bad.json");
    writeFileSync(file, "[]");
    await expect(start({ ...options, facts: file, fresh: true }, say)).rejects.toThrow("bad.json");
    expect(running?.system.mailbox.deliveries.length).toBeGreaterThan(0);
  });

  it("says which port is busy", async () => {
    const server = createServer().listen(24_700, "127.0.0.1");
    const busy = { ...options, directory: join(folder, "other"), port: 24_700 };
    await expect(start(busy, say)).rejects.toThrow("Port 24700 is in use");
    server.close();
  });

  it("refuses a second start on the same directory", async () => {
    await expect(start({ ...options, port: 24_800 }, say)).rejects.toThrow("running already");
  });
});
