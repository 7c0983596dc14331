import { describe, expect, it } from "vitest";
import { rememberLast } from "../../../core/order608/remember-last.ts";

describe("the last answer about something", () => {
  const [about, other] = [{}, {}];
  const [policy, calendar] = [{ name: "policy" }, { name: "calendar" }];

  it("is made once for the very same question", () => {
    const remember = rememberLast<object, object>();
    const first = remember(about, [policy, calendar], () => ({}));
    expect(remember(about, [policy, calendar], () => ({}))).toBe(first);
  });

  it.each([
    ["another part", [policy, { ...calendar }]],
    ["a part less", [policy]],
    ["a part more", [policy, calendar, null]],
    ["other order", [calendar, policy]],
  ])("is made anew for a question with %s, also when it was asked before", (_, asked) => {
    const remember = rememberLast<object, object>();
    const first = remember(about, [policy, calendar], () => ({}));
    const second = remember(about, asked, () => ({}));
    expect(second).not.toBe(first);
    expect(remember(about, asked, () => ({}))).toBe(second);
    expect(remember(about, [policy, calendar], () => ({}))).not.toBe(first);
  });

  it("is no answer about anything else", () => {
    const remember = rememberLast<object, object>();
    expect(remember(about, [policy], () => ({}))).not.toBe(remember(other, [policy], () => ({})));
  });
});
