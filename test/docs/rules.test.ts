import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { clausesOf } from "../../core/order608/clauses.ts";
import { defaultPolicy, policyWith } from "../../core/order608/default-policy.ts";
import { obligations } from "../../core/order608/obligations/all.ts";
import { rulesDocument } from "../../local/rules/document.ts";
import { fill } from "../../local/rules/numbers.ts";
import { samplesOf } from "../../local/rules/sample.ts";

let made: string | undefined;
/** Made within a test, so that mutation testing knows which test runs the rules. */
const document = (): string => {
  made ??= rulesDocument();
  return made;
};
const section = (id: string): string => document().split(`<a id="${id}"></a>`)[1]?.split("<a id=")[0] ?? "";

describe("docs/rules.md", () => {
  it("is what the code says now (npm run rules writes it anew)", () => {
    expect(readFileSync("docs/rules.md", "utf8") === document()).toBe(true);
  });

  it("has a section for every obligation, with all of the Order's words in both languages", () => {
    for (const { id } of obligations) {
      for (const { kk, ru } of clausesOf(id)) {
        expect(section(id)).toContain(kk);
        expect(section(id)).toContain(ru);
      }
    }
  });

  it("shows every stage of every ladder", () => {
    for (const { id } of obligations) {
      for (const { at, to } of defaultPolicy.ladder[id].stages) {
        expect(section(id)).toMatch(
          new RegExp(`\\| \`${at.replace("+", "\\+")}\` \\|.*\\| ${to.join(", ")} \\|.*\\d\\d:\\d\\d`),
        );
      }
    }
  });

  it("leads nowhere in vain: every link on the page and to a file has its end", () => {
    const links = [...document().matchAll(/\]\(([^)]+)\)/g)].map(([, to = ""]) => to);
    expect(links.length).toBeGreaterThan(80);
    for (const to of links) {
      const ends = to.startsWith("#")
        ? document().includes(`<a id="${to.slice(1)}"></a>`)
        : existsSync(join("docs", to));
      expect(ends, to).toBe(true);
    }
  });

  it("names no place twice", () => {
    const places = [...document().matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
    expect(new Set(places).size).toBe(places.length);
  });

  it("has a row for each of the 21 paragraphs of the Rules", () => {
    for (let paragraph = 1; paragraph <= 21; paragraph++) {
      expect(document()).toMatch(new RegExp(`<a id="p-${paragraph}(-1)?"></a>p\\. ${paragraph}\\b`));
    }
  });
});

describe("a rule's description", () => {
  it("takes its numbers from the policy and remembers which", () => {
    const policy = policyWith({ noticeDays: 12, scheduleDue: "02-05" });
    expect(fill("{scheduleDue†} or {noticeDays} days", policy)).toEqual({
      text: "5 February† or 12 days",
      paths: ["scheduleDue", "noticeDays"],
    });
  });

  it("fails over a number that the policy no longer has", () => {
    expect(() => fill("{noticeWeeks} weeks", defaultPolicy)).toThrow('no number "noticeWeeks"');
  });

  it.each([
    ["schedule", "target-14", ["upcoming", "due", "overdue", "breached"]],
    ["report", "target-21", ["upcoming", "due", "overdue"]],
    ["notice", "breach", ["upcoming", "due", "overdue", "breached"]],
    ["protocol", "due@18:00", ["upcoming", "due", "overdue"]],
  ] as const)("is shown beside what the rule itself says: %s", (id, stage, states) => {
    const [sample] = samplesOf(id);
    expect(sample?.states.map(({ state }) => state)).toEqual(states);
    expect(section(id)).toContain(`\`${stage}\``);
  });
});
