/**
 * What Esep needs from its surroundings, as plain data: the cloud's stacks and the local engines both read it, so they
 * cannot differ. Times are in seconds.
 */

interface Table {
  /** The environment variable that tells a function the table's name. */
  readonly variable: string;
  /** Name of the partition key; every key is a string. */
  readonly partitionKey: string;
  readonly sortKey?: string;
  /** The attribute with the epoch second after which DynamoDB may delete the item. Code judges expiry itself. */
  readonly timeToLive?: string;
}

interface Queue {
  /** The environment variable that tells a function the queue's address; a dead-letter queue has no reader of its own. */
  readonly variable?: string;
  readonly fifo: boolean;
  /** How long a received message stays hidden from other readers. */
  readonly visibility: number;
  /** How long an unread message is kept. */
  readonly retention: number;
  /** Where a message goes that was received `receives` times and never deleted. */
  readonly dead?: { readonly queue: string; readonly receives: number };
}

const minute = 60;
const day = 24 * 60 * minute;

/** Limits of the Lambda functions. */
export const functions = {
  /** Writes one message per scope, two dozen in all. */
  sweepStart: { timeout: minute },
  /** One scope: one read of its dossiers, then at most one letter for each of its recipients. */
  sweep: { timeout: minute },
  /**
   * At most ten letters, each one claim, one sending and one settling. As many run at once as `concurrency` says: the
   * account's sending rate is divided by it.
   */
  dispatch: { timeout: minute, concurrency: 2 },
  /** At most ten events of the mail service, each one read and one conditional write. */
  settle: { timeout: minute },
  /** One look at every scope's sweeps and letters. */
  watch: { timeout: minute },
  /** One request; API Gateway waits no longer. */
  http: { timeout: 29 },
  /** One document; API Gateway waits no longer. */
  documents: { timeout: 29 },
  /** One report in all its forms: thousands of bodies are a minute's work. */
  reports: { timeout: 10 * minute },
} as const satisfies Record<string, { readonly timeout: number; readonly concurrency?: number }>;

/** AWS asks for six times the function's timeout, so that a retry never overlaps the run that it repeats. */
const visibilityOf = (timeout: number): number => 6 * timeout;

export const tables = {
  /** Bodies and contacts: partition = scope; what every sweep must know of the whole register: partition = `#directory`. */
  Register: { variable: "REGISTER_TABLE", partitionKey: "scope", sortKey: "id" },
  /** Facts: partition = `scope#campaign`, so a sweep reads a scope with one Query. */
  Dossiers: { variable: "DOSSIERS_TABLE", partitionKey: "partition", sortKey: "body" },
  /** The ledger: partition = `scope#year`, sort key = `recipientKey#000001`, so one recipient's log is a range. */
  Letters: { variable: "LETTERS_TABLE", partitionKey: "partition", sortKey: "number" },
  /** The sweep log: what each sweep of a slot did in each scope. */
  Sweeps: { variable: "SWEEPS_TABLE", partitionKey: "slot", sortKey: "scope" },
  /** What was changed, by whom and why: one partition for each record, one entry for each version. */
  Audit: { variable: "AUDIT_TABLE", partitionKey: "record", sortKey: "version" },
  /** Who is signed in, by hashed session id. */
  Sessions: { variable: "SESSIONS_TABLE", partitionKey: "id", timeToLive: "expiresAt" },
} as const satisfies Record<string, Table>;

export const queues = {
  /**
   * Which scope to sweep. FIFO: one scope is never swept by two readers at once, which saves work and is not needed for
   * correctness. Five receives, six minutes apart, are spent when the watch alarms after half an hour.
   */
  sweeps: {
    variable: "SWEEP_QUEUE_URL",
    fifo: true,
    visibility: visibilityOf(functions.sweep.timeout),
    retention: day,
    dead: { queue: "sweepsDead", receives: 5 },
  },
  /** The dead-letter queue of a FIFO queue must be FIFO too. Kept for as long as SQS can, for people to look at. */
  sweepsDead: { fifo: true, visibility: minute, retention: 14 * day },
  /** Letters to be sent: only their ids. Older than a day they are dropped by the next sweep anyway (SPEC 6, never stale). */
  mail: {
    variable: "MAIL_QUEUE_URL",
    fifo: false,
    visibility: visibilityOf(functions.dispatch.timeout),
    retention: 4 * day,
    dead: { queue: "mailDead", receives: 5 },
  },
  mailDead: { fifo: false, visibility: minute, retention: 14 * day },
  /** Status reports to be made: only the jobs' ids. Tried three times: what fails then fails always. */
  reports: {
    variable: "REPORT_QUEUE_URL",
    fifo: false,
    visibility: visibilityOf(functions.reports.timeout),
    retention: 4 * day,
    dead: { queue: "reportsDead", receives: 3 },
  },
  reportsDead: { fifo: false, visibility: minute, retention: 14 * day },
  /** What SES says of letters: sent, delivered, bounced. Kept for long, since nobody says it a second time. */
  events: {
    fifo: false,
    visibility: visibilityOf(functions.settle.timeout),
    retention: 10 * day,
    dead: { queue: "eventsDead", receives: 5 },
  },
  eventsDead: { fifo: false, visibility: minute, retention: 14 * day },
  /** Calls that EventBridge Scheduler could not make after all its retries. */
  schedulesDead: { fifo: false, visibility: minute, retention: 14 * day },
} as const satisfies Record<string, Queue>;

export const buckets = {
  /** What was rendered and what was sent: written before the ledger's entry, never changed after. */
  letters: { variable: "LETTERS_BUCKET" },
  /**
   * Scans, photos and documents: below `evidence/` under the hash of their bytes, never changed; what was sent and not yet
   * attached below `incoming/`. A bucket of its own, so that no function that writes letters reaches them.
   */
  evidence: { variable: "EVIDENCE_BUCKET" },
} as const satisfies Record<string, { readonly variable: string }>;

/** The slots (SPEC 1): when every scope is swept, in the ministry's zone. A zone, since the offset is the law's to change. */
export const schedules = {
  sweeps: { zone: "Asia/Almaty", times: ["09:00", "18:00", "21:00"] },
} as const satisfies Record<string, { readonly zone: string; readonly times: readonly string[] }>;

/** How often the watch looks, in minutes: an alarm comes at most this much later than its cause. */
export const watchEvery = 10;
