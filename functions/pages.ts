import { S3Client } from "@aws-sdk/client-s3";
import { rememberEvaluations } from "../core/order608/remembered.ts";
import type { PaperWriters } from "../core/use-cases/records/papers.ts";
import type { WriteReport } from "../core/use-cases/reports/report-jobs.ts";
import { logger } from "./log.ts";
import { signInSettings } from "./sign-in-settings.ts";
import { createEvidenceFiles } from "./storage/evidence-files.ts";
import { createReportFiles } from "./storage/report-files.ts";
import type { WebDependencies } from "./web/dependencies.ts";
import { recentReads } from "./web/recent.ts";
import { createSignIn } from "./web/sign-in/sign-in.ts";
import type { TimeMachine } from "./web/time-machine/machine.ts";
import type { Wiring } from "./wiring.ts";

/** So that everybody who follows a letter at the same minute does not read everything anew. */
const RECENT_SECONDS = 5;

/** What only some processes have. */
export interface Extras {
  readonly writeReport?: WriteReport;
  readonly papers?: PaperWriters;
  readonly timeMachine?: TimeMachine;
}

/**
 * What the pages of this process read and write; the same for Lambda and for the embedded server. Sign-in is put together
 * here, so that the functions that serve no pages do not carry it. Throws where it is not configured, but for a demo.
 */
export function pageDependencies(wired: Wiring, extras: Extras = {}): WebDependencies {
  const settings = signInSettings(wired.environment);
  const evidenceFiles = createEvidenceFiles(new S3Client(), wired.environment.EVIDENCE_BUCKET);
  const reads = {
    recent: recentReads(wired, wired.clock, RECENT_SECONDS),
    evaluate: rememberEvaluations(),
  };
  const reports = { ...extras, reportFiles: createReportFiles(new S3Client(), wired.environment.LETTERS_BUCKET) };
  return {
    ...wired,
    ...reads,
    ...reports,
    signIn: settings && createSignIn(settings, wired),
    demo: wired.environment.DEMO === "yes",
    guests: wired.environment.DEMO === "yes",
    api: {
      ...wired,
      ...reads,
      ...reports,
      evidenceFiles,
      onError: (error, reference) => logger.error("a request failed", { reference, error }),
    },
    onError: (error, reference) => logger.error("a page failed", { reference, error }),
  };
}
