import type { WebDependencies } from "./dependencies.ts";
import { createFrame } from "./frame.tsx";
import { type CreatePages, type PageGroup, pageGroups } from "./groups.ts";

/**
 * Answers requests with the pages that they need: a group is loaded with the first request for one of its addresses, and
 * the application is put together anew with it, since a router takes no routes once it has answered.
 */
export function createOnDemand(deps: WebDependencies): (request: Request) => Promise<Response> {
  const loaded = new Map<PageGroup, CreatePages>();
  let app = createFrame(deps, loaded);
  return async (request) => {
    const { pathname } = new URL(request.url);
    const missing = pageGroups.filter((group) => group.answers.test(pathname) && !loaded.has(group));
    for (const group of missing) loaded.set(group, await group.load());
    if (missing.length > 0) app = createFrame(deps, loaded);
    return app.fetch(request);
  };
}
