import { canonical, type FactPath, joinPath, segmentAt } from "../dossier/fact-path.ts";
import type { FieldChange } from "./entry.ts";

type Json = NonNullable<FieldChange["after"]> | null;
type JsonObject = Readonly<Record<string, Json>>;

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * What differs between two JSON values, in the order of the later one, what is gone last. What is wholly new or wholly
 * gone is one change; items of a list are told apart by their names, as the paths of facts do.
 */
export function changesBetween(before: Json | undefined, after: Json | undefined): FieldChange[] {
  return [...compare([], "", before, after)];
}

function* compare(
  path: FactPath,
  list: string,
  before: Json | undefined,
  after: Json | undefined,
): Generator<FieldChange> {
  if (isObject(before) && isObject(after)) yield* compareObjects(path, before, after);
  else if (Array.isArray(before) && Array.isArray(after)) {
    yield* compareObjects(path, named(list, before), named(list, after));
  } else if (canonical(before) !== canonical(after)) {
    yield {
      path: joinPath(path),
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    };
  }
}

function* compareObjects(path: FactPath, before: JsonObject, after: JsonObject): Generator<FieldChange> {
  const keys = [...Object.keys(after), ...Object.keys(before).filter((key) => !Object.hasOwn(after, key))];
  for (const key of keys) yield* compare([...path, key], key, own(before, key), own(after, key));
}

const own = (object: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** A list as an object of its items by name. */
function named(list: string, items: readonly Json[]): JsonObject {
  return Object.fromEntries(items.map((item, index) => [segmentAt(list, items, index), item]));
}
