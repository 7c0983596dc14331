import type { ObligationId } from "../../../core/dossier/obligation-id.ts";

/** What the table of SPEC 4 says of one subject, before its state. */
export interface OracleRow {
  readonly obligation: ObligationId;
  readonly subject: string;
  readonly due: string;
  readonly target?: string;
  readonly missing: readonly string[];
  /** The days of everything needed. */
  readonly days: readonly (string | undefined)[];
  readonly problems?: readonly string[];
  readonly beyond?: string;
  readonly begun?: boolean;
}
