import type { AssessmentPorts } from "../../core/assess.ts";
import type { Clock, SweepLog } from "../../core/ports.ts";

/** What is read of all bodies at once. */
interface Reads extends AssessmentPorts {
  readonly log: Pick<SweepLog, "ofSlot">;
}

interface Kept {
  readonly at: number;
  readonly value: Promise<unknown>;
}

/**
 * Ports whose reads are shared by all requests of some seconds: when a letter has sent everybody to the overview at
 * once, the records of all bodies are read once. A failed read is forgotten at once. Zero seconds keep nothing.
 */
export function recentReads<Ports extends Reads>(
  ports: Ports,
  { machineNow }: Pick<Clock, "machineNow">,
  seconds: number,
): Ports {
  if (seconds === 0) return ports;
  const known = new Map<string, Kept>();
  const keep = <Value>(key: string, read: () => Promise<Value>): Promise<Value> => {
    const now = machineNow();
    const kept = known.get(key);
    // Each key is read by one function, so what is kept under it has that function's type.
    if (kept && now - kept.at < seconds * 1000) return kept.value as Promise<Value>;
    const value = read();
    known.set(key, { at: now, value });
    value.catch(() => known.delete(key));
    return value;
  };
  return {
    ...ports,
    register: {
      directory: () => keep("directory", () => ports.register.directory()),
      bodies: (scope, directory) =>
        keep(`bodies ${scope} ${directory?.version}`, () => ports.register.bodies(scope, directory)),
    },
    log: { ofSlot: (slot) => keep(`slot ${slot.day} ${slot.time}`, () => ports.log.ofSlot(slot)) },
    dossiers: {
      load: (scope, campaign) => keep(`dossiers ${scope} ${campaign}`, () => ports.dossiers.load(scope, campaign)),
    },
  };
}
