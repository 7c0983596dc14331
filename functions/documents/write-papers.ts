import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PaperWriters } from "../../core/use-cases/records/papers.ts";
import { checkSignature } from "../signatures/cms.ts";
import { evidencePack } from "./evidence-pack/pack.ts";
import { protocolDocx } from "./protocol/docx.ts";
import { protocolForm } from "./protocol/form.ts";
import { protocolPdf } from "./protocol/pdf.ts";

/** The verifier that goes into every pack: in Lambda it lies beside the code (`stacks/functions.ts`). */
const verifierPath = (): string => {
  const root = process.env["LAMBDA_TASK_ROOT"];
  return root === undefined
    ? fileURLToPath(new URL("./evidence-pack/verify.mjs", import.meta.url))
    : join(root, "verify.mjs");
};

/** The writers of papers that stand on their own. */
export const paperWriters: PaperWriters = {
  protocolDocx: (body, meeting, version) => protocolDocx(protocolForm(body, meeting), version),
  protocolPdf: (body, meeting, version) => protocolPdf(protocolForm(body, meeting), version),
  evidencePack: async (contents) => evidencePack(contents, await readFile(verifierPath())),
  checkSignature: (cms, document, at) => checkSignature(Buffer.from(cms, "base64"), document, at),
  sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
};
