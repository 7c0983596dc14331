import type { FieldChange } from "../../../core/audit/entry.ts";
import { joinPath, splitPath } from "../../../core/dossier/fact-path.ts";

type Side = NonNullable<FieldChange["before"]>;

/**
 * The same changes as a person reads them. Lists of plain values (chosen groups, covered subjects) are stored by index,
 * and one more choice moves all indexes after it; here each such list is one change, of what is gone and what is new.
 */
export function withoutIndexes(changes: readonly FieldChange[]): readonly FieldChange[] {
  const lists = Map.groupBy(changes, (change) => listOf(change) ?? change);
  return [...lists].map(([list, members]) => (typeof list === "string" ? goneAndNew(list, members) : list));
}

/** The path of the list that a plain value stands in; null for all else. */
function listOf({ path, before, after }: FieldChange): string | null {
  const segments = splitPath(path);
  const isItem = /^\d+$/.test(segments.at(-1) ?? "") && isPlain(before) && isPlain(after);
  return isItem ? joinPath(segments.slice(0, -1)) : null;
}

const isPlain = (value: unknown): boolean => typeof value !== "object" || value === null;

/** What only moved is neither gone nor new; where all of it only moved, the order is what was changed. */
function goneAndNew(path: string, members: readonly FieldChange[]): FieldChange {
  const sides = (side: "before" | "after") =>
    members.flatMap((member): Side[] => (member[side] == null ? [] : [member[side]]));
  const [before, after] = [sides("before"), sides("after")];
  const gone = before.filter((value) => !after.includes(value));
  const added = after.filter((value) => !before.includes(value));
  if (gone.length === 0 && added.length === 0) return { path, before, after };
  return { path, ...(gone.length > 0 && { before: gone }), ...(added.length > 0 && { after: added }) };
}
