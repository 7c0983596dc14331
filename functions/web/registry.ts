import type { FeedStore } from "../../core/feeds.ts";
import type { ImportStore } from "../../core/import-jobs.ts";
import type { GrantStore } from "../../core/ports.ts";
import type { RegisterEditions } from "../../core/register-edition.ts";

/** Who may do what, and the register with everything that is imported: what administrators change beside the rules. */
export interface RegistryPorts {
  readonly grants: GrantStore;
  readonly feeds: FeedStore;
  readonly editions: RegisterEditions;
  readonly imports: ImportStore;
}
