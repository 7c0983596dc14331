import type { FactsText } from "../../../core/dossier/facts.ts";

/** Tries to leave text, attribute, address and comment. */
export const HOSTILE = `"><script>alert('x')</script><!-- & \${x} {{x}} Қарағанды`;

/** One department with one district, every text of them as hostile as the file rules allow. */
export function hostileFacts(): FactsText {
  const name = { ru: HOSTILE, kk: HOSTILE };
  const contact = (role: "officer" | "head" | "staff", email: string) => ({
    ...{ role, name: HOSTILE, email, locale: "kk" as const },
  });
  const body = { zone: "Asia/Almaty", activeFrom: "2000-01-01", name };
  return {
    bodies: [
      { ...body, id: "MIA", parent: null, kind: "ministry", contacts: [contact("staff", "staff@mia.example")] },
      { ...body, id: "DP-1", parent: "MIA", kind: "department", contacts: [contact("head", "head@dp1.example")] },
      { ...body, id: "PB-1", parent: "DP-1", kind: "district", contacts: [contact("officer", "officer@pb1.example")] },
    ],
    dossiers: [hostileDossier(name)],
  };
}

function hostileDossier(place: { ru: string; kk: string }): FactsText["dossiers"][number] {
  const announces = { date: "2027-03-25", startsAt: "15:00", place: HOSTILE, schedule: true, questions: true };
  const notice = { channel: "web" as const, outlet: HOSTILE, announces };
  return {
    body: "PB-1",
    campaign: 2027,
    schedule: { approvedOn: "2027-01-11", number: HOSTILE },
    waivers: [{ obligation: "venue", subject: HOSTILE, reason: HOSTILE, by: HOSTILE, from: "2027-01-01" }],
    meetings: [
      {
        ...{ id: HOSTILE, date: "2027-03-25", startsAt: "15:00", place, status: "planned" },
        notices: [
          { ...notice, publishedOn: "2027-03-01", url: "javascript:alert(1)" },
          { ...notice, publishedOn: "2027-03-02", url: `https://news.example/?q=${HOSTILE}` },
        ],
        appeals: [],
      },
      {
        ...{ id: "m2", date: "2027-02-20", startsAt: "15:00", place, status: "held", notices: [] },
        appeals: [
          {
            ...{ number: HOSTILE, kind: "complaint", receivedOn: "2027-02-20" },
            ...{ answered: "none", competence: "police" },
          },
        ],
      },
    ],
  };
}
