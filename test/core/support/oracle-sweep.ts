import { formatDay } from "../../../core/calendar/day.ts";
import { momentOf, oracleAddresses, oracleFires, oracleKey, oracleLate, oracleStages } from "./ladder-oracle.ts";
import { evaluatedAt, type Line, slotOf, type World } from "./sweeps.ts";

/** What the oracle knows of letters written: by address and finding with its due day, the stages in order of writing. */
export type OracleMemory = Map<string, string[]>;

/** What a line of a sweep says, for comparing: the oracle gives no reasons. */
export type OracleLine = Pick<Line, "slot" | "to" | "what" | "due" | "stage" | "late">;

/** One stage that fires for one address, and the stages of its finding that have come. */
interface Firing {
  readonly to: string;
  readonly key: string;
  readonly order: readonly string[];
  readonly fires: string[];
  readonly line: (stage: string) => OracleLine;
}

/** Everything that fires at a slot, by address and finding. */
function firingAt(world: World, slot: string): Firing[] {
  const { day: today, time } = slotOf(slot);
  const firing = new Map<string, Firing>();
  for (const { body, findings } of evaluatedAt(world, slotOf(slot))) {
    for (const finding of findings) {
      const dossier = world.dossiers.find((one) => one.body === body.id && one.campaign === finding.campaign);
      const meeting = dossier?.meetings.find(({ id }) => id === finding.subject);
      const stages = oracleStages(finding, world, meeting, momentOf(today, time));
      for (const stage of stages.filter((one) => oracleFires(one, finding, today, dossier, world))) {
        for (const to of new Set(stage.to.flatMap((role) => oracleAddresses(role, body, world, today)))) {
          const key = `${to} ${oracleKey(finding)}`;
          const known = firing.get(key) ?? {
            to,
            key,
            order: stages.map(({ name }) => name),
            fires: [],
            line: (name) => ({
              slot,
              to,
              what: `${finding.body} ${finding.obligation} ${finding.subject}`,
              due: formatDay(finding.due),
              stage: name,
              late: stages.some((one) => one.name === name && oracleLate(one, slot, world)),
            }),
          };
          known.fires.push(stage.name);
          firing.set(key, known);
        }
      }
    }
  }
  return [...firing.values()];
}

/** "Of the stages that fire for one recipient and stand after the last one written to them, only the last is written." */
export function oracleSweep(world: World, slot: string, memory: OracleMemory): OracleLine[] {
  return firingAt(world, slot).flatMap(({ key, order, fires, line }) => {
    const written = memory.get(key) ?? [];
    const lastWritten = Math.max(-1, ...written.map((name) => order.indexOf(name)));
    const next = fires.filter((name) => order.indexOf(name) > lastWritten).at(-1);
    if (next === undefined) return [];
    memory.set(key, [...written, next]);
    return [line(next)];
  });
}

/** What should have been told by now and was not: a stage fires for somebody who was told neither it nor a later one. */
export function untold(world: World, slot: string, lines: readonly OracleLine[]): string[] {
  return firingAt(world, slot).flatMap(({ key, to, order, fires, line }) => {
    const last = fires.at(-1) ?? "";
    const { what, due } = line(last);
    const told = lines.filter((one) => one.to === to && one.what === what && one.due === due);
    return told.some(({ stage }) => order.indexOf(stage) >= order.indexOf(last)) ? [] : [`${key} ${last}`];
  });
}
