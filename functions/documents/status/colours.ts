import type { State } from "../../../core/order608/finding.ts";
import type { Level } from "../../../core/status/level.ts";

/** Ground and ink. */
export type Pair = readonly [ground: string, ink: string];

/** The light colours of the pages: each pair has a contrast of 4.5 or more, also when printed in grey. */
export const stateColours: Readonly<Record<State, Pair>> = {
  overdue: ["#fbe0dc", "#941b14"],
  breached: ["#8c1d18", "#ffffff"],
  due: ["#ffedbf", "#664200"],
  late: ["#eceed3", "#515811"],
  upcoming: ["#e6eef5", "#33516e"],
  met: ["#dcf1e6", "#125c39"],
  waived: ["#e9e8f4", "#4a4582"],
};

export const levelColours: Readonly<Record<Level, Pair>> = {
  top: ["#b3e2ca", "#0c4a2d"],
  high: ["#dcf1e6", "#125c39"],
  fair: ["#fbf3cc", "#5f4b00"],
  low: ["#fbdcae", "#6b3600"],
  bottom: ["#fbe0dc", "#941b14"],
  none: ["#f3f6f8", "#4c5b69"],
};

export const ink = "#14212e";
export const quiet = "#4c5b69";
export const line = "#d3dce3";
export const accent = "#0b3a63";
