import { formatDay } from "../../../core/calendar/day.ts";
import { letterPath } from "../../../core/escalation/ledger.ts";
import type { Slot } from "../../../core/escalation/letter.ts";
import { latestSlot } from "../../../core/escalation/slots.ts";
import { policyWith } from "../../../core/order608/default-policy.ts";
import { onDemand } from "./change.ts";
import { decideBrake } from "./deciding.ts";
import type { Scenario } from "./enumerate.ts";
import { contact, department, district, factsOf, ministry, reported } from "./facts.ts";
import type { Action, Change } from "./machine.ts";
import { load, type World } from "./world.ts";

// Two bodies that have reported are enough for a brake. On Monday morning an import takes both reports away, overdue
// since that morning: what is to be written at noon was not made by passing time.

const POLICY = { slots: ["09:00", "12:00", "18:00", "21:00"], brake: { bodies: 2, share: 0.5 } };
const bodies = [
  ministry([contact("staff", "staff@mia.example")]),
  department("DP-1", [contact("head", "head@dp-1.example")]),
  district("PB-1", "DP-1", [contact("head", "head@pb-1.example")]),
];
const dossiers = ["DP-1", "PB-1"].map((id) => reported(id, 2024, "2024-03-12"));
const wrong = factsOf(bodies, 2024, { policy: POLICY });
const imported: Change = { at: "2024-04-01T10:00", make: (world) => load(wrong, world.ports) };

const decided = (at: string, decision: "stop" | "release"): Action<unknown> => ({
  at,
  act: ({ ports }) => {
    const slot = latestSlot(ports.clock.calendarNow(), policyWith(POLICY).slots, "Asia/Almaty");
    return decideBrake("DP-1", decision, { by: "user:admin", slot }, ports);
  },
});

const MONDAY = ["2024-04-01T09:00", "2024-04-01T12:00", "2024-04-01T18:00", "2024-04-01T21:00"];
const TUESDAY = ["2024-04-02T09:00", "2024-04-02T12:00", "2024-04-02T18:00"];
const textOf = ({ day, time }: Slot): string => `${formatDay(day)}T${time}`;

/** Letters are held over so many slots until one writes them afresh, nothing that was ever held is sent, and the ministry's staff is told of it. */
const heldOver =
  (slots: number, until: string): NonNullable<Scenario["check"]> =>
  async ({ ports: { ledger, service, alarms } }: World) => {
    const accepted = new Set(service.accepted.map(({ letter }) => letter));
    const held = ledger.all().filter((entry) => ledger.history.get(letterPath(entry))?.includes("held"));
    const notices = ledger.all().filter(({ scope }) => scope.startsWith("brake_"));
    // The ministry's letters too, though they are swept before the scope whose own letters trip the brake.
    const written = ledger.all().filter((entry) => !notices.includes(entry) && !held.includes(entry));
    return [
      ...(written.map(({ slot }) => textOf(slot)).sort()[0] === until ? [] : ["not written when it should be"]),
      ...(new Set(held.map(({ slot }) => textOf(slot))).size === slots ? [] : ["not held in every slot"]),
      ...held.filter((entry) => accepted.has(letterPath(entry))).map((entry) => `sent: ${letterPath(entry)}`),
      ...(notices.length === 1 ? [] : [`${notices.length} notices`]),
      ...(alarms.raised.some(({ code }) => code === "brake-on") ? [] : ["no alarm of the brake"]),
    ];
  };

const twoBodies: Scenario = {
  facts: factsOf(bodies, 2024, { dossiers, policy: POLICY }),
  slots: [...MONDAY, ...TUESDAY],
  changes: [imported],
};

/** The letters that an import has made are held at noon, and by the slots after it. */
export const brakedAtNoon = { ...twoBodies, wrong };

/** Nobody decides: the next working day's first slot writes afresh. */
const heldUntilMorning: Scenario = { ...twoBodies, check: heldOver(3, "2024-04-02T09:00") };

/** An administrator releases the brake at night, and asks for a sweep. */
const heldUntilReleased: Scenario = {
  ...twoBodies,
  changes: [imported, onDemand("2024-04-01T22:30", "21:00", "released")],
  actions: [decided("2024-04-01T22:00", "release")],
  check: heldOver(3, "2024-04-01T21:00"),
};

/** An administrator stops the letters, which are held over the next morning, and releases them. */
const heldUntilDecided: Scenario = {
  ...twoBodies,
  actions: [decided("2024-04-01T19:00", "stop"), decided("2024-04-02T10:00", "release")],
  check: heldOver(4, "2024-04-02T12:00"),
};

/** A letter is held over three slots and more, by name. */
export const holding = { heldUntilMorning, heldUntilReleased, heldUntilDecided };
