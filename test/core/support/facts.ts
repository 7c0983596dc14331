import type * as z from "zod";
import type { Appeal } from "../../../core/dossier/appeal.ts";
import type { DossierText } from "../../../core/dossier/dossier.ts";
import { InvitationGroup, type Meeting } from "../../../core/dossier/meeting.ts";
import type { Notice } from "../../../core/dossier/notice.ts";
import type { Protocol } from "../../../core/dossier/protocol.ts";
import { Body, type BodyText } from "../../../core/register/body.ts";

export type MeetingText = z.input<typeof Meeting>;
export type AppealText = z.input<typeof Appeal>;
export type NoticeText = z.input<typeof Notice>;
export type ProtocolText = z.input<typeof Protocol>;
export type ContactText = BodyText["contacts"][number];

export const place = { ru: "Дом культуры", kk: "Мәдениет үйі" };

/** A planned meeting at 15:00 of which nothing else is recorded. */
export const meetingOn = (date: string, more: Partial<MeetingText> = {}): MeetingText => ({
  id: "m1",
  date,
  startsAt: "15:00",
  place,
  status: "planned",
  notices: [],
  appeals: [],
  ...more,
});

/** A meeting that was held at 15:00. */
export const heldOn = (date: string, more: Partial<MeetingText> = {}): MeetingText =>
  meetingOn(date, { status: "held", ...more });

/** A dossier of campaign 2027 unless said otherwise; its body is the one that it is judged for. */
export const dossierOf = (meetings: MeetingText[], more: Partial<DossierText> = {}): DossierText => ({
  body: "PB-1",
  campaign: 2027,
  meetings,
  waivers: [],
  ...more,
});

/** A notice that announces everything about {@link meetingOn} the date. */
export const fullNotice = (publishedOn: string, date: string): NoticeText =>
  noticeOf(publishedOn, { date, startsAt: "15:00", place: place.ru, schedule: true, questions: true });

export const noticeOf = (publishedOn: string, announces: NoticeText["announces"]): NoticeText => ({
  publishedOn,
  channel: "press",
  outlet: "Газета",
  announces,
});

export const groups: readonly InvitationGroup[] = InvitationGroup.options;

/** A complete protocol of {@link meetingOn} the date, drawn up and signed on it. */
export const protocolOf = (date: string, more: Partial<ProtocolText> = {}): ProtocolText => ({
  drawnUpOn: date,
  date,
  startsAt: "15:00",
  place: place.ru,
  participants: 120,
  decisions: [],
  appeals: [],
  signatures: [
    { role: "secretary", name: "А. А.", signedOn: date },
    { role: "head", name: "Б. Б.", signedOn: date },
  ],
  ...more,
});

/** An appeal that was not answered at the meeting: a proposal to the police, so of the simplified route. */
export const raisedOn = (receivedOn: string, more: Partial<AppealText> = {}): AppealText => ({
  number: "A-1",
  kind: "proposal",
  receivedOn,
  answered: "none",
  competence: "police",
  ...more,
});

export const contact = (role: ContactText["role"], email: string, more: Partial<ContactText> = {}): ContactText => ({
  role,
  name: role,
  email,
  locale: "ru",
  ...more,
});

/** The ministry with staff and apex. */
export const ministryText: BodyText = {
  id: "MIA",
  parent: null,
  kind: "ministry",
  name: { ru: "МВД", kk: "ІІМ" },
  zone: "Asia/Almaty",
  activeFrom: "1991-12-16",
  contacts: [contact("staff", "staff@mia.example"), contact("apex", "apex@mia.example")],
};

/** A department right below the ministry, with officer and head. */
export const departmentText: BodyText = {
  id: "DP-1",
  parent: "MIA",
  kind: "department",
  name: { ru: "ДП", kk: "ПД" },
  zone: "Asia/Almaty",
  activeFrom: "2000-01-01",
  contacts: [contact("officer", "officer@dp-1.example"), contact("head", "head@dp-1.example")],
};

/** A district body below {@link departmentText}, with officer and head. */
export const districtText: BodyText = {
  ...departmentText,
  id: "PB-1",
  parent: "DP-1",
  kind: "district",
  name: { ru: "ОП", kk: "ПБ" },
  contacts: [contact("officer", "officer@pb-1.example"), contact("head", "head@pb-1.example")],
};

/** The district body, parsed. */
export const aBody = (more: Partial<BodyText> = {}): Body => Body.parse({ ...districtText, ...more });
