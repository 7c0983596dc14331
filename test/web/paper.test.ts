import { expect, test } from "vitest";
import { Locale } from "../../core/register/locale.ts";
import { identifiers } from "../../functions/identifiers.ts";
import { almaty } from "../support/memory/clocks.ts";
import { HOSTILE, hostileFacts } from "./support/facts.ts";
import { faultsOf } from "./support/html.ts";
import { createSite, type Site } from "./support/site.ts";

const at = "2027-03-19T09:00";

/** Puts an address out of use, as a hard bounce does. */
const bounce = (site: Site, email: string) =>
  site.outOfUse.mark({
    recipientKey: identifiers.recipientKey(email),
    ...{ at: almaty(at), letter: "DP-1/2027/key/0", reason: "General" },
  });

const anchors = (html: string): string[] => [...html.matchAll(/id="paper-([^"]+)"/g)].map(([, id = ""]) => id);

test("while every body has an address that works, the page says so", async () => {
  const site = await createSite(hostileFacts(), { now: at });
  const html = await site.read("/paper?lang=en");
  expect(anchors(html)).toEqual([]);
  expect(html).toContain("Letters reach every body");
});

test.each(Locale.options)(
  "a body whose address bounces is on the page in %s, with whom its letters go to",
  async (lang) => {
    const site = await createSite(hostileFacts(), { now: at });
    await bounce(site, "officer@pb1.example");
    const html = await site.read(`/paper?lang=${lang}`);
    expect(anchors(html)).toEqual(["PB-1"]);
    expect(html).toContain("head@dp1.example");
    expect(html).not.toContain("officer@pb1.example");
    expect(html).not.toContain(HOSTILE);
    expect(faultsOf(html)).toEqual([]);
  },
);

test("a body with nobody in office is there too, and one that has ended is not", async () => {
  const facts = hostileFacts();
  const bodies = facts.bodies.map((body) => (body.id === "PB-1" ? { ...body, contacts: [] } : body));
  const site = await createSite({ ...facts, bodies }, { now: at });
  expect(await site.read("/paper?lang=en")).toContain("names no officer and no head in office");
  const ended = bodies.map((body) => (body.id === "PB-1" ? { ...body, activeTo: "2027-03-18" } : body));
  const later = await createSite({ ...facts, bodies: ended }, { now: at });
  expect(anchors(await later.read("/paper"))).toEqual([]);
});

test("it lists what is open, so that the paper can say it", async () => {
  const site = await createSite(hostileFacts(), { now: "2027-04-26T09:00" });
  await bounce(site, "officer@pb1.example");
  const html = await site.read("/paper?lang=en");
  expect(html).toContain("Open duties");
  expect(html.match(/class="tag (overdue|breached|due)"/g)?.length).toBeGreaterThan(3);
});
