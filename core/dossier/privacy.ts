/** What must never stand in a text: a citizen's name, address or IIN is not stored (SPEC 3). */
export type PersonalData = "e-mail" | "phone" | "iin";

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/u;

/** At most three characters between two digits of a phone number: spaces, brackets, hyphens, dots. */
const GAP = "[\\s().\\p{Pd}]{0,3}";

/** `+7 701 123 45 67`, `8 (7172) 71-51-51`, `87011234567`: the country or trunk prefix, then ten digits from 7. */
const PHONE = new RegExp(`(?<!\\d)(?:\\+ ?7|[78])${GAP}7(?:${GAP}\\d){9}(?!\\d)`, "gu");

/** A mobile number without prefix, its code in one piece: `701 123 45 67`, not the sum `7 000 000 000`. */
const MOBILE = new RegExp(
  `(?<!\\d)\\(?7(?:0[0-8]|47|5[01]|6[0-4]|7[15678])\\)?${GAP}\\d{3}${GAP}\\d{2}${GAP}\\d{2}(?!\\d)`,
  "u",
);

/** A sum of money, such as `77 500 000 000`: no phone number is grouped like that. */
const SUM = /^\d{1,2}(?: \d{3}){3}$/;

/** Twelve digits, in one piece or split by spaces anywhere, from every digit that begins a group. */
const TWELVE_DIGITS = /(?<!\d)(?=(\d(?: {0,2}\d){11})(?!\d))/g;

/**
 * A birth date YYMMDD, then the digit of sex and century: what an IIN begins with. Sums, business numbers (БИН) and
 * registration numbers such as `202703120001` rarely do.
 */
const IIN_START = /^\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[0-6]/;

/** The first kind of personal data that a text seems to hold; dates, document and appeal numbers and sums are none. */
export function findPersonalData(text: string): PersonalData | null {
  // Full-width digits and invisible characters must not hide a number.
  const plain = text.normalize("NFKC").replace(/\p{Cf}/gu, "");
  if (EMAIL.test(plain)) return "e-mail";
  if ((plain.match(PHONE) ?? []).some((found) => !SUM.test(found)) || MOBILE.test(plain)) return "phone";
  return holdsIin(plain) ? "iin" : null;
}

/** Every text of a JSON value that seems to hold personal data; addresses of pages may hold long numbers. */
export function findPersonalDataIn(
  value: unknown,
  path: readonly PropertyKey[] = [],
): { readonly path: readonly PropertyKey[]; readonly found: PersonalData }[] {
  if (typeof value === "string") {
    const found = findPersonalData(value);
    return found ? [{ path, found }] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === "url" ? [] : findPersonalDataIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function holdsIin(text: string): boolean {
  return [...text.matchAll(TWELVE_DIGITS)].some(([, digits = ""]) => IIN_START.test(digits.replaceAll(" ", "")));
}
