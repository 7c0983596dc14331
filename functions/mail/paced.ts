import { setTimeout as sleep } from "node:timers/promises";
import type { MailService, SendQuota } from "../../core/ports.ts";
import { gapBetween, isUsedUp } from "../../core/use-cases/letters/mail-quota.ts";

/** How a sender keeps to what the account may send. */
export interface PaceSettings {
  /** Null when it is not known. */
  readonly quota: () => Promise<SendQuota | null>;
  /** How many senders share the account at most. */
  readonly senders: number;
  /** The machine's clock, in milliseconds. */
  readonly now?: () => number;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** SES answers GetSendQuota once a second for the whole account, and a quota changes a few times a year. */
const QUOTA_FOR = 60_000;

/** The slowest rate that SES gives, for as long as it does not say. */
const UNKNOWN: SendQuota = { perDay: Number.POSITIVE_INFINITY, perSecond: 1, sentLastDay: 0 };

/** A mail service that sends no faster than the account may, and nothing once the day's quota is used up. */
export function paced(service: MailService, settings: PaceSettings): MailService {
  const { senders, now = Date.now, wait = sleep } = settings;
  let quota: Promise<SendQuota> = Promise.resolve(UNKNOWN);
  let readAgainAt = Number.NEGATIVE_INFINITY;
  let sent = 0;
  let next = 0;
  const known = (): Promise<SendQuota> => {
    if (now() >= readAgainAt) {
      const before = quota;
      quota = settings.quota().then((read) => read ?? before);
      readAgainAt = now() + QUOTA_FOR;
      sent = 0;
    }
    return quota;
  };
  return {
    send: async (mail, id) => {
      const limit = await known();
      if (isUsedUp({ ...limit, sentLastDay: limit.sentLastDay + sent })) {
        return { kind: "account-refused", reason: "daily quota" };
      }
      sent++;
      const at = Math.max(now(), next);
      next = at + gapBetween(limit, senders);
      if (at > now()) await wait(at - now());
      return service.send(mail, id);
    },
  };
}
