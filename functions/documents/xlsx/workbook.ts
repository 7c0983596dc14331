import type { Blob } from "node:buffer";
import type { Stream } from "node:stream";
import writeXlsxFile, { type Feature } from "write-excel-file/node";
import type { SheetPlan } from "./sheet.ts";

/** The bytes of a workbook. Lists have a head that stays and a filter over all their columns. */
export const writeWorkbook = (plans: readonly SheetPlan[]): Promise<Uint8Array> => {
  const names = sheetNames(plans.map(({ name }) => name));
  return writeXlsxFile(
    plans.map(({ data, columns, isList }, index) => ({
      ...{ data, sheet: names[index] ?? String(index + 1), columns: [...columns] },
      ...{ orientation: "landscape" as const, ...(isList && { stickyRowsCount: 1 }) },
    })),
    { fontFamily: "Arial", features: [filters(plans, names)] },
  ).toBuffer();
};

/**
 * The library has no filters of its own; these are the hooks that it offers: the element belongs right behind the data, and
 * LibreOffice believes it only with a hidden name for the same cells, as Excel writes one.
 */
const filters = (plans: readonly SheetPlan[], names: readonly string[]): Feature<Stream | Buffer | Blob> => ({
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (content, _options, { sheetIndex }) => {
          const last = lastCell(plans[sheetIndex]);
          return last
            ? content.replace("</sheetData>", `</sheetData><autoFilter ref="A1:${last.join("")}"/>`)
            : content;
        },
      },
      "xl/workbook.xml": {
        transform: (content) => {
          const defined = plans.flatMap((plan, index) => {
            const last = lastCell(plan);
            if (!last) return [];
            const cells = `'${names[index]}'!$A$1:$${last.join("$")}`;
            return [
              `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${cells}</definedName>`,
            ];
          });
          return content.replace("</sheets>", `</sheets><definedNames>${defined.join("")}</definedNames>`);
        },
      },
    },
  },
});

/** Column and row of the last cell of a list; null where there is nothing to filter. */
function lastCell(plan: SheetPlan | undefined): readonly [column: string, row: number] | null {
  if (!plan?.isList || plan.data.length < 2) return null;
  return [columnName(plan.columns.length), plan.data.length];
}

/** `A` for 1, `AA` for 27. */
function columnName(number: number): string {
  const rest = (number - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return number <= 26 ? letter : columnName((number - 1 - rest) / 26) + letter;
}

/** What Excel takes for a sheet's name, at most. */
const LONGEST = 31;

/** Names without the signs that Excel forbids and those of markup, each once whatever its case. */
function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const allowed = name.replaceAll(/[[\]:*?/\\'"&<>]/g, " ").trim() || "–";
    let own = allowed.slice(0, LONGEST);
    for (let number = 2; taken.has(own.toLowerCase()); number++) {
      const suffix = ` ${number}`;
      own = allowed.slice(0, LONGEST - suffix.length) + suffix;
    }
    taken.add(own.toLowerCase());
    return own;
  });
}
