import { describe, expect, test } from "vitest";
import * as z from "zod";
import { commands } from "../../core/dossier/commands/all.ts";
import { rules } from "../../core/dossier/commands/rule.ts";
import { recordedFacts } from "../../core/dossier/recorded-facts.ts";
import { Locale } from "../../core/register/locale.ts";
import { commandExamples } from "../../functions/web/api/endpoints/command-examples.ts";
import { freshForm, withIssues } from "../../functions/web/forms/values.ts";
import { correctionOf, factAt } from "../../functions/web/record/corrections.ts";
import { descriptions } from "../../functions/web/record/descriptions.ts";
import type { Field } from "../../functions/web/record/fields.ts";
import { inputOf, rowCount, valuesFrom, withoutEmptyRows } from "../../functions/web/record/input.ts";
import { placedFields, placeOf, wordRefusal } from "../../functions/web/record/refusals.ts";
import { ruleTexts } from "../../functions/web/record/texts/rules.ts";
import { campaign } from "../api/support/campaign.ts";
import { after, type Step } from "../commands/support/steps.ts";

interface Schema {
  readonly properties?: Record<string, Schema>;
  readonly required?: string[];
  readonly items?: Schema;
}

const schemaOf = (input: z.ZodType): Schema =>
  JSON.parse(JSON.stringify(z.toJSONSchema(input, { io: "input", unrepresentable: "any" })));

/** Every part of an input that a form asks for, `decisions.#.text`, with whether it must be there. */
function partsOf(schema: Schema, prefix = "", isNeeded = true): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, part]) => {
    const name = `${prefix}${key}`;
    const needed = isNeeded && (schema.required ?? []).includes(key);
    if (part.properties) return partsOf(part, `${name}.`, needed);
    if (part.items?.properties) return partsOf(part.items, `${name}.#.`, false);
    return [name + (needed ? "!" : "")];
  });
}

const asked = (fields: readonly Field[], prefix = ""): string[] =>
  fields.flatMap((field) =>
    field.kind === "rows"
      ? asked(field.fields, `${prefix}${field.name}.#.`)
      : [`${prefix}${field.name}${field.required || (field.kind === "tick" && field.off === "false") ? "!" : ""}`],
  );

describe("every command", () => {
  for (const command of commands) {
    test(`${command.name} is asked for in full and with nothing else`, () => {
      const schema = schemaOf(command.input);
      const { fields } = descriptions[command.name];
      expect(asked(fields).sort()).toEqual(partsOf(schema).sort());
    });

    test(`${command.name} comes through its form as it is`, () => {
      if (command.name === "correct") return; // its value has the form of what it corrects
      const { fields, objects = [] } = descriptions[command.name];
      const form = { values: valuesFrom(fields, commandExamples[command.name]), issues: [] };
      expect(inputOf(fields, form, { objects })).toEqual(commandExamples[command.name]);
    });
  }
});

describe("every rule that can refuse a command", () => {
  for (const locale of Locale.options) {
    test(`has words of its own in ${locale}`, () => {
      const words = {
        ...{ day: "12.03.2027", since: "13.03.2027", time: "15:00", name: "A-1", data: "ИИН", longest: "200" },
        ...{ fact: "Протокол", form: "дата" },
      };
      const said = rules.map((rule) => ruleTexts(locale).rules[rule](words));
      for (const phrase of said) expect(phrase).not.toMatch(/undefined|[.!]$/);
      expect(new Set(said).size).toBe(rules.length);
    });
  }

  test("is said at a control that the form has, whatever field it names", () => {
    for (const command of commands) {
      const { fields } = descriptions[command.name];
      const placed = placedFields(fields, () => 2);
      const schema = schemaOf(command.input);
      const paths = partsOf(schema).map((part) => part.replace("!", "").replace("#", "1"));
      for (const path of [...paths, ...Object.keys(schema.properties ?? {}), "decisions.1", "appeals.0"]) {
        if (!Object.hasOwn(schema.properties ?? {}, path.split(".")[0] ?? "")) continue;
        const place = placeOf(path, placed);
        expect([command.name, path, place?.name.split(".")[0]]).toEqual([command.name, path, path.split(".")[0]]);
      }
      for (const rule of rules) {
        const words = { dossier: null, locale: "kk" as const };
        const issue = wordRefusal({ path: paths[0] ?? "", rule, message: "" }, placed, words);
        expect(withIssues(freshForm(), [issue]).issues[0]?.message).toMatch(/^\S.*: .+\.$/);
      }
    }
  });
});

test("every fact that can be recorded can be corrected from its own form", () => {
  const dossier = after(
    ...campaign.map(
      ({ command, input, at, as }): Step => [
        command,
        input,
        at.replace("T", " "),
        as === undefined ? undefined : "superior",
      ],
    ),
  );
  const facts = recordedFacts(dossier).filter(({ path }) => path.length !== 2 || path[0] !== "meetings");
  expect(facts.length).toBeGreaterThan(12);
  for (const { path } of facts) {
    const rule = correctionOf(path);
    expect([path, rule === null]).toEqual([path, false]);
    const present = factAt(dossier, path);
    expect([path, present]).not.toEqual([path, undefined]);
    if (!rule || rule.isDay || rule.fields.length === 0) continue;
    const again = inputOf(rule.fields, { values: valuesFrom(rule.fields, present), issues: [] }, rule);
    expect(present).toMatchObject(again);
  }
});

test("lines in which nothing was typed go, the others keep their order", () => {
  const { fields } = descriptions["draw-up-protocol"];
  const typed = freshForm({
    ...{ "decisions.0.text": " ", "decisions.1.text": "A", "decisions.1.dueOn": "2027-04-01", "decisions.2.id": "d1" },
    "decisions.3.text": "B",
  });
  const kept = withoutEmptyRows(typed, fields);
  expect(rowCount(kept, "decisions")).toBe(2);
  expect(inputOf(fields, kept)).toMatchObject({ decisions: [{ text: "A", dueOn: "2027-04-01" }, { text: "B" }] });
});
