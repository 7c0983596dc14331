import { describe, expect, it } from "vitest";
import { readRegion, readSettings } from "../../stacks/settings.ts";

const least = { ESEP_MAIL_FROM: "esep@mail.example.kz", ESEP_ALARM_EMAIL: "operator@example.kz" };
const faultOf = (variables: Readonly<Record<string, string>>): string => {
  try {
    readSettings(variables);
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
  return "";
};

describe("the settings of a stage", () => {
  it("need the sender and the operator's address only", () => {
    expect(readSettings(least)).toEqual({
      region: "eu-central-1",
      mailFrom: "esep@mail.example.kz",
      mailReplyTo: undefined,
      mailIdentity: "mail.example.kz",
      alarmEmail: "operator@example.kz",
      domain: undefined,
      certificate: undefined,
    });
  });

  it("name every variable that is missing or wrong in one sentence", () => {
    expect(faultOf({ ESEP_MAIL_FROM: "Esep", ESEP_REGION: "Frankfurt" })).toBe(
      "The stage's settings are not complete: ESEP_REGION is no AWS region, like eu-central-1; " +
        "ESEP_MAIL_FROM is no e-mail address; ESEP_ALARM_EMAIL is missing. Put them into .env.<stage>.",
    );
  });

  it("take an empty line of the file for an absent one", () => {
    expect(readSettings({ ...least, ESEP_DOMAIN: "", ESEP_REGION: "" })).toEqual(readSettings(least));
  });

  it.each(["esep@mail.example.kz", "mail.example.kz", "example.kz"])("let the sender be covered by %s", (identity) => {
    expect(readSettings({ ...least, ESEP_MAIL_IDENTITY: identity }).mailIdentity).toBe(identity);
  });

  it.each(["other@mail.example.kz", "other.kz", "ample.kz"])("refuse a sender that %s does not cover", (identity) => {
    expect(faultOf({ ...least, ESEP_MAIL_IDENTITY: identity })).toContain("does not cover the sender");
  });

  it("refuse a certificate for no domain", () => {
    expect(faultOf({ ...least, ESEP_CERTIFICATE: "arn:aws:acm:eu-west-1:1:certificate/1" })).toContain(
      "ESEP_CERTIFICATE is set without ESEP_DOMAIN",
    );
  });
});

describe("the region alone", () => {
  it("can be read before anything else is set, as the installation of the platform does", () => {
    expect(readRegion({})).toBe("eu-central-1");
    expect(readRegion({ ESEP_REGION: "eu-west-1" })).toBe("eu-west-1");
    expect(() => readRegion({ ESEP_REGION: "Europe" })).toThrow("ESEP_REGION is no AWS region");
  });
});
