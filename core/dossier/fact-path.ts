/**
 * Names of facts that stay the same while a dossier grows: `meetings/m1/appeals/A-1/repliedOn`. Segments are escaped as
 * in JSON Pointer (RFC 6901: `~` is `~0`, `/` is `~1`), because appeal numbers may hold slashes.
 */
export type FactPath = readonly string[];

/** The field by which the items of a list are named; items of all other lists are named by their index. */
const NAMED_BY: ReadonlyMap<string, string> = new Map([
  ["meetings", "id"],
  ["appeals", "number"],
  ["decisions", "id"],
  ["signatures", "role"],
]);

export const joinPath = (path: FactPath): string =>
  path.map((segment) => segment.replaceAll("~", "~0").replaceAll("/", "~1")).join("/");

export const splitPath = (text: string): string[] =>
  text.split("/").map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Where in a list the item stands that a segment names; -1 when none does. */
export function indexIn(list: string, items: readonly unknown[], segment: string): number {
  const field = NAMED_BY.get(list);
  const named = items.findIndex((item) => field !== undefined && isObject(item) && item[field] === segment);
  if (named >= 0) return named;
  return /^\d{1,6}$/.test(segment) && Number(segment) < items.length ? Number(segment) : -1;
}

/** The segment that names an item of a list; the second of two with one name (only a file has such) by its index. */
export function segmentAt(list: string, items: readonly unknown[], index: number): string {
  const field = NAMED_BY.get(list);
  const item = items[index];
  const name = field !== undefined && isObject(item) ? item[field] : undefined;
  return typeof name === "string" && indexIn(list, items, name) === index ? name : String(index);
}

/** A schema's path with indexes (`meetings, 0, date`) as the path of a fact (`meetings, m1, date`). */
export function factPathOf(root: unknown, path: readonly PropertyKey[]): string[] {
  const named: string[] = [];
  let list = "";
  let node = root;
  for (const key of path) {
    if (Array.isArray(node)) {
      named.push(segmentAt(list, node, Number(key)));
      node = node[Number(key)];
    } else {
      list = String(key);
      named.push(list);
      node = isObject(node) ? node[list] : undefined;
    }
  }
  return named;
}

/** What {@link replaceAt} answers when a path names nothing. */
export const NOTHING_THERE: unique symbol = Symbol("nothing there");

/**
 * A copy of a JSON value with another value at a path, or without it when the value is undefined. The path must name
 * something that is there, or a field that its object does not have yet.
 */
export function replaceAt(node: unknown, path: FactPath, value: unknown, list = ""): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  if (Array.isArray(node)) {
    const index = indexIn(list, node, head);
    if (index < 0) return NOTHING_THERE;
    const item = replaceAt(node[index], rest, value);
    if (item === NOTHING_THERE) return NOTHING_THERE;
    return item === undefined ? node.toSpliced(index, 1) : node.with(index, item);
  }
  if (!isObject(node) || (rest.length > 0 && !Object.hasOwn(node, head))) return NOTHING_THERE;
  const replaced = replaceAt(node[head], rest, value, head);
  if (replaced === NOTHING_THERE) return NOTHING_THERE;
  return Object.fromEntries([
    ...Object.entries(node).filter(([key]) => key !== head),
    ...(replaced === undefined ? [] : [[head, replaced]]),
  ]);
}

/** Equal for equal values, whatever the order of their keys. */
export function canonical(value: unknown): string {
  const sorted = (_key: string, part: unknown) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part;
  return JSON.stringify(value, sorted) ?? "";
}
