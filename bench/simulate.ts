import { day, plusDays } from "../core/calendar/day.ts";
import { END_OF_DAY } from "../core/calendar/time.ts";
import { createWorkdays } from "../core/calendar/workdays.ts";
import { Facts } from "../core/dossier/facts.ts";
import { defaultPolicy } from "../core/order608/default-policy.ts";
import { evaluateBody } from "../core/order608/evaluate.ts";
import { createRegister } from "../core/register/register.ts";
import { simulate as simulateSlots } from "../core/use-cases/sweep/simulate.ts";
import { demoFacts } from "../local/demo/facts.ts";
import type { Benchmark } from "./benchmark.ts";
import { interleaved } from "./interleaved.ts";

const from = day("2027-01-01");
const to = plusDays(from, 89);

/** A quarter of sweeps in memory, against evaluating every body once on each of its days and nothing else. */
export const simulate: Benchmark = {
  name: "simulate",
  about: "a quarter: 90 days × 3 slots × 252 bodies, every letter planned",
  run: async () => {
    const { bodies, dossiers } = Facts.parse(demoFacts());
    const register = createRegister(bodies);
    const workdays = createWorkdays();
    const policy = defaultPolicy;
    const byBody = Map.groupBy(dossiers, ({ body }) => body);

    const quarter = () => [...simulateSlots({ register, dossiers, policy, workdays, from, to })];
    const evaluations = () => {
      let findings = 0;
      for (let on = from; on <= to; on = plusDays(on, 1)) {
        const circumstances = { now: { day: on, minutes: END_OF_DAY }, workdays, policy };
        for (const body of bodies) {
          findings += evaluateBody(body, byBody.get(body.id) ?? [], circumstances).findings.length;
        }
      }
      return findings;
    };

    const [esep, other] = await interleaved(
      [
        { name: "simulate 270 slots", run: quarter },
        { name: "evaluate 90 days", run: evaluations },
      ] as const,
      { rounds: 5, milliseconds: 0 },
    );
    const letters = quarter().flatMap((slot) => slot.letters);
    const items = letters.reduce((sum, letter) => sum + letter.items.length, 0);
    const figures = [`${letters.length} letters with ${items} items; ${evaluations()} findings`];
    return [{ case: "first quarter of 2027", esep, other, ratio: "esep/other", target: { seconds: 5 }, figures }];
  },
};
