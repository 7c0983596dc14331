import { setTimeout as sleep } from "node:timers/promises";
import type { FactsText } from "../../../core/dossier/facts.ts";
import { importedAt, type Write } from "./campaign.ts";
import type { Api, ApiAnswer } from "./life.ts";

/** Something that people want done, and ask for again and again until it is. */
export type Order = (api: Api) => Promise<void>;

const expectStatus = ({ status, json }: ApiAnswer, ...wanted: readonly number[]): void => {
  if (!wanted.includes(status)) throw new Error(`The API answered ${status}: ${JSON.stringify(json)}`);
};

/** Records facts one after the other; each keeps its Idempotency-Key. */
export const recording =
  (writes: readonly Write[]): Order =>
  async (api) => {
    for (const { path, body, key } of writes) expectStatus(await api(path, body, key), 200);
  };

/** Imports one file; what is in it is decided at the first attempt. */
export function importing(step: number): Order {
  let file: FactsText | undefined;
  let seen: { readonly file: string; readonly seen: string } | undefined;
  return async (api) => {
    if (!file) {
      const present = await api("/export/facts");
      expectStatus(present, 200);
      file = importedAt(step, present.json);
    }
    if (!seen) {
      const preview = await api("/imports/preview", { facts: file });
      expectStatus(preview, 200);
      seen = { file: preview.json.file, seen: preview.json.seen };
    }
    for (;;) {
      const job = await api("/imports", { ...seen, reason: `Проверка ${step}` }, `import-${step}`);
      expectStatus(job, 200, 202);
      if (job.json.state === "done") return;
      if (job.json.state !== "running") throw new Error(`The import ended as ${JSON.stringify(job.json)}`);
      await sleep(50);
    }
  };
}

/** Sweeps the slot once more and waits until every scope was looked at. */
export const sweeping: Order = async (api) => {
  const times = async (): Promise<Map<string, number>> => {
    const { json } = await api("/sweeps");
    return new Map(json.items.map((item: { scope: string; at: number }) => [item.scope, item.at]));
  };
  const before = await times();
  const started = await api("/sweeps", {});
  expectStatus(started, 202);
  for (let waiting: readonly string[] = started.json.scopes; waiting.length > 0; ) {
    await sleep(20);
    const now = await times();
    waiting = waiting.filter((scope) => !now.has(scope) || now.get(scope) === before.get(scope));
  }
};
