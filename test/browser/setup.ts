import type { TestProject } from "vitest/node";
import { serveBrowser } from "./support/chromium.ts";
import { startEsep } from "./support/esep.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the browser of this run takes connections. */
    readonly browserEndpoint: string;
    /** An Esep whose records no test changes in a way that another would notice. */
    readonly esep: { readonly url: string; readonly inboxUrl: string; readonly runFile: string };
  }
}

/** Three ports that no other test takes, below those that the system gives away. */
const PORT = 31_100 + (process.pid % 500) * 3;

/** One Esep and one browser for all files of this project. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const [esep, browser] = await Promise.all([startEsep(PORT), serveBrowser()]);
  provide("esep", { url: esep.url, inboxUrl: esep.inboxUrl, runFile: esep.runFile });
  provide("browserEndpoint", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await esep.stop();
  };
}
