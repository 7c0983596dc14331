import { afterAll, beforeAll, expect, test } from "vitest";
import { dayOf } from "../../core/calendar/day.ts";
import { Facts } from "../../core/dossier/facts.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { grantsOf } from "../../core/use-cases/records/grants.ts";
import { clear } from "../../local/commands/address.ts";
import { begin } from "../../local/commands/begin.ts";
import { decide } from "../../local/commands/brake.ts";
import { grant } from "../../local/commands/grant.ts";
import { demoFacts } from "../../local/demo/facts.ts";
import { type EmbeddedStore, embeddedStores } from "./support/stores.ts";

const stores = embeddedStores();
const facts = { ...Facts.parse({ ...demoFacts(), dossiers: [] }), policyInForce: defaultPolicy };
const administrator = { subject: "user:1", name: "First", grants: ["admin" as const] };
let fresh: EmbeddedStore;

beforeAll(async () => {
  fresh = await stores.open();
  fresh.goTo("2027-01-04T10:00");
});
afterAll(stores.close);

test("a new stage gets its register once, and then its first administrator", async () => {
  await expect(grant(administrator, "first administrator", fresh.wiring)).rejects.toThrow("no register yet");
  await begin(facts, fresh.wiring);
  expect((await fresh.wiring.register.directory())?.scopes).toHaveLength(21);
  await expect(begin(facts, fresh.wiring)).rejects.toThrow("There is a register already");
  await grant(administrator, "first administrator", fresh.wiring);
  expect((await grantsOf("user:1", fresh.wiring.grants))?.grants).toEqual(["admin"]);
});

test("a register that somebody else loads at the same moment is not said to be replaced", async () => {
  const before = { ...fresh.wiring.register, directory: async () => null };
  await expect(begin(facts, { ...fresh.wiring, register: before })).rejects.toThrow("Somebody else has loaded");
});

test("grants are changed with a reason, at bodies that there are, and one administrator stays", async () => {
  const staff = { subject: "user:2", name: "Second", grants: ["staff@DP-10" as const] };
  await grant(staff, "new officer", fresh.wiring);
  expect((await fresh.wiring.grants.read("user:2"))?.newest?.text).toContain("new officer");
  const elsewhere = { ...staff, grants: ["staff@DP-99" as const] };
  await expect(grant(elsewhere, "moved", fresh.wiring)).rejects.toThrow("no body DP-99");
  await expect(grant({ ...administrator, grants: [] }, "left", fresh.wiring)).rejects.toThrow("Nobody would be");
});

const said = (by: string) => ({ by, reason: "Test" });

test("an address that works again is put into use, and only then", async () => {
  const { outOfUse, identifiers, clock } = fresh.wiring;
  const recipientKey = identifiers.recipientKey("officer@pb.example");
  await outOfUse.mark({ recipientKey, at: clock.machineNow(), letter: "DP-10/2027/key/0", reason: null });
  await clear("Officer@PB.example", said("first administrator"), fresh.wiring);
  expect(await outOfUse.all()).toEqual([]);
  await expect(clear("officer@pb.example", said("first administrator"), fresh.wiring)).rejects.toThrow(
    "not out of use",
  );
});

test("a brake is decided about where one holds, and nowhere else", async () => {
  const slot = { day: dayOf(2027, 1, 4), time: "09:00" };
  const until = { day: dayOf(2027, 1, 5), time: "09:00" };
  const brake = { version: 1, slot, until, bodies: 9, of: 10, stopped: null, released: null };
  await fresh.wiring.log.setBrake("DP-10", null, brake);
  await decide("DP-10", "stop", said("first administrator"), fresh.wiring);
  await decide("DP-10", "release", said("first administrator"), fresh.wiring);
  await expect(decide("DP-10", "stop", said("late"), fresh.wiring)).rejects.toThrow("No brake");
  await expect(decide("DP-99", "stop", said("late"), fresh.wiring)).rejects.toThrow("no scope");
});
