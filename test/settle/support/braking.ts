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
