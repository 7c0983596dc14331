import { describe, expect, it, test } from "vitest";
import { Facts } from "../../../core/dossier/facts.ts";
import { contact, dossierOf, fullNotice, groups, heldOn, protocolOf, raisedOn } from "../support/facts.ts";
import { changed, factsWith, refusedIn, refusedPaths } from "../support/refused.ts";

/** Facts that hold every field there is. */
const complete = factsWith([
  dossierOf(
    [
      heldOn("2027-03-12", {
        expectedParticipants: 100,
        invitation: { sentOn: "2027-03-01", forDate: "2027-03-12", groups: [...groups] },
        venue: { checkedOn: "2027-03-01", place: "Дом культуры", hygienic: true, capacity: 100 },
        content: { readyOn: "2027-03-01", sections: [1, 10] },
        readiness: { checkedOn: "2027-03-01", inPerson: true, clearedOfSecrets: true, orderPlanned: false },
        notices: [{ ...fullNotice("2027-03-01", "2027-03-12"), url: "https://gazeta.example/1" }],
        protocol: protocolOf("2027-03-12", {
          decisions: [{ id: "d1", text: "Осветить двор", dueOn: "2027-04-01", doneOn: "2027-04-01" }],
          appeals: ["A-1"],
        }),
        records: { number: "7", registeredOn: "2027-03-12" },
        appeals: [
          raisedOn("2027-03-12", {
            receivedAt: "15:20",
            route: "application",
            registeredOn: "2027-03-12",
            extension: { decidedOn: "2027-03-18", until: "2027-05-14", notifiedOn: "2027-03-19" },
            transferredOn: "2027-03-12",
            repliedOn: "2027-03-19",
            redirectedOn: "2027-03-16",
            initiatorNotifiedOn: "2027-03-16",
          }),
        ],
      }),
    ],
    {
      schedule: { approvedOn: "2027-01-15", number: "1" },
      waivers: [{ obligation: "notice", subject: "m1", reason: "ЧП", by: "MIA", from: "2027-01-01", to: "2027-01-02" }],
    },
  ),
]);
const full = changed(
  complete,
  "bodies.2.contacts.0",
  contact("officer", "o@pb-1.example", { from: "2027-01-01", to: "2027-12-31" }),
);
const M = "dossiers.0.meetings.0";

