/** The part of dynalite 4 that Esep uses; the package has no types of its own. */
declare module "dynalite" {
  import type { Server } from "node:http";

  interface Options {
    /** Folder of the LevelDB store; in memory when absent. */
    path?: string;
    /** Milliseconds that a table stays `CREATING`. */
    createTableMs?: number;
    deleteTableMs?: number;
    updateTableMs?: number;
    maxItemSizeKb?: number;
  }

  /** A DynamoDB endpoint that does not listen yet; closing it closes its store. */
  export default function dynalite(options?: Options): Server;
}
