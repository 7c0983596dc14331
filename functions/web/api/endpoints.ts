import type { Endpoint } from "./endpoint.ts";
import { auditEndpoints } from "./endpoints/audit.ts";
import { bodyEndpoints } from "./endpoints/bodies.ts";
import { commandEndpoints } from "./endpoints/commands.ts";
import { dossierEndpoints } from "./endpoints/dossiers.ts";
import { evidenceEndpoints } from "./endpoints/evidence.ts";
import { exportEndpoints } from "./endpoints/export.ts";
import { findingEndpoints } from "./endpoints/findings.ts";
import { grantEndpoints } from "./endpoints/grants.ts";
import { holdEndpoints } from "./endpoints/holds.ts";
import { importEndpoints } from "./endpoints/imports.ts";
import { letterEndpoints } from "./endpoints/letters.ts";
import { registerEndpoints } from "./endpoints/register.ts";
import { settingEndpoints } from "./endpoints/settings.ts";
import { statusEndpoints } from "./endpoints/status.ts";
import { statusReportEndpoints } from "./endpoints/status-reports.ts";
import { sweepEndpoints } from "./endpoints/sweeps.ts";

/** Everything that the API answers, in the order of its documentation. */
export const endpoints: readonly Endpoint[] = [
  ...bodyEndpoints,
  ...registerEndpoints,
  ...dossierEndpoints,
  ...commandEndpoints,
  ...evidenceEndpoints,
  ...findingEndpoints,
  ...statusEndpoints,
  ...statusReportEndpoints,
  ...letterEndpoints,
  ...sweepEndpoints,
  ...holdEndpoints,
  ...auditEndpoints,
  ...grantEndpoints,
  ...importEndpoints,
  ...exportEndpoints,
  ...settingEndpoints,
];
