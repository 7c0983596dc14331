import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDay } from "../../../core/calendar/day.ts";
import { Facts, type FactsText } from "../../../core/dossier/facts.ts";
import { dayIn, factsIn } from "../support/arbitraries.ts";
import { evaluateAll } from "../support/evaluate.ts";
import { findingJson, inOrder } from "../support/json.ts";
import { oracleFindings } from "../support/oracle-findings.ts";

const factsOf = (text: FactsText) => {
  const { bodies, dossiers } = Facts.parse(text);
  return { bodies, dossiers };
};

const moment = fc.tuple(
  fc.oneof(dayIn("2026-12-15", "2027-06-30"), dayIn("2027-12-20", "2028-01-20")).map(formatDay),
  fc.constantFrom(null, null, "00:00", "09:00", "15:00", "18:29", "18:30", "21:00"),
);

describe("the findings of any facts on any day", () => {
  it("are exactly what the specification, read once more literally, demands", () => {
    fc.assert(
      fc.property(factsIn(2027), moment, (text, [today, time]) => {
        const facts = Facts.parse(text);
        const { findings, failed } = evaluateAll(
          { bodies: facts.bodies, dossiers: facts.dossiers },
          time === null ? today : `${today}T${time}`,
        );
        const expected = text.bodies.flatMap((body) =>
          oracleFindings(body, text.dossiers, { today, time: time ?? "24:00" }),
        );
        expect(failed).toEqual([]);
        expect(inOrder(findings.map(findingJson))).toEqual(inOrder(expected));
      }),
      { numRuns: 400 },
    );
  });

  it("do not depend on the order of meetings, notices, signatures, appeals and waivers", () => {
    fc.assert(
      fc.property(factsIn(2027), moment, (text, [today]) => {
        const turned = text.dossiers.map((dossier) => ({
          ...dossier,
          waivers: [...dossier.waivers].reverse(),
          meetings: [...dossier.meetings].reverse().map((meeting) => ({
            ...meeting,
            notices: [...meeting.notices].reverse(),
            appeals: [...meeting.appeals].reverse(),
            ...(meeting.protocol && {
              protocol: { ...meeting.protocol, signatures: [...meeting.protocol.signatures].reverse() },
            }),
          })),
        }));
        const found = (facts: Pick<Facts, "bodies" | "dossiers">) =>
          inOrder(evaluateAll(facts, today).findings.map(findingJson));
        const { bodies, dossiers } = Facts.parse(text);
        expect(found({ bodies, dossiers: Facts.parse({ ...text, dossiers: turned }).dossiers })).toEqual(
          found({ bodies, dossiers }),
        );
      }),
    );
  });

  it("leave nothing missing where something is met, and nothing met where something is missing", () => {
    fc.assert(
      fc.property(factsIn(2027), moment, (text, [today]) => {
        for (const { metOn, missing, state } of evaluateAll(factsOf(text), today).findings) {
          expect(metOn === null).toBe(missing.length > 0);
          if (state === "met" || state === "late") expect(metOn).not.toBeNull();
        }
      }),
    );
  });
});
