import { expect, test } from "vitest";
import { createRegister } from "../../core/register/register.ts";
import { possibleRecipients } from "../../core/use-cases/reports/report-jobs.ts";
import { contact, department, district, factsOf, ministry } from "../support/delivery/facts.ts";
import { almaty } from "../support/memory/clocks.ts";

test("a report may be sent to the body's contacts, those above it and the ministry's, each address once", () => {
  const shared = [contact("officer", "Head@dp-1.example"), contact("head", "head@pb-1.example")];
  const { bodies } = factsOf([ministry(), department("DP-1"), district("PB-1", "DP-1", shared)], 2027);
  const register = createRegister(bodies);
  const emailsOf = (id: string) =>
    possibleRecipients(register.byId.get(id) ?? register.ministry, register, almaty("2027-03-19"))
      .map(({ email }) => email.toLowerCase())
      .toSorted();
  const ofMinistry = ["apex@mia.example", "staff@mia.example"];
  const ofDepartment = ["head@dp-1.example", "officer@dp-1.example"];
  expect(emailsOf("MIA")).toEqual(ofMinistry);
  expect(emailsOf("DP-1")).toEqual([...ofMinistry, ...ofDepartment].toSorted());
  expect(emailsOf("PB-1")).toEqual([...ofMinistry, ...ofDepartment, "head@pb-1.example"].toSorted());
});

test("a report is sent to nobody whose body has ended", () => {
  const own = [ministry(), { ...department("DP-1"), activeTo: "2027-03-18" }, district("PB-1", "DP-1")];
  const register = createRegister(factsOf(own, 2027).bodies);
  const top = register.byId.get("PB-1") ?? expect.fail("there is no such body");
  const emailsAt = (moment: string) => possibleRecipients(top, register, almaty(moment)).map(({ email }) => email);
  expect(emailsAt("2027-03-18T12:00")).toContain("head@dp-1.example");
  expect(emailsAt("2027-03-19T12:00")).not.toContain("head@dp-1.example");
});
