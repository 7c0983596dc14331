import { latestSlot } from "../../../core/escalation/slots.ts";
import { defaultPolicy } from "../../../core/order608/default-policy.ts";
import { waive } from "./acting.ts";
import { holidays } from "./change.ts";
import { dueDayMoves, imported } from "./changing.ts";
import { clearOutOfUse, decideBrake } from "./deciding.ts";
import type { Interruption, Scenario } from "./enumerate.ts";
import { contact, department, factsOf, ministry } from "./facts.ts";
import { faultPlan, processIn } from "./faults.ts";
import { brakedAtNoon } from "./holding.ts";
import { load, type World } from "./world.ts";

// What changes while a slot is swept, before each of its calls in turn. A report that nobody has held is told of on Monday
// 1 April, and again on Wednesday.

const staff = ministry([contact("staff", "staff@mia.example")]);
const head = (email = "head@dp-1.example") => contact("head", email);
const officer = contact("officer", "officer@dp-1.example");
const SLOTS = ["2024-04-01T09:00", "2024-04-01T18:00", "2024-04-03T09:00", "2024-04-03T18:00"];
const one: Scenario = { facts: factsOf([staff, department("DP-1", [officer])], 2024), slots: SLOTS };
const [FIRST = ""] = SLOTS;

/** A scenario and what changes in the middle of which slot. */
export interface Interrupted {
  readonly scenario: Scenario<World>;
  readonly interruption: Interruption;
}

/** Somebody asks for a sweep, which runs whole between two calls of the one that is scheduled. */
const sweptOnDemand: Interrupted = {
  scenario: one,
  interruption: { slot: FIRST, make: (world) => world.sweep("DP-1") },
};

/** A sender sends all that waits between two calls of a sweep or of another sender. */
const sentBeside: Interrupted = {
  scenario: one,
  interruption: { slot: FIRST, make: (world) => world.dispatch() },
};

const factRecorded: Interrupted = {
  scenario: one,
  interruption: { slot: "2024-04-03T09:00", make: (world) => waive(processIn(world, faultPlan()), world) },
};

const dueDayMoved: Interrupted = {
  scenario: { ...dueDayMoves, changes: [] },
  interruption: { slot: "2024-04-09T09:00", make: holidays("", "2024-04-08").make },
};

/** Another head takes office. */
const headReplaced: Interrupted = {
  scenario: {
    facts: factsOf([staff, department("DP-1", [head()])], 2024),
    slots: SLOTS,
    instead: { "head@dp-1.example": "next@dp-1.example" },
  },
  interruption: {
    slot: FIRST,
    make: imported("", [staff, department("DP-1", [head("next@dp-1.example")])]).make,
  },
};

/** The head of two departments stays that of the second one only: another scope writes to this address from then on. */
const scopeChanged: Interrupted = {
  scenario: {
    facts: factsOf([staff, department("DP-1", [head()]), department("DP-2", [head()])], 2024),
    slots: SLOTS,
    instead: { "head@dp-1.example": "next@dp-1.example" },
  },
  interruption: {
    slot: FIRST,
    make: imported("", [staff, department("DP-1", [head("next@dp-1.example")]), department("DP-2", [head()])]).make,
  },
};

/** A body ends with the day, and its contacts go out of office the day after. */
const bodyEnds: Interrupted = {
  scenario: {
    facts: factsOf([staff, department("DP-1", [head()])], 2024),
    slots: SLOTS,
    instead: { "head@dp-1.example": "staff@mia.example" },
  },
  interruption: {
    slot: FIRST,
    make: imported("", [staff, { ...department("DP-1", [head()]), activeTo: "2024-04-01" }]).make,
  },
};

const OFFICER = officer.email;
const outOfUse = ({ ports }: World) =>
  ports.outOfUse.mark({ recipientKey: OFFICER, at: ports.clock.machineNow(), letter: "", reason: null });

/** An address that was out of use works again. */
const addressCleared: Interrupted = {
  scenario: {
    ...one,
    facts: factsOf([staff, department("DP-1", [officer, head()])], 2024),
    changes: [{ at: FIRST, make: outOfUse }],
    instead: { [OFFICER]: "head@dp-1.example", "head@dp-1.example": OFFICER },
  },
  interruption: { slot: "2024-04-03T09:00", make: ({ ports }) => clearOutOfUse(OFFICER, "user:admin", ports) },
};

/** A brake is released while the next slot goes on holding. */
const brakeReleased: Interrupted = {
  scenario: brakedAtNoon,
  interruption: {
    slot: "2024-04-01T18:00",
    make: ({ ports }) => {
      const slot = latestSlot(ports.clock.calendarNow(), defaultPolicy.slots, "Asia/Almaty");
      return decideBrake("DP-1", "release", { by: "user:admin", slot }, ports);
    },
  },
};

/** An import makes letters that look wrong while the slot is swept: the ministry's sweep and the scope's see them at different calls. */
const wrongData: Interrupted = {
  scenario: { ...brakedAtNoon, changes: [] },
  interruption: { slot: "2024-04-01T12:00", make: (world) => load(brakedAtNoon.wrong, world.ports) },
};

/** By name. */
export const interrupted = {
  sweptOnDemand,
  sentBeside,
  factRecorded,
  dueDayMoved,
  headReplaced,
  scopeChanged,
  bodyEnds,
  addressCleared,
  brakeReleased,
  wrongData,
};
