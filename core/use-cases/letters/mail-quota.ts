import type { SendQuota } from "../../ports.ts";

/** What an account that is still in the sandbox may send in a day: to verified addresses only. */
const SANDBOX_PER_DAY = 200;

/** Whether the account has never been let out of the mail service's sandbox. */
export const isSandbox = ({ perDay }: SendQuota): boolean => perDay <= SANDBOX_PER_DAY;

/** Whether today's quota is used up, as far as is known. */
export const isUsedUp = ({ perDay, sentLastDay }: SendQuota): boolean => sentLastDay >= perDay;

/** Whether so little is left of the day's quota that somebody should look. */
export const isNearlyUsedUp = ({ perDay, sentLastDay }: SendQuota): boolean => sentLastDay >= 0.8 * perDay;

/**
 * Milliseconds between two letters of one sender, when `senders` share the account's rate. A tenth is left to others:
 * the rate is counted by the service, whose clock is not ours.
 */
export const gapBetween = ({ perSecond }: SendQuota, senders: number): number =>
  perSecond > 0 ? Math.ceil((1000 * senders) / (0.9 * perSecond)) : 60_000;
