import type { ImportTexts } from "../../../core/use-cases/register-changes/import-jobs.ts";
import type { ImportFault, ParsedFiles } from "../../../core/use-cases/register-changes/import-wish.ts";
import { readTable } from "../csv.ts";

const fault = (file: ImportFault["file"], message: string): ImportFault => ({
  ...{ file, row: null, column: null, path: null, message },
});

/** Texts as JSON or CSV, or what is wrong with them as such. */
export function parseTexts(texts: ImportTexts): ParsedFiles | { readonly faults: readonly ImportFault[] } {
  if ("facts" in texts) return parseFacts(texts.facts);
  const faults: ImportFault[] = [];
  const tableOf = (file: "register" | "contacts") => {
    const text = texts[file];
    const read = text === undefined ? undefined : readTable(text);
    if (read && "fault" in read) faults.push(fault(file, `is not CSV: ${read.fault}`));
    return read && "table" in read ? read.table : undefined;
  };
  const tables = { register: tableOf("register"), contacts: tableOf("contacts") };
  return faults.length > 0 ? { faults } : tables;
}

function parseFacts(text: string): ParsedFiles | { readonly faults: readonly ImportFault[] } {
  try {
    return { facts: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch (error) {
    return { faults: [fault("facts", `is not JSON: ${error instanceof Error ? error.message : "unreadable"}`)] };
  }
}
