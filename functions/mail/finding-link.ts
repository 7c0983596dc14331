import type { FindingKey } from "../../core/order608/finding.ts";

/** The page of a finding: where it is recorded and explained. */
export function linkOf({ body, campaign, obligation }: FindingKey, appUrl: string): string {
  return `${baseOf(appUrl)}/bodies/${encodeURIComponent(body.toWellFormed())}?campaign=${campaign}#${obligation}`;
}

/** Address of the pages, without a slash at its end. */
export const baseOf = (appUrl: string): string => appUrl.replace(/\/+$/, "");
