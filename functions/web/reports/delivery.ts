import type { MadeFile } from "../../../core/use-cases/reports/report-jobs.ts";
import type { ReportingPorts } from "./ports.ts";

/** A function's answer may be 6 MB, of which base64 takes a quarter. */
const LARGEST_ANSWER = 4_000_000;

/** How a document reaches who asked for it. */
export type Delivery =
  | { readonly kind: "here"; readonly file: Omit<MadeFile, "key" | "bytes"> }
  /** An address to fetch it from. */
  | { readonly kind: "elsewhere"; readonly link: string };

/** Hands a document over, or where to fetch it when it is larger than an answer may be. */
export async function deliver(
  file: Omit<MadeFile, "key" | "bytes">,
  token: string,
  { reportFiles }: Pick<ReportingPorts, "reportFiles">,
): Promise<Delivery> {
  if (file.content.length <= LARGEST_ANSWER) return { kind: "here", file };
  const made = { ...file, key: `reports/fetched/${token}/${file.name}`, bytes: file.content.length };
  await reportFiles.put(made);
  return { kind: "elsewhere", link: await reportFiles.link(made) };
}
