import type { FailedFinding } from "../../core/order608/finding.ts";
import type { Damage } from "../../core/ports.ts";
import { print } from "./print.ts";

/** Says what could not be evaluated, a line each: silence would read as if nothing were owed. */
export function printNotChecked(failed: readonly FailedFinding[], damaged: readonly Damage[] = []): void {
  for (const { body, obligation, subject, year } of failed) {
    print(`Not checked: ${body} ${obligation} ${subject}: the calendar does not cover ${year}.`);
  }
  for (const { body, campaign, reason } of damaged) {
    print(`Not checked: ${body} ${campaign}: its record cannot be read: ${reason}.`);
  }
}
