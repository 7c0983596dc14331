import { expect, test } from "vitest";
import { commandByName, commands } from "../../core/dossier/commands/all.ts";
import { commandNames, isCommandName } from "../../core/dossier/commands/command-name.ts";

test("every command has its place in the order of a campaign, and no other name is one", () => {
  expect(commands.map(({ name }) => name)).toEqual(commandNames);
  expect([...commandByName.keys()]).toEqual(commandNames);
  expect(["waive", "archive", ""].map(isCommandName)).toEqual([true, false, false]);
});

test.each(commands.map(({ name, summary }) => [name, summary]))(
  "%s tells readers of the API in one sentence what it does: %s",
  (_name, summary) => expect(summary).toMatch(/^[A-Z]\w+.*\.$/),
);

test("a command names the clauses that it serves", () => {
  const clausesOf = (summary: string) => /\(((?:Order|APPC)(?:[^()]|\(\d\))*)\)/.exec(summary)?.[1] ?? null;
  expect(Object.fromEntries(commands.map(({ name, summary }) => [name, clausesOf(summary)]))).toEqual({
    "approve-schedule": "Order 608, p. 8(1)",
    "plan-meeting": "Order 608, p. 4 and 8(1)",
    "move-meeting": "Order 608, p. 8(2), 9, 11",
    "cancel-meeting": null,
    "confirm-held": "Order 608, p. 4",
    "record-invitation": "Order 608, p. 4 and 11",
    "record-venue-check": "Order 608, p. 9",
    "record-content": "Order 608, p. 6",
    "record-readiness": "Order 608, p. 2, 3, 21",
    "publish-notice": "Order 608, p. 8(2)",
    "draw-up-protocol": "Order 608, p. 12–14",
    "sign-protocol": "Order 608, p. 12 and 15",
    "register-records": "Order 608, p. 18",
    "receive-appeal": "Order 608, p. 13, 16, 17",
    "register-appeal": "APPC 64(3)",
    "extend-appeal": "APPC 76(3)",
    "notify-extension": "APPC 76(3)",
    "transfer-appeal": "APPC 91(4)",
    "reply-appeal": "Order 608, p. 16; APPC 76, 99",
    "redirect-appeal": "Order 608, p. 17; APPC 65",
    "notify-initiator": "Order 608, p. 17; APPC 65",
    "complete-decision": "Order 608, p. 19",
    waive: null,
    "end-waiver": null,
    correct: null,
  });
});
