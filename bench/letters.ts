import { day } from "../core/calendar/day.ts";
import { createWorkdays } from "../core/calendar/workdays.ts";
import { instant } from "../core/calendar/zone.ts";
import { Facts } from "../core/dossier/facts.ts";
import type { LetterContent, LetterItem } from "../core/escalation/letter.ts";
import { defaultPolicy } from "../core/order608/default-policy.ts";
import { evaluateBody } from "../core/order608/evaluate.ts";
import { createComposer } from "../functions/mail/composer.ts";
import { renderLetter } from "../functions/mail/letter.tsx";
import { composeMime } from "../functions/mail/mime.ts";
import { demoFacts } from "../local/demo/facts.ts";
import type { Benchmark, Comparison } from "./benchmark.ts";
import { interleaved } from "./interleaved.ts";

const today = day("2027-03-19");
const sizes = [1, 10, 300];
const settings = { from: "esep@mia.example", replyTo: undefined, appUrl: "https://esep.example", demo: false };
const id = { scope: "DP-1", year: 2027, recipientKey: "0".repeat(22), n: 0 };
const at = instant(Date.UTC(2027, 2, 19, 4));

/** A letter worded in Kazakh and Russian and composed as MIME, against composing the finished text alone. */
export const letters: Benchmark = {
  name: "letters",
  about: "one letter in two languages rendered and composed, against composing its finished text",
  run: async () => {
    const workdays = createWorkdays();
    const composer = createComposer({ ...settings, workdays });
    const calendar = { isWorking: workdays.isWorking, nameOf: workdays.entry };
    const items = openItems();
    const comparisons: Comparison[] = [];
    for (const size of sizes) {
      const content = contentOf(items.slice(0, size));
      const rendered = renderLetter(content, { ...settings, calendar });
      const headers = {
        from: settings.from,
        to: { name: content.recipient.name, address: content.recipient.email },
        messageId: "<bench@mia.example>",
        date: new Date(at),
      };
      const { mime } = await composer.compose(content, id, at);
      const [esep, other] = await interleaved(
        [
          { name: "render and compose", run: () => composer.compose(content, id, at) },
          { name: "compose", run: () => composeMime(rendered, headers) },
        ] as const,
        { rounds: 7, milliseconds: 200 },
      );
      const figures = [`${(1 / esep.seconds).toFixed(0)} letters/s of ${(mime.length / 1000).toFixed(0)} kB`];
      comparisons.push({ case: `${content.items.length} items`, esep, other, ratio: "esep/other", figures });
    }
    return comparisons;
  },
};

/** What is open in the demo campaign, as lines of a letter. */
function openItems(): LetterItem[] {
  const { bodies, dossiers } = Facts.parse(demoFacts());
  const circumstances = { now: { day: today, minutes: 540 }, workdays: createWorkdays(), policy: defaultPolicy };
  return bodies.flatMap((body) => {
    const own = dossiers.filter((dossier) => dossier.body === body.id);
    return evaluateBody(body, own, circumstances)
      .findings.filter(({ state }) => state === "due" || state === "overdue" || state === "breached")
      .map((finding) => ({ finding, stage: "due+1wd", bodyName: body.name, late: false, insteadOf: null }));
  });
}

const contentOf = (items: readonly LetterItem[]): LetterContent => ({
  recipient: { email: "staff@police.example", name: "Штаб", locales: ["kk", "ru"] },
  slot: { day: today, time: "09:00" },
  today,
  items,
  closed: [],
  reasons: items.slice(0, 1).map(({ finding, bodyName }) => ({ role: "superior", body: finding.body, bodyName })),
});
