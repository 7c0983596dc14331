import type { NoticeTexts } from "./texts.ts";

export const en: NoticeTexts = {
  brake: {
    headline: ({ scope }) => `Letters are held: ${scope}`,
    lines: ({ scope, bodies, of, slot, until }) => [
      `Region: ${scope}. Bodies concerned: ${bodies} of ${of}.`,
      `So many bodies at once have become overdue with duties that should have been written about before the sweep of ${slot}. Passing time does not do that: data, policy or calendar have changed, perhaps by mistake.`,
      `What to do: look at the last import and at the changes of policy and calendar. If the letters are right, nothing is to be done: the sweep of ${until} writes them. If they are not, stop the letters and correct the data.`,
    ],
  },
  contact: {
    headline: ({ count }) => `Addressees without an address in office: ${count}`,
    lines: ({ slot }) => [
      `The sweep of ${slot} found no e-mail address for these addressees, so their letters went to others instead.`,
      "What to do: please enter the person in office and their address in the register. Until then letters go to others instead of them.",
    ],
    role: (body, role) => `${body}: ${role}`,
    unreachable: (body, role) => `${body}: ${role} – nobody was told`,
  },
  calendar: {
    headline: ({ years }) => `The working-day calendar lacks ${years}`,
    lines: ({ years, findings }) => [
      `There is no calendar of ${years}, so obligations that could not be checked: ${findings}. All others are checked as usual.`,
      "What to do: please enter the calendar of that year as soon as its public holidays and days off are announced.",
    ],
  },
  damaged: {
    headline: ({ count }) => `Records that cannot be read: ${count}`,
    lines: () => [
      "The records of these campaigns could not be read, so nothing is checked by them and no letters are written.",
      "What to do: the administrator of the system restores the record from a backup; the operations manual says how.",
    ],
    record: (body, campaign) => `${body}: campaign ${campaign}`,
  },
  unswept: {
    headline: ({ count, slot }) => `Regions whose sweep was not completed: ${count}, ${slot}`,
    lines: () => [
      "The other regions were checked, and these were not to the end. The next sweep writes the letters that were not written: nothing is lost.",
      "What to do: the page of sweeps and the log of the system show the cause.",
    ],
  },
  "wrong-recipient": {
    headline: ({ bodies }) => `A letter came to the wrong person: ${bodies}`,
    lines: ({ recipient, on, slot }) => [
      `The reader of the letter of ${slot} said on ${on} that it does not concern them. Addressee in the register: ${recipient ?? "none"}.`,
      "What to do: please check and correct the contacts in the register. Until then letters go to the same address.",
    ],
  },
  weekly: {
    headline: (monday) => `The week at a glance: ${monday}`,
    compliance: "Compliance",
    rate: (rate, before) => `Compliance rate: ${rate}${before === null ? "" : ` (a week before: ${before})`}`,
    noFigures: "There was no sweep yet in which every region was checked.",
    asOf: (slot) => `As of ${slot}`,
    state: (name, count, before) => `${name}: ${count}${before === null ? "" : ` (a week before: ${before})`}`,
    letters: "Letters of seven days",
    noLetters: "No letters were written.",
    unanswered: (count) => `Not acknowledged: ${count}`,
    paper: "Bodies that are told on paper",
    openPaper: "Open the page for printing",
    outOfUse: "Bodies with an address out of use",
    nobody: "none",
    versions: "Versions in force",
    register: (version) => `Register of bodies: No. ${version}`,
    policy: (version) => `Policy: ${version}`,
    calendar: (version) => `Calendar: ${version}`,
    audit: "Record of changes",
    heads: (count) => `Records with a history: ${count}`,
    digest: (hash) => `Checksum of the last links of all chains (SHA-256): ${hash}`,
    witness:
      "Please keep this letter: if the history is rewritten later, it no longer fits this sum. The command that checks: esep audit verify.",
    file: (name) => `The last link of each record is in the attached file: ${name}`,
  },
  open: {
    brake: "Open the page of sweeps",
    contact: "Open the page of bodies that are told on paper",
    calendar: "Open the page of the calendar",
    damaged: "Open the page of sweeps",
    unswept: "Open the page of sweeps",
    "wrong-recipient": "Open the letter",
    weekly: "Open the status page",
  },
  decide: {
    brake: "Open the page of held letters (for administrators)",
    contact: "Open the page of addresses out of use (for administrators)",
  },
  moment: (date, time) => `${date}, ${time}`,
  why: "You receive this letter as a member of the ministry's staff.",
};
