import { weierstrass } from "@noble/curves/abstract/weierstrass.js";
import { describe, expect, test } from "vitest";
import { curve256, curve512, type GostCurve } from "../../functions/signatures/gost-curves.ts";
import { fitsNumbers } from "../../functions/signatures/gost-signature.ts";
import { streebog } from "../../functions/signatures/streebog.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

describe("Streebog gives the hashes of RFC 6986, section 10", () => {
  const first = Buffer.from("012345678901234567890123456789012345678901234567890123456789012");
  // "Се ветри, Стрибожи внуци, веютъ с моря стрелами на храбрыя плъкы Игоревы" in Windows-1251.
  const second = Buffer.from(
    "d1e520e2e5f2f0e82c20d1f2f0e8e1eee6e820e2edf3f6e82c20e2e5fef2fa20f120eceef0ff20f1f2f0e5ebe0ece820ede020f5f0e0e1f0fbff20efebfaeafb20c8e3eef0e5e2fb",
    "hex",
  );
  test.each([
    [
      first,
      512,
      "1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa00ad30f8767b3a82384c6574f024c311e2a481332b08ef7f41797891c1646f48",
    ],
    [first, 256, "9d151eefd8590b89daa6ba6cb74af9275dd051026bb149a452fd84e5e57b5500"],
    [
      second,
      512,
      "1e88e62226bfca6f9994f1f2d51569e0daf8475a3b0fe61a5300eee46d961376035fe83549ada2b8620fcd7c496ce5b33f0cb9dddc2b6460143b03dabac9fb28",
    ],
    [second, 256, "9dd2fe4e90409e5da87f53976d7405b0c0cac628fc669a741d50063c557e8f50"],
  ] as const)("example of %j in %i bits", (message, bits, expected) => {
    expect(hex(streebog(message, bits))).toBe(expected);
  });
});

describe("the curves", () => {
  test.each([
    ["256", curve256],
    ["512", curve512],
  ] as const)("of %s bits hold their base point, whose multiple by the order is nothing", (_bits, { Point }) => {
    Point.BASE.assertValidity();
    expect(
      Point.BASE.multiplyUnsafe(Point.Fn.ORDER - 1n)
        .add(Point.BASE)
        .is0(),
    ).toBe(true);
  });
});

/** The example of RFC 7091, section 7.1, with its own curve. */
const example: GostCurve = {
  bytes: 32,
  Point: weierstrass({
    p: 0x8000000000000000000000000000000000000000000000000000000000000431n,
    a: 7n,
    b: 0x5fbff498aa938ce739b8e022fbafef40563f6e6a3472fc2a514c0ce9dae23b7en,
    n: 0x8000000000000000000000000000000150fe8a1892976154c59cfc193accf5b3n,
    h: 1n,
    Gx: 2n,
    Gy: 0x08e2a8a0e65147d4bd6316030e16d19c85c97f0a9ca267122b96abbcea7e8fc8n,
  }),
};

const lowestFirst = (number: bigint): Uint8Array =>
  Uint8Array.from(Buffer.from(number.toString(16).padStart(64, "0"), "hex").reverse());

describe("a signature of GOST R 34.10-2012", () => {
  const key = Uint8Array.from([
    ...lowestFirst(0x7f2b49e270db6d90d8595bec458b50c58585ba1d4e9b788f6689dbd8e56fd80bn),
    ...lowestFirst(0x26f1b489d6701dd185c8413a977b3cbbaf64d1c593d26627dffb101a87ff77dan),
  ]);
  const hash = 0x2dfbc1b372d89a1188c09c52e0eec61fce52032ab1022e8e67ece6672b043ee5n;
  const r = 0x41aa28d2f1ab148280cd9ed56feda41974053554a42767b83ad043fd39dc0493n;
  const s = 0x01456c64ba4642a1653c235a98a60249bcd6d3f746b631df928014f6c5bf9c40n;

  test("fits in the example of RFC 7091, section 7.1", () => {
    expect(fitsNumbers(example, key, hash, { r, s })).toBe(true);
  });

  test("does not fit another hash, another number, or numbers out of range", () => {
    expect(fitsNumbers(example, key, hash + 1n, { r, s })).toBe(false);
    expect(fitsNumbers(example, key, hash, { r: r + 1n, s })).toBe(false);
    expect(fitsNumbers(example, key, hash, { r, s: s + 1n })).toBe(false);
    expect(fitsNumbers(example, key, hash, { r: 0n, s })).toBe(false);
    expect(fitsNumbers(example, key, hash, { r, s: s + example.Point.Fn.ORDER })).toBe(false);
  });

  test("fits no key that is not on the curve", () => {
    expect(
      fitsNumbers(
        example,
        key.map((byte, index) => (index === 0 ? byte ^ 1 : byte)),
        hash,
        { r, s },
      ),
    ).toBe(false);
  });
});
