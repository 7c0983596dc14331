import { createHash } from "node:crypto";
import type { Hash } from "../core/audit/entry.ts";

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export const sha256: Hash = (text) => createHash("sha256").update(text).digest("hex");
