import { describe, expect, it } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import { contentOf } from "../../../core/escalation/content.ts";
import { levelOf, planRecipient } from "../../../core/escalation/plan.ts";
import type { BodyText } from "../../../core/register/body.ts";
import { workdays } from "../support/evaluate.ts";
import {
  contact,
  departmentText,
  districtText,
  dossierOf,
  meetingOn,
  ministryText,
  protocolOf,
} from "../support/facts.ts";
import { candidatesAt, slotOf, type World, worldOf } from "../support/sweeps.ts";

const second: BodyText = { ...districtText, id: "PB-2", name: { ru: "ОП 2", kk: "ПБ 2" }, contacts: [] };
const bodies = (...own: BodyText["contacts"]): BodyText[] => [
  ministryText,
  departmentText,
  { ...districtText, contacts: own },
  second,
];
const dossiers = [
  dossierOf([
    meetingOn("2027-03-12"),
    meetingOn("2027-03-01", { id: "m2", protocol: protocolOf("2027-03-01", { signatures: [] }) }),
  ]),
  dossierOf([meetingOn("2027-03-12")], { body: "PB-2" }),
];

function planned(world: World, email: string, slot: string) {
  const candidates = candidatesAt(world, slot).byRecipient.get(email) ?? [];
  return planRecipient(email, candidates, new Map(), slotOf(slot), { ...world, workdays }).items;
}
const contentFor = (world: World, email: string, slot: string) =>
  contentOf(email, planned(world, email, slot), [], slotOf(slot), world);

