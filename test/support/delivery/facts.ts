import { createWorkdays } from "../../../core/calendar/workdays.ts";
import { Dossier, type DossierText } from "../../../core/dossier/dossier.ts";
import { policyWith } from "../../../core/order608/default-policy.ts";
import type { Policy } from "../../../core/order608/policy.ts";
import { Body, type BodyText } from "../../../core/register/body.ts";

export type ContactText = BodyText["contacts"][number];

/** What a world starts with. */
export interface WorldFacts {
  readonly bodies: readonly Body[];
  readonly dossiers: readonly Dossier[];
  readonly policy: Policy;
}

/** The working days of Kazakhstan, 2024 to 2030. */
export const workdays = createWorkdays();

/** A contact in office for ever, unless said otherwise. */
export const contact = (role: ContactText["role"], email: string, more: Partial<ContactText> = {}): ContactText => ({
  ...{ role, name: role, email, locale: "ru" },
  ...more,
});

const bodyOf = (id: string, parent: string | null, kind: BodyText["kind"], contacts: ContactText[]): BodyText => ({
  ...{ id, parent, kind, contacts, name: { ru: id, kk: id }, zone: "Asia/Almaty", activeFrom: "2000-01-01" },
});

export const ministry = (
  contacts = [contact("staff", "staff@mia.example"), contact("apex", "apex@mia.example")],
): BodyText => bodyOf("MIA", null, "ministry", contacts);

/** Officer and head of a body, at addresses of its own. */
export const ownContacts = (id: string): ContactText[] => {
  const at = `@${id.toLowerCase()}.example`;
  return [contact("officer", `officer${at}`), contact("head", `head${at}`)];
};

export const department = (id: string, contacts = ownContacts(id)): BodyText =>
  bodyOf(id, "MIA", "department", contacts);

export const district = (id: string, parent: string, contacts = ownContacts(id)): BodyText =>
  bodyOf(id, parent, "district", contacts);

/** A dossier in which nobody asks for the schedule, so that only what a test is about is due. */
export const dossier = (body: string, campaign: number, more: Partial<DossierText> = {}): DossierText => ({
  ...{ body, campaign, meetings: [], waivers: [waiver("schedule")] },
  ...more,
});

export const waiver = (obligation: DossierText["waivers"][number]["obligation"], more: { from?: string } = {}) => ({
  ...{ obligation, subject: "dossier", reason: "test", by: "test", from: "2020-01-01" },
  ...more,
});

/** A protocol that nothing is asked of but one decision. */
export const withDecision = (drawnUpOn: string, dueOn: string, doneOn?: string) => ({
  protocol: {
    drawnUpOn,
    decisions: [{ id: "d1", text: "Осветить улицу", dueOn, ...(doneOn !== undefined && { doneOn }) }],
    signatures: [],
  },
});

/** A meeting at 15:00 of which nothing is recorded but that it is held. */
function heldOn(date: string): DossierText["meetings"][number] {
  const place = { ru: "Дом культуры", kk: "Мәдениет үйі" };
  return { id: "m1", date, startsAt: "15:00", place, status: "held", notices: [], appeals: [] };
}

/** A dossier of a held meeting in which nothing but the report counts, and what is given of the meeting. */
export const reported = (
  body: string,
  campaign: number,
  date: string,
  more: Partial<DossierText["meetings"][number]> = {},
): DossierText =>
  dossier(body, campaign, {
    meetings: [{ ...heldOn(date), ...more }],
    waivers: [waiver("schedule"), ...OF_MEETING.map((obligation) => ({ ...waiver(obligation), subject: "m1" }))],
  });

/** A dossier of a held meeting in which nothing but the registration of its records counts. */
export const withoutRecords = (body: string, date: string): DossierText => {
  const held = reported(body, Number(date.slice(0, 4)), date);
  return {
    ...held,
    waivers: held.waivers.filter(({ obligation }) => obligation !== "records").concat(waiver("report")),
  };
};

const OF_MEETING = ["notice", "invitation", "venue", "content", "readiness", "protocol", "records"] as const;

/** Parsed facts; bodies without a dossier of the campaign get one that asks for nothing but the report. */
export function factsOf(
  bodies: readonly BodyText[],
  campaign: number,
  { dossiers = [], policy = {} }: { readonly dossiers?: readonly DossierText[]; readonly policy?: unknown } = {},
): WorldFacts {
  const given = new Set(dossiers.map((text) => `${text.body} ${text.campaign}`));
  const rest = bodies
    .filter(({ id, kind }) => kind !== "ministry" && !given.has(`${id} ${campaign}`))
    .map(({ id }) => dossier(id, campaign));
  return {
    bodies: bodies.map((text) => Body.parse(text)),
    dossiers: [...dossiers, ...rest].map((text) => Dossier.parse(text)),
    policy: policyWith(policy),
  };
}
