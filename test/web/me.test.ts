import { Hono } from "hono";
import { expect, test } from "vitest";
import { instant } from "../../core/calendar/zone.ts";
import { Facts } from "../../core/dossier/facts.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { createSessions } from "../../functions/web/sign-in/sessions.ts";
import { bodies } from "../api/support/api.ts";
import { aLetter } from "../api/support/letter.ts";
import { memorySessions } from "../support/memory/sessions.ts";
import { faultsOf } from "./support/html.ts";
import { pagesAt } from "./support/pages.ts";

test("my page says who I am, what I may do where, and which letters wait for my answer", async () => {
  const pages = await pagesAt("2027-03-19T10:00");
  await pages.ledger.create({ ...aLetter("DP-1", ["PB-1"]), state: "sent" });
  await pages.ledger.create({ ...aLetter("DP-1", ["DP-1", "PB-1"]), n: 1, state: "sent" });
  const html = await (await pages.go("/me", { as: "staff@PB-1" })).text();
  expect(faultsOf(html)).toEqual([]);
  expect(html).toContain("user:1");
  expect(html).toContain("Staff: ");
  expect(html).toContain("Records and corrects facts");
  expect(html).toContain("/letters/DP-1/2027/mZ6oD6Dkq0zS1l1pVb3u2A/0");
  expect(html).toContain(`, responsible officer</a>: Report – <span lang="ru">ОП</span></li>`);
  expect(html).not.toContain("/letters/DP-1/2027/mZ6oD6Dkq0zS1l1pVb3u2A/1");
  const above = await (await pages.go("/me", { as: "staff@DP-1" })).text();
  expect(above).toContain("/letters/DP-1/2027/mZ6oD6Dkq0zS1l1pVb3u2A/1");
});

test("a letter to an address that two departments share waits for an answer in either of them", async () => {
  const pages = await pagesAt("2027-03-19T10:00");
  const shared = { role: "officer", name: "А. Общая", email: "shared@police.example", locale: "kk" } as const;
  const [ministry, first, below, second] = bodies;
  const sharing = [ministry, { ...first, contacts: [shared] }, below, { ...second, contacts: [shared] }];
  await pages.register.replace(Facts.parse({ bodies: sharing, dossiers: [] }).bodies, defaultPolicy);
  await pages.ledger.create({ ...aLetter("DP-1", ["DP-2"]), state: "sent" });
  const html = await (await pages.go("/me", { as: "staff@DP-2" })).text();
  expect(html).toContain("/letters/DP-1/2027/mZ6oD6Dkq0zS1l1pVb3u2A/0");
});

test("signing out everywhere ends all sessions that I have, and nobody else's", async () => {
  const sessions = createSessions(memorySessions(), "http://esep.example");
  const app = new Hono();
  app.get("/in/:who/:at", async (context) => {
    const { who, at } = context.req.param();
    await sessions.start(context, { subject: `user:${who}`, name: who }, instant(Number(at)));
    return context.text("");
  });
  app.get("/who/:at", async (context) =>
    context.text((await sessions.find(context, instant(Number(context.req.param("at")))))?.subject ?? "nobody"),
  );
  const cookieOf = async (path: string) => (await app.request(path)).headers.get("set-cookie")?.split(";")[0] ?? "";
  const cookies = await Promise.all(["/in/a/1000", "/in/a/2000", "/in/b/2000"].map(cookieOf));
  await sessions.endAll("user:a", instant(3000));
  const later = await cookieOf("/in/a/4000");
  const seen = await Promise.all(
    [...cookies, later].map(async (cookie) => (await app.request("/who/5000", { headers: { cookie } })).text()),
  );
  expect(seen).toEqual(["nobody", "nobody", "user:b", "user:a"]);
});
