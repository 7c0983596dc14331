import type { FieldChange } from "../../../core/audit/entry.ts";
import { Dossier } from "../../../core/dossier/dossier.ts";
import { type FactPath, indexIn, splitPath } from "../../../core/dossier/fact-path.ts";

/** A dossier as it was before the changes of its newest version; null when they do not fit it. */
export function dossierBefore(dossier: Dossier, changes: readonly FieldChange[]): Dossier | null {
  // Later items of a list go first, so that the indexes of the others stay.
  const text = changes.toReversed().reduce<unknown>(undo, Dossier.encode(dossier));
  return Dossier.safeParse(text).data ?? null;
}

const undo = (node: unknown, { path, before }: FieldChange): unknown => putBack(node, splitPath(path), before, "");

function putBack(node: unknown, [head, ...rest]: FactPath, value: unknown, list: string): unknown {
  if (head === undefined) return value;
  if (Array.isArray(node)) {
    const index = indexIn(list, node, head);
    if (index < 0) return value === undefined ? node : [...node, value];
    const item = putBack(node[index], rest, value, head);
    return item === undefined ? node.toSpliced(index, 1) : node.with(index, item);
  }
  if (typeof node !== "object" || node === null) return node;
  const known = Object.getOwnPropertyDescriptor(node, head)?.value;
  const others = Object.entries(node).filter(([key]) => key !== head);
  const replaced = putBack(known, rest, value, head);
  return Object.fromEntries([...others, ...(replaced === undefined ? [] : [[head, replaced]])]);
}
