import * as z from "zod";
import { HashText } from "../../../../core/audit/entry.ts";
import { Label, Prose } from "../../../../core/dossier/commands/input.ts";
import { attachEvidence, uploadName } from "../../../../core/evidence/attach.ts";
import { EvidenceItem, readEvidence, standingEvidence } from "../../../../core/evidence/evidence.ts";
import { fileName } from "../../../../core/evidence/file-name.ts";
import { markEvidence } from "../../../../core/evidence/removal.ts";
import { idempotencyKey } from "../conditions.ts";
import { type Answer, type Call, defineEndpoint, type Endpoint, json, None } from "../endpoint.ts";
import { issuesOf, Problem } from "../problem.ts";
import { name } from "../schemas.ts";
import { DossierParams, dossierAt, dossierIn } from "./dossiers.ts";
import { problemOf } from "./evidence-problem.ts";

const Evidence = name(
  "Evidence",
  EvidenceItem.extend({
    /** Whether the fact still says what it said when the file was attached, or is there no more. */
    standing: z.enum(["same", "changed", "gone"]),
  }),
);

const EvidenceParams = DossierParams.extend({ id: z.string().min(1).max(200) });

const example = {
  ...{ id: "7b0c3b3e-6a58-4c0e-9d0f-0d5e7d1c7a11", fact: "schedule", title: "Утвержденный график", bytes: 48_211 },
  ...{ type: "application/pdf", said: "0".repeat(64), sha256: "a".repeat(64), standing: "same" },
  ...{ by: { id: "user:1", name: "А. Ким" }, on: "2027-03-12", at: 1_800_000_000_000 },
};

/** The body, looked at after the rights: who may not is not told what is wrong with it. */
function bodyOf<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new Problem("refused", { issues: issuesOf(parsed.error, "body") });
}

const ports = ({ deps }: Call) => ({ ...deps, records: deps.evidence, files: deps.evidenceFiles });
const actorOf = ({ caller: { id, name } }: Call) => ({ id, name });

const common = ["unknown-body", "no-dossier", "forbidden", "archived", "damaged-record"] as const;
const writing = [
  ...common,
  ...(["invalid-json", "unsupported-media-type", "body-too-large", "refused", "key-reused"] as const),
  ...(["conflict", "record-full"] as const),
] as const;

const startUpload = defineEndpoint({
  method: "post",
  path: "/dossiers/{body}/{campaign}/evidence/uploads",
  id: "startEvidenceUpload",
  tag: "Evidence",
  summary: "Begins an upload: post `fields` and then the file, under the name `file`, to `url` as multipart/form-data.",
  description: "PDF, JPEG or PNG of at most 5 MiB, within ten minutes. The file does not pass this API.",
  params: DossierParams,
  query: None,
  body: name("StartEvidenceUpload", None),
  answers: {
    200: {
      description: "Where to post the file; `upload` names it when it is attached.",
      schema: name(
        "EvidenceUpload",
        z.strictObject({ upload: z.string(), url: z.url(), fields: z.record(z.string(), z.string()) }),
      ),
      example: {
        ...{ upload: example.id, url: "http://127.0.0.1:4609/evidence" },
        fields: { key: "incoming/…", Policy: "…" },
      },
    },
  },
  errors: writing,
  examples: { params: { body: "DP-10", campaign: "2027" }, body: {} },
  leavesBody: true,
  handle: async ({ params, raw }, call) => {
    const { body } = dossierAt(params, call);
    call.require("attach-evidence", body);
    bodyOf(None, raw);
    const upload = call.deps.identifiers.token();
    const own = uploadName({ upload, body: body.id, campaign: params.campaign, actor: call.caller }, call.deps.hash);
    const { url, fields } = await call.deps.evidenceFiles.invite(own);
    return { status: 200, json: { upload, url, fields } };
  },
});

const AttachInput = z.strictObject({
  /** As the upload's beginning named it. */
  upload: z.string().min(1).max(200),
  /** The path of a fact that is recorded: `meetings/m1/protocol`. */
  fact: z.string().min(1).max(1000),
  title: Label,
  /** What you have sent: anything else is refused. */
  sha256: HashText.exactOptional(),
});

const attach = defineEndpoint({
  method: "post",
  path: "/dossiers/{body}/{campaign}/evidence",
  id: "attachEvidence",
  tag: "Evidence",
  summary: "Makes an uploaded file evidence for a fact. Sent again it gives the same result.",
  description: "What the file is, its content decides: neither its name nor the type that was sent with it.",
  params: DossierParams,
  query: None,
  body: name("AttachEvidence", AttachInput),
  answers: { 200: { description: "The evidence.", schema: Evidence, example } },
  errors: writing,
  examples: {
    params: { body: "DP-10", campaign: "2027" },
    body: { upload: example.id, fact: "schedule", title: "Утвержденный график" },
  },
  leavesBody: true,
  handle: async ({ params, raw }, call) => {
    const { body, key } = dossierAt(params, call);
    call.require("attach-evidence", body);
    const input = bodyOf(AttachInput, raw);
    const outcome = await attachEvidence({ ...key, ...input, zone: body.zone, actor: actorOf(call) }, ports(call));
    if (outcome.kind !== "recorded") throw problemOf(outcome);
    return evidenceAnswer(input.upload, params, call);
  },
});

