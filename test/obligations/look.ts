import * as z from "zod";
import { formatDay } from "../../core/calendar/day.ts";
import { commandByName } from "../../core/dossier/commands/all.ts";
import { isRefusal } from "../../core/dossier/commands/refusal.ts";
import { Dossier } from "../../core/dossier/dossier.ts";
import { ObligationId } from "../../core/dossier/obligation-id.ts";
import { letterItemOf, planRecipient } from "../../core/escalation/plan.ts";
import { defaultPolicy, policyWith } from "../../core/order608/default-policy.ts";
import { factsBehind } from "../../core/order608/facts-behind.ts";
import type { Finding } from "../../core/order608/finding.ts";
import type { Locale } from "../../core/register/locale.ts";
import { statusCsv } from "../../core/status/status-csv.ts";
import { statusReportHtml } from "../../functions/documents/html/status-report.tsx";
import { viewReport } from "../../functions/documents/status/view.ts";
import { renderLetter } from "../../functions/mail/letter.tsx";
import { nextAction } from "../../functions/web/body/actions.ts";
import { galleryLetter } from "../../functions/web/gallery/render.ts";
import { rulesDocument } from "../../local/rules/document.ts";
import { moment, workdays } from "../core/support/evaluate.ts";
import { departmentText, dossierOf, heldOn, ministryText, noticeOf } from "../core/support/facts.ts";
import { candidatesAt, evaluatedAt, slotOf, worldOf } from "../core/support/sweeps.ts";
import { reportWorld } from "../documents/support/world.ts";

/** What the product makes of one obligation, by name: run in a tree to which that obligation was added. */
const id = ObligationId.parse(process.argv[2]);

const HELD = "2027-03-12"; // a Friday before Constitution Day
const OFFICER = "officer@dp-1.example";
const notices = [
  { ...noticeOf("2027-02-20", {}), channel: "web" as const },
  { ...noticeOf("2027-03-18", {}), channel: "web" as const },
];
const facts = {
  bodies: [ministryText, departmentText],
  dossiers: [dossierOf([heldOn(HELD, { notices })], { body: "DP-1" })],
};
const world = worldOf(facts);
const [, body] = world.register.bodies;
const [dossier] = world.dossiers;
if (!body || !dossier) throw new Error("The world has one department with one dossier.");

/** What it finds at a slot. */
const at = (slot: string): Finding[] =>
  evaluatedAt(world, slotOf(slot)).flatMap(({ findings }) => findings.filter(({ obligation }) => obligation === id));

/** What the officer is written about it at a slot, as the letter's text. */
function letterAt(slotName: string, locale: Locale): string {
  const slot = slotOf(slotName);
  const own = (candidatesAt(world, slotName).byRecipient.get(OFFICER) ?? []).filter(
    ({ finding }) => finding.obligation === id,
  );
  const { items } = planRecipient(OFFICER, own, new Map(), slot, { ...world, workdays });
  return renderLetter(
    {
      ...{ recipient: { email: OFFICER, name: "Офицер", locales: [locale] }, slot, today: slot.day },
      ...{ items: items.map((item) => letterItemOf(item, false)), closed: [], reasons: [] },
    },
    {
      ...{ appUrl: "https://esep.example", from: "esep@mia.example", demo: false },
      calendar: { isWorking: workdays.isWorking, nameOf: workdays.entry },
    },
  ).text;
}

/** Whether a waiver for its subject is taken. */
function isWaivable(): boolean {
  const input = { obligation: id, subject: "m1", reason: "Плёнка засвечена", from: "2027-03-16" };
  const context = { actor: { id: "u", name: "У", mayWaive: true }, now: moment("2027-03-16T10:00") };
  const after = dossier && commandByName.get("waive")?.run(dossier, input, context);
  return after !== undefined && !isRefusal(after) && after.waivers.length === 1;
}

const shown = ({ due, state, metOn, clause, missing }: Finding) => ({
  ...{ due: formatDay(due), state, metOn: metOn && formatDay(metOn), clause, missing },
});

const report = await (await reportWorld(facts, "2027-03-17T10:00")).report();
const [finding] = at("2027-03-17T09:00");
if (!finding) throw new Error(`Nothing is found of ${id}.`);

console.log(
  JSON.stringify({
    findings: ["2027-03-12T09:00", "2027-03-15T21:00", "2027-03-16T09:00", "2027-03-17T09:00", "2027-03-18T21:00"].map(
      (slot) => at(slot).map(shown),
    ),
    letters: { kk: letterAt("2027-03-17T09:00", "kk"), ru: letterAt("2027-03-17T09:00", "ru") },
    csv: statusCsv(report.rows),
    html: statusReportHtml(viewReport(report, "ru", "Asia/Almaty")),
    rules: rulesDocument(),
    ladder: {
      own: defaultPolicy.ladder[id],
      byPolicy: policyWith({ ladder: { [id]: { stages: [], every: [] } } }).ladder[id],
    },
    next: nextAction(finding, { dossier, now: moment("2027-03-17T10:00") }),
    facts: factsBehind(finding, z.encode(Dossier, dossier)),
    waivable: isWaivable(),
    gallery: galleryLetter("reminder", "ru", workdays).text,
  }),
);
