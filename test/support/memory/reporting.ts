import type { ReportJob } from "../../../core/status/report-job.ts";
import type {
  MadeFile,
  ReportFiles,
  ReportJobStore,
  ReportQueue,
} from "../../../core/use-cases/reports/report-jobs.ts";

/** Jobs, files and the queue of status reports in memory, with a look at what was queued. */
export function memoryReporting() {
  const jobs = new Map<string, ReportJob>();
  const files = new Map<string, MadeFile>();
  const queued: string[] = [];
  const reportJobs: ReportJobStore = {
    read: async (id) => jobs.get(id) ?? null,
    write: async (before, next) => {
      if (jobs.get(next.id)?.revision !== before?.revision) return "changed";
      jobs.set(next.id, next);
      return "written";
    },
    recent: async () => [...jobs.values()].sort((a, b) => b.askedAt - a.askedAt),
  };
  const reportFiles: ReportFiles = {
    put: async (file) => void files.set(file.key, file),
    get: async (key) => files.get(key)?.content ?? null,
    link: async ({ key }) => `https://bucket.example/${key}`,
  };
  const reportQueue: ReportQueue = { send: async (id) => void queued.push(id) };
  return { reportJobs, reportFiles, reportQueue, queued };
}
