import { describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import type { NoticeContent } from "../../core/escalation/notice.ts";
import { createRegister } from "../../core/register/register.ts";
import { tellAdministrators } from "../../core/use-cases/letters/notices.ts";
import { contact, department, factsOf, ministry } from "../support/delivery/facts.ts";
import { createWorld } from "../support/delivery/world.ts";
import { memoryComposer } from "../support/memory/composer.ts";

const STAFF = "Staff@mia.example";
const slot = { day: day("2027-04-07"), time: "18:00" };
const about: NoticeContent["about"] = {
  ...{ kind: "brake", scope: "DP-1", bodies: 7, of: 12, scopeName: { ru: "ДП", kk: "ПД" } },
  ...{ slot, until: { day: day("2027-04-08"), time: "09:00" } },
};

/** A world in which administrators can be told, and what they were told. */
async function telling(contacts = [contact("staff", STAFF), contact("apex", "apex@mia.example")]) {
  const facts = factsOf([ministry(contacts), department("DP-1")], 2027);
  const world = await createWorld(facts, "2027-04-07T18:05");
  const register = createRegister(facts.bodies);
  const said: [NoticeContent, number][] = [];
  const composer: typeof memoryComposer = {
    ...memoryComposer,
    composeNotice: (content, id, at) => {
      said.push([content, at]);
      return memoryComposer.composeNotice(content, id, at);
    },
  };
  const tell = (event: string, outOfUse: readonly string[] = [], ports: Partial<typeof world.ports> = {}) =>
    tellAdministrators(
      about,
      { event, slot },
      { register, slot, isOutOfUse: (email) => outOfUse.includes(email) },
      { ...world.ports, composer, ...ports },
    );
  const sent = () => world.ports.service.accepted.map(({ mail }) => mail.recipient);
  return { world, said, tell, sent };
}

describe("a notice to administrators", () => {
  test("goes to each of the ministry's staff, and is no letter of the ladder", async () => {
    const { world, said, tell, sent } = await telling([contact("staff", STAFF), contact("staff", "two@mia.example")]);
    await tell("x");
    expect(await world.dispatch()).toEqual(["sent", "sent"]);
    expect(sent()).toEqual(["staff@mia.example", "two@mia.example"]);
    expect(said.map(([content, at]) => [content.about, at])).toEqual(
      Array.from({ length: 2 }, () => [about, world.ports.clock.calendarNow()]),
    );
    const [entry] = world.letters();
    expect(entry).toMatchObject({
      ...{ scope: "brake_x", year: 2027, recipientKey: "staff@mia.example", n: 0, slot, level: "ministry" },
      ...{ items: [], closed: [], attempts: 1 },
    });
    // Its text does not age, so no later slot drops it.
    expect(entry).not.toHaveProperty("freshUntil");
  });

  test("that cannot be read is written again under the next number, once, and stops nothing", async () => {
    const { world, tell, sent } = await telling();
    await tell("x");
    await world.dispatch();
    const [entry] = world.letters();
    if (!entry) throw new Error("There is no notice.");
    world.ports.ledger.damage(entry, "the data is not JSON");
    for (let round = 0; round < 2; round++) {
      await tell("x");
      await world.dispatch();
    }
    expect(world.letters().map(({ n, state }) => [n, state])).toEqual([
      [0, "sent"],
      [1, "sent"],
    ]);
    expect(sent()).toHaveLength(2);
  });

  test("is written once for an event, and again for another", async () => {
    const { world, tell, sent } = await telling();
    for (const event of ["x", "x", "y"]) {
      await tell(event);
      await world.dispatch();
    }
    expect(sent()).toHaveLength(2);
    expect(world.letters().map(({ scope }) => scope)).toEqual(["brake_x", "brake_y"]);
  });

  test("that waits and has lost its message is queued again; one that has left is not", async () => {
    const { world, tell, sent } = await telling();
    await tell("x", [], { mail: { send: async () => undefined } });
    expect(await world.dispatch()).toEqual([]);
    await tell("x");
    expect(await world.dispatch()).toEqual(["sent"]);
    await tell("x");
    expect([await world.dispatch(), sent()]).toEqual([[], ["staff@mia.example"]]);
  });

  test("goes to the apex where no address of the staff's works", async () => {
    const { world, tell, sent } = await telling();
    await tell("x", ["staff@mia.example"]);
    await world.dispatch();
    expect(sent()).toEqual(["apex@mia.example"]);
  });

  test("goes to who is in office on the day of its slot", async () => {
    const own = [contact("staff", "old@mia.example", { to: "2027-04-06" }), contact("staff", STAFF)];
    const { world, tell, sent } = await telling(own);
    await tell("x");
    await world.dispatch();
    expect(sent()).toEqual(["staff@mia.example"]);
  });

  test("is sent once when another writer was first, and each has a file of its own", async () => {
    const { world, tell, sent } = await telling();
    const { ledger } = world.ports;
    const create: typeof ledger.create = async (entry) => {
      await tell("x");
      return ledger.create(entry);
    };
    const files: string[] = [];
    const put: typeof world.ports.files.put = (file, content) => {
      files.push(file);
      return world.ports.files.put(file, content);
    };
    await tell("x", [], { ledger: { ...ledger, create }, files: { ...world.ports.files, put } });
    await world.dispatch();
    expect([sent(), world.letters()]).toMatchObject([["staff@mia.example"], [{ state: "sent" }]]);
    expect(world.letters()[0]?.file).not.toBe(files[0]);
    expect(files[0]).toMatch(/^brake_x\/2027\/staff@mia\.example\/0-.+\.eml$/);
  });
});
