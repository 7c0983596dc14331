/** A table; a cell's line breaks and bars cannot break it. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", "<br>");

export const link = (text: string, to: string): string => `[${text}](${to})`;
export const code = (text: string): string => `\`${text}\``;

/** A place that links lead to, whatever the heading beside it is called. */
export const anchor = (id: string): string => `<a id="${id}"></a>`;

/** Lines of a quotation, each its own. */
export const quotation = (lines: readonly string[]): string => lines.map((line) => `> ${line}`).join("\\\n");

/** The beginning of a text, whole words up to about `length` characters. */
export function beginning(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, text.lastIndexOf(" ", length))} …`;
}
