import type { Attachment } from "postal-mime";
import type { Delivery } from "./delivery.ts";

/** A header value that survives names in any script (RFC 6266). */
const disposition = (name: string): string =>
  `attachment; filename="${name.replace(/[^\w. -]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(name)}`;

const download = (content: Uint8Array<ArrayBuffer>, type: string, name: string): Response =>
  new Response(content, { headers: { "content-type": type, "content-disposition": disposition(name) } });

/** The letter byte for byte, as a file that mail programs open. */
export const letterFile = ({ number }: Delivery, raw: Uint8Array): Response =>
  download(new Uint8Array(raw), "message/rfc822", `letter-${number}.eml`);

/** The size of an attachment in bytes. */
export const sizeOf = ({ content }: Attachment): number =>
  typeof content === "string" ? Buffer.byteLength(content) : content.byteLength;

/** An attachment as a file that is saved, never shown: whatever it calls itself, it cannot act on this page's behalf. */
export function attachmentFile({ content, filename }: Attachment): Response {
  const bytes = typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);
  return download(new Uint8Array(bytes), "application/octet-stream", filename ?? "attachment");
}
