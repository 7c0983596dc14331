import { describe, expect, test } from "vitest";
import { createPresentWorkdays } from "../../core/calendar/calendar-versions.ts";
import { day } from "../../core/calendar/day.ts";
import { endOfDay } from "../../core/escalation/slots.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import type { Directory, LoadedDossiers, RegisterStore } from "../../core/ports.ts";
import { Body, type BodyText } from "../../core/register/body.ts";
import { assess, loadRegister, recordsKey } from "../../core/use-cases/assess/assess.ts";
import { recipientFinder } from "../../core/use-cases/assess/recipients.ts";
import { contact, department, district, factsOf, ministry, reported, workdays } from "../support/delivery/facts.ts";

const parsed = (texts: readonly BodyText[]): Body[] => texts.map((text) => Body.parse(text));
const renamed = (text: BodyText, name: string): BodyText => ({ ...text, name: { ru: name, kk: name } });
const scopes = ["MIA", "DP-1", "DP-2"];
const directory: Directory = { scopes, shared: {}, version: 1, policy: defaultPolicy };

/** Bodies by scope, with a look at what is asked of their store. */
function registerOf(bodies: Readonly<Record<string, readonly Body[]>>, directories: readonly (Directory | null)[]) {
  const asked: string[] = [];
  let reads = 0;
  const store: RegisterStore = {
    directory: async () => {
      asked.push("directory");
      return directories[Math.min(reads++, directories.length - 1)] ?? null;
    },
    bodies: async (scope, of) => {
      asked.push(`${scope} of ${of?.edition ?? of?.version}`);
      return bodies[`${scope} ${of?.edition}`] ?? bodies[scope] ?? [];
    },
  };
  return { store, asked };
}

const [mia, one, two] = [parsed([ministry()]), parsed([department("DP-1")]), parsed([department("DP-2")])];
const present = { MIA: mia, "DP-1": one, "DP-2": two };

describe("a register that is loaded", () => {
  test("holds the ministry and the scopes that were wanted, each read once", async () => {
    const { store, asked } = registerOf(present, [directory]);
    const loaded = await loadRegister(store, () => ["DP-2", "MIA"]);
    expect(loaded).toMatchObject({ directory, scopes: ["DP-2", "MIA"] });
    expect(loaded?.register.bodies.map(({ id }) => id)).toEqual(["MIA", "DP-2"]);
    expect(asked).toEqual(["directory", "MIA of 1", "DP-2 of 1", "directory"]);
  });

  test("is none before the first import, nor where there is no scope", async () => {
    expect(await loadRegister(registerOf(present, [null]).store, () => [])).toBeNull();
    expect(await loadRegister(registerOf(present, [{ ...directory, scopes: [] }]).store, () => [])).toBeNull();
  });

  test("of an edition is not looked at again, since an edition never changes", async () => {
    const { store, asked } = registerOf(present, [{ ...directory, edition: "a" }]);
    await loadRegister(store, () => ["DP-1"]);
    expect(asked).toEqual(["directory", "MIA of a", "DP-1 of a"]);
  });

  test("of an edition that is being removed is that of the next one", async () => {
    const next = { ...directory, version: 3, edition: "c" };
    const gone = { "DP-1 a": parsed([district("PB-1", "DP-1")]), "MIA a": mia };
    const newer = { ...present, "DP-1 c": parsed([renamed(department("DP-1"), "Новый")]) };
    const { store } = registerOf({ ...newer, ...gone }, [{ ...directory, edition: "a" }, next]);
    const loaded = await loadRegister(store, () => ["DP-1"]);
    expect(loaded?.directory).toEqual(next);
    expect(loaded?.register.byId.get("DP-1")?.name.ru).toBe("Новый");
  });

  test("without editions is read again when an import came while it was read", async () => {
    const next = { ...directory, version: 2 };
    const { store, asked } = registerOf(present, [directory, next]);
    const wanted = ({ version }: Directory) => (version === 1 ? ["DP-1"] : ["DP-2"]);
    const loaded = await loadRegister(store, wanted);
    expect(loaded).toMatchObject({ directory: next, scopes: ["DP-2"] });
    expect(asked.filter((what) => what !== "directory")).toEqual(["MIA of 1", "DP-1 of 1", "MIA of 2", "DP-2 of 2"]);
  });

  test("that goes away while it is read is none", async () => {
    expect(await loadRegister(registerOf(present, [directory, null]).store, () => ["DP-1"])).toBeNull();
  });

  test("begins with the directory that its caller has read", async () => {
    const { store, asked } = registerOf(present, [directory]);
    const known = { ...directory, edition: "a" };
    expect((await loadRegister(store, () => ["DP-1"], known))?.directory).toBe(known);
    expect(asked).toEqual(["MIA of a", "DP-1 of a"]);
  });

  test("is the very same one for the very same lists, and another one for others", async () => {
    const known = { ...directory, edition: "a" };
    const load = async (bodies: typeof present, of = known, wanted = scopes) =>
      (await loadRegister(registerOf(bodies, [of]).store, () => wanted))?.register;
    const first = await load(present);
    expect(await load(present)).toBe(first);
    expect(await load({ ...present, "DP-1": parsed([department("DP-1")]) })).not.toBe(first);
    const again = await load(present);
    for (const other of [
      { ...known, version: 2 },
      { ...known, edition: "b" },
    ]) {
      expect(await load(present, other)).not.toBe(again);
    }
    expect((await load(present, known, ["MIA"]))?.bodies).toHaveLength(1);
  });
});