describe("a facts file", () => {
  it("may hold every field of the format", () => {
    expect(refusedIn(full)).toEqual([]);
  });

  it("is read and written back unchanged", () => {
    expect(Facts.encode(Facts.parse(full))).toEqual(full);
  });

  test.each([
    "",
    "bodies.0",
    "bodies.0.name",
    "bodies.0.contacts.0",
    "dossiers.0",
    "dossiers.0.schedule",
    "dossiers.0.waivers.0",
    M,
    `${M}.place`,
    `${M}.invitation`,
    `${M}.venue`,
    `${M}.content`,
    `${M}.readiness`,
    `${M}.notices.0`,
    `${M}.notices.0.announces`,
    `${M}.protocol`,
    `${M}.protocol.decisions.0`,
    `${M}.protocol.signatures.0`,
    `${M}.records`,
    `${M}.appeals.0`,
    `${M}.appeals.0.extension`,
  ])("is refused for an unknown key of %j, by its path", (path) => {
    const key = path === "" ? "surprise" : `${path}.surprise`;
    expect(refusedPaths(changed(full, key, 1))).toEqual([key]);
  });

  test.each([
    ["bodies", {}],
    ["dossiers", null],
    ["policy", []],
    ["bodies.0.kind", "village"],
    ["bodies.0.name", "МВД"],
    ["bodies.0.contacts.0.role", "superior"],
    ["bodies.0.contacts.0.locale", "de"],
    ["dossiers.0.campaign", "2027"],
    ["dossiers.0.campaign", 2027.5],
    [`${M}.status`, "postponed"],
    [`${M}.expectedParticipants`, "200"],
    [`${M}.venue.hygienic`, "yes"],
    [`${M}.venue.capacity`, 1.5],
    [`${M}.invitation.groups.0`, "church"],
    [`${M}.content.sections.0`, 1.5],
    [`${M}.notices.0.channel`, "radio"],
    [`${M}.notices.0.announces.schedule`, "true"],
    [`${M}.protocol.signatures.0.role`, "officer"],
    [`${M}.appeals.0.kind`, "question"],
    [`${M}.appeals.0.answered`, true],
    [`${M}.appeals.0.competence`, "court"],
    [`${M}.appeals.0.route`, "fast"],
    ["dossiers.0.waivers.0.obligation", "tea"],
    ["dossiers.0.waivers.0.subject", 1],
    [`${M}.records.registeredOn`, null],
  ])("is refused for a wrong type: %s = %j", (path, value) => {
    expect(refusedPaths(changed(full, path, value))).toEqual([path]);
  });

  test.each([
    "bodies",
    "dossiers",
    "bodies.0.parent",
    "bodies.0.zone",
    "bodies.0.activeFrom",
    "bodies.0.name.kk",
    "dossiers.0.meetings",
    "dossiers.0.waivers",
    `${M}.startsAt`,
    `${M}.notices`,
    `${M}.appeals`,
    `${M}.appeals.0.receivedOn`,
    `${M}.protocol.signatures`,
    "dossiers.0.waivers.0.reason",
  ])("is refused without %s", (path) => {
    expect(refusedPaths(changed(full, path, undefined))).toEqual([path]);
  });

  test.each([null, [], "facts", 1, undefined, true])("is refused when it is %j", (input) => {
    expect(Facts.safeParse(input).success).toBe(false);
  });

  test.each([
    "bodies.0.name.ru",
    "bodies.0.contacts.0.name",
    "dossiers.0.schedule.number",
    "dossiers.0.waivers.0.by",
    `${M}.id`,
    `${M}.place.kk`,
    `${M}.venue.place`,
    `${M}.notices.0.outlet`,
    `${M}.notices.0.url`,
    `${M}.notices.0.announces.place`,
    `${M}.protocol.place`,
    `${M}.protocol.decisions.0.text`,
    `${M}.protocol.signatures.0.name`,
    `${M}.records.number`,
    `${M}.appeals.0.number`,
  ])("is refused for an empty string or one of spaces at %s", (path) => {
    expect(refusedPaths(changed(full, path, ""))).toContain(path);
    expect(refusedPaths(changed(full, path, "  "))).toContain(path);
  });

  test.each([
    "bodies.0.activeFrom",
    "bodies.2.contacts.0.from",
    "dossiers.0.schedule.approvedOn",
    `${M}.date`,
    `${M}.invitation.forDate`,
    `${M}.content.readyOn`,
    `${M}.notices.0.publishedOn`,
    `${M}.notices.0.announces.date`,
    `${M}.protocol.drawnUpOn`,
    `${M}.protocol.decisions.0.dueOn`,
    `${M}.appeals.0.extension.until`,
  ])("is refused for a date that does not exist at %s", (path) => {
    for (const date of ["2027-02-29", "2027-13-01", "12.03.2027", "", 20270312, null]) {
      expect(refusedPaths(changed(full, path, date)), String(date)).toEqual([path]);
    }
  });

  test.each([
    `${M}.startsAt`,
    `${M}.notices.0.announces.startsAt`,
    `${M}.protocol.startsAt`,
    `${M}.appeals.0.receivedAt`,
  ])("is refused for a time that does not exist at %s", (path) => {
    for (const time of ["24:00", "12:60", "9:00", "15.00", 15]) {
      expect(refusedPaths(changed(full, path, time)), String(time)).toEqual([path]);
    }
  });

  test.each(["Asia/Atlantis", "+05:00", "", 5])("is refused for the zone %j", (zone) => {
    expect(refusedPaths(changed(full, "bodies.0.zone", zone))).toEqual(["bodies.0.zone"]);
  });

  test.each([`${M}.expectedParticipants`, `${M}.venue.capacity`, `${M}.protocol.participants`])(
    "is refused for a negative number at %s, not for none",
    (path) => {
      expect(refusedPaths(changed(full, path, -1))).toEqual([path]);
      expect(refusedPaths(changed(full, path, 0))).toEqual([]);
    },
  );

  it("is refused for a section outside 1–10", () => {
    const path = `${M}.content.sections.1`;
    expect(refusedPaths(changed(full, path, 0))).toEqual([path]);
    expect(refusedPaths(changed(full, path, 11))).toEqual([path]);
    expect(refusedPaths(changed(full, path, 1))).toEqual([]);
  });
});
