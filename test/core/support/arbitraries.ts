import fc from "fast-check";
import { type Day, day, formatDay, plusDays } from "../../../core/calendar/day.ts";
import type { DossierText } from "../../../core/dossier/dossier.ts";
import type { FactsText } from "../../../core/dossier/facts.ts";
import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import { meetingOf } from "./arbitrary-meeting.ts";
import { registerOf } from "./arbitrary-register.ts";

const between = (from: Day, to: Day): fc.Arbitrary<Day> =>
  fc.integer({ min: 0, max: to - from }).map((days) => plusDays(from, days));

/** Any day of two centuries. */
export const anyDay = (): fc.Arbitrary<Day> => between(day("1900-01-01"), day("2100-12-31"));

/** A day that the working-day calendar covers, with room for 80 working days after and 40 before it. */
export const coveredDay = (): fc.Arbitrary<Day> => between(day("2024-04-01"), day("2030-07-31"));

/** A day of a period, both ends included. */
export const dayIn = (from: string, to: string): fc.Arbitrary<Day> => between(day(from), day(to));

const textIn = (from: string, to: string): fc.Arbitrary<string> => dayIn(from, to).map(formatDay);

const waiverOf = (campaign: number): fc.Arbitrary<DossierText["waivers"][number]> =>
  fc
    .record({
      obligation: fc.constantFrom(...ObligationId.options),
      subject: fc.constantFrom("dossier", "m0", "m1", "m0-0", "m0/d1"),
      from: dayIn(`${campaign}-01-01`, `${campaign}-05-31`),
      lasts: fc.option(fc.nat(40)),
    })
    .map(({ from, lasts, ...waiver }) => ({
      ...waiver,
      reason: "ЧП",
      by: "MIA",
      from: formatDay(from),
      ...(lasts !== null && { to: formatDay(plusDays(from, lasts)) }),
    }));

/** A valid dossier of a campaign: up to three meetings in all states of care. */
export const dossierIn = (campaign: number, body = "PB-1"): fc.Arbitrary<DossierText> =>
  fc
    .record({
      approvedOn: fc.option(textIn(`${campaign - 1}-12-15`, `${campaign}-04-10`)),
      dates: fc.array(dayIn(`${campaign - 1}-12-20`, `${campaign}-04-20`), { maxLength: 3 }),
      waivers: fc.array(waiverOf(campaign), { maxLength: 4 }),
    })
    .chain(({ approvedOn, dates, waivers }) =>
      fc.tuple(...dates.map((date, index) => meetingOf(`m${index}`, date))).map((meetings) => ({
        body,
        campaign,
        ...(approvedOn !== null && { schedule: { approvedOn } }),
        meetings,
        waivers,
      })),
    );

/** Valid facts of a small register, each body with a dossier of the campaign or none. */
export const factsIn = (campaign: number): fc.Arbitrary<FactsText> =>
  registerOf().chain((bodies) =>
    fc
      .tuple(
        ...bodies
          .filter(({ kind }) => kind !== "ministry")
          .map(({ id }) => fc.option(dossierIn(campaign, id), { freq: 3 })),
      )
      .map((dossiers) => ({ bodies, dossiers: dossiers.filter((dossier) => dossier !== null) })),
  );
