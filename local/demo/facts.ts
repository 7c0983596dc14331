import type { FactsText } from "../../core/dossier/facts.ts";
import { loadRegister } from "../register/load.ts";
import { demoDossiers } from "./dossiers.ts";
import { earlierDossiers } from "./earlier.ts";
import { syntheticRegister } from "./synthetic-register.ts";

/** The demo that a first start loads: Order № 608 is its number. */
const DEMO_SEED = 608;
const DEMO_CAMPAIGN = 2027;
const EARLIER_BODIES = 30;

/** The register of police bodies with the demo campaign of 2027 and what is left of 2026, in the form of a facts file. */
export function demoFacts(seed: number = DEMO_SEED): FactsText {
  const bodies = loadRegister();
  return {
    bodies,
    dossiers: [
      ...earlierDossiers(bodies, { seed, campaign: DEMO_CAMPAIGN - 1 }, EARLIER_BODIES),
      ...demoDossiers(bodies, { seed, campaign: DEMO_CAMPAIGN }),
    ],
  };
}

/** What to generate for tests and benchmarks. */
interface GenerateOptions {
  /** How many territorial bodies there are; the ministry comes on top. */
  readonly bodies: number;
  readonly seed: number;
  /** First and last campaign, both included; the working-day calendar must cover them. */
  readonly from: number;
  readonly to: number;
}

/** Facts of any size: a made-up register and whole campaigns of all its bodies. Equal options give byte-equal facts. */
export function generateFacts({ bodies: count, seed, from, to }: GenerateOptions): FactsText {
  const bodies = syntheticRegister(count);
  const campaigns = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return { bodies, dossiers: campaigns.flatMap((campaign) => demoDossiers(bodies, { seed, campaign })) };
}
