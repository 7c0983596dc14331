import type { CommandName } from "../../../core/dossier/commands/command-name.ts";
import { Dossier } from "../../../core/dossier/dossier.ts";
import { type FactPath, indexIn } from "../../../core/dossier/fact-path.ts";
import type { ObligationId } from "../../../core/dossier/obligation-id.ts";
import { descriptions } from "./descriptions.ts";
import type { Field } from "./fields.ts";
import type { LabelKey } from "./texts/labels.ts";

/** How one kind of fact is corrected: with the fields of the command that records it, or as the one day that it is. */
export interface Correction {
  readonly obligation: ObligationId;
  /** What the fact is called. */
  readonly label: LabelKey;
  /** Below `value.`; none for a fact that can only be taken back. */
  readonly fields: readonly Field[];
  /** The fact is a day, typed as `value` itself. */
  readonly isDay?: true;
  /** What stands in its place when it is taken back; nothing when absent. */
  readonly instead?: string;
  readonly objects?: readonly string[];
  readonly isSigned?: true;
  /** Stays although it was recorded by mistake; there is another way. */
  readonly isKept?: true;
}

type Pattern = readonly (string | null)[];

/** Of a command's input, what belongs to the fact itself. */
const own = (command: CommandName, ...without: readonly string[]): readonly Field[] =>
  descriptions[command].fields.filter(({ kind, name }) => kind !== "about" && !without.includes(name));

const aDay = (obligation: ObligationId, label: LabelKey): Correction => ({
  ...{ obligation, label, isDay: true, fields: [{ kind: "day", name: "value", label, required: true }] },
});

const M = ["meetings", null] as const;
const A = [...M, "appeals", null] as const;

/** Every kind of fact (SPEC 3) that a correction can change or remove. */
const corrections: readonly (readonly [Pattern, Correction])[] = [
  [["schedule"], { obligation: "schedule", label: "schedule", fields: own("approve-schedule") }],
  [[...M, "status"], { obligation: "report", label: "status", fields: [], instead: "planned" }],
  [[...M, "cancelledOn"], { ...aDay("report", "cancelledOn"), isKept: true }],
  [[...M, "invitation"], { obligation: "invitation", label: "invitation", fields: own("record-invitation") }],
  [[...M, "venue"], { obligation: "venue", label: "venue", fields: own("record-venue-check") }],
  [[...M, "content"], { obligation: "content", label: "content", fields: own("record-content") }],
  [[...M, "readiness"], { obligation: "readiness", label: "readiness", fields: own("record-readiness") }],
  [
    [...M, "notices", null],
    { obligation: "notice", label: "notice", fields: own("publish-notice"), objects: ["announces"] },
  ],
  [
    [...M, "protocol"],
    { obligation: "protocol", label: "protocol", fields: own("draw-up-protocol", "decisions"), isSigned: true },
  ],
  [
    [...M, "protocol", "signatures", null],
    { obligation: "protocol", label: "signature", fields: own("sign-protocol", "role") },
  ],
  [[...M, "protocol", "decisions", null, "doneOn"], aDay("decision", "doneOn")],
  [[...M, "records"], { obligation: "records", label: "records", fields: own("register-records") }],
  [A, { obligation: "registration", label: "appeal", fields: own("receive-appeal", "number") }],
  [[...A, "registeredOn"], aDay("registration", "registeredOn")],
  [[...A, "transferredOn"], aDay("transfer", "transferredOn")],
  [[...A, "repliedOn"], aDay("reply", "repliedOn")],
  [[...A, "redirectedOn"], aDay("redirection", "redirectedOn")],
  [[...A, "initiatorNotifiedOn"], aDay("redirection", "initiatorNotifiedOn")],
  [[...A, "extension"], { obligation: "reply", label: "extension", fields: own("extend-appeal") }],
  [[...A, "extension", "notifiedOn"], aDay("extension-notice", "notifiedOn")],
  [["waivers", null], { obligation: "schedule", label: "waiver", fields: own("waive") }],
];

const fits = (pattern: Pattern, path: FactPath): boolean =>
  pattern.length === path.length && pattern.every((segment, index) => segment === null || segment === path[index]);

/** How the fact at a path is corrected; null for what is no fact of its own. */
export const correctionOf = (path: FactPath): Correction | null =>
  corrections.find(([pattern]) => fits(pattern, path))?.[1] ?? null;

/** The JSON at a path of a dossier; undefined when nothing is there. */
export function factAt(dossier: Dossier, path: FactPath): unknown {
  let node: unknown = Dossier.encode(dossier);
  let list = "";
  for (const segment of path) {
    if (Array.isArray(node)) node = node[indexIn(list, node, segment)];
    else if (typeof node !== "object" || node === null || !Object.hasOwn(node, segment)) return undefined;
    else node = Object.getOwnPropertyDescriptor(node, segment)?.value;
    list = segment;
  }
  return node;
}

/** A fact with what a form says in place of its own fields; facts within it stay. */
export function mergedFact(present: unknown, { fields, isDay }: Correction, input: Record<string, unknown>): unknown {
  if (isDay) return input["value"];
  const asked = new Set(fields.map(({ name }) => name.split(".")[0]));
  const kept = Object.entries(present ?? {}).filter(([key]) => !asked.has(key));
  return Object.fromEntries([...kept, ...Object.entries(input)]);
}
