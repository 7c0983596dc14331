import { beforeAll, describe, expect, test } from "vitest";
import { type CommandName, commandNames } from "../../core/dossier/commands/command-name.ts";
import { descriptions } from "../../functions/web/record/descriptions.ts";
import type { Field } from "../../functions/web/record/fields.ts";
import { dossierOf, heldOn, meetingOn, protocolOf } from "../core/support/facts.ts";
import { HOSTILE } from "./support/facts.ts";
import { faultsOf, tagsOf } from "./support/html.ts";
import { recordingAt, type Typed } from "./support/recording.ts";

/** Tries a template, a header and a spreadsheet's formula beside what {@link HOSTILE} tries of HTML. */
const TEXT = `${HOSTILE} \${7*7} {{7*7}} <%= 7*7 %>\r\nSet-Cookie: a=b\r\n\r\n=1+1`;
const NAME = `A"><img src=x onerror=alert(1)>/'${"`"}`;

const asked = (fields: readonly Field[], prefix = ""): string[] =>
  fields.flatMap((field) =>
    field.kind === "rows"
      ? [`${prefix}${field.name}.none`, ...asked(field.fields, `${prefix}${field.name}.0.`)]
      : [`${prefix}${field.name}`],
  );

/** Nothing in an answer may run, leave an attribute, or become a header of its own. */
async function expectInert(what: string, answer: Response): Promise<string> {
  const html = answer.status === 303 ? "" : await answer.text();
  if (html !== "" && answer.status !== 404) expect([what, faultsOf(html)]).toEqual([what, []]);
  expect([what, html.includes("<script"), html.includes("<img"), html.includes("<!--")]).toEqual([
    what,
    false,
    false,
    false,
  ]);
  expect([what, answer.headers.get("set-cookie")]).toEqual([what, null]);
  expect([what, html.includes("NaN"), html.includes("[object")]).toEqual([what, false, false]);
  for (const { attributes } of tagsOf(html)) {
    const address = attributes.get("href") ?? attributes.get("action");
    if (address !== undefined) expect([what, address]).toEqual([what, expect.stringMatching(/^(\/|#|https?:\/\/)/)]);
  }
  return html;
}

const query = (command: CommandName): string => {
  const subject = `&meeting=${encodeURIComponent(NAME)}&appeal=${encodeURIComponent(NAME)}&decision=${encodeURIComponent(NAME)}`;
  return `/bodies/PB-1/record/${command}?campaign=2027${subject}&obligation=protocol&subject=${encodeURIComponent(NAME)}`;
};

describe("hostile text", () => {
  let site: Awaited<ReturnType<typeof recordingAt>>;
  const asking = { as: "staff@DP-1 staff@PB-1" };

  beforeAll(async () => {
    const decision = { id: NAME, text: TEXT };
    const notices = [
      {
        publishedOn: "2027-02-01",
        channel: "web" as const,
        outlet: TEXT,
        url: "javascript:alert(1)",
        announces: { place: TEXT },
      },
    ];
    const appeal = {
      ...({
        number: NAME,
        kind: "complaint",
        receivedOn: "2027-03-12",
        answered: "none",
        competence: "mixed",
      } as const),
      extension: { decidedOn: "2027-03-12", until: "2027-04-12" },
    };
    const held = heldOn("2027-03-12", {
      ...{ id: NAME, place: { ru: TEXT, kk: TEXT }, notices, appeals: [appeal] },
      venue: { checkedOn: "2027-03-01", place: TEXT, hygienic: true, capacity: 1 },
      protocol: protocolOf("2027-03-12", { place: TEXT, decisions: [decision], appeals: [NAME] }),
      records: { number: TEXT, registeredOn: "2027-03-12" },
    });
    const waiver = { obligation: "venue", subject: NAME, reason: TEXT, by: TEXT, from: "2027-01-01" } as const;
    const dossier = dossierOf([held, meetingOn("2027-03-30", { id: "m2" })], {
      ...{ schedule: { approvedOn: "2027-01-15", number: TEXT }, waivers: [waiver] },
    });
    site = await recordingAt("2027-03-20T10:00", [dossier]);
  });

  for (const command of commandNames) {
    test(`${command}: is inert in every field, whether it is taken or refused`, async () => {
      await expectInert("shown", await site.open(query(command), asking));
      const fields = asked(descriptions[command].fields);
      const all = Object.fromEntries(fields.map((name) => [name, TEXT]));
      await expectInert("typed", await site.post(query(command), { ...all, request: TEXT, version: TEXT }, asking));
      for (const name of [...fields, "request", "version", "mode", "confirmed", "add"]) {
        const typed: Typed = { [name]: [TEXT, NAME], confirmed: "yes" };
        await expectInert(name, await site.post(query(command), typed, asking));
      }
    });
  }

  test("stays inert where it is read back, on every page and in every language", async () => {
    const name = encodeURIComponent(NAME);
    const said = { ...{ approvedOn: "2027-01-16", reason: TEXT, mode: "change" }, "value.number": TEXT };
    const path = "/bodies/PB-1/record/correct?campaign=2027&path=schedule";
    expect((await site.send(path, { ...said, "value.number": `${TEXT}!` }, asking)).status).toBe(303);
    const pages = [
      ...["/bodies/PB-1?campaign=2027", "/bodies/PB-1?campaign=2027&done=2&at=schedule", "/appeals?state=all"],
      ...["/bodies/PB-1/audit?campaign=2027", `/bodies/PB-1/audit?campaign=2027&command=${name}&before=${name}`],
      ...[`/bodies/PB-1?campaign=${name}&done=${name}&at=${name}`, `/appeals?q=${name}&region=${name}&sort=${name}`],
      `/bodies/PB-1/record/correct?campaign=2027&path=${encodeURIComponent(`meetings/${NAME.replace("/", "~1")}/venue`)}`,
    ];
    for (const locale of ["kk", "ru", "en"] as const) {
      for (const page of pages) {
        const answer = await site.open(page, { ...asking, locale });
        expect([page, answer.status]).toEqual([page, 200]);
        await expectInert(page, answer);
      }
    }
    const html = await (await site.open(pages[1] ?? "", asking)).text();
    expect(html).toContain("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
  });
});
