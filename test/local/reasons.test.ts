import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { addressCommand } from "../../local/commands/address.ts";
import { reasonArgument } from "../../local/commands/arguments.ts";
import { brakeCommand } from "../../local/commands/brake.ts";
import { calendarCommand } from "../../local/commands/calendar.ts";
import { grantCommand } from "../../local/commands/grant.ts";
import { policyCommand } from "../../local/commands/policy.ts";

const withReason = (command: Command): Command[] => [
  ...command.commands.flatMap(withReason),
  ...(command.options.some(({ long }) => long === "--reason") ? [command] : []),
];

describe("the reason of a command on the command line", () => {
  test.each([policyCommand(), calendarCommand(), addressCommand(), brakeCommand(), grantCommand()])(
    "%s is looked at as those of pages are",
    (command) => {
      const asked = withReason(command);
      expect(asked.length).toBeGreaterThan(0);
      for (const { options } of asked) {
        expect(options.find(({ long }) => long === "--reason")?.parseArg).toBe(reasonArgument);
      }
    },
  );

  test.each([
    ["Позвонил +7 701 123 45 67", /phone number/],
    ["900101300123", /IIN/],
    ["  ", /must not be empty/],
  ])("is refused: %s", (text, why) => {
    expect(() => reasonArgument(text)).toThrow(why);
  });

  test("is taken as it was written", () => {
    expect(reasonArgument("Указание от 19.03.2027 № 5")).toBe("Указание от 19.03.2027 № 5");
  });
});
