import type { State } from "../order608/finding.ts";

/** From worst to best. */
export const STATES: readonly State[] = ["overdue", "breached", "due", "late", "upcoming", "met", "waived"];
