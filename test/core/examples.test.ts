import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { day } from "../../core/calendar/day.ts";
import { Facts } from "../../core/dossier/facts.ts";
import { policyWith } from "../../core/order608/default-policy.ts";
import { createRegister } from "../../core/register/register.ts";
import { simulate } from "../../core/use-cases/sweep/simulate.ts";
import { evaluateAll, workdays } from "./support/evaluate.ts";
import { canonical, findingJson, inOrder, letterJson } from "./support/json.ts";

const folder = new URL("../examples/", import.meta.url);
const files = readdirSync(folder).sort();
const load = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
const factsOf = (number: string): Facts => Facts.parse(load(`${number}.facts.json`));

const matching = (pattern: RegExp) =>
  files.flatMap((file) => {
    const found = pattern.exec(file);
    return found ? [{ file, parts: found.slice(1) }] : [];
  });
const findingsFiles = matching(/^(\d+)\.findings\.([\d-]+)\.json$/);
const lettersFiles = matching(/^(\d+)\.letters\.([\d-]+)\.([\d-]+)\.json$/);

const FindingsFile = z.strictObject({ findings: z.array(z.looseObject({ missing: z.array(z.string()) })) });
const LettersFile = z.strictObject({
  letters: z.array(z.strictObject({ slot: z.string(), recipient: z.string(), items: z.array(z.unknown()) })),
});

describe("the worked examples of the specification", () => {
  it("are there, each with facts, findings and letters", () => {
    const numbers = (found: readonly { parts: string[] }[]) => new Set(found.map(({ parts }) => parts[0]));
    const withFacts = numbers(matching(/^(\d+)\.facts\.json$/));
    expect(withFacts.size).toBeGreaterThan(0);
    expect(numbers(findingsFiles)).toEqual(withFacts);
    expect(numbers(lettersFiles)).toEqual(withFacts);
  });

  it.each(findingsFiles)("$file holds exactly the findings of its day", ({ file, parts: [number = "", on = ""] }) => {
    const { findings } = FindingsFile.parse(load(file));
    const expected = findings.map((finding) => ({ ...finding, missing: [...finding.missing].sort() }));
    const { bodies, dossiers, policy } = factsOf(number);
    const found = evaluateAll({ bodies, dossiers, policy: policyWith(policy ?? {}) }, on);
    expect(found.failed).toEqual([]);
    expect(inOrder(found.findings.map(findingJson)).map(canonical)).toEqual(inOrder(expected).map(canonical));
  });

  it.each(lettersFiles)("$file holds exactly the letters of its days", ({ file, parts }) => {
    const [number = "", from = "", to = ""] = parts;
    const expected = LettersFile.parse(load(file)).letters.map((letter) => ({
      ...letter,
      items: inOrder(letter.items),
    }));
    const { bodies, dossiers, policy } = factsOf(number);
    const slots = simulate({
      register: createRegister(bodies),
      dossiers,
      policy: policyWith(policy ?? {}),
      workdays,
      from: day(from),
      to: day(to),
    });
    const written = [...slots].flatMap(({ letters }) => letters).map(letterJson);
    expect(inOrder(written).map(canonical)).toEqual(inOrder(expected).map(canonical));
  });
});
