import type { ImportRunPorts } from "../../../core/use-cases/register-changes/import-runs.ts";
import type { ApiDependencies } from "../api/dependencies.ts";
import { parseTexts } from "./parse.ts";

/** The largest import that HTTP takes, in bytes: what fits a request of Lambda with room to spare. */
export const MAX_IMPORT = 4 * 1024 * 1024;

type Ports = Pick<ApiDependencies, "register" | "dossiers" | "editions" | "imports" | "audit" | "hash" | "clock">;

/** What an import over HTTP works with. */
export const importPorts = (deps: Ports): ImportRunPorts => ({ ...deps, records: deps.dossiers, parse: parseTexts });
