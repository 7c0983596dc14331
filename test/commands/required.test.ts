import { expect, test } from "vitest";
import { commands } from "../../core/dossier/commands/all.ts";
import { contextAt, empty, planned, rulesOf, table } from "./support/steps.ts";

test.each(commands.map((command) => [command.name, command] as const))(
  "%s given nothing says of each field that it is required, never that it is wrong",
  (_name, command) => {
    const rules = rulesOf(command.run(empty, {}, contextAt("2027-03-20")));
    expect(rules.length).toBeGreaterThan(0);
    for (const rule of rules) expect(rule).toMatch(/^[a-zA-Z]+: required$/);
  },
);

const notice = { meeting: "m1", publishedOn: "2027-02-20", channel: "web", outlet: "Сайт", announces: {} };
table([
  [
    "with nothing where a channel belongs",
    planned,
    ["publish-notice", { ...notice, channel: "" }, "2027-02-20"],
    ["channel: invalid"],
  ],
  [
    "with a text for what it announces",
    planned,
    ["publish-notice", { ...notice, announces: "всё" }, "2027-02-20"],
    ["announces: invalid"],
  ],
  [
    "with an empty decision",
    planned,
    ["draw-up-protocol", { meeting: "m1", drawnUpOn: "2027-03-12", decisions: [{}, null] }, "2027-03-20"],
    ["decisions.0.text: required", "decisions.1: invalid"],
  ],
]);
