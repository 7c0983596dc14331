/**
 * The text of bytes in UTF-8, without a byte-order mark; null when they are in another encoding, as a spreadsheet writes
 * windows-1251: read all the same, every letter that is not Latin would be lost.
 */
export function utf8Text(bytes: ArrayBuffer | Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
