/** What an evidence file may be, each with the ending of its name. */
export const EVIDENCE_TYPES = { "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png" } as const;
export type EvidenceType = keyof typeof EVIDENCE_TYPES;

/** The largest evidence file, in bytes: 5 MiB. */
export const LARGEST_FILE = 5 * 1024 * 1024;

/** How far from its end a PDF's last line may stand (ISO 32000, as readers take it). */
const PDF_TAIL = 1024;

const ascii = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));
const PDF_START = ascii("%PDF-");
const PDF_END = ascii("%%EOF");
const JPEG_START = [0xff, 0xd8, 0xff];
/** PNG's signature, and its first chunk: 13 bytes named IHDR. */
const PNG_START = [0x89, ...ascii("PNG"), 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, ...ascii("IHDR")];

/**
 * What a file is by its own bytes; null for whatever is no PDF, JPEG or PNG. Its name and the type that its sender gave
 * decide nothing. A PDF must begin at the first byte, although readers forgive what stands before it: so a file that is a
 * page or an archive as well is refused.
 */
export function typeOf(bytes: Uint8Array): EvidenceType | null {
  if (standsAt(bytes, 0, PDF_START)) return endsAsPdf(bytes) ? "application/pdf" : null;
  if (standsAt(bytes, 0, JPEG_START)) return "image/jpeg";
  return standsAt(bytes, 0, PNG_START) ? "image/png" : null;
}

const standsAt = (bytes: Uint8Array, at: number, sign: readonly number[]): boolean =>
  sign.every((byte, index) => bytes[at + index] === byte);

function endsAsPdf(bytes: Uint8Array): boolean {
  for (let at = Math.max(0, bytes.length - PDF_TAIL); at + PDF_END.length <= bytes.length; at++) {
    if (standsAt(bytes, at, PDF_END)) return true;
  }
  return false;
}
