import fc from "fast-check";
import { inject, vi } from "vitest";

// A mutant is killed or not: never by the luck of one run.
fc.configureGlobal({ seed: 608 });

/** What Stryker, its setup file and the code that it has changed tell each other, under a global name. */
interface Switch {
  activeMutant?: unknown;
  loadedFor?: unknown;
}
const told = (name: string): unknown => inject(name as never); // provided by Stryker, which declares no types for it
const globals = globalThis as unknown as Record<string, Switch | undefined>;
const name = told("globalNamespace");

// The thread has met other mutants: what they have left is loaded anew, and meanwhile no mutant is on, unless it is a static one.
if (typeof name === "string") {
  const mutant = told("activeMutant");
  const state = globals[name] ?? {};
  globals[name] = state;
  state.activeMutant = told("mutantActivation") === "static" ? mutant : undefined;
  if (state.loadedFor !== mutant) vi.resetModules();
  state.loadedFor = mutant;
}
