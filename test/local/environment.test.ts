import { expect, test } from "vitest";
import { readEnvironment } from "../../functions/env.ts";

test("an environment that is not complete names every variable that is missing or wrong", () => {
  const read = () => readEnvironment({ REGISTER_TABLE: "Register", APP_URL: "esep" });
  expect(read).toThrow("DOSSIERS_TABLE is missing; ");
  expect(read).toThrow("APP_URL: Invalid URL");
  expect(read).not.toThrow("REGISTER_TABLE");
});
