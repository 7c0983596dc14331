import type { Endpoint } from "./endpoint.ts";
import { auditEndpoints } from "./endpoints/audit.ts";
import { bodyEndpoints } from "./endpoints/bodies.ts";
import { commandEndpoints } from "./endpoints/commands.ts";
import { dossierEndpoints } from "./endpoints/dossiers.ts";
import { findingEndpoints } from "./endpoints/findings.ts";
import { letterEndpoints } from "./endpoints/letters.ts";
import { settingEndpoints } from "./endpoints/settings.ts";
import { statusEndpoints } from "./endpoints/status.ts";
import { sweepEndpoints } from "./endpoints/sweeps.ts";

/** Everything that the API answers, in the order of its documentation. */
export const endpoints: readonly Endpoint[] = [
  ...bodyEndpoints,
  ...dossierEndpoints,
  ...commandEndpoints,
  ...findingEndpoints,
  ...statusEndpoints,
  ...letterEndpoints,
  ...sweepEndpoints,
  ...auditEndpoints,
  ...settingEndpoints,
];
