import * as z from "zod";

const Inputs = z.record(z.string(), z.unknown());

/** A resource as the program registers it. */
export const Resource = z.object({
  type: z.string(),
  name: z.string(),
  inputs: Inputs,
  isProtected: z.boolean(),
  isRetained: z.boolean(),
});
export type Resource = z.output<typeof Resource>;

/** Everything that one stage would create. */
export const Graph = z.object({
  app: z.object({ name: z.string(), removal: z.string(), protect: z.boolean(), region: z.string() }),
  /** What the deployment shows at its end. */
  outputs: Inputs,
  resources: z.array(Resource),
  bundles: z.record(
    z.string(),
    z.object({
      handler: z.string(),
      runtime: z.string(),
      minify: z.boolean(),
      bytes: z.number(),
      external: z.array(z.string()).readonly(),
    }),
  ),
});
export type Graph = z.output<typeof Graph>;
