import { Hono } from "hono";
import { listen } from "../local/ses/listen.ts";

/** A process that answers everything with two bytes, over the same server and router as Esep. */
await listen(
  new Hono().all("*", (context) => context.text("ok")),
  Number(process.argv[2]),
);
