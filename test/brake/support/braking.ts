import { day } from "../../../core/calendar/day.ts";
import type { Brake } from "../../../core/escalation/brake.ts";
import type { Slot } from "../../../core/escalation/letter.ts";
import { decideBrake } from "../../support/delivery/deciding.ts";
import { department, district, factsOf, ministry, reported } from "../../support/delivery/facts.ts";
import { createWorld, load, type World } from "../../support/delivery/world.ts";

/** The ministry, one department and its districts: `size` bodies in the department's scope. */
export function bodiesOf(size: number) {
  const districts = Array.from({ length: size - 1 }, (_, index) => district(`PB-${index + 1}`, "DP-1"));
  return [ministry(), department("DP-1"), ...districts];
}

export const idsOf = (size: number): string[] =>
  bodiesOf(size).flatMap(({ id, kind }) => (kind === "ministry" ? [] : [id]));

/** All bodies have reported but the last `missing`, whose dossiers wrong data may have emptied. */
export const factsWith = (size: number, missing: number) =>
  factsOf(bodiesOf(size), 2027, {
    dossiers: idsOf(size)
      .slice(0, size - missing)
      .map((id) => reported(id, 2027, "2027-03-12")),
  });

/** Wednesday 7 April 2027: the report is overdue since 1 April, and the ministry was told on the 5th. */
export const BEFORE = "2027-04-07T09:00";

export async function sweepAt(world: World, moment: string, scopes = ["DP-1", "MIA"]) {
  world.goTo(moment);
  const reports = [];
  for (const scope of scopes) reports.push(await world.sweep(scope));
  await world.dispatch();
  return reports;
}

/** A world in which everybody has reported and was swept, and then `missing` reports are gone. */
export async function worldAfterImport(size: number, missing: number): Promise<World> {
  const world = await createWorld(factsWith(size, 0), BEFORE);
  await sweepAt(world, BEFORE);
  await load(factsWith(size, missing), world.ports);
  return world;
}

export const isBraked = (world: World): boolean => world.ports.alarms.raised.some(({ code }) => code === "brake-on");
export const toldTo = (world: World, body: string) =>
  world
    .inbox("head@dp-1.example")
    .flatMap(({ items }) => items)
    .filter((item) => item.body === body);
export const adminMails = (world: World) =>
  world.ports.service.accepted.filter(({ letter }) => letter.startsWith("brake_"));

/** The slot after {@link BEFORE}, in which the brake is put on. */
export const EVENING = "2027-04-07T18:00";
export const evening: Slot = { day: day("2027-04-07"), time: "18:00" };

/** The brake of the evening's slot. */
export const eveningBrake = (more: Partial<Brake> = {}): Brake => ({
  ...{ version: 1, slot: evening, until: { day: day("2027-04-08"), time: "09:00" }, bodies: 9, of: 9 },
  ...{ stopped: null, released: null, ...more },
});

export const brakeOf = async (world: World, scope = "DP-1"): Promise<Brake | null> =>
  (await world.ports.log.standings([scope])).find((one) => one.scope === scope)?.brake ?? null;
export const inScope = (world: World, scope: string) => world.letters().filter((letter) => letter.scope === scope);
export const decide = (world: World, decision: "stop" | "release") =>
  decideBrake("DP-1", decision, { by: "user:admin", slot: evening }, world.ports);

/** Who has reported, and who has not, of two departments. */
export const twoDepartments = (missing: readonly string[]) => {
  const ids = ["DP-1", "PB-1", "PB-2", "PB-3", "PB-4"];
  const others = ["DP-2", ...Array.from({ length: 11 }, (_, index) => `PC-${index}`)];
  const bodies = [
    ...[ministry(), department("DP-1"), ...ids.slice(1).map((id) => district(id, "DP-1", []))],
    ...[department("DP-2"), ...others.slice(1).map((id) => district(id, "DP-2", []))],
  ];
  const dossiers = [...ids, ...others]
    .filter((id) => !missing.includes(id))
    .map((id) => reported(id, 2027, "2027-03-12"));
  return { facts: factsOf(bodies, 2027, { dossiers }), ids, others };
};

/** Everybody was swept with everything right; then the import comes. */
export async function afterImport(missing: readonly string[], scopes = ["MIA", "DP-1", "DP-2"]): Promise<World> {
  const world = await createWorld(twoDepartments([]).facts, BEFORE);
  await sweepAt(world, BEFORE, scopes);
  await load(twoDepartments(missing).facts, world.ports);
  world.goTo(EVENING);
  return world;
}

export const { ids, others } = twoDepartments([]);
