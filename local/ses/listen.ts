import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import type { Env, Hono } from "hono";

export interface Listener {
  /** Such as `http://127.0.0.1:4609`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves an app on 127.0.0.1 only; port 0 is any free port. Rejects with the system's EADDRINUSE for a busy one. */
export async function listen<E extends Env>(app: Hono<E>, port: number): Promise<Listener> {
  // The adapter gives every app the bindings of Node's HTTP; an app that declares none does not look at them.
  const server = createServer(
    getRequestListener((request, env) => app.fetch(request, env as HttpBindings & E["Bindings"])),
  );
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address() as AddressInfo; // it listens on a port, not on a pipe
  const close = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    if (server.listening) await once(server, "close");
  };
  return { url: `http://127.0.0.1:${address.port}`, close };
}
