import { randomUUID } from "node:crypto";
import { plusDays, yearOf } from "../core/calendar/day.ts";
import { instantOf, type LocalTime, localTime } from "../core/calendar/zone.ts";
import { latestSlot, slotAfter, slotInstant, slotsBetween } from "../core/escalation/slots.ts";
import { FIRST_CAMPAIGN, loadRegister } from "../core/use-cases/assess/assess.ts";
import { sweepsDue } from "../core/use-cases/sweep/sweep.ts";
import type { Journey, JourneyState, Played, TimeMachine } from "../functions/web/time-machine/machine.ts";
import { schedules } from "../stacks/resources.ts";
import { setDemoClock } from "./demo-clock.ts";
import { forgetLetters } from "./forget.ts";
import { tellHistory } from "./history.ts";
import type { LocalSystem } from "./system.ts";
import { type SweptSlot, sweepSlot } from "./wait-for-slot.ts";

const { zone, times } = schedules.sweeps;

interface Parts {
  readonly system: Pick<LocalSystem, "wiring" | "mailbox">;
  readonly clockFile: string;
  readonly inboxUrl: string;
}

/** A time machine, and whether it is at work: then the schedule's own sweeps would only be in its way. */
export interface LocalTimeMachine extends TimeMachine {
  isAtWork(): boolean;
}

/** Moves the demo clock and sweeps as it goes, one journey at a time. */
export function createTimeMachine(parts: Parts): LocalTimeMachine {
  const { clock } = parts.system.wiring;
  const now = (): LocalTime => localTime(clock.calendarNow(), zone);
  let state: JourneyState | null = null;
  let isStopping = false;
  const isAtWork = (): boolean => state?.outcome === "running";
  const travel = async (journey: Journey): Promise<void> => {
    const steps: Steps = {
      reached: (done, total, swept) => {
        if (state) state = { ...state, done, total, played: swept ? [playedOf(swept), ...state.played] : state.played };
      },
      isStopping: () => isStopping,
    };
    await run(journey, parts, steps);
    if (state) state = { ...state, outcome: isStopping ? "stopped" : "done" };
  };
  return {
    ...{ now, isAtWork, inboxUrl: parts.inboxUrl },
    journey: () => state,
    letters: () => parts.system.mailbox.deliveries.length,
    slotsUntil: (day) => {
      const latest = latestSlot(clock.calendarNow(), times, zone);
      return [...slotsBetween(latest.day, day, times)].filter(
        (slot) => slot.day > latest.day || slot.time > latest.time,
      ).length;
    },
    start: (journey) => {
      if (isAtWork()) return "busy";
      isStopping = false;
      state = {
        kind: journey.kind,
        done: 0,
        total: journey.kind === "play" ? journey.slots : 1,
        outcome: "running",
        played: [],
      };
      travel(journey).catch((error: unknown) => {
        console.error("The time machine stopped:", error);
        if (state) state = { ...state, outcome: "failed" };
      });
      return "started";
    },
    stop: () => {
      isStopping = true;
    },
  };
}

/** What a journey tells on its way. */
interface Steps {
  reached(done: number, total: number, swept?: SweptSlot | null): void;
  isStopping(): boolean;
}

async function run(journey: Journey, parts: Parts, steps: Steps): Promise<void> {
  if (journey.kind === "play") return play(journey.slots, parts, steps);
  if (journey.kind === "back") await goBack(journey.to, parts, steps);
  setDemoClock(parts.clockFile, instantOf(journey.to, zone));
  steps.reached(1, 1, await sweepNow(parts));
}

async function play(slots: number, parts: Parts, steps: Steps): Promise<void> {
  const { clock } = parts.system.wiring;
  for (let done = 1; done <= slots && !steps.isStopping(); done++) {
    const next = slotAfter(latestSlot(clock.calendarNow(), times, zone), times);
    setDemoClock(parts.clockFile, slotInstant(next, zone));
    steps.reached(done, slots, await sweepNow(parts));
  }
}

/** Sweeps the slot that has come. Under a name of its own, since a slot may be played again within five minutes. */
function sweepNow({ system: { wiring } }: Parts): Promise<SweptSlot | null> {
  return sweepSlot(wiring, async () => {
    const due = await sweepsDue(wiring);
    if (due)
      await wiring.sweeps.send(
        due.scopes.map((scope) => ({ scope, slot: due.slot })),
        randomUUID(),
      );
  });
}

const playedOf = ({ slot, reports, seconds }: SweptSlot): Played => ({
  slot,
  letters: reports.reduce((sum, { written }) => sum + written, 0),
  items: reports.reduce((sum, { items }) => sum + items, 0),
  seconds,
});

/**
 * Forgets the letters and writes those of the days before the new one. Should this end in the middle, the clock still
 * stands where it stood, and the next sweep tells everything that is open afresh.
 */
async function goBack(to: LocalTime, { system }: Parts, steps: Steps): Promise<void> {
  const { wiring } = system;
  await forgetLetters(system);
  const loaded = await loadRegister(wiring.register, ({ scopes }) => scopes);
  if (!loaded) return;
  const last = yearOf(plusDays(to.day, 31));
  const campaigns = Array.from({ length: last - FIRST_CAMPAIGN + 1 }, (_, index) => FIRST_CAMPAIGN + index);
  const loads = await Promise.all(
    loaded.scopes.flatMap((scope) => campaigns.map((campaign) => wiring.dossiers.load(scope, campaign))),
  );
  const past = {
    register: loaded.register,
    dossiers: loads.flatMap(({ dossiers }) => dossiers),
    policy: loaded.directory.policy,
  };
  await tellHistory(past, to.day, wiring, (done, total) => steps.reached(done, total + 1));
}
