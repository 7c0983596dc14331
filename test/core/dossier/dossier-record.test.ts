import { describe, expect, it, test } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import { Dossier } from "../../../core/dossier/dossier.ts";
import {
  DOSSIER_FORMAT,
  type DossierRecord,
  dossierData,
  dossierName,
  readDossierData,
} from "../../../core/dossier/dossier-record.ts";
import { dossierOf, meetingOn } from "../support/facts.ts";

const key = { body: "PB-1", campaign: 2027 };
const text = dossierOf([meetingOn("2027-03-12")]);
const record: DossierRecord = { dossier: Dossier.parse(text), recorded: { "meetings/m1": day("2027-02-01") } };
const read = (format: number, data: unknown) => readDossierData({ format, data: JSON.stringify(data) }, key);

describe("a stored dossier", () => {
  it("is named by its body and campaign", () => {
    expect(dossierName({ body: "DP-10", campaign: 2027 })).toBe("dossier:DP-10:2027");
  });

  it("is read as it was written, with the days on which its facts were recorded", () => {
    expect(readDossierData({ format: DOSSIER_FORMAT, data: dossierData(record) }, key)).toEqual(record);
    expect(read(2, { dossier: text, recorded: { "meetings/m1": "2027-02-01" } })).toEqual(record);
  });

  it("of the first format is the dossier alone, and nobody knows when its facts were recorded", () => {
    expect(read(1, text)).toEqual({ ...record, recorded: {} });
  });

  test.each([
    ["of a later format", read(3, { dossier: text, recorded: {} }), "format 3 is not known"],
    ["that is no JSON", readDossierData({ format: 2, data: "{" }, key), "the data is not JSON"],
    [
      "with a wrong field",
      read(2, { dossier: { ...text, campaign: "2027" }, recorded: {} }),
      "dossier.campaign: Invalid input: expected number, received string",
    ],
    [
      "with a day that does not exist",
      read(2, { dossier: text, recorded: { schedule: "2027-02-29" } }),
      "recorded.schedule: is not a date that exists, of the form YYYY-MM-DD",
    ],
    ["of another body", read(1, { ...text, body: "PB-2" }), "holds the dossier of PB-2 for 2027"],
    ["of another campaign", read(1, { ...text, campaign: 2028 }), "holds the dossier of PB-1 for 2028"],
  ])("%s cannot be read, and it is said why", (_what, result, reason) => {
    expect(result).toEqual({ reason });
  });

  it("takes no field that the format does not have", () => {
    expect(read(2, { dossier: text, recorded: {}, note: "x" })).toHaveProperty("reason");
  });
});
