import type { AcknowledgementStore } from "../../../core/use-cases/letters/acknowledge.ts";
import type { OrderPorts, ReportFiles, WriteReport } from "../../../core/use-cases/reports/report-jobs.ts";

/** What status reports are ordered, written and fetched with. */
export interface ReportingPorts extends OrderPorts {
  readonly acknowledgements: Pick<AcknowledgementStore, "ofYear">;
  readonly reportFiles: Pick<ReportFiles, "put" | "link">;
  /** Only where documents are written: no other function loads what writes them. */
  readonly writeReport?: WriteReport;
}
