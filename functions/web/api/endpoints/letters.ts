import * as z from "zod";
import { DayText, yearOf } from "../../../../core/calendar/day.ts";
import { TimeText } from "../../../../core/calendar/time.ts";
import { localTime } from "../../../../core/calendar/zone.ts";
import { ObligationId } from "../../../../core/dossier/obligation-id.ts";
import { type LetterEntry, LetterState, letterPath } from "../../../../core/escalation/ledger.ts";
import { isSlotBefore } from "../../../../core/escalation/slots.ts";
import { EscalationRole } from "../../../../core/order608/role.ts";
import { BodyId } from "../../../../core/register/body.ts";
import {
  Acknowledgement,
  Answer,
  acknowledge,
  readAcknowledgement,
  readAnswers,
} from "../../../../core/use-cases/letters/acknowledge.ts";
import { logsAbout } from "../../letters/scopes.ts";
import { idempotencyKey } from "../conditions.ts";
import { type Call, defineEndpoint, type Endpoint, json, None } from "../endpoint.ts";
import { pageFrom, pageOf, paging } from "../page.ts";
import { Problem } from "../problem.ts";
import { isWithin, scopesOf, visibleBodies } from "../register.ts";
import { name, YearText } from "../schemas.ts";

const Told = { body: z.string(), campaign: z.int(), obligation: ObligationId, subject: z.string(), due: DayText };

const AcknowledgementAnswer = name("Acknowledgement", Acknowledgement);

const LetterAnswer = name(
  "Letter",
  z.strictObject({
    ...{ scope: BodyId, year: z.int(), recipientKey: z.string(), n: z.int() },
    slot: z.strictObject({ day: DayText, time: TimeText }),
    level: EscalationRole,
    /** Where it stands on its way. */
    state: LetterState,
    attempts: z.int(),
    /** The mail service's id, once accepted. */
    messageId: z.string().nullable(),
    /** Why it failed, was dropped or is held. */
    reason: z.string().nullable(),
    /** The applied versions of policy and calendar that it was planned by (0: before the first); null in older letters. */
    rules: z.strictObject({ policy: z.int(), calendar: z.int() }).nullable(),
    /** What it says of bodies that you may see. */
    items: z.array(z.strictObject({ ...Told, stage: z.string() })),
    /** Findings whose end it tells. */
    closed: z.array(z.strictObject(Told)),
    /** The recipient's last answer; null while there is none. It never stops the ladder. */
    acknowledgement: AcknowledgementAnswer.nullable(),
  }),
);

const LetterPage = name("LetterPage", pageOf(LetterAnswer));

const example = {
  ...{ scope: "DP-10", year: 2027, recipientKey: "mZ6oD6Dkq0zS1l1pVb3u2A", n: 3, level: "officer", state: "delivered" },
  slot: { day: "2027-03-19", time: "09:00" },
  ...{
    attempts: 1,
    messageId: "0100018e",
    reason: null,
    rules: { policy: 1, calendar: 0 },
    closed: [],
    acknowledgement: null,
  },
  items: [
    {
      ...{ body: "DP-10", campaign: 2027, obligation: "report", subject: "dossier" },
      ...{ due: "2027-03-31", stage: "due-12" },
    },
  ],
};

type Seen = z.output<typeof LetterAnswer>;

/** A letter as a caller may see it: without what it says of other bodies; null when nothing is left. */
function seenBy({ may, loaded }: Call, entry: LetterEntry, acknowledgement: Acknowledgement | null): Seen | null {
  const isVisible = ({ body }: { readonly body: string }): boolean => {
    const known = loaded.register.byId.get(body);
    return known !== undefined && may("read", known);
  };
  const items = entry.items.filter(isVisible);
  const closed = entry.closed.filter(isVisible);
  if (items.length + closed.length === 0) return null;
  const { scope, year, recipientKey, n, slot, level, state, attempts, messageId, reason, rules = null } = entry;
  return {
    ...{ scope, year, recipientKey, n, slot, level, state, attempts, messageId, reason },
    rules: rules && { ...rules },
    items: items.map((item) => ({ ...toldOf(item), stage: item.stage })),
    closed: closed.map(toldOf),
    acknowledgement,
  };
}

const toldOf = ({ body, campaign, obligation, subject, due }: LetterEntry["closed"][number]) => ({
  ...{ body, campaign, obligation, subject, due },
});

