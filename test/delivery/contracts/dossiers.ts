import { describe, expect, test } from "vitest";
import { Dossier, type DossierText } from "../../../core/dossier/dossier.ts";
import type { Damage } from "../../../core/ports.ts";
import { dossier, reported, withDecision } from "../../support/delivery/facts.ts";
import type { MemoryDossiers } from "../../support/memory/dossiers.ts";

/** A dossier store in which a record can be damaged; returns what is to be reported of it. */
export interface DamageableDossiers extends Omit<MemoryDossiers, "damage"> {
  damage(scope: string, body: string, campaign: number): Promise<Damage>;
}

const parsed = (...texts: readonly DossierText[]): Dossier[] => texts.map((text) => Dossier.parse(text));

/** What every dossier store does. `scope` names one that nobody else uses. */
export function dossierContract(store: () => DamageableDossiers, scope: () => string): void {
  describe("a dossier store", () => {
    test("gives back what was written, by scope and campaign", async () => {
      const own = scope();
      const full = reported("PB-2", 2027, "2027-03-12", withDecision("2027-03-12", "2027-04-01"));
      const dossiers = parsed(dossier("PB-1", 2027), full);
      await store().write(own, [...dossiers, ...parsed(dossier("PB-1", 2026))]);
      await store().write(scope(), parsed(dossier("PB-9", 2027)));
      expect(await store().load(own, 2027)).toMatchObject({ dossiers, damaged: [] });
      expect(await store().load(own, 2028)).toMatchObject({ dossiers: [], damaged: [] });
    });

    test("writes over the dossier of the same body and campaign", async () => {
      const own = scope();
      await store().write(own, parsed(dossier("PB-1", 2027)));
      const [changed] = parsed(reported("PB-1", 2027, "2027-03-12"));
      if (changed) await store().write(own, [changed]);
      expect(await store().load(own, 2027)).toMatchObject({ dossiers: [changed], damaged: [] });
    });

    test("holds a dossier for each of hundreds of bodies", async () => {
      const own = scope();
      const many = parsed(...Array.from({ length: 120 }, (_, index) => dossier(`PB-${1000 + index}`, 2027)));
      await store().write(own, many);
      expect((await store().load(own, 2027)).dossiers).toEqual(many);
    });

    test("reports a damaged record and gives the others", async () => {
      const own = scope();
      await store().write(own, parsed(dossier("PB-1", 2027), dossier("PB-2", 2027), dossier("PB-3", 2027)));
      const damage = await store().damage(own, "PB-2", 2027);
      const { dossiers, damaged } = await store().load(own, 2027);
      expect(dossiers.map(({ body }) => body)).toEqual(["PB-1", "PB-3"]);
      expect(damaged).toEqual([damage]);
      expect(damage).toMatchObject({ body: "PB-2", campaign: 2027 });
    });
  });
}
