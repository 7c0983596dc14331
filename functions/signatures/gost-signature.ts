import type { GostCurve } from "./gost-curves.ts";

/** A number of bytes in the order that the format has: keys and hashes lowest first, signatures highest first. */
export function numberOf(bytes: Uint8Array, order: "lowest-first" | "highest-first"): bigint {
  const digits = order === "highest-first" ? bytes : [...bytes].reverse();
  return Array.from(digits).reduce((total, byte) => (total << 8n) | BigInt(byte), 0n);
}

/**
 * Whether a signature of GOST R 34.10-2012 fits a hash (RFC 7091, 6.2). `key` is x then y, lowest byte first; `signature`
 * is s then r, highest byte first; `hash` is Streebog's output, read lowest byte first (RFC 9215). A key that is no point
 * of the curve, or numbers out of range, fit nothing.
 */
export function fitsGost(
  { Point, bytes }: GostCurve,
  key: Uint8Array,
  hash: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (key.length !== 2 * bytes || signature.length !== 2 * bytes) return false;
  const s = numberOf(signature.subarray(0, bytes), "highest-first");
  const r = numberOf(signature.subarray(bytes), "highest-first");
  return fitsNumbers({ Point, bytes }, key, numberOf(hash, "lowest-first"), { r, s });
}

/** The same with numbers, as the standard prints its examples. */
export function fitsNumbers(
  { Point, bytes }: GostCurve,
  key: Uint8Array,
  hash: bigint,
  { r, s }: { readonly r: bigint; readonly s: bigint },
): boolean {
  const order = Point.Fn.ORDER;
  if (r <= 0n || r >= order || s <= 0n || s >= order) return false;
  const point = pointOf(Point, key, bytes);
  if (!point) return false;
  const reduced = hash % order;
  const inverse = Point.Fn.inv(reduced === 0n ? 1n : reduced);
  const [ofBase, ofKey] = [Point.Fn.mul(s, inverse), Point.Fn.mul(Point.Fn.neg(r), inverse)];
  const sum = Point.BASE.multiplyUnsafe(ofBase).add(point.multiplyUnsafe(ofKey));
  return !sum.is0() && sum.toAffine().x % order === r;
}

function pointOf(Point: GostCurve["Point"], key: Uint8Array, bytes: number) {
  const [x, y] = [key.subarray(0, bytes), key.subarray(bytes)];
  try {
    const point = Point.fromAffine({ x: numberOf(x, "lowest-first"), y: numberOf(y, "lowest-first") });
    point.assertValidity();
    return point;
  } catch {
    return null;
  }
}
