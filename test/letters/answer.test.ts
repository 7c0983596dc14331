import { beforeEach, describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { Locale } from "../../core/register/locale.ts";
import { type Answer, readAcknowledgement } from "../../core/use-cases/letters/acknowledge.ts";
import { answerTexts } from "../../functions/web/acknowledge/texts.ts";
import { aLetter } from "../api/support/letter.ts";
import { faultsOf } from "../web/support/html.ts";
import { pagesAt } from "../web/support/pages.ts";

const letter = aLetter("DP-1", ["PB-1"]);
const PATH = `/letters/DP-1/2027/${letter.recipientKey}/0/answer`;

async function createPages() {
  const { go, ledger, acknowledgements, audit } = await pagesAt("2027-03-19T10:00", { demo: true });
  await ledger.create(letter);
  await ledger.create({ ...letter, n: 1 });
  const kept = async (): Promise<Answer | undefined> => {
    const stored = await acknowledgements.read(letter);
    return (stored && readAcknowledgement(stored))?.answer;
  };
  return { go, audit, kept };
}

let pages: Awaited<ReturnType<typeof createPages>>;
beforeEach(async () => {
  pages = await createPages();
});

const open = (path = PATH, as = "staff@PB-1", lang: Locale = "en") => pages.go(path, { as, lang });
const send = (form: Readonly<Record<string, string>>, as = "staff@PB-1") => pages.go(PATH, { form, as });

const promise = { kind: "will-do" as const, what: "The report is held on 26 March", by: "2027-03-26" };

describe("the page that answers a letter", () => {
  test.each(Locale.options)("shows what the letter says and three forms in %s, and changes nothing", async (locale) => {
    const html = await (await open(PATH, "staff@PB-1", locale)).text();
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain(locale === "en" ? "31 March 2027" : "31.03.2027");
    expect(html.match(/<form class="sheet" method="post"/g)).toHaveLength(3);
    for (const { send: button } of Object.values(answerTexts(locale).answers)) expect(html).toContain(button);
    expect(html).toContain('id="wrong"');
    expect(await pages.kept()).toBeUndefined();
    expect(await pages.audit.records()).toEqual([]);
  });

  test.each([{ kind: "seen" as const }, promise, { kind: "wrong-recipient" as const }])(
    "keeps %j, says so and shows it",
    async (typed) => {
      const response = await send(typed);
      expect([response.status, response.headers.get("location")]).toEqual([303, `${PATH}?done=${typed.kind}`]);
      expect(await pages.kept()).toEqual("by" in typed ? { ...typed, by: day(typed.by) } : typed);
      const html = await (await open(`${PATH}?done=${typed.kind}`)).text();
      expect(html).toContain(answerTexts("en").done[typed.kind]);
      expect(html).toContain("Айгерим");
    },
  );

  test("lets a later answer take the place of the one before, and shows both", async () => {
    await send({ kind: "wrong-recipient" });
    await send(promise);
    await send({ ...promise, by: "2027-03-30" });
    expect(await pages.kept()).toEqual({ ...promise, by: day("2027-03-30") });
    const html = await (await open()).text();
    const places = ["30 March 2027", "26 March 2027)", "Does not concern its recipient"].map((text) =>
      html.lastIndexOf(text),
    );
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("takes a second click for the first", async () => {
    await send({ ...promise, request: "abc" });
    await send({ ...promise, request: "abc" });
    const [record = ""] = await pages.audit.records();
    expect(await pages.audit.entries(record)).toHaveLength(1);
    expect((await send({ kind: "will-do", what: "Other", by: "2027-03-27", request: "abc" })).status).toBe(409);
  });

  test.each([
    [{ kind: "will-do", what: "", by: "2027-03-26" }, answerTexts("en").missing],
    [{ kind: "will-do", what: "x".repeat(4001), by: "2027-03-26" }, answerTexts("en").long],
    [{ kind: "will-do", what: "Call +7 701 123 45 67", by: "2027-03-26" }, answerTexts("en").personal],
    [{ kind: "will-do", what: "Soon", by: "2027-02-30" }, answerTexts("en").day],
  ])("says what is wrong with %.60j and loses nothing", async (typed, message) => {
    const response = await send(typed);
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain(message.replaceAll("'", "&#39;"));
    expect(html).toContain(`value="${typed.by}"`);
    expect(html).toContain(typed.what);
    expect(await pages.kept()).toBeUndefined();
  });

  test("knows no other answers", async () => {
    expect((await send({ kind: "never" })).status).toBe(422);
    expect(await pages.kept()).toBeUndefined();
  });

  test("shows markup that somebody typed as text", async () => {
    await send({ ...promise, what: "<script>alert(1)</script>" });
    expect(await (await open()).text()).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });
});

describe("who may answer", () => {
  test.each([
    ["staff@PB-1", 200, 303],
    ["staff@DP-1", 200, 303],
    ["staff@MIA", 200, 303],
    ["viewer@PB-1", 200, 403],
    ["admin", 200, 403],
    ["staff@PB-9", 404, 404],
  ])("%s: reading %i, answering %i", async (as, reading, answering) => {
    expect((await open(PATH, as)).status).toBe(reading);
    expect((await send({ kind: "seen" }, as)).status).toBe(answering);
    expect((await pages.kept()) !== undefined).toBe(answering === 303);
  });

  test("a viewer sees why there are no forms", async () => {
    const html = await (await open(PATH, "viewer@MIA")).text();
    expect(html).toContain(answerTexts("en").forbidden);
    expect(html).not.toContain('<form class="sheet"');
  });

  test("nobody answers a letter that is none", async () => {
    expect((await open(PATH.replace("/0/", "/7/"))).status).toBe(404);
  });
});

test("the list of letters tells apart what was answered, what was not, and what came to the wrong person", async () => {
  const found = async (answered: string) => {
    const html = await (await open(`/letters?answered=${answered}`, "staff@MIA")).text();
    return [html.match(/<th scope="row"><a href="\/letters\//g)?.length ?? 0, html] as const;
  };
  expect((await found("no"))[0]).toBe(2);
  await send({ kind: "wrong-recipient" });
  expect([(await found("no"))[0], (await found("yes"))[0], (await found(""))[0]]).toEqual([1, 1, 2]);
  const [count, html] = await found("wrong");
  expect(count).toBe(1);
  expect(html).toContain(answerTexts("en").said["wrong-recipient"]);
});
