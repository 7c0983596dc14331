import * as z from "zod";
import { DayText, yearOf } from "../../../../core/calendar/day.ts";
import { TimeText } from "../../../../core/calendar/time.ts";
import { localTime } from "../../../../core/calendar/zone.ts";
import { ObligationId } from "../../../../core/dossier/obligation-id.ts";
import { type LetterEntry, letterPath } from "../../../../core/escalation/ledger.ts";
import { isSlotBefore } from "../../../../core/escalation/slots.ts";
import { EscalationRole } from "../../../../core/order608/role.ts";
import { BodyId } from "../../../../core/register/body.ts";
import { type Call, defineEndpoint, type Endpoint, json, None } from "../endpoint.ts";
import { pageFrom, pageOf, paging } from "../page.ts";
import { Problem } from "../problem.ts";
import { isWithin, scopesOf, visibleBodies } from "../register.ts";
import { name, YearText } from "../schemas.ts";

const LetterState = z.enum([
  ...(["queued", "sending", "sent", "delivered", "bounced"] as const),
  ...(["complained", "failed", "unknown", "held", "dropped"] as const),
]);

const Told = { body: z.string(), campaign: z.int(), obligation: ObligationId, subject: z.string(), due: DayText };

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
    /** What it says of bodies that you may see. */
    items: z.array(z.strictObject({ ...Told, stage: z.string() })),
    /** Findings whose end it tells. */
    closed: z.array(z.strictObject(Told)),
  }),
);

const LetterPage = name("LetterPage", pageOf(LetterAnswer));

const example = {
  ...{ scope: "DP-10", year: 2027, recipientKey: "mZ6oD6Dkq0zS1l1pVb3u2A", n: 3, level: "officer", state: "delivered" },
  slot: { day: "2027-03-19", time: "09:00" },
  ...{ attempts: 1, messageId: "0100018e", reason: null, closed: [] },
  items: [
    {
      ...{ body: "DP-10", campaign: 2027, obligation: "report", subject: "dossier" },
      ...{ due: "2027-03-31", stage: "due-12" },
    },
  ],
};

/** A letter as a caller may see it: without what it says of other bodies; null when nothing is left. */
function seenBy({ caller: _caller, may, loaded }: Call, entry: LetterEntry): z.output<typeof LetterAnswer> | null {
  const isVisible = ({ body }: { readonly body: string }): boolean => {
    const known = loaded.register.byId.get(body);
    return known !== undefined && may("read", known);
  };
  const items = entry.items.filter(isVisible);
  const closed = entry.closed.filter(isVisible);
  if (items.length + closed.length === 0) return null;
  const { scope, year, recipientKey, n, slot, level, state, attempts, messageId, reason } = entry;
  return {
    ...{ scope, year, recipientKey, n, slot, level, state, attempts, messageId, reason },
    items: items.map((item) => ({ ...toldOf(item), stage: item.stage })),
    closed: closed.map(toldOf),
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
    /** Only letters about this body or bodies under it. */
    scope: BodyId.exactOptional(),
    year: YearText.exactOptional(),
    state: LetterState.exactOptional(),
  }),
  answers: { 200: { description: "One page.", schema: LetterPage, example: { items: [example], next: null } } },
  errors: ["unknown-body", "forbidden"],
  handle: async ({ query: { scope, year, state, ...wanted } }, call) => {
    const { deps, loaded, caller } = call;
    const { register } = loaded;
    const top = scope === undefined ? null : call.body(scope);
    if (top) call.require("read", top);
    const visible = visibleBodies(top, "read", caller, register);
    const wantedYear = year ?? yearOf(localTime(deps.clock.calendarNow(), register.ministry.zone).day);
    // The ministry's scope holds letters to addresses that several scopes share, about any body.
    const scopes = [...new Set([register.ministry.id, ...scopesOf(visible, register)])];
    const logs = await Promise.all(scopes.map((one) => deps.ledger.log(one, wantedYear)));
    const isAbout = (entry: LetterEntry): boolean =>
      [...entry.items, ...entry.closed].some(({ body }) => {
        const known = register.byId.get(body);
        return known !== undefined && (top === null || isWithin(known, top, register));
      });
    const letters = logs
      .flat()
      .filter((entry) => (state === undefined || entry.state === state) && isAbout(entry))
      .sort(newestFirst)
      .flatMap((entry) => seenBy(call, entry) ?? []);
    return json(LetterPage, pageFrom(letters, letterPath, wanted));
  },
});

function newestFirst(a: LetterEntry, b: LetterEntry): number {
  if (isSlotBefore(a.slot, b.slot)) return 1;
  if (isSlotBefore(b.slot, a.slot)) return -1;
  return letterPath(a) < letterPath(b) ? -1 : 1;
}

const getLetter = defineEndpoint({
  method: "get",
  path: "/letters/{scope}/{year}/{recipientKey}/{n}",
  id: "getLetter",
  tag: "Letters",
  summary: "One letter and what became of it.",
  params: z.strictObject({
    scope: BodyId,
    year: YearText,
    recipientKey: z.string().regex(/^[\w-]{22}$/, "is no recipient's key"),
    n: z.codec(z.string().regex(/^\d{1,6}$/, "is no number"), z.int(), { decode: Number, encode: String }),
  }),
  query: None,
  answers: { 200: { description: "The letter.", schema: LetterAnswer, example } },
  errors: ["unknown-letter"],
  examples: { params: { scope: "DP-10", year: "2027", recipientKey: "mZ6oD6Dkq0zS1l1pVb3u2A", n: "3" } },
  handle: async ({ params }, call) => {
    const entry = await call.deps.ledger.get(params);
    const seen = entry && seenBy(call, entry);
    // A letter about bodies that the caller may not see is none to them.
    if (!seen) throw new Problem("unknown-letter");
    return json(LetterAnswer, seen);
  },
});

export const letterEndpoints: readonly Endpoint[] = [listLetters, getLetter];
