import type { Benchmark } from "./benchmark.ts";
export const sweep: Benchmark = { name: "sweep", about: "", run: async () => [] };
