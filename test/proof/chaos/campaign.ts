import type { DossierText } from "../../../core/dossier/dossier.ts";
import type { FactsText } from "../../../core/dossier/facts.ts";
import { contact, department, district, ministry } from "../../support/delivery/facts.ts";

/** The bodies that record something, each with a meeting behind it. */
const reporting = ["DP-1", "PB-1", "DP-2"] as const;

const dossier = (body: string): DossierText => ({
  ...{ body, campaign: 2027, schedule: { approvedOn: "2027-01-20" }, waivers: [] },
  meetings: [
    {
      ...{ id: "m1", date: "2027-03-12", startsAt: "15:00", status: "held", notices: [] },
      place: { ru: "Дом культуры", kk: "Мәдениет үйі" },
      protocol: {
        drawnUpOn: "2027-03-12",
        decisions: [{ id: "d1", text: "Осветить улицу", dueOn: "2027-03-26" }],
        signatures: [],
      },
      appeals: [
        {
          ...{ number: `A-${body}`, kind: "proposal", receivedOn: "2027-03-12", registeredOn: "2027-03-12" },
          ...{ answered: "none", competence: "police" },
        },
      ],
    },
  ],
});

/** Two departments with a district body each; one body has not reported yet. */
export const chaosFacts: FactsText = {
  bodies: [
    ministry([contact("staff", "staff@mia.example"), contact("apex", "apex@mia.example")]),
    department("DP-1"),
    district("PB-1", "DP-1"),
    department("DP-2"),
    district("PB-2", "DP-2"),
  ],
  dossiers: reporting.map(dossier),
};

export const scopes = ["MIA", "DP-1", "DP-2"] as const;

/** One command of the API. */
export interface Write {
  readonly path: string;
  readonly body: unknown;
  /** The same one however often it is sent. */
  readonly key: string;
}

/** The days of the campaign: at each the clock moves on, the slot is swept, and people record something. */
export const moments = [
  ...["2027-03-15T09:00", "2027-03-16T09:00", "2027-03-17T09:00", "2027-03-18T09:00", "2027-03-19T18:00"],
  ...["2027-03-26T09:00", "2027-03-29T09:00", "2027-03-30T18:00", "2027-03-31T09:00", "2027-04-01T09:00"],
] as const;

/** What ends a duty, one for each moment; whatever else is recorded opens none. */
const closing: readonly [body: string, command: string, input: object][] = [
  ["DP-1", "register-records", { meeting: "m1", number: "7/12", registeredOn: "2027-03-15" }],
  ["DP-1", "sign-protocol", { meeting: "m1", role: "secretary", name: "А. Ким", signedOn: "2027-03-16" }],
  ["DP-1", "sign-protocol", { meeting: "m1", role: "head", name: "Б. Иванов", signedOn: "2027-03-17" }],
  ["DP-1", "reply-appeal", { appeal: "A-DP-1", repliedOn: "2027-03-18" }],
  ["PB-1", "register-records", { meeting: "m1", number: "8/12", registeredOn: "2027-03-19" }],
  ["DP-1", "complete-decision", { meeting: "m1", decision: "d1", doneOn: "2027-03-26" }],
  ["PB-1", "reply-appeal", { appeal: "A-PB-1", repliedOn: "2027-03-29" }],
  ["DP-2", "register-records", { meeting: "m1", number: "9/12", registeredOn: "2027-03-30" }],
  ["PB-1", "complete-decision", { meeting: "m1", decision: "d1", doneOn: "2027-03-31" }],
  ["DP-2", "reply-appeal", { appeal: "A-DP-2", repliedOn: "2027-04-01" }],
];

/** What people record at a moment: a correction of every dossier, and the end of one duty. */
export function writesAt(step: number): Write[] {
  const approvedOn = `2027-01-${10 + step}`;
  const corrections = reporting.map((body): [string, string, object] => [
    ...([body, "correct"] as const),
    { path: "schedule/approvedOn", value: approvedOn, reason: `Проверка ${step}` },
  ]);
  return [...corrections, ...closing.slice(step, step + 1)].map(([body, command, input], index) => ({
    ...{ path: `/dossiers/${body}/2027/commands/${command}`, body: input, key: `step-${step}-${index}` },
  }));
}

/** What is imported at a moment: what is recorded, with a new name of one body. */
export function importedAt(step: number, facts: FactsText): FactsText {
  const name = { ru: `Отдел ${step}`, kk: `Бөлім ${step}` };
  return { ...facts, bodies: facts.bodies.map((body) => (body.id === "PB-2" ? { ...body, name } : body)) };
}
