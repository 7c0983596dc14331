import type { Alarms } from "../../../core/ports.ts";

/** One alarm as it was raised. */
export interface Raised {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export interface MemoryAlarms extends Alarms {
  readonly raised: readonly Raised[];
}

export function memoryAlarms(): MemoryAlarms {
  const raised: Raised[] = [];
  return { raised, raise: (code, details) => void raised.push({ code, details }) };
}
