import * as z from "zod";
import type { AuditEntry } from "../../../../core/audit/entry.ts";
import { FieldChange } from "../../../../core/audit/entry.ts";
import { DayText } from "../../../../core/calendar/day.ts";
import { InstantNumber } from "../../../../core/calendar/zone.ts";
import { commands } from "../../../../core/dossier/commands/all.ts";
import type { Command } from "../../../../core/dossier/commands/command.ts";
import { type RecordOutcome, record } from "../../../../core/use-cases/records/record.ts";
import { actionOf } from "../../record/rights.ts";
import { idempotencyKey, seenVersion, tagOf } from "../conditions.ts";
import { type Answer, defineEndpoint, type Endpoint, json, None } from "../endpoint.ts";
import { Problem } from "../problem.ts";
import { name } from "../schemas.ts";
import { commandExamples } from "./command-examples.ts";
import { DossierParams, dossierAt } from "./dossiers.ts";

export const Recorded = name(
  "Recorded",
  z.strictObject({
    /** The record's name, for `/audit/{record}`. */
    record: z.string(),
    version: z.int(),
    command: z.string(),
    /** Your Idempotency-Key, or the id that the request was given. */
    request: z.string(),
    at: InstantNumber,
    /** The civil day in the body's zone. */
    day: DayText,
    changes: z.array(FieldChange),
  }),
);

const title = (text: string): string => text.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());

const commandEndpoint = (command: Command): Endpoint =>
  defineEndpoint({
    method: "post",
    path: `/dossiers/{body}/{campaign}/commands/${command.name}`,
    id: `command${title(command.name)}`,
    tag: "Commands",
    summary: command.summary,
    params: DossierParams,
    query: None,
    body: name(`${title(command.name)}Input`, command.input),
    leavesBody: true,
    headers: ["If-Match", "Idempotency-Key"],
    answers: {
      200: {
        description: "What was recorded; the same answer again for the same Idempotency-Key.",
        schema: Recorded,
        headers: { ETag: "The version that was written." },
        example: exampleAnswer(command.name),
      },
    },
    errors: [
      ...(["unknown-body", "no-dossier", "forbidden", "invalid-json", "unsupported-media-type"] as const),
      ...(["body-too-large", "refused", "key-reused", "changed", "conflict", "record-full", "damaged-record"] as const),
    ],
    examples: { params: { body: "DP-10", campaign: "2027" }, body: commandExamples[command.name] },
    handle: async ({ params, raw }, call) => {
      const { body, key } = dossierAt(params, call);
      const action = actionOf(command.name);
      call.require(action, body);
      const id = idempotencyKey(call.context.req.header("idempotency-key"));
      const { caller, deps } = call;
      const outcome = await record(
        {
          ...key,
          zone: body.zone,
          command: command.name,
          input: raw,
          actor: { id: caller.id, name: caller.name, mayWaive: call.may("waive", body) },
          request: id ?? deps.identifiers.token(),
          isRepeatable: id !== undefined,
          version: seenVersion(call.context.req.header("if-match")),
        },
        { records: deps.dossiers, audit: deps.audit, hash: deps.hash, clock: deps.clock },
      );
      return answerOf(outcome);
    },
  });

function answerOf(outcome: RecordOutcome): Answer {
  switch (outcome.kind) {
    case "recorded":
      return recordedAnswer(outcome.entry);
    case "refused":
      throw new Problem("refused", {
        issues: outcome.issues.map(({ path, rule, message }) => ({ path, rule, message })),
      });
    case "conflict":
      throw new Problem("changed", { version: outcome.version }, { etag: tagOf(outcome.version) });
    case "busy":
      throw new Problem("conflict", { version: outcome.version }, { etag: tagOf(outcome.version) });
    case "other-request":
      throw new Problem("key-reused");
    case "too-large":
      throw new Problem("record-full");
    case "damaged":
      throw new Problem("damaged-record");
  }
}

export function recordedAnswer({ record, version, command, request, at, day, changes }: AuditEntry): Answer {
  return json(Recorded, { record, version, command, request, at, day, changes }, { etag: tagOf(version) });
}

function exampleAnswer(command: string): unknown {
  return {
    ...{ record: "dossier:DP-10:2027", version: 1, command, request: "5f0c", at: 1_800_000_000_000, day: "2027-01-15" },
    changes: [{ path: "schedule", after: { approvedOn: "2027-01-15" } }],
  };
}

/** One endpoint for each command. */
export const commandEndpoints: readonly Endpoint[] = commands.map(commandEndpoint);
