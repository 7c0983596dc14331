import { describe, expect, it } from "vitest";
import { cell, parseCsv } from "../../local/register/csv.ts";

describe("the CSV reader", () => {
  it("reads rows by the names in the header, whatever the line ends", () => {
    const rows = [
      { id: "1", name: "Семей" },
      { id: "2", name: "Өскемен" },
    ];
    expect(parseCsv("id,name\r\n1,Семей\r\n2,Өскемен\r\n")).toEqual(rows);
    expect(parseCsv("\uFEFFid,name\n1,Семей\n2,Өскемен")).toEqual(rows);
  });

  it("keeps commas, quotes and line breaks of quoted fields", () => {
    expect(parseCsv('a,b\n"x, ""y""\nz",')).toEqual([{ a: 'x, "y"\nz', b: "" }]);
  });

  it("keeps empty fields at the end of a row and of the file", () => {
    expect(parseCsv("a,b,c\n,,\n1,,")).toEqual([
      { a: "", b: "", c: "" },
      { a: "1", b: "", c: "" },
    ]);
  });

  it.each([
    ["", "its first line must name the columns"],
    ['a,b\n"x,y', "malformed at character 4"],
    ['a,b\nx"y,z', "malformed at character 4"],
    ["a,b\n1,2\n3", "Row 3 of the CSV file has 1 fields instead of 2"],
  ])("refuses %j", (text, message) => {
    expect(() => parseCsv(text)).toThrow(message);
  });

  it("names a column that is missing", () => {
    expect(cell({ id: "1" }, "id")).toBe("1");
    expect(() => cell({ id: "1" }, "name")).toThrow('no column "name"');
  });
});
