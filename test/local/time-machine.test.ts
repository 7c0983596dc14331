import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningEsep, startEsep } from "../browser/support/esep.ts";
import { Browser, type Visit } from "../sign-in/support/browser.ts";
import { partOfDemo } from "../support/part-of-demo.ts";

// Three ports of its own, beside those of other tests.
// Below the ports that this machine hands out to connections: one of those may be taken at any moment.
const port = 22_100 + (process.pid % 300) * 3;
const folder = mkdtempSync(join(tmpdir(), "esep-time-machine-"));
let esep: RunningEsep;
let admin: Browser;

async function signedIn(user: string): Promise<Browser> {
  const browser = new Browser();
  const { url } = await browser.go(`${esep.url}/sign-in?return=/schedule`);
  await browser.post(url, { user });
  return browser;
}

const page = (browser = admin): Promise<Visit> => browser.go(`${esep.url}/time-machine?lang=en`);
const send = (path: string, fields: Record<string, string>): Promise<Visit> =>
  admin.post(`${esep.url}/time-machine/${path}`, fields);

/** How many letters lie in the inbox. */
const inbox = async (): Promise<number> =>
  Number(/Inbox: ([\d,]+) letters?/.exec((await page()).text)?.[1]?.replaceAll(",", ""));

/** Waits as a browser without scripts does: it asks again. */
async function arrived(outcome = "finished"): Promise<string> {
  for (;;) {
    const { text } = await page();
    if (!text.includes("under way")) {
      expect(text).toContain(outcome);
      return text;
    }
    expect(text).toContain('<noscript><meta http-equiv="refresh" content="2"/></noscript>');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

beforeAll(async () => {
  writeFileSync(join(folder, "facts.json"), JSON.stringify(partOfDemo("DP-10")));
  esep = await startEsep(port, "--facts", join(folder, "facts.json"));
  admin = await signedIn("demo-admin");
}, 120_000);

afterAll(async () => {
  await esep.stop();
  rmSync(folder, { recursive: true });
});

describe("the time machine", { timeout: 120_000 }, () => {
  test("runs the next slot, and matrix, sweeps and inbox show it", async () => {
    expect((await page()).text).toContain("Sweep the next slot: 19 March 2027, 18:00");
    const before = await inbox();
    await send("play", { slots: "1" });
    const html = await arrived();
    expect(html).toContain('<time datetime="2027-03-19T18:00">');
    expect((await admin.go(`${esep.url}/?lang=en`)).text).toContain("As of 19 March 2027, 18:00");
    expect((await admin.go(`${esep.url}/sweeps?lang=en`)).text).toContain("2027-03-19T18:00");
    expect(await inbox()).toBeGreaterThanOrEqual(before);
  });

  test("plays several slots, says how far it is, and stops when it is told to", async () => {
    await send("play", { slots: "300" });
    expect((await send("play", { slots: "1" })).status).toBe(409);
    expect((await page()).text).toMatch(/<progress max="300" value="\d+"/);
    await send("stop", {});
    expect(await arrived("stopped")).toMatch(/<progress max="300" value="\d{1,2}"/);
  });

  test("moves forward to a day and sweeps what has come there", async () => {
    const before = await inbox();
    await send("move", { date: "2027-03-26", time: "10:00" });
    expect(await arrived()).toContain('<time datetime="2027-03-26T10:0');
    expect(await inbox()).toBeGreaterThan(before);
    expect(await (await fetch(esep.inboxUrl)).text()).toContain(`${await inbox()} letters`);
  });

  test("asks before it turns the clock back, and then forgets the letters", async () => {
    const asked = await send("move", { date: "2026-12-10", time: "09:00" });
    expect(asked.url.pathname).toBe("/time-machine/back");
    expect((await page()).text).toContain("2027-03-26");
    await send("back", { date: "2026-12-10", time: "09:00" });
    const html = await arrived();
    expect(html).toContain('<time datetime="2026-12-10T09:0');
    const written = Number(/datetime="2026-12-10T09:00">[^<]*<\/time><\/th><td class="n">(\d+)/.exec(html)?.[1]);
    // Beside the letters of this slot there may be one that tells administrators of something.
    expect((await inbox()) - written).toBeLessThanOrEqual(1);
    expect((await admin.go(`${esep.url}/letters?year=2027&lang=en`)).text).toContain("No letters this year.");
  });

  test("says beside the field what is wrong, and loses nothing that was typed", async () => {
    const { status, text } = await send("move", { date: "1999-01-01", time: "25:00" });
    expect(status).toBe(422);
    expect(text).toContain('value="25:00"');
    expect(text.match(/aria-invalid="true"/g)).toHaveLength(2);
    expect((await send("play", { slots: "1.5" })).status).toBe(422);
  });

  test("is moved by administrators only; others may look on", async () => {
    const viewer = await signedIn("demo-ministry");
    expect((await page(viewer)).text).toContain("Only an administrator moves the clock.");
    for (const path of ["play", "move", "back", "stop"]) {
      const refused = await viewer.post(`${esep.url}/time-machine/${path}`, { slots: "1" });
      expect([path, refused.status]).toEqual([path, 403]);
    }
    const stranger = await fetch(`${esep.url}/time-machine/play`, { method: "POST", headers: { origin: esep.url } });
    expect(stranger.status).toBe(401);
  });
});
