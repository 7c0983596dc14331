import { beforeAll, describe, expect, test } from "vitest";
import { uploadName } from "../../core/evidence/attach.ts";
import { LARGEST_FILE } from "../../core/evidence/file-type.ts";
import type { EvidenceFiles } from "../../core/evidence/files.ts";
import { sha256 } from "../../functions/hash.ts";
import { createEvidenceFiles } from "../../functions/storage/evidence-files.ts";
import { variable } from "../local/support/engine-clients.ts";
import { useTables } from "../local/support/tables.ts";
import { actor, hashOf, key, pdf, png } from "./support/uploads.ts";

const tables = useTables();
let files: EvidenceFiles;

beforeAll(() => {
  files = createEvidenceFiles(tables.s3, variable(tables.engines, "EVIDENCE_BUCKET"));
});

const nameOf = (upload: string) => uploadName({ ...key, upload, actor }, sha256);

/** Posts a file as a browser's form does. */
async function post(upload: string, file: Uint8Array<ArrayBuffer>, named = "scan.pdf", type = "application/pdf") {
  const { url, fields } = await files.invite(nameOf(upload), "http://127.0.0.1:4608/bodies/PB-1/evidence/uploads/u");
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", new Blob([file], { type }), named);
  return fetch(url, { method: "POST", body: form, redirect: "manual" });
}

const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

describe("files in the bucket", () => {
  test("are posted by a plain form, which leads back to the page that shows what came", async () => {
    const answer = await post("u1", own(pdf()));
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toMatch(/^http:\/\/127\.0\.0\.1:4608\/bodies\/PB-1\/evidence\/uploads\/u\?/);
    expect(await files.received(nameOf("u1"))).toMatchObject({ kind: "file", sha256: hashOf(pdf()) });
  });

  test("lie where the invitation says, whatever name and type their sender gives them", async () => {
    for (const named of ["../../evidence/x", "a\\..\\b.html", "x.pdf\0.html", `$${"{filename}"}`, `"; name="key`]) {
      const upload = `name-${hashOf(Buffer.from(named)).slice(0, 8)}`;
      await post(upload, own(png), named, "text/html");
      expect(await files.received(nameOf(upload))).toMatchObject({ kind: "file", sha256: hashOf(png) });
    }
  });

  test("are found only by who was invited, for the dossier that it was for", async () => {
    await post("u2", own(pdf()));
    const others = [
      uploadName({ ...key, upload: "u2", actor: { id: "user:2", name: "Б." } }, sha256),
      uploadName({ ...key, upload: "u2", campaign: 2028, actor }, sha256),
    ];
    for (const other of others) expect(await files.received(other)).toBeNull();
  });

  test("of no byte and of too many are told apart, even where the store has let them in", async () => {
    await post("u3", new Uint8Array());
    expect(await files.received(nameOf("u3"))).toMatchObject({ kind: "file", bytes: new Uint8Array() });
    await post("u4", new Uint8Array(LARGEST_FILE + 1));
    expect(await files.received(nameOf("u4"))).toMatchObject({ kind: "too-large" });
  });

  test("are kept once, and handed out as attachments with the type of their content", async () => {
    for (let time = 0; time < 2; time++) await files.keep(hashOf(png), "image/png", png);
    const address = await files.address({ sha256: hashOf(png), type: "image/png" }, "PB-1-2027-x.png");
    const answer = await fetch(address);
    expect(hashOf(new Uint8Array(await answer.arrayBuffer()))).toBe(hashOf(png));
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment/);
    const asked = new URL(address).searchParams;
    expect(asked.get("response-content-disposition")).toBe('attachment; filename="PB-1-2027-x.png"');
    expect([asked.get("response-content-type"), asked.get("X-Amz-Expires")]).toEqual(["image/png", "60"]);
  });

  test("are forgotten when they are discarded", async () => {
    await post("u5", own(pdf()));
    await files.discard(nameOf("u5"));
    expect(await files.received(nameOf("u5"))).toBeNull();
    await files.discard(nameOf("u5"));
  });
});

test("an invitation lets nobody write elsewhere, write more, or write later", async () => {
  const { fields } = await files.invite(nameOf("u6"), "https://esep.example/back");
  const policy = JSON.parse(Buffer.from(fields["Policy"] ?? "", "base64").toString("utf8"));
  expect(policy.conditions).toEqual(
    expect.arrayContaining([
      ["content-length-range", 1, LARGEST_FILE],
      { key: fields["key"] },
      { "Content-Type": "application/octet-stream" },
      { success_action_redirect: "https://esep.example/back" },
    ]),
  );
  expect(fields["key"]).toMatch(/^incoming\/[0-9a-f]{32}\/u6$/);
  expect(Date.parse(policy.expiration) - Date.now()).toBeLessThanOrEqual(600_000);
});
