import { beforeEach, expect, test } from "vitest";
import { grantsOf, seedGrants } from "../../core/use-cases/records/grants.ts";
import { faultsOf } from "./support/html.ts";
import { hiddenIn, type Pages, pagesAt } from "./support/pages.ts";

let pages: Pages;
beforeEach(async () => {
  pages = await pagesAt("2027-03-19T10:00");
  await seedGrants([{ subject: "user:admin", name: "Admin", grants: ["admin"] }], pages.grants);
});

/** Saves a person's form as it is shown, with what was typed. */
async function save(subject: string, typed: Readonly<Record<string, string | readonly string[]>>) {
  const shown = await (await pages.go(`/grants/person?subject=${subject}`)).text();
  return pages.go("/grants/person", {
    form: { ...hiddenIn(shown), subject, name: "Ерлан", reason: "Приказ № 5", ...typed },
  });
}

test("somebody is added by the number that they were shown, with a grant at a body", async () => {
  const saved = await save("41-7", {
    "role.0": "staff",
    "body.0": "DP-1 Департамент",
    "role.1": "viewer",
    "body.1": "DP-2",
  });
  expect([saved.status, saved.headers.get("location")]).toEqual([303, "/grants/person?subject=user%3A41-7&done=saved"]);
  expect(await grantsOf("user:41-7", pages.grants)).toMatchObject({
    name: "Ерлан",
    grants: ["staff@DP-1", "viewer@DP-2"],
  });
  const list = await (await pages.go("/grants?search=ерлан&body=DP-2")).text();
  expect(list).toContain("user:41-7");
  expect(await (await pages.go("/grants?body=PB-1")).text()).not.toContain("user:41-7");
});

test("a grant that is no longer ticked is revoked, and the history says who, why, before and after", async () => {
  await save("user:1", { "role.0": "staff", "body.0": "DP-1", "role.1": "viewer", "body.1": "DP-2" });
  await save("user:1", { held: ["viewer@DP-2"], reason: "Переведён" });
  expect((await grantsOf("user:1", pages.grants))?.grants).toEqual(["viewer@DP-2"]);
  const page = await (await pages.go("/grants/person?subject=user:1")).text();
  expect(page).toContain("Переведён");
  expect(page.match(/Staff:/g)?.length).toBeGreaterThanOrEqual(2);
  expect(faultsOf(page)).toEqual([]);
});

test("everything is revoked after asking", async () => {
  await save("user:1", { "role.0": "staff", "body.0": "DP-1" });
  const asking = await (await pages.go("/grants/revoke?subject=user:1")).text();
  expect(faultsOf(asking)).toEqual([]);
  const revoked = await pages.go("/grants/revoke", { form: { ...hiddenIn(asking), reason: "Уволен" } });
  expect(revoked.status).toBe(303);
  expect((await grantsOf("user:1", pages.grants))?.grants).toEqual([]);
});

test.each([
  ["a subject with spaces", { subject: "user:a b", "role.0": "admin" }, "subject"],
  ["no name", { name: " ", "role.0": "admin" }, "name"],
  ["no reason", { reason: "", "role.0": "admin" }, "reason"],
  ["a reason that names a citizen", { reason: "позвонить +7 701 123 45 67", "role.0": "admin" }, "reason"],
  ["a body that the register does not know", { "role.0": "staff", "body.0": "DP-9" }, "body-0"],
  ["a role without a body", { "role.0": "staff" }, "body-0"],
])("%s is refused beside its field, and what was typed stays", async (_what, typed, field) => {
  const answer = await save("user:1", { "body.1": "typed before", ...typed });
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(html).toContain(`id="field-${field}-error"`);
  expect(html).toContain('value="typed before"');
  expect(faultsOf(html)).toEqual([]);
  expect(await grantsOf("user:1", pages.grants)).toBeNull();
});

test("the last administrator stays, and of two who saw the same the second is told", async () => {
  const last = await save("user:admin", { name: "Admin", reason: "Уволен" });
  expect([last.status, await last.text()]).toEqual([422, expect.stringContaining("last administrator")]);
  const shown = hiddenIn(await (await pages.go("/grants/person?subject=user:1")).text());
  const form = { ...shown, subject: "user:1", name: "Ерлан", reason: "Приказ", "role.0": "staff", "body.0": "DP-1" };
  expect((await pages.go("/grants/person", { form })).status).toBe(303);
  // The very same request again changes nothing and succeeds.
  expect((await pages.go("/grants/person", { form })).status).toBe(303);
  const second = await pages.go("/grants/person", { form: { ...form, request: "another", "body.0": "DP-2" } });
  expect(second.status).toBe(409);
  expect((await grantsOf("user:1", pages.grants))?.grants).toEqual(["staff@DP-1"]);
});
