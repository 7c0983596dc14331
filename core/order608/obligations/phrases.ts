/** What the descriptions of several rules say alike, for docs/rules.md. */
export const dossier = "the dossier: one body in one campaign";
export const meeting = "each meeting that is not cancelled";
export const dayBefore = "the day before the meeting";
export const meetingDay = "from the day of the meeting on: a fact dated that day or later does not count";
export const unanswered = "each appeal that was not answered in full at the meeting";
export const appealToPolice = `${unanswered}, within the competence of the police at least in part`;

export const careful = (number: string): string =>
  `the working day on or before the meeting − {carefulDays.${number}†} days`;
