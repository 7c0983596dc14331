import { expect, test } from "vitest";
import { uploadName } from "../../core/evidence/attach.ts";
import { sha256 } from "../../functions/hash.ts";
import { apiAt, inMemory, read } from "../api/support/api.ts";
import { memoryEvidenceFiles } from "../support/memory/evidence-files.ts";
import { memoryRecords } from "../support/memory/records.ts";
import { archiveDossier, hashOf, key, pdf } from "./support/uploads.ts";

const PATH = "/dossiers/PB-1/2027/evidence";

async function open() {
  const adapters = { ...(await inMemory()), evidence: memoryRecords(), evidenceFiles: memoryEvidenceFiles() };
  const api = apiAt("2027-01-15T10:00", adapters);
  await api.ask("/dossiers/PB-1/2027/commands/approve-schedule", { body: { approvedOn: "2027-01-14" } });
  const send = (upload: string, name: string) =>
    adapters.evidenceFiles.post(uploadName({ ...key, upload, actor: { id: `user:${name}`, name } }, sha256), pdf());
  return { ...api, send };
}

test("a staff system sends a file, attaches it, lists it, downloads it, removes it and puts it back", async () => {
  const { ask, send, errors } = await open();
  const { upload, fields } = await read(ask(`${PATH}/uploads`, { body: {} }));
  expect(fields.key).toMatch(new RegExp(`^incoming/[0-9a-f]{32}/${upload}$`));
  send(upload, "Айгерим");
  const attached = await read(
    ask(PATH, { body: { upload, fact: "schedule", title: "График", sha256: hashOf(pdf()) } }),
  );
  expect(attached).toMatchObject({ id: upload, standing: "same", type: "application/pdf" });
  expect(await read(ask(PATH, { body: { upload, fact: "schedule", title: "График", sha256: hashOf(pdf()) } }))).toEqual(
    attached,
  );
  expect((await read(ask(PATH, { as: "viewer@DP-1" }))).items).toEqual([attached]);
  const file = await read(ask(`${PATH}/${upload}`));
  expect(file).toMatchObject({ sha256: hashOf(pdf()), fileName: expect.stringMatching(/^PB-1-2027-\w{8}\.pdf$/) });
  const headers = { "idempotency-key": "k1" };
  const removed = await read(ask(`${PATH}/${upload}/remove`, { body: { reason: "Не тот" }, headers }));
  expect(removed).toMatchObject({ removed: { reason: "Не тот" } });
  expect(await read(ask(`${PATH}/${upload}/remove`, { body: { reason: "Не тот" }, headers }))).toEqual(removed);
  expect((await read(ask(`${PATH}/${upload}/put-back`, { body: { reason: "Тот" } }))).removed).toBeUndefined();
  expect(await read(ask("/audit/evidence:PB-1:2027"))).toMatchObject({ chain: { kind: "intact", entries: 3 } });
  expect(errors).toEqual([]);
});

test.each([
  ["a file that was never sent", { upload: "none" }, "no-upload"],
  ["another user's upload", { upload: "theirs" }, "no-upload"],
  ["a fact that is not recorded", { fact: "meetings/m1" }, "unknown-fact"],
  ["another file than was sent", { sha256: "0".repeat(64) }, "other-file"],
  ["a title with a phone number", { title: "т. 87011234567" }, "invalid"],
  ["an unknown field", { path: "../../x" }, "unknown-field"],
])("%s is refused by name", async (_name, more, rule) => {
  const { ask, send } = await open();
  send("mine", "Айгерим");
  send("theirs", "Болат");
  const answer = await ask(PATH, { body: { upload: "mine", fact: "schedule", title: "График", ...more } });
  expect(answer.status).toBe(422);
  expect((await read(answer)).issues).toMatchObject([{ rule }]);
  expect((await read(ask(PATH))).items).toEqual([]);
});

test("of an archived campaign the answer is where it lies", async () => {
  const { ask, dossiers } = await open();
  archiveDossier({ dossiers });
  for (const path of [PATH, "/dossiers/PB-1/2027"]) {
    const answer = await ask(path);
    expect(answer.status).toBe(410);
    expect(await read(answer)).toMatchObject({
      code: "archived",
      detail: expect.stringContaining("campaign-2027.jsonl"),
    });
  }
  const late = await ask("/dossiers/PB-1/2027/commands/approve-schedule", { body: { approvedOn: "2027-01-14" } });
  expect(await read(late)).toMatchObject({ code: "refused", issues: [{ rule: "archived" }] });
});

test("evidence that is not there is not found", async () => {
  const { ask } = await open();
  expect(await read(ask(`${PATH}/none`))).toMatchObject({ code: "unknown-evidence" });
  expect(await read(ask(`${PATH}/none/remove`, { body: { reason: "x" } }))).toMatchObject({ code: "unknown-evidence" });
});
