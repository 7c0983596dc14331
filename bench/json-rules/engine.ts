import { Engine, type RuleProperties } from "json-rules-engine";
import type { Day } from "../../core/calendar/day.ts";
import type { Workdays } from "../../core/calendar/workdays.ts";
import type { Waiver } from "../../core/dossier/dossier.ts";
import type { State } from "../../core/order608/finding.ts";
import type { Policy } from "../../core/order608/policy.ts";
import { firstReminderDay } from "../../core/order608/stage-day.ts";
import type { Compared } from "../verdict.ts";
import { commonFacts, type DynamicFacts, noticeFacts, protocolFacts, replyFacts, reportFacts } from "./facts.ts";

const condition = (fact: string, operator: string, value: unknown) => ({ all: [{ fact, operator, value }] });

/** The states of the specification as rules, the first that fits first. */
const stateRules: readonly (readonly [State, RuleProperties["conditions"]])[] = [
  ["waived", condition("waived", "equal", true)],
  ["met", condition("metOn", "onOrBefore", { fact: "due" })],
  ["late", condition("metOn", "after", { fact: "due" })],
  ["breached", condition("today", "onOrAfter", { fact: "beyondCure" })],
  ["overdue", condition("today", "after", { fact: "due" })],
  ["upcoming", condition("begun", "equal", false)],
  ["due", condition("today", "onOrAfter", { fact: "firstReminder" })],
  ["upcoming", condition("today", "before", { fact: "firstReminder" })],
];

/** States that an obligation cannot have need no rule. */
const isNeeded = (obligation: Compared, conditions: RuleProperties["conditions"]): boolean => {
  const text = JSON.stringify(conditions);
  if (text.includes("beyondCure")) return obligation === "notice";
  return text.includes("begun") ? obligation === "protocol" : true;
};

/**
 * One engine an obligation, built once: rules decide the state, facts are worked out once a run when a rule asks for them.
 * Its first event names the state, whether or not the engine `stops` there.
 */
export function createEngine(obligation: Compared, policy: Policy, workdays: Workdays, stops: boolean): Engine {
  const rules = stateRules
    .filter(([, conditions]) => isNeeded(obligation, conditions))
    .map(([state, conditions], index, all) => ({
      conditions,
      priority: all.length - index,
      event: { type: "finding", params: { state } },
    }));
  const engine = new Engine(rules);
  for (const [name, holds] of Object.entries(operators)) {
    engine.addOperator<Day | null, Day | null>(name, (a, b) => a !== null && b !== null && holds(a, b));
  }
  const facts = {
    ...commonFacts,
    ...sharedFacts(obligation, policy, workdays),
    ...ownFacts(policy, workdays)[obligation],
  };
  for (const [name, calculate] of Object.entries(facts)) engine.addFact(name, calculate);
  if (stops) engine.on("success", () => void engine.stop());
  return engine;
}

const operators: Readonly<Record<string, (a: Day, b: Day) => boolean>> = {
  before: (a, b) => a < b,
  onOrBefore: (a, b) => a <= b,
  after: (a, b) => a > b,
  onOrAfter: (a, b) => a >= b,
};

const ownFacts = (policy: Policy, workdays: Workdays): Readonly<Record<Compared, DynamicFacts>> => ({
  report: reportFacts,
  notice: noticeFacts(policy, workdays),
  protocol: protocolFacts,
  reply: replyFacts(policy, workdays),
});

function sharedFacts(obligation: Compared, policy: Policy, workdays: Workdays): DynamicFacts {
  const ladder = policy.ladder[obligation];
  return {
    firstReminder: async (_, almanac) => {
      const due = await almanac.factValue<Day>("due");
      const target = await almanac.factValue<Day>("target");
      const beyondCure = await almanac.factValue<Day | null>("beyondCure");
      return firstReminderDay(ladder, { due, target, beyondCure }, workdays);
    },
    waived: async (_, almanac) => {
      const waivers = await almanac.factValue<readonly Waiver[]>("waivers");
      const subject = await almanac.factValue<string>("subject");
      const today = await almanac.factValue<Day>("today");
      return waivers.some(
        ({ obligation: of, subject: on, from, to }) =>
          of === obligation && on === subject && from <= today && (to === undefined || to >= today),
      );
    },
  };
}
