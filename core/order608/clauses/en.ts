import type { ClauseWords } from "./order-clause.ts";

/** An unofficial English translation of the Order's clauses; only the Kazakh and Russian texts are official. */
export const en: ClauseWords = {
  2: {
    text: "The report of the head of a police department of an oblast, a city of republican significance or the capital, or of a city, district or city-district police body, is an in-person address to the population that informs citizens of the work of that body (hereinafter: heads of territorial police bodies).",
    short: ["The report of the head of a police department", "is an in-person address to the population"],
  },
  3: {
    text: "In reporting, heads of territorial police bodies are guided by the Constitution of the Republic of Kazakhstan, the laws of the Republic of Kazakhstan “On Law-Enforcement Service”, “On the Internal Affairs Bodies of the Republic of Kazakhstan” and “On State Secrets”, other regulatory legal acts of the Republic of Kazakhstan, and these Rules.",
    short: [
      "In reporting, heads of territorial police bodies are guided by",
      "the laws of the Republic of Kazakhstan",
      "“On State Secrets”, other regulatory legal acts of the Republic of Kazakhstan, and these Rules.",
    ],
  },
  4: {
    text: "Reports of heads of territorial police bodies to the population are held at least once a year – in the first quarter of the year that follows the reporting period – with representatives of the local executive body invited.",
  },
  6: {
    text: "The report of the head of a territorial police body covers:",
    short: ["The report of the head of a territorial police body covers:"],
  },
  "6(1)": { text: "the crime situation in the territory served" },
  "6(2)": { text: "results of republican and regional programmes for combating crime and preventing offences" },
  "6(3)": {
    text: "main results of police work in protecting the rights and freedoms of citizens and in preventing, detecting, solving and investigating offences",
  },
  "6(4)": {
    text: "effectiveness of measures taken for public order and road safety and for preventing and countering crime",
  },
  "6(5)": { text: "state and results of work against corruption" },
  "6(6)": {
    text: "results of considering appeals of individuals, legal entities, maslikhat deputies and state bodies, and measures in response to mass-media publications on shortcomings in the work of the territorial police body",
  },
  "6(7)": { text: "results of monitoring public opinion on the work of the territorial police body" },
  "6(8)": { text: "changes in the legislation of the Republic of Kazakhstan in the sphere of policing" },
  "6(9)": {
    text: "problems in organising the work of the territorial police body that need resolving at the local level",
  },
  "6(10)": { text: "other matters that need considering in view of the situation in the territory served" },
  8: { text: "Territorial police bodies:" },
  "8(1)": {
    text: "set the dates of the reports of heads of territorial police bodies to the population and approve the corresponding schedules",
  },
  "8(2)": {
    text: "no later than ten days before the date of the reporting meetings, determine and publish in regional mass media (periodicals, TV and radio channels, official web resources) their time and place, the schedules, and information on how the population can send questions (proposals) for the coming reports",
  },
  9: { text: "The venue must meet sanitary and hygiene requirements and hold the expected number of participants." },
  11: {
    text: "Invited to the report are deputies of the maslikhats of the administrative-territorial unit concerned, representatives of the public, of the bodies of health care, labour and social protection of the population, education and science, agriculture and housing and communal services, of organisations and enterprises of all forms of ownership, and of the mass media.",
  },
  12: {
    text: "The course of the report is recorded in a protocol, drawn up by a secretary who is an officer of the territorial police body.",
  },
  13: {
    text: "The protocol of the report must contain the time, date and place of the report, the number of participants, the decisions taken, and the complaints, proposals and remarks of citizens received during the report.",
  },
  14: { text: "The protocol of the report is drawn up on the very day of the report." },
  15: { text: "The protocol is signed by the secretary and the head of the territorial police body." },
  16: {
    text: "All complaints, proposals and remarks of citizens that were not answered and explained in full during the report are recorded in the protocol and checked in the manner set by the Administrative Procedural and Process-Related Code.",
  },
  17: {
    text: "Complaints, proposals and remarks outside police competence are sent to the state bodies concerned by departmental jurisdiction or by territory, and the initiator must be notified.",
  },
  18: {
    text: "Report materials are registered, recorded and stored by the headquarters (staff) units of territorial police bodies in accordance with Order No. 236 of the Minister of Culture and Sports of the Republic of Kazakhstan of 25 August 2023 “On the Approval of the Rules of Documentation, Document Management and Use of Electronic Document Systems in State and Non-State Organisations” (entered in the Register of State Registration of Regulatory Legal Acts under No. 33339).",
    short: [
      "Report materials are registered, recorded and stored by the headquarters (staff) units of territorial police bodies",
    ],
  },
  19: {
    text: "Control over execution of the protocol of the report rests with the leadership of territorial police bodies.",
  },
  21: {
    text: "Responsibility for public order and the safety of citizens during the report rests with the head of the territorial police body concerned.",
  },
};
