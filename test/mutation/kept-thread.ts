import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import type { PoolOptions, PoolWorker, WorkerRequest } from "vitest/node";

const USES = 40;
const idle: Worker[] = [];
const uses = new WeakMap<Worker, number>();

/**
 * A thread that stays when its tests are over. Vitest makes one for every run, and Stryker runs once for every mutant:
 * making it takes ten times as long as most tests that kill one. `setup.ts` clears what the mutant before has left.
 */
class KeptThread implements PoolWorker {
  readonly name = "kept";
  readonly #entry: string;
  readonly #env: PoolOptions["env"];
  #thread: Worker | undefined;
  #heard: ((message: unknown) => void)[] = [];
  #done: Promise<void> = Promise.resolve();
  #finish: () => void = () => undefined;
  #isBusy = false;

  constructor({ distPath, env }: PoolOptions) {
    this.#entry = resolve(distPath, "workers/threads.js");
    this.#env = env;
  }

  get #own(): Worker {
    if (!this.#thread) throw new Error("The thread has not started.");
    return this.#thread;
  }

  async start(): Promise<void> {
    this.#thread ??= idle.pop() ?? new Worker(this.#entry, { env: this.#env as NodeJS.ProcessEnv });
    this.#thread.ref();
    this.#thread.on("message", this.#hearOwn);
  }

  readonly #hearOwn = (message: { type?: string }): void => {
    if (message.type !== "testfileFinished") return;
    this.#isBusy = false;
    this.#finish();
  };

  send(message: WorkerRequest): void {
    if ("type" in message && message.type === "stop") {
      void this.#done.then(() => {
        for (const hear of this.#heard) hear({ type: "stopped", __vitest_worker_response__: true });
      });
      return;
    }
    if ("type" in message && (message.type === "run" || message.type === "collect")) {
      this.#isBusy = true;
      this.#done = new Promise((done) => {
        this.#finish = done;
      });
    }
    this.#own.postMessage(message);
  }

  on(event: string, callback: (message: unknown) => void): void {
    if (event === "message") this.#heard.push(callback);
    this.#own.on(event, callback);
  }

  off(event: string, callback: (message: unknown) => void): void {
    this.#heard = this.#heard.filter((one) => one !== callback);
    this.#own.off(event, callback);
  }

  async stop(): Promise<void> {
    const thread = this.#own;
    this.#thread = undefined;
    for (const hear of this.#heard) thread.off("message", hear);
    thread.off("message", this.#hearOwn);
    const used = (uses.get(thread) ?? 0) + 1;
    uses.set(thread, used);
    if (this.#isBusy || used >= USES) {
      await thread.terminate();
      return;
    }
    thread.unref();
    idle.push(thread);
  }

  deserialize(data: unknown): unknown {
    return data;
  }
}

export const keptThreads = {
  name: "kept",
  createPoolWorker: (options: PoolOptions): PoolWorker => new KeptThread(options),
};
