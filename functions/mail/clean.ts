/** Control characters, line separators, and marks that reorder or hide text; none belongs into a name or number. */
const unwanted = /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;

/** What a person typed, as one line of at most `max` characters that cannot break out of a header, a line or its direction. */
export function oneLine(text: string, max = 160): string {
  const line = text.toWellFormed().replace(unwanted, " ").replace(/\s+/g, " ").trim();
  if (line.length <= max) return line;
  const characters = [...line];
  return characters.length <= max
    ? line
    : `${characters
        .slice(0, max - 1)
        .join("")
        .trimEnd()}…`;
}
