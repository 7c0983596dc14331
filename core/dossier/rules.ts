import type * as z from "zod";

/** Refuses the second and every later item with one key, at the item's own path. */
export function refuseDuplicates<Item>(
  context: z.core.$RefinementCtx,
  items: readonly Item[],
  keyOf: (item: Item) => string,
  path: readonly PropertyKey[],
  field: string,
): void {
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const key = keyOf(item);
    if (seen.has(key)) {
      context.addIssue({ code: "custom", path: [...path, index, field], message: `repeats "${key}"` });
    }
    seen.add(key);
  }
}
