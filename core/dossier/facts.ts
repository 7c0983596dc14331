import * as z from "zod";
import { Body } from "../register/body.ts";
import { refuseBrokenTree } from "../register/tree.ts";
import { Dossier } from "./dossier.ts";
import { refuseDuplicates } from "./rules.ts";

/** The import and export format (SPEC 3): a register with its dossiers and, if given, a part of a policy. */
export const Facts = z
  .strictObject({
    bodies: z.array(Body),
    dossiers: z.array(Dossier),
    policy: z.record(z.string(), z.json()).exactOptional(),
  })
  .superRefine(({ bodies, dossiers }, context) => {
    refuseDuplicates(context, bodies, ({ id }) => id, ["bodies"], "id");
    refuseBrokenTree(context, bodies);
    const known = new Set(bodies.map(({ id }) => id));
    for (const [index, { body }] of dossiers.entries()) {
      if (!known.has(body)) {
        context.addIssue({
          code: "custom",
          path: ["dossiers", index, "body"],
          message: `names the unknown body "${body}"`,
        });
      }
    }
    refuseDuplicates(context, dossiers, ({ body, campaign }) => `${body} ${campaign}`, ["dossiers"], "campaign");
  });
export type Facts = z.output<typeof Facts>;
export type FactsText = z.input<typeof Facts>;

/** The facts of a file's JSON, or every rule that it breaks; what was left out is said to be required. */
export const readFacts = (json: unknown): z.ZodSafeParseResult<Facts> =>
  Facts.safeParse(json, { error: ({ input }) => (input === undefined ? "is required" : undefined) });
