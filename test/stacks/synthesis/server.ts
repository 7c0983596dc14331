import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { type BuildRequest, type Bundle, bundle } from "./bundle.ts";
import { ACCOUNT } from "./computed.ts";

/** The server that components ask: in a deployment it is the sst program. */
export interface Server {
  readonly url: string;
  /** What was built, by function. */
  readonly bundles: Readonly<Record<string, Bundle>>;
}

interface Request {
  readonly method: string;
  readonly params: readonly [Readonly<Record<string, string>> & BuildRequest];
}

/** Starts the server; it does not keep the process alive. */
export async function startServer(root: string, work: string): Promise<Server> {
  const bundles: Record<string, Bundle> = {};
  const answer = async ({ method, params: [input] }: Request): Promise<unknown> => {
    switch (method) {
      case "Provider.Aws.Bootstrap":
        return bootstrapOf(input["region"]);
      case "Runtime.Build": {
        const out = join(work, input.functionID);
        bundles[input.functionID] = await bundle(root, out, input);
        const ending = input.handler.slice(input.handler.lastIndexOf("."));
        return { handler: `bundle${ending}`, out, errors: [], sourcemaps: [join(out, "bundle.mjs.map")] };
      }
      default:
        throw new Error(`The synthesis has no answer to the call ${method}.`);
    }
  };
  const server = createServer(async (request, response) => {
    const reply = await answer(JSON.parse(await text(request))).then(
      (result) => ({ result }),
      (error: unknown) => ({ error: String(error) }),
    );
    response.setHeader("connection", "close").end(JSON.stringify(reply));
  });
  server.listen(0, "127.0.0.1").unref();
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return { url: `http://127.0.0.1:${port}`, bundles };
}

/** The buckets that SST keeps its state and the code in. */
const bootstrapOf = (region: string | undefined) => ({
  asset: `sst-asset-${region}`,
  state: `sst-state-${region}`,
  assetEcrRegistryId: ACCOUNT,
  assetEcrUrl: "",
  appsyncHttp: "",
  appsyncRealtime: "",
});