describe("an assessment reads", () => {
  const bodies = [ministry(), department("DP-1"), district("PB-1", "DP-1"), department("DP-2")];
  const { dossiers: held } = factsOf([], 2027, { dossiers: [reported("PB-1", 2027, "2027-03-12")] });

  /** How these scopes stand at the end of a day, and which dossiers were asked for. */
  async function assessOn(on: string, wanted: readonly string[], campaigns?: readonly number[] | null) {
    const byScope = Object.fromEntries(
      scopes.map((scope) => [scope, parsed(bodies.filter(({ id, parent }) => id === scope || parent === scope))]),
    );
    const { store } = registerOf({ ...byScope, MIA: mia }, [{ ...directory, edition: "a" }]);
    const loaded = await loadRegister(store, () => wanted);
    if (!loaded) throw new Error("There is no register.");
    const asked: string[] = [];
    const load = async (scope: string, campaign: number): Promise<LoadedDossiers> => {
      asked.push(`${scope} ${campaign}`);
      const isHeld = scope === "DP-1" && campaign === 2027;
      const damage = { body: "DP-1", campaign, reason: "torn" };
      return {
        dossiers: isHeld ? held : [],
        damaged: scope === "DP-1" && campaign <= 2025 ? [damage] : [],
        ...(isHeld && { recorded: new Map([["PB-1", { "meetings/m1": day("2027-03-20") }]]) }),
      };
    };
    const ports = { register: store, dossiers: { load }, workdays: createPresentWorkdays(workdays) };
    return { asked, assessment: await assess(loaded, ports, endOfDay(day(on)), campaigns) };
  }

  test("every campaign from the first of the Order to those that are open, and none of the ministry", async () => {
    const { asked } = await assessOn("2026-11-30", ["MIA", "DP-1"]);
    expect(asked).toEqual(["DP-1 2024", "DP-1 2025", "DP-1 2026"]);
    expect((await assessOn("2026-12-01", ["DP-1", "DP-2"])).asked).toHaveLength(2 * 4);
  });

  test("the first campaign at least, also before it", async () => {
    expect((await assessOn("2022-05-05", ["DP-2"])).asked).toEqual(["DP-2 2024"]);
    expect((await assessOn("2022-05-05", ["MIA"])).asked).toEqual([]);
  });

  test("only campaigns that may hold dossiers, where they are known", async () => {
    expect((await assessOn("2027-04-01", ["DP-1"], [2025, 2027, 2029])).asked).toEqual(["DP-1 2025", "DP-1 2027"]);
    expect((await assessOn("2027-04-01", ["DP-1"], [])).asked).toEqual([]);
    expect((await assessOn("2027-04-01", ["DP-1"], null)).asked).toHaveLength(4);
  });

  test("the bodies of the scopes that were wanted, and says what is damaged, of whom and when facts were recorded", async () => {
    const { assessment } = await assessOn("2027-04-01", ["DP-1"]);
    expect(assessment.bodies.map(({ body, today }) => [body.id, today])).toEqual([
      ["DP-1", day("2027-04-01")],
      ["PB-1", day("2027-04-01")],
    ]);
    const report = assessment.bodies.map(({ findings }) => findings.find(({ obligation }) => obligation === "report"));
    expect(report.map((finding) => finding?.state)).toEqual(["overdue", "met"]);
    expect(assessment.failed).toEqual([]);
    expect(assessment.settled.filter(({ campaign }) => campaign >= 2027)).toEqual([]);
    expect(assessment.settled.map(({ state }) => state)).not.toContain(undefined);
    expect(assessment.damaged.map(({ campaign }) => campaign)).toEqual([2024, 2025]);
    expect(assessment.records.unreadable).toEqual(new Map([["DP-1", new Set([2024, 2025])]]));
    expect(assessment.records.dossiers.get("PB-1")).toEqual(held);
    expect(assessment.records.recorded).toEqual(
      new Map([[recordsKey("PB-1", 2027), { "meetings/m1": day("2027-03-20") }]]),
    );
  });
});

describe("who a letter went to", () => {
  const own = [
    contact("head", "Head@x.example", { name: "Асан" }),
    contact("officer", "head@X.example", { name: "Болат" }),
  ];
  const store = registerOf(
    { ...present, "DP-1": parsed([department("DP-1", own)]), "DP-2": parsed([department("DP-2", own)]) },
    [{ ...directory, edition: "a" }],
  ).store;

  test("is found by the key of the address: its first contact, with the first body that names it", async () => {
    const loaded = await loadRegister(store, () => scopes);
    if (!loaded) throw new Error("There is no register.");
    const keys = { recipientKey: (email: string) => `key of ${email.toLowerCase()}` };
    const find = recipientFinder(loaded.register, keys);
    expect(find("key of head@x.example")).toMatchObject({ body: "DP-1", role: "head", name: "Асан" });
    expect(find("key of staff@mia.example")).toMatchObject({ body: "MIA", role: "staff" });
    expect(find("key of nobody@x.example")).toBeUndefined();
    // The same register by other keys.
    const other = recipientFinder(loaded.register, { recipientKey: (email) => email.toLowerCase() });
    expect([other("head@x.example")?.body, other("key of head@x.example")]).toEqual(["DP-1", undefined]);
  });
});
