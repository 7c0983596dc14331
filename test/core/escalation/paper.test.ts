import { describe, expect, it } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import { paperAddressees } from "../../../core/escalation/paper.ts";
import type { BodyText } from "../../../core/register/body.ts";
import { type ContactText, contact, departmentText, districtText, ministryText } from "../support/facts.ts";
import { worldOf } from "../support/sweeps.ts";

const head = contact("head", "Head@pb-1.example");
const officer = contact("officer", "officer@pb-1.example");

/** `body reason: addresses instead` of everybody who is written to on paper on 12 March 2027. */
function onPaper(
  contacts: ContactText[],
  { outOfUse = [] as string[], more = {} as Partial<BodyText> } = {},
): string[] {
  const bodies = [ministryText, departmentText, { ...districtText, contacts, ...more }];
  const { register } = worldOf({ bodies, dossiers: [] });
  return paperAddressees(register, day("2027-03-12"), (email) => outOfUse.includes(email)).map(
    ({ body, reason, insteadTo }) => `${body.id} ${reason}: ${insteadTo.join(", ")}`,
  );
}

describe("a body is written to on paper", () => {
  it("when it has neither an officer nor a head in office, while its letters go to its superiors", () => {
    expect(onPaper([])).toEqual(["PB-1 nobody-in-office: head@dp-1.example"]);
    expect(onPaper([contact("staff", "staff@pb-1.example")])).toEqual(["PB-1 nobody-in-office: head@dp-1.example"]);
    expect(onPaper([{ ...head, to: "2027-03-11" }])).toEqual(["PB-1 nobody-in-office: head@dp-1.example"]);
  });

  it("when all its addresses are out of use, however they are written", () => {
    const outOfUse = ["head@pb-1.example", "officer@pb-1.example"];
    expect(onPaper([head, officer], { outOfUse })).toEqual(["PB-1 out-of-use: head@dp-1.example"]);
  });

  it("though nobody at all is told instead", () => {
    const outOfUse = ["head@dp-1.example", "officer@dp-1.example", "staff@mia.example", "apex@mia.example"];
    expect(onPaper([], { outOfUse })).toEqual(["DP-1 out-of-use: ", "PB-1 nobody-in-office: "]);
  });

  it("not while one of its officer's and head's addresses works", () => {
    expect(onPaper([head])).toEqual([]);
    expect(onPaper([officer])).toEqual([]);
    expect(onPaper([head, officer], { outOfUse: ["head@pb-1.example"] })).toEqual([]);
  });

  it("not once it has ended", () => {
    expect(onPaper([], { more: { activeTo: "2027-03-11" } })).toEqual([]);
  });
});
