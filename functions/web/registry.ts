import type { GrantStore } from "../../core/ports.ts";
import type { ImportStore } from "../../core/use-cases/register-changes/import-jobs.ts";
import type { RegisterEditions } from "../../core/use-cases/register-changes/register-edition.ts";
import type { FeedStore } from "../../core/use-cases/reports/feeds.ts";

/** Who may do what, and the register with everything that is imported: what administrators change beside the rules. */
export interface RegistryPorts {
  readonly grants: GrantStore;
  readonly feeds: FeedStore;
  readonly editions: RegisterEditions;
  readonly imports: ImportStore;
}