const listLetters = defineEndpoint({
  method: "get",
  path: "/letters",
  id: "listLetters",
  tag: "Letters",
  summary: "Letters of a year that tell of bodies that you may see, and what became of them; newest first.",
  params: None,
  query: z.strictObject({
    ...paging,
    /** Only letters about this body or bodies under it; of the ministry: about any. */
    scope: BodyId.exactOptional(),
    year: YearText.exactOptional(),
    state: LetterState.exactOptional(),
    /** `no`: letters that nobody has answered yet. */
    acknowledged: z.enum(["yes", "no"]).exactOptional(),
  }),
  answers: { 200: { description: "One page.", schema: LetterPage, example: { items: [example], next: null } } },
  errors: ["unknown-body", "forbidden"],
  handle: async ({ query: { scope, year, state, acknowledged, ...wanted } }, call) => {
    const { deps, loaded, caller } = call;
    const { register } = loaded;
    const top = scope === undefined ? null : call.body(scope);
    if (top) call.require("read", top);
    const visible = visibleBodies(top, "read", caller, register);
    const wantedYear = year ?? yearOf(localTime(deps.clock.calendarNow(), register.ministry.zone).day);
    const scopes = logsAbout(scopesOf(visible, register), loaded.directory);
    const [logs, answerTo] = await Promise.all([
      Promise.all(scopes.map((one) => deps.ledger.log(one, wantedYear))),
      readAnswers(scopes, [wantedYear], deps.acknowledgements),
    ]);
    const isAbout = (entry: LetterEntry): boolean =>
      [...entry.items, ...entry.closed].some(({ body }) => {
        const known = register.byId.get(body);
        return known !== undefined && (top === null || isWithin(known, top, register));
      });
    const letters = logs
      .flat()
      .filter((entry) => (state === undefined || entry.state === state) && isAbout(entry))
      .sort(newestFirst)
      .flatMap((entry) => seenBy(call, entry, answerTo(entry) ?? null) ?? [])
      .filter((seen) => acknowledged === undefined || (acknowledged === "yes") === (seen.acknowledgement !== null));
    return json(LetterPage, pageFrom(letters, letterPath, wanted));
  },
});

function newestFirst(a: LetterEntry, b: LetterEntry): number {
  if (isSlotBefore(a.slot, b.slot)) return 1;
  if (isSlotBefore(b.slot, a.slot)) return -1;
  return letterPath(a) < letterPath(b) ? -1 : 1;
}

const LetterParams = z.strictObject({
  scope: BodyId,
  year: YearText,
  recipientKey: z.string().regex(/^[\w-]{22}$/, "is no recipient's key"),
  n: z.codec(z.string().regex(/^\d{1,6}$/, "is no number"), z.int(), { decode: Number, encode: String }),
});

const getLetter = defineEndpoint({
  method: "get",
  path: "/letters/{scope}/{year}/{recipientKey}/{n}",
  id: "getLetter",
  tag: "Letters",
  summary: "One letter and what became of it.",
  params: LetterParams,
  query: None,
  answers: { 200: { description: "The letter.", schema: LetterAnswer, example } },
  errors: ["unknown-letter"],
  examples: { params: { scope: "DP-10", year: "2027", recipientKey: "mZ6oD6Dkq0zS1l1pVb3u2A", n: "3" } },
  handle: async ({ params }, call) => {
    const { ledger, acknowledgements } = call.deps;
    const [entry, stored] = await Promise.all([ledger.get(params), acknowledgements.read(params)]);
    const seen = entry && seenBy(call, entry, stored && readAcknowledgement(stored));
    // A letter about bodies that the caller may not see is none to them.
    if (!seen) throw new Problem("unknown-letter");
    return json(LetterAnswer, seen);
  },
});

const acknowledgeLetter = defineEndpoint({
  method: "post",
  path: "/letters/{scope}/{year}/{recipientKey}/{n}/acknowledgement",
  id: "acknowledgeLetter",
  tag: "Letters",
  summary: "Answers a letter: seen, what will be done by when, or that it came to the wrong person.",
  params: LetterParams,
  query: None,
  body: name("AcknowledgementInput", Answer),
  headers: ["Idempotency-Key"],
  answers: {
    200: {
      description: "The answer as it is kept; one given later takes its place, and the audit keeps all.",
      schema: AcknowledgementAnswer,
      example: { answer: { kind: "seen" }, by: { id: "user:aigerim", name: "Айгерим" }, at: 1_805_000_000_000 },
    },
  },
  errors: [
    ...(["unknown-letter", "forbidden", "invalid-json", "unsupported-media-type", "body-too-large"] as const),
    ...(["refused", "key-reused", "conflict"] as const),
  ],
  examples: {
    params: { scope: "DP-10", year: "2027", recipientKey: "mZ6oD6Dkq0zS1l1pVb3u2A", n: "3" },
    body: { kind: "will-do", what: "Отчет состоится в Доме культуры", by: "2027-03-26" },
  },
  handle: async ({ params: letter, body: answer }, call) => {
    const { deps, caller, loaded } = call;
    const entry = await deps.ledger.get(letter);
    if (!entry || !seenBy(call, entry, null)) throw new Problem("unknown-letter");
    // Who answers a letter must be able to act on all of it.
    const isOurs = [...entry.items, ...entry.closed].every(({ body }) => {
      const known = loaded.register.byId.get(body);
      return known !== undefined && call.may("acknowledge-letter", known);
    });
    if (!isOurs) throw new Problem("forbidden", { detail: "This needs the right to answer for all its bodies." });
    const id = idempotencyKey(call.context.req.header("idempotency-key"));
    const outcome = await acknowledge(
      {
        ...{ letter, answer, zone: loaded.register.ministry.zone, actor: { id: caller.id, name: caller.name } },
        ...{ request: id ?? deps.identifiers.token(), isRepeatable: id !== undefined },
      },
      { records: deps.acknowledgements, audit: deps.audit, hash: deps.hash, clock: deps.clock },
    );
    if (outcome.kind === "other-request") throw new Problem("key-reused");
    if (outcome.kind !== "recorded") throw new Problem("conflict");
    return json(AcknowledgementAnswer, { answer, by: outcome.entry.by, at: outcome.entry.at });
  },
});

export const letterEndpoints: readonly Endpoint[] = [listLetters, getLetter, acknowledgeLetter];
