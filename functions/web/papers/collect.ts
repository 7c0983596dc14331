import type { Context } from "hono";
import { readHistory } from "../../../core/audit/append.ts";
import { type Day, dayOf, plusDays } from "../../../core/calendar/day.ts";
import type { CalendarDay } from "../../../core/calendar/kazakhstan.ts";
import { formatMinutes } from "../../../core/calendar/time.ts";
import { emptyDossier } from "../../../core/dossier/dossier.ts";
import { dossierName } from "../../../core/dossier/dossier-record.ts";
import { splitPath } from "../../../core/dossier/fact-path.ts";
import { letterPath } from "../../../core/escalation/ledger.ts";
import { evidenceName } from "../../../core/evidence/evidence.ts";
import { mayDo } from "../../../core/register/grant.ts";
import type { PackContents, PackHistory, PackLetter } from "../../../core/use-cases/records/papers.ts";
import { bySlot } from "../body/told.ts";
import { type BodyView, loadBody } from "../body/view.ts";
import { type EvidenceView, loadEvidence } from "../evidence/view.ts";
import { pageOf } from "../page.ts";
import { rightsOf } from "../record/rights.ts";
import { wordCommand } from "../record/texts/commands.ts";
import { wordPath } from "../record/word-fact.ts";
import { deliver } from "../reports/delivery.ts";
import { callerOf } from "../sign-in/caller.ts";
import { readerOf } from "../sign-in/reader.ts";
import { loadAll } from "../view.ts";
import type { PaperDependencies } from "./view.ts";

/** Everything about a body's campaign as one file, for who may read the body and its history. */
export async function sendPack(context: Context, deps: PaperDependencies): Promise<Response> {
  const evidence = await loadEvidence(context, deps);
  const caller = callerOf(context);
  const loaded = await loadAll(deps);
  if (!evidence || !caller || !loaded || !mayDo("read-audit", caller, evidence.body, loaded.register)) {
    return context.notFound();
  }
  const asked = { id: evidence.body.id, campaign: evidence.key.campaign, done: undefined, doneAt: undefined };
  const view = await loadBody({ ...asked, rightsIn: (body, register) => rightsOf(context, body, register) }, deps);
  if (!view) return context.notFound();
  const contents = await collect(context, view, evidence, deps);
  const name = `esep-${evidence.body.id}-${evidence.key.campaign}.zip`;
  const content = await deps.papers.evidencePack(contents);
  const delivery = await deliver({ name, type: "application/zip", content }, deps.identifiers.token(), deps);
  if (delivery.kind === "elsewhere") return context.redirect(delivery.link, 303);
  const headers = { "content-type": "application/zip", "content-disposition": `attachment; filename="${name}"` };
  return context.body(Uint8Array.from(content), 200, headers);
}

async function collect(
  context: Context,
  view: BodyView,
  { key, body, evidence }: EvidenceView,
  deps: PaperDependencies,
): Promise<PackContents> {
  const { register, rules, findings } = view;
  const { policy } = (await deps.register.directory()) ?? { policy: undefined };
  if (!policy) throw new Error("The register went away while it was read.");
  const reader = readerOf(context, deps, register);
  const all = [
    ...new Map(findings.flatMap((one) => view.told.of(one)).map(({ letter }) => [letterPath(letter), letter])),
  ];
  const readable = all.flatMap(([, letter]) => (reader.letter(letter) ? [letter] : [])).sort(bySlot);
  const letters = await Promise.all(
    readable.map(async (entry): Promise<PackLetter> => ({ entry, mail: await deps.files.get(entry.file) })),
  );
  const { locale } = pageOf(context, deps);
  const dossier = view.stored ?? emptyDossier(key.body, key.campaign);
  return {
    ...{ locale, campaign: key.campaign, dossier, findings, letters },
    words: {
      fact: (path) => wordPath(splitPath(path), dossier, locale),
      command: (name) => wordCommand(name, locale),
    },
    bodies: [body, ...register.ancestorsOf(body)],
    asOf: { day: view.now.day, time: formatMinutes(view.now.minutes) },
    lateFacts: view.lateOf,
    lettersWithheld: all.length - readable.length,
    histories: await historiesOf(key, deps),
    evidence: await bytesOf(
      evidence.map(({ item }) => item),
      deps,
    ),
    rules: {
      ...{ policy, policyVersion: rules.policy, calendarVersion: rules.calendar, workdays: deps.workdays },
      calendar: daysAround(key.campaign, deps),
    },
  };
}

/** The histories of the dossier and of its evidence, as they are stored. */
async function historiesOf(key: EvidenceView["key"], { api }: PaperDependencies): Promise<PackHistory[]> {
  const kinds = [
    { record: dossierName(key), records: api.dossiers },
    { record: evidenceName(key), records: api.evidence },
  ];
  const read = kinds.map(async ({ record, records }): Promise<PackHistory[]> => {
    const { filed, stored } = await readHistory(key, record, { records, audit: api.audit });
    return stored ? [{ record, stored, filed }] : [];
  });
  return (await Promise.all(read)).flat();
}

const bytesOf = async (
  items: readonly PackContents["evidence"][number]["item"][],
  { api }: PaperDependencies,
): Promise<PackContents["evidence"]> =>
  (
    await Promise.all(
      items.map(async (item) => {
        const bytes = await api.evidenceFiles.bytes(item.sha256);
        return bytes ? [{ item, bytes }] : [];
      }),
    )
  ).flat();

/** What the calendar says of the days from the campaign's opening to the end of the year after it. */
function daysAround(campaign: number, { workdays }: PaperDependencies): CalendarDay[] {
  const days: CalendarDay[] = [];
  const last = dayOf(campaign + 2, 1, 1);
  for (let day: Day = dayOf(campaign - 1, 12, 1); day < last; day = plusDays(day, 1)) {
    const entry = workdays.entry(day);
    if (entry) days.push(entry);
  }
  return days;
}
