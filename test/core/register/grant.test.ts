import { describe, expect, test } from "vitest";
import { type Action, type Grant, maySomewhere, partsOf } from "../../../core/register/grant.ts";

test.each([
  ["admin", { role: "admin", at: null }],
  ["staff@DP-10", { role: "staff", at: "DP-10" }],
  ["viewer@PB-79-x-turan", { role: "viewer", at: "PB-79-x-turan" }],
] as const)("the grant %s is %j", (grant, parts) => {
  expect(partsOf(grant)).toEqual(parts);
});

describe("a menu offers", () => {
  const offered = (action: Action, ...grants: Grant[]) => maySomewhere(action, { grants });

  test.each([
    ["recording to staff, wherever that is", "record", ["staff@PB-1"], true],
    ["recording to nobody who only reads", "record", ["viewer@MIA"], false],
    ["recording to no administrator", "record", ["admin"], false],
    ["recording to an administrator who is staff too", "record", ["admin", "staff@PB-1"], true],
    ["waivers to staff, who may grant them below", "waive", ["staff@PB-1"], true],
    ["the register to administrators", "edit-register", ["admin"], true],
    ["the register to no staff", "edit-register", ["staff@MIA"], false],
    ["nothing to who was granted nothing", "read-policy", [], false],
  ] as const)("%s", (_, action, grants, expected) => {
    expect(offered(action, ...grants)).toBe(expected);
  });
});
