import type { Policy } from "../../core/order608/policy.ts";

/** A description with the policy's numbers in their places, and which they were. */
export interface Filled {
  readonly text: string;
  /** Paths in the policy, such as `carefulDays.notice`. */
  readonly paths: readonly string[];
}

const PLACE = /\{([\w.]+)(†?)\}/g;

/** Puts the policy's values where a text says `{path}`; `{path†}` marks a number that is not the law's own. */
export function fill(text: string, policy: Policy): Filled {
  const paths: string[] = [];
  const filled = text.replaceAll(PLACE, (_, path: string, mark: string) => {
    paths.push(path);
    return `${wordValue(valueAt(policy, path))}${mark}`;
  });
  return { text: filled, paths };
}

/** The value at a path of the policy; throws when there is none, so that a description cannot outlive its number. */
export function valueAt(policy: Policy, path: string): string | number {
  let value: unknown = policy;
  for (const key of path.split(".")) value = isRecord(value) ? value[key] : undefined;
  if (typeof value === "string" || typeof value === "number") return value;
  throw new RangeError(`The policy holds no number "${path}".`);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** `02-01` is a day of every year. */
function wordValue(value: string | number): string {
  const [, month, date] = /^(\d\d)-(\d\d)$/.exec(String(value)) ?? [];
  return month === undefined ? String(value) : `${Number(date)} ${MONTHS[Number(month) - 1]}`;
}
