import { expect, test } from "vitest";
import { createPresentWorkdays, workdaysWith } from "../../../core/calendar/calendar-versions.ts";
import { day } from "../../../core/calendar/day.ts";
import { Dossier } from "../../../core/dossier/dossier.ts";
import { defaultPolicy, policyWith } from "../../../core/order608/default-policy.ts";
import { evaluateBody } from "../../../core/order608/evaluate.ts";
import { rememberEvaluations } from "../../../core/order608/remembered.ts";
import { moment, workdays } from "../support/evaluate.ts";
import { aBody, dossierOf, meetingOn } from "../support/facts.ts";

const body = aBody();
const dossiers = [Dossier.parse(dossierOf([meetingOn("2027-03-12")]))];
const at = (on: string, policy = defaultPolicy) => ({ now: moment(on), policy, workdays });

test("what is asked again is not worked out again", () => {
  const evaluate = rememberEvaluations();
  const circumstances = at("2027-03-05T10:00");
  const first = evaluate(body, dossiers, circumstances);
  expect(first).toEqual(evaluateBody(body, dossiers, circumstances));
  expect(evaluate(body, [...dossiers], { ...circumstances })).toBe(first);
});

test("another question has its own answer, and both are kept", () => {
  const evaluate = rememberEvaluations();
  const other = Dossier.parse(dossierOf([]));
  const questions = [
    () => evaluate(body, dossiers, at("2027-03-05")),
    () => evaluate(body, dossiers, at("2027-03-04")),
    () => evaluate(body, [other], at("2027-03-05")),
    () => evaluate(body, dossiers, at("2027-03-05"), new Set([2027])),
  ];
  const answers = questions.map((ask) => ask());
  expect(new Set(answers).size).toBe(answers.length);
  expect(answers[3]?.findings).toEqual([]);
  expect(answers[1]).toEqual(evaluateBody(body, dossiers, at("2027-03-04")));
  const policy = policyWith({ noticeDays: 12 });
  expect(evaluate(body, dossiers, at("2027-03-05", policy))).toEqual(
    evaluateBody(body, dossiers, at("2027-03-05", policy)),
  );
});

test("the hour counts on the day of a meeting alone", () => {
  const evaluate = rememberEvaluations();
  expect(evaluate(body, dossiers, at("2027-03-05T09:00"))).toBe(evaluate(body, dossiers, at("2027-03-05T18:00")));
  const [before, after] = [at("2027-03-12T14:59"), at("2027-03-12T15:00")];
  expect(evaluate(body, dossiers, before)).toEqual(evaluateBody(body, dossiers, before));
  expect(evaluate(body, dossiers, after)).toEqual(evaluateBody(body, dossiers, after));
});

test("one meeting of one campaign is enough for the hour to count", () => {
  const evaluate = rememberEvaluations();
  const several = [
    Dossier.parse(dossierOf([meetingOn("2026-03-13")], { campaign: 2026 })),
    Dossier.parse(dossierOf([meetingOn("2027-02-26", { id: "m0" }), meetingOn("2027-03-12")])),
  ];
  const [before, after] = [at("2027-03-12T14:59"), at("2027-03-12T15:00")];
  expect(evaluate(body, several, before)).toEqual(evaluateBody(body, several, before));
  expect(evaluate(body, several, after)).toEqual(evaluateBody(body, several, after));
});

test("a further dossier, and a calendar that was changed, are other questions", () => {
  const evaluate = rememberEvaluations();
  const more = [...dossiers, Dossier.parse(dossierOf([meetingOn("2028-01-14")], { campaign: 2028 }))];
  const december = at("2027-12-15");
  expect(evaluate(body, dossiers, december)).toEqual(evaluateBody(body, dossiers, december));
  expect(evaluate(body, more, december)).toEqual(evaluateBody(body, more, december));

  const present = createPresentWorkdays();
  const asked = { ...at("2027-02-26"), workdays: present };
  const before = evaluate(body, dossiers, asked);
  expect(evaluate(body, dossiers, asked)).toBe(before);
  present.use(workdaysWith({ days: [{ day: day("2027-03-01"), kind: "dayoff", ru: "День Х", kk: "Х күні" }] }));
  const now = evaluate(body, dossiers, asked);
  const targetOf = ({ findings }: typeof now) => findings.find(({ obligation }) => obligation === "notice")?.target;
  expect([targetOf(before), targetOf(now)]).toEqual([day("2027-03-01"), day("2027-02-26")]);
});
