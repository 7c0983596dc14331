import { describe, expect, test } from "vitest";
import { type AuditedPorts, entriesFrom, readHistory, writeAudited } from "../../core/audit/append.ts";
import { type AuditedRequest, recordAudited } from "../../core/audit/record-audited.ts";
import type { StoredRecord } from "../../core/audit/stored.ts";
import { day } from "../../core/calendar/day.ts";
import { instant } from "../../core/calendar/zone.ts";
import { sha256 } from "../../functions/hash.ts";
import { memoryAudit } from "../support/memory/records.ts";
import { chainOf } from "./support/chains.ts";

/** What counts a record up. */
function oneMore(before: StoredRecord | null) {
  const by = { by: { id: "user:1", name: "Айгерим" }, at: instant(1000), day: day("2027-01-15"), reason: null };
  const data = String(Number(before?.data ?? 0) + 1);
  return { ...by, command: "count", format: 1, data, changes: [] };
}

/** One record that anybody counts up, with a look at what is asked of its store and of the audit. */
function createCounter(step: (what: string) => Promise<void> = async () => undefined) {
  let stored: StoredRecord | null = null;
  const asked: string[] = [];
  const audit = memoryAudit();
  const ports: AuditedPorts<string> = {
    hash: sha256,
    records: {
      read: async () => stored,
      put: async (_key, before, next) => {
        await step("put");
        if (stored?.version !== before?.version) return "changed";
        stored = next;
        return "written";
      },
    },
    audit: {
      file: async (record, entry) => {
        asked.push(`file ${entry.version}`);
        await step(`file ${entry.version}`);
        await audit.file(record, entry);
      },
      entries: async (record) => {
        asked.push("entries");
        const found = await audit.entries(record);
        await step("entries");
        return found;
      },
    },
  };
  const count = (more: Partial<AuditedRequest<string>> = {}) => {
    const request = { key: "1", record: "counter:1", request: "r", isRepeatable: false, asked: sha256("up"), ...more };
    return recordAudited<string, never>(request, (before) => ({ kind: "change", change: oneMore(before) }), ports);
  };
  const read = () => readHistory("1", "counter:1", ports);
  const bring = (next: StoredRecord): void => {
    stored = next;
  };
  return { count, read, asked, ports, present: () => stored, bring };
}

const versions = (history: Awaited<ReturnType<typeof readHistory>>) => history.entries.map(({ version }) => version);

describe("writing", () => {
  test("files each entry with its record; the next writer makes sure of it", async () => {
    const { count, asked } = createCounter();
    await count();
    await count();
    expect(asked).toEqual(["file 1", "file 1", "file 2"]);
  });

  test("does not file again what a request that may be repeated has seen filed", async () => {
    const { count, asked } = createCounter();
    await count({ request: "a", isRepeatable: true });
    await count({ request: "b", isRepeatable: true });
    expect(asked).toEqual(["file 1", "entries", "file 2"]);
  });

  test("files what a crash has left unfiled, also for a request that may be repeated", async () => {
    let crash = false;
    const { count, asked } = createCounter(async (what) => {
      if (crash && what === "file 2") throw new Error("The process died.");
    });
    await count({ request: "a" });
    crash = true;
    await expect(count({ request: "b" })).rejects.toThrow("died");
    crash = false;
    asked.length = 0;
    await count({ request: "c", isRepeatable: true });
    expect(asked).toEqual(["entries", "file 2", "file 3"]);
  });

  test("needs no look at the history where nothing is repeated", async () => {
    const { ports, asked } = createCounter();
    const change = { ...oneMore(null), record: "counter:1", request: "r", asked: sha256("up") };
    expect(await writeAudited("1", null, change, ports)).toMatchObject({ kind: "written", entry: { version: 1 } });
    expect(asked).toEqual(["file 1"]);
  });

  test("begins the history of facts that came from a file with what was there", async () => {
    const { count, bring, read } = createCounter();
    bring({ version: 3, format: 1, data: "7", newest: null });
    expect(await count({ isRepeatable: true })).toMatchObject({
      ...{ kind: "recorded", entry: { version: 4, previous: null, factsBefore: sha256("7"), factsAfter: sha256("8") } },
    });
    expect(versions(await read())).toEqual([4]);
  });

  test("is given up when others are faster every time, and changes nothing", async () => {
    let isBusy = false;
    let tries = 0;
    const counter = createCounter(async (what) => {
      if (!isBusy || what !== "put") return;
      const present = counter.present();
      if (present) counter.bring({ ...present, version: present.version + 1 });
      tries++;
    });
    await counter.count();
    isBusy = true;
    expect(await counter.count()).toEqual({ kind: "busy", version: 8 });
    expect([tries, counter.present()?.data]).toEqual([8, "1"]);
  });
});

describe("a history", () => {
  test("of nothing is empty", async () => {
    expect(await createCounter().read()).toEqual({ filed: [], stored: null, entries: [] });
  });

  test("of facts that came from a file is empty too", async () => {
    const { bring, read } = createCounter();
    bring({ version: 1, format: 1, data: "7", newest: null });
    expect(versions(await read())).toEqual([]);
  });

  test("has every entry once, oldest first", async () => {
    const { count, read } = createCounter();
    for (const request of ["a", "b", "c"]) await count({ request });
    expect(versions(await read())).toEqual([1, 2, 3]);
  });

  test("is read again when somebody wrote in between, and has no gap", async () => {
    let writers = 2;
    const counter = createCounter(async (what) => {
      if (what === "entries") while (writers > 0) await counter.count({ request: `w${writers--}` });
    });
    expect(versions(await counter.read())).toEqual([1, 2]);
    writers = 2;
    expect(versions(await counter.read())).toEqual([1, 2, 3, 4]);
  });

  test("of a record that is gone is still there", () => {
    expect(entriesFrom(chainOf(2).filed, null).map(({ version }) => version)).toEqual([1, 2]);
  });

  test("leaves out what cannot be read", () => {
    const { filed, stored } = chainOf(3);
    const damaged = filed.with(1, { version: 2, text: "{", hash: "" });
    expect(entriesFrom(damaged, stored).map(({ version }) => version)).toEqual([1, 3]);
  });
});
