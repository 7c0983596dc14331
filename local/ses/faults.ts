import * as z from "zod";
import type { Refusal } from "./answer.ts";

const Scope = {
  /** How many sendings it concerns; all until cleared when absent. */
  count: z.int().min(1).optional(),
  /** Only sendings to this address. */
  recipient: z.string().includes("@").optional(),
};

const refusalKinds = [
  "throttle",
  "daily-quota",
  "reject",
  "account-paused",
  "unknown-configuration-set",
  "access-denied",
  "server-error",
] as const;

/** What goes wrong with the next sendings. */
export const Fault = z.discriminatedUnion("fault", [
  z.strictObject({ fault: z.enum(refusalKinds), ...Scope }),
  /** The letter is accepted and the connection ends without an answer: the sender cannot know. */
  z.strictObject({ fault: z.literal("lose-answer"), ...Scope }),
  /** The connection ends before the letter is accepted: the sender sees the same as for a lost answer. */
  z.strictObject({ fault: z.literal("lose-request"), ...Scope }),
  /** The letter is accepted at once and answered late. */
  z.strictObject({ fault: z.literal("delay"), milliseconds: z.int().min(1).max(600_000), ...Scope }),
  /** The letter is accepted, and its events say that it did not arrive or was not wanted, or nothing at all. */
  z.strictObject({ fault: z.enum(["bounce", "soft-bounce", "complaint", "virus", "silent"]), ...Scope }),
]);
export type Fault = z.output<typeof Fault>;

const refusals: Readonly<Record<(typeof refusalKinds)[number], Refusal>> = {
  throttle: { status: 400, code: "Throttling", message: "Maximum sending rate exceeded." },
  "daily-quota": { status: 400, code: "Throttling", message: "Daily message quota exceeded." },
  reject: { status: 400, code: "MessageRejected", message: "Email address is not verified." },
  "account-paused": {
    status: 400,
    code: "AccountSendingPausedException",
    message: "Sending is paused for this account.",
  },
  // On the wire the code has no suffix; the SDK names its error ConfigurationSetDoesNotExistException.
  "unknown-configuration-set": {
    status: 400,
    code: "ConfigurationSetDoesNotExist",
    message: "The configuration set does not exist.",
  },
  "access-denied": {
    status: 403,
    code: "AccessDenied",
    message: "This user is not authorized to perform ses:SendRawEmail.",
  },
  "server-error": { status: 500, code: "InternalFailure", message: "The service has failed." },
};

/** The refusal that a fault stands for, or undefined when the letter is accepted or the request lost. */
export const refusalOf = ({ fault }: Fault): Refusal | undefined =>
  Object.entries(refusals).find(([kind]) => kind === fault)?.[1];

/** Faults that wait for a sending. */
export interface Faults {
  /** Adds faults; a sending meets the first one that concerns it. */
  plan(...faults: readonly Fault[]): void;
  clear(): void;
  /** What is still to come. */
  readonly planned: readonly Fault[];
  /** Uses up one count of the first fault that concerns these recipients. */
  take(recipients: readonly string[]): Fault | undefined;
}

/** No faults at first. */
export function createFaults(): Faults {
  let planned: readonly Fault[] = [];
  const concerns = (fault: Fault, recipients: readonly string[]): boolean =>
    fault.recipient === undefined || recipients.includes(fault.recipient);
  return {
    plan: (...faults) => {
      planned = [...planned, ...faults];
    },
    clear: () => {
      planned = [];
    },
    get planned() {
      return planned;
    },
    take: (recipients) => {
      const taken = planned.find((fault) => concerns(fault, recipients));
      planned = planned.flatMap((fault) => (fault === taken ? remaining(fault) : [fault]));
      return taken;
    },
  };
}

function remaining(fault: Fault): Fault[] {
  if (fault.count === undefined) return [fault];
  return fault.count > 1 ? [{ ...fault, count: fault.count - 1 }] : [];
}