async function evidenceIn(params: z.output<typeof DossierParams>, call: Call) {
  const { body, key } = dossierAt(params, call);
  call.require("read", body);
  const { dossier } = await dossierIn(key, call);
  const record = readEvidence(await call.deps.evidence.read(key));
  if (!record) throw new Problem("damaged-record");
  const standing = standingEvidence(record, dossier, call.deps.hash);
  return standing.map((one) => ({ ...one.item, fact: one.fact, standing: one.standing }));
}

async function evidenceAnswer(id: string, params: z.output<typeof DossierParams>, call: Call): Promise<Answer> {
  const found = (await evidenceIn(params, call)).find((item) => item.id === id);
  if (!found) throw new Problem("unknown-evidence");
  return json(Evidence, found);
}

const list = defineEndpoint({
  method: "get",
  path: "/dossiers/{body}/{campaign}/evidence",
  id: "listEvidence",
  tag: "Evidence",
  summary: "All evidence of a body's campaign, in the order in which it was attached; removed files too.",
  params: DossierParams,
  query: None,
  answers: {
    200: {
      description: "The evidence.",
      schema: name("EvidenceList", z.strictObject({ items: z.array(Evidence) })),
      example: { items: [example] },
    },
  },
  errors: common,
  examples: { params: { body: "DP-10", campaign: "2027" } },
  handle: async ({ params }, call) => {
    const items = await evidenceIn(params, call);
    return { status: 200, json: { items: items.map((item) => z.encode(Evidence, item)) } };
  },
});

const EvidenceFile = name(
  "EvidenceFile",
  z.strictObject({
    url: z.url(),
    fileName: z.string(),
    type: EvidenceItem.shape.type,
    bytes: z.int(),
    sha256: HashText,
  }),
);

const download = defineEndpoint({
  method: "get",
  path: "/dossiers/{body}/{campaign}/evidence/{id}",
  id: "getEvidence",
  tag: "Evidence",
  summary: "Where a file can be downloaded for a minute, and the hash that its bytes must have.",
  params: EvidenceParams,
  query: None,
  answers: {
    200: {
      description: "An address that hands out the file as an attachment.",
      schema: EvidenceFile,
      example: {
        ...{ url: "http://127.0.0.1:4609/evidence/evidence/…", fileName: "DP-10-2027-aaaaaaaa.pdf" },
        ...{ type: "application/pdf", bytes: example.bytes, sha256: example.sha256 },
      },
    },
  },
  errors: [...common, "unknown-evidence"],
  examples: { params: { body: "DP-10", campaign: "2027", id: example.id } },
  handle: async ({ params: { id, ...params } }, call) => {
    const item = (await evidenceIn(params, call)).find((one) => one.id === id);
    if (!item) throw new Problem("unknown-evidence");
    const { type, bytes, sha256 } = item;
    const named = fileName(params, item);
    const url = await call.deps.evidenceFiles.address(item, named);
    return json(EvidenceFile, { url, fileName: named, type, bytes, sha256 });
  },
});

const ReasonInput = z.strictObject({ reason: Prose });

const marking = (
  command: "remove-evidence" | "put-back-evidence",
  path: string,
  id: string,
  summary: string,
): Endpoint =>
  defineEndpoint({
    method: "post",
    path: `/dossiers/{body}/{campaign}/evidence/{id}/${path}`,
    ...{ id, tag: "Evidence", summary, params: EvidenceParams, query: None },
    body: name(id === "removeEvidence" ? "RemoveEvidence" : "PutBackEvidence", ReasonInput.clone()),
    headers: ["Idempotency-Key"],
    answers: { 200: { description: "The evidence as it is now.", schema: Evidence, example } },
    errors: [...writing, "unknown-evidence"],
    examples: {
      params: { body: "DP-10", campaign: "2027", id: example.id },
      body: { reason: "Не тот документ" },
    },
    leavesBody: true,
    handle: async ({ params: { id: item, ...params }, raw }, call) => {
      const { body, key } = dossierAt(params, call);
      call.require("attach-evidence", body);
      const { reason } = bodyOf(ReasonInput, raw);
      const given = idempotencyKey(call.context.req.header("idempotency-key"));
      const request = { request: given ?? call.deps.identifiers.token(), isRepeatable: given !== undefined };
      const asked = { ...key, ...request, id: item, command, reason, actor: actorOf(call), zone: body.zone };
      const outcome = await markEvidence(asked, ports(call));
      if (outcome.kind !== "recorded") throw problemOf(outcome);
      return evidenceAnswer(item, params, call);
    },
  });

export const evidenceEndpoints: readonly Endpoint[] = [
  startUpload,
  attach,
  list,
  download,
  marking("remove-evidence", "remove", "removeEvidence", "Marks a file as removed, with a reason. The file stays."),
  marking("put-back-evidence", "put-back", "putBackEvidence", "Puts a removed file back, with a reason."),
];