describe("what a letter says", () => {
  const world = worldOf({ bodies: bodies(contact("officer", "officer@pb-1.example")), dossiers });
  const slot = "2027-03-05T09:00";

  it("is ordered by body, the body with the worst first, and within a body worst first", () => {
    const items = contentFor(world, "head@dp-1.example", slot).items.map(
      ({ finding }) => `${finding.body} ${finding.obligation} ${finding.subject} ${finding.state}`,
    );
    expect(items.filter((item) => item.startsWith("PB-1")).slice(0, 3)).toEqual([
      "PB-1 schedule dossier overdue",
      "PB-1 protocol m2 overdue",
      "PB-1 notice m1 overdue",
    ]);
    const order = items.map((item) => item.split(" ")[0]);
    expect([...new Set(order)]).toHaveLength(order.filter((body, index) => body !== order[index - 1]).length);
  });

  it("tells the ministry's staff, and nobody else, which bodies no e-mail reaches", () => {
    const staff = ministryText.contacts.find(({ role }) => role === "staff")?.email ?? "";
    expect(contentFor(world, staff, slot).paper).toContainEqual(second.name);
    expect(contentFor(world, "head@dp-1.example", slot).paper).toBeUndefined();
  });

  it("is to the contact who has the address, not to another of the same body", () => {
    expect(contentFor(world, "head@dp-1.example", slot).recipient).toMatchObject({ name: "head", locales: ["ru"] });
  });

  it("gives each role in each body as a reason once", () => {
    const { reasons } = contentFor(world, "head@dp-1.example", slot);
    const texts = reasons.map(({ role, body }) => `${role} ${body}`);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts).toEqual(expect.arrayContaining(["superior PB-1", "superior PB-2"]));
  });

  it("marks whom the recipient stands in for", () => {
    const { items } = contentFor(world, "head@dp-1.example", "2027-03-01T09:00");
    expect(items.find(({ finding }) => finding.body === "PB-2" && finding.obligation === "notice")?.insteadOf).toBe(
      "officer",
    );
  });

  it("names the body in both languages", () => {
    const { items } = contentFor(world, "officer@pb-1.example", slot);
    expect(items[0]?.bodyName).toEqual({ ru: "ОП", kk: "ПБ" });
  });

  it("is in every language that the recipient is registered with, Kazakh first", () => {
    const both = bodies(
      contact("officer", "O@pb-1.example", { name: "Айгүл", locale: "ru" }),
      contact("head", "o@pb-1.example", { name: "Айгүл", locale: "kk" }),
    );
    expect(contentFor(worldOf({ bodies: both, dossiers }), "o@pb-1.example", slot).recipient).toEqual({
      email: "o@pb-1.example",
      name: "Айгүл",
      locales: ["kk", "ru"],
    });
  });

  it("is about the day of the sweep, and without items about its slot's", () => {
    const late = planned(world, "officer@pb-1.example", slot);
    expect(contentOf("officer@pb-1.example", late, [], slotOf("2027-03-04T21:00"), world).today).toBe(
      day("2027-03-05"),
    );
    const none = contentOf("nobody@pb-1.example", [], [], slotOf(slot), world);
    expect(none).toEqual({
      recipient: { email: "nobody@pb-1.example", name: "nobody@pb-1.example", locales: [] },
      ...{ slot: slotOf(slot), today: day("2027-03-05"), items: [], closed: [], reasons: [] },
    });
  });

  it("says which items rest on facts that were recorded late, and by which versions it was planned", () => {
    const items = planned(world, "officer@pb-1.example", slot);
    const content = contentOf("officer@pb-1.example", items, [], slotOf(slot), {
      ...{ ...world, rules: { policy: 3, calendar: 0 } },
      isRecordedLate: ({ obligation }) => obligation === "notice",
    });
    expect(content.rules).toEqual({ policy: 3, calendar: 0 });
    const marked = content.items.filter(({ recordedLate }) => recordedLate).map(({ finding }) => finding.obligation);
    expect(new Set(marked)).toEqual(new Set(["notice"]));
    expect(content.items.filter((item) => "recordedLate" in item)).toHaveLength(marked.length);
    const plain = contentFor(world, "officer@pb-1.example", slot);
    expect(plain).not.toHaveProperty("rules");
    expect(plain.items.filter((item) => "recordedLate" in item)).toEqual([]);
  });

  it("counts an address that a bounce has put out of use as none, where the ministry reads who is written to on paper", () => {
    const own = { ...second, contacts: [contact("head", "head@pb-2.example")] };
    const { register } = worldOf({ bodies: [ministryText, departmentText, districtText, own], dossiers: [] });
    const paper = (isOutOfUse: (email: string) => boolean) =>
      contentOf("staff@mia.example", [], [], slotOf(slot), { register, isOutOfUse }).paper;
    expect(paper(() => false)).toBeUndefined();
    expect(paper((email) => email === "head@pb-2.example")).toEqual([own.name]);
  });

  it("is to the ministry's staff by whatever case their address is registered in, and in office", () => {
    const mia = (more: object) => ({ ...ministryText, contacts: [contact("staff", "Staff@MIA.example", more)] });
    const paperOf = (more: object) => {
      const staffed = worldOf({ bodies: [mia(more), departmentText, districtText, second], dossiers: [] });
      return contentOf("staff@mia.example", [], [], slotOf(slot), staffed);
    };
    expect(paperOf({})).toMatchObject({ paper: [second.name], recipient: { name: "staff", locales: ["ru"] } });
    expect(paperOf({ to: "2027-03-04" })).not.toHaveProperty("paper");
  });

  it("has the level of the highest role among its items", () => {
    expect(levelOf(planned(world, "officer@pb-1.example", slot))).toBe("officer");
    expect(levelOf(planned(world, "head@dp-1.example", slot))).toBe("superior");
    expect(levelOf(planned(world, "staff@mia.example", "2027-03-12T09:00"))).toBe("ministry");
    expect(levelOf([])).toBe("officer");
  });
});

describe("a stage on a year that the calendar does not cover", () => {
  it("fails its finding alone", () => {
    const late = [dossierOf([meetingOn("2030-12-31")], { campaign: 2030 })];
    const { failed } = candidatesAt(worldOf({ bodies: bodies(), dossiers: late }), "2031-01-02T09:00");
    expect(failed).toEqual([{ body: "PB-1", campaign: 2030, obligation: "protocol", subject: "m1", year: 2031 }]);
  });
});
