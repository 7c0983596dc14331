import type { Bilingual } from "../../register/locale.ts";

const plain = (text: string): string => text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();

/** Whether a text names the place in either language, ignoring case and extra spaces (SPEC 4). */
export function isSamePlace(text: string, place: Bilingual): boolean {
  if (text === place.ru || text === place.kk) return true;
  const named = plain(text);
  return named === plain(place.ru) || named === plain(place.kk);
}
