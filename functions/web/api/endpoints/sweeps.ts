import * as z from "zod";
import { DayText } from "../../../../core/calendar/day.ts";
import { TimeText } from "../../../../core/calendar/time.ts";
import { BodyId } from "../../../../core/register/body.ts";
import { SweepReport } from "../../../../core/status/sweep-report.ts";
import { idempotencyKey } from "../conditions.ts";
import { defineEndpoint, type Endpoint, json, None } from "../endpoint.ts";
import { slotNow } from "../moment.ts";
import { Problem } from "../problem.ts";
import { name } from "../schemas.ts";

const SlotAnswer = name("Slot", z.strictObject({ day: DayText, time: TimeText }));

const SweepInput = name("SweepInput", z.strictObject({ scope: BodyId.exactOptional() }));

const SweepStarted = name(
  "SweepStarted",
  z.strictObject({ request: z.string(), slot: SlotAnswer, scopes: z.array(z.string()) }),
);

const SweepList = name("SweepList", z.strictObject({ slot: SlotAnswer, items: z.array(SweepReport) }));

const startSweep = defineEndpoint({
  method: "post",
  path: "/sweeps",
  id: "startSweep",
  tag: "Sweeps",
  summary: "Sweeps all scopes, or one, for the slot that has come; writes no letter twice however often it is asked.",
  params: None,
  query: None,
  body: SweepInput,
  headers: ["Idempotency-Key"],
  answers: {
    202: {
      description: "The sweeps are queued; `GET /sweeps` tells what they did.",
      schema: SweepStarted,
      example: { request: "5f0c", slot: { day: "2027-03-19", time: "09:00" }, scopes: ["MIA", "DP-10"] },
    },
  },
  errors: ["forbidden", "invalid-json", "unsupported-media-type", "body-too-large", "refused"],
  examples: { body: { scope: "DP-10" } },
  handle: async ({ body: { scope } }, call) => {
    const { deps, loaded } = call;
    call.require("sweep", null);
    const known = loaded.register.scopes;
    if (scope !== undefined && !known.includes(scope)) {
      const message = "is no scope: give the ministry's or a department's id";
      throw new Problem("refused", { issues: [{ path: "scope", rule: "unknown-scope", message }] });
    }
    const key = idempotencyKey(call.context.req.header("idempotency-key"));
    const request = key === undefined ? deps.identifiers.token() : deps.hash(`${call.caller.id} ${key}`).slice(0, 32);
    const slot = slotNow(call);
    const scopes = scope === undefined ? [...known] : [scope];
    await deps.sweeps.send(
      scopes.map((one) => ({ scope: one, slot })),
      request,
    );
    return { ...json(SweepStarted, { request, slot, scopes }), status: 202 };
  },
});

const listSweeps = defineEndpoint({
  method: "get",
  path: "/sweeps",
  id: "listSweeps",
  tag: "Sweeps",
  summary: "What the sweeps of a slot did, for each scope that you may see; of the latest slot when none is named.",
  params: None,
  query: z.strictObject({ day: DayText.exactOptional(), time: TimeText.exactOptional() }),
  answers: {
    200: {
      description: "The reports; a scope that was not swept yet has none.",
      schema: SweepList,
      example: { slot: { day: "2027-03-19", time: "09:00" }, items: [] },
    },
  },
  handle: async ({ query: { day, time } }, call) => {
    const latest = slotNow(call);
    const slot = { day: day ?? latest.day, time: time ?? latest.time };
    const { byId } = call.loaded.register;
    const reports = (await call.deps.log.ofSlot(slot)).filter(({ scope }) => {
      const body = byId.get(scope);
      return body !== undefined && call.may("read", body);
    });
    return json(SweepList, { slot, items: reports });
  },
});

export const sweepEndpoints: readonly Endpoint[] = [startSweep, listSweeps];
