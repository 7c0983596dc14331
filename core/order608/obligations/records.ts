import { orderClause } from "../clauses/sentence.ts";
import { defineObligation, meetingsOf, workingDaysAfter } from "../obligation.ts";

/** The staff unit registers the report's materials (Order 608, p. 18). */
export const records = defineObligation({
  id: "records",
  clause: "18",
  clauses: [orderClause("18")],
  subjects: (watched) => meetingsOf(watched).filter(({ value }) => value.status === "held"),
  judge: (meeting, { policy, workdays }) => ({
    derivation: workingDaysAfter(meeting.date, "meeting", policy.recordsWorkingDays, workdays),
    metOn: meeting.records?.registeredOn ?? null,
    missing: meeting.records ? [] : ["records"],
  }),
  facts: [["status"], ["records"]],
  recordedBy: "register-records",
  ladder: {
    stages: [
      { at: "due", to: ["officer"] },
      { at: "due+1wd", to: ["officer", "head"] },
      { at: "due+5wd", to: ["officer", "head", "superior"] },
    ],
    every: [14, 14, 28],
  },
  short: { kk: "Материалдар", ru: "Материалы", en: "Records" },
  full: {
    kk: "Есептік материалдарды тіркеу",
    ru: "Регистрация отчетных материалов",
    en: "Registration of the report materials",
  },
  missing: {
    records: {
      words: {
        kk: "нөмір бере отырып, есептік материалдарды тіркеу",
        ru: "регистрация отчетных материалов с присвоением номера",
        en: "registration of the report materials under a number",
      },
      act: {
        kk: "есептік материалдардың штаб бөлінісінде тіркелуін",
        ru: "регистрацию отчетных материалов штабным подразделением",
        en: "that the headquarters unit registers the report materials",
      },
    },
  },
  described: {
    subject: "each meeting that was held",
    due: "{recordsWorkingDays†} working day after the meeting",
    metWhen: "the materials are registered under a number; met on that day",
  },
});
