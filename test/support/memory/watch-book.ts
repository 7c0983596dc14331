import type { WatchBook, WatchCause } from "../../../core/ports.ts";

/** What the watch remembers, in memory. */
export function memoryWatchBook(): WatchBook {
  let causes: readonly WatchCause[] = [];
  return {
    read: async () => causes,
    write: async (now) => {
      causes = now;
    },
  };
}
