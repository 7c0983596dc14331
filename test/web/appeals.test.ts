import { beforeAll, describe, expect, test } from "vitest";
import { type AppealText, dossierOf, heldOn } from "../core/support/facts.ts";
import { faultsOf } from "./support/html.ts";
import { recordingAt } from "./support/recording.ts";

const appeal = (number: string, more: Partial<AppealText> = {}): AppealText => ({
  ...{ number, kind: "complaint", receivedOn: "2027-03-01", answered: "none", competence: "police" },
  ...more,
});

describe("the list of appeals", () => {
  let site: Awaited<ReturnType<typeof recordingAt>>;
  const numbersIn = async (query = "", as = "staff@PB-1"): Promise<string[]> => {
    const html = await (await site.open(`/appeals${query}`, { as })).text();
    expect(faultsOf(html)).toEqual([]);
    return [...html.matchAll(/<th scope="row"><a[^>]*>([^<]*)<\/a>/g)].map(([, number = ""]) => number);
  };

  beforeAll(async () => {
    const appeals = [
      appeal("A-10", { registeredOn: "2027-03-01" }),
      appeal("A-2"),
      appeal("B-1", { kind: "proposal", registeredOn: "2027-03-01", repliedOn: "2027-03-05" }),
      appeal("C-1", { route: "complaint", registeredOn: "2027-03-01", transferredOn: "2027-03-02" }),
      appeal("D-1", { competence: "other", registeredOn: "2027-03-01" }),
    ];
    site = await recordingAt("2027-03-10T10:00", [dossierOf([heldOn("2027-03-01", { appeals })])]);
  });

  test("shows what is open, what is due first before the others", async () => {
    expect(await numbersIn()).toEqual(["A-2", "D-1", "A-10", "C-1"]);
  });

  test.each([
    ["?state=overdue", ["A-2", "D-1"]],
    ["?state=closed", ["B-1"]],
    ["?state=all&sort=number", ["A-10", "A-2", "B-1", "C-1", "D-1"]],
    ["?state=all&kind=proposal", ["B-1"]],
    ["?route=complaint", ["C-1"]],
    ["?q=a-1", ["A-10"]],
    ["?region=DP-1", ["A-2", "D-1", "A-10", "C-1"]],
    ["?region=DP-2", []],
    ["?state=nothing&sort=nothing&from=x", ["A-2", "D-1", "A-10", "C-1"]],
  ])("%s selects %j", async (query, numbers) => {
    expect(await numbersIn(query)).toEqual(numbers);
  });

  test("leads to the form of the next step, for those who may send it", async () => {
    const html = await (await site.open("/appeals")).text();
    expect(html).toContain("/bodies/PB-1/record/register-appeal?campaign=2027&amp;appeal=A-2");
    expect(html).toContain("/bodies/PB-1/record/reply-appeal?campaign=2027&amp;appeal=A-10");
    expect(html).toContain("/bodies/PB-1/record/redirect-appeal?campaign=2027&amp;appeal=D-1");
    expect(html).toContain("Внести сведения</th>");
    const viewed = await (await site.open("/appeals", { as: "viewer@PB-1" })).text();
    expect([viewed.includes("/record/"), viewed.includes("Внести сведения</th>")]).toEqual([false, false]);
  });

  test("shows its last page where the address asks for what lies behind it", async () => {
    const appeals = Array.from({ length: 102 }, (_, index) => appeal(`N-${String(index).padStart(3, "0")}`));
    const many = await recordingAt("2027-03-10T10:00", [dossierOf([heldOn("2027-03-01", { appeals })])]);
    const html = await (await many.open("/appeals?sort=number&from=100000")).text();
    expect([...html.matchAll(/>(N-\d+)<\/a>/g)].map(([, number]) => number)).toEqual(["N-100", "N-101"]);
    expect(html).toContain('<nav class="pages" aria-label="Обращения"><a href="/appeals?state=open&amp;sort=number">');
    expect(await (await site.open("/appeals?from=500")).text()).toContain(">A-2</a>");
  });

  test("says so where there is nothing", async () => {
    const empty = await recordingAt("2027-03-10T10:00");
    expect(await (await empty.open("/appeals")).text()).toContain("обращений пока не поступало");
    expect(await (await site.open("/appeals?q=nothing")).text()).toContain("По заданным условиям обращений нет");
  });
});
