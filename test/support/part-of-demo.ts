import type { FactsText } from "../../core/dossier/facts.ts";
import { demoFacts } from "../../local/demo/facts.ts";

/** The ministry and some of the demo's departments, with all bodies below them: quick, and every rule occurs. */
export function partOfDemo(...departments: readonly string[]): FactsText {
  const { bodies, dossiers } = demoFacts();
  const kept = new Set(["MIA", ...departments]);
  // Superiors stand before their subordinates; the departments that are not wanted stand right below the ministry.
  for (const { id, parent } of bodies) if (parent !== "MIA" && kept.has(parent ?? "")) kept.add(id);
  return {
    bodies: bodies.filter(({ id }) => kept.has(id)),
    dossiers: dossiers.filter(({ body }) => kept.has(body)),
  };
}
