import type { Pulumi } from "./pulumi.ts";

/** The mark by which Pulumi knows a secret on the wire. */
const SECRET = "4dabf18193072939515e22adb298388d";

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** A function that gives any object as JSON: secrets opened, files (the zipped code) left out. */
export const plainer = (pulumi: Pulumi) => {
  const plain = (value: unknown): unknown => {
    if (!isObject(value)) return value;
    if (Array.isArray(value)) return value.map(plain);
    if (SECRET in value && "value" in value) return plain(value["value"]);
    if (pulumi.asset.Asset.isInstance(value) || pulumi.asset.Archive.isInstance(value)) return "a file";
    return plainObject(value);
  };
  const plainObject = (value: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(value)
        .filter(([, given]) => given !== undefined)
        .map(([name, given]) => [name, plain(given)]),
    );
  return (value: unknown): Record<string, unknown> => (isObject(value) ? plainObject(value) : {});
};
