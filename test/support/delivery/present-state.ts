import type { LetterEntry } from "../../../core/escalation/ledger.ts";
import type { SweepReport } from "../../../core/status/sweep-report.ts";
import type { World } from "./world.ts";

/** What of a letter decides what happens to it from now on; its names only tell who wrote it. */
const standing = ({ owner: _, file: __, ...entry }: LetterEntry) => entry;

/**
 * Everything on which the rest of a history can depend, as text: two histories that agree in it at the same moment go on
 * alike. Of the sweeps' reports only a brake reads the last, where few bodies are enough for one and every day is a
 * working day, as in all our scenarios of it.
 */
export async function presentState({ ports, queues }: World): Promise<string> {
  const directory = await ports.register.directory();
  const standings = await ports.log.standings();
  const isBrakeable = (directory?.policy.brake.bodies ?? 0) <= 3;
  const isLast = ({ scope, slot }: SweepReport): boolean =>
    standings.some((of) => of.scope === scope && of.last?.day === slot.day && of.last.time === slot.time);
  return JSON.stringify({
    letters: ports.ledger.all().map(standing),
    queues: Object.values(queues).map((queue) => queue.waiting()),
    outOfUse: [await ports.outOfUse.all(), ports.outOfUse.cleared()],
    standings,
    reports: isBrakeable
      ? ports.log
          .all()
          .filter(isLast)
          .map(({ scope, slot, at }) => ({ scope, slot, at }))
      : [],
  });
}
