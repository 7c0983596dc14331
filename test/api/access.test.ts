import { describe, expect, test } from "vitest";
import { type Action, type Caller, Grant, mayDo } from "../../core/register/grant.ts";
import { commandExamples } from "../../functions/web/api/endpoints/command-examples.ts";
import { endpoints } from "../../functions/web/api/endpoints.ts";
import { apiAt, inMemory, register } from "./support/api.ts";

/** The right that each endpoint asks for: of the body in its address, or of no body; null when answers are filtered instead. */
const needed: Readonly<
  Record<string, { readonly action: Action; readonly at: "body" | "ministry" | "nothing" } | null>
> = {
  ...{ listBodies: null, listContacts: null, listFindings: null, getStatus: null, listLetters: null, listSweeps: null },
  // A letter that one may not see is not found.
  ...{ getLetter: null, acknowledgeLetter: null, getMe: null },
  getBody: { action: "read", at: "body" },
  getDossier: { action: "read", at: "body" },
  getAudit: { action: "read-audit", at: "body" },
  ...{ listEvidence: { action: "read", at: "body" }, getEvidence: { action: "read", at: "body" } },
  startEvidenceUpload: { action: "attach-evidence", at: "body" },
  attachEvidence: { action: "attach-evidence", at: "body" },
  removeEvidence: { action: "attach-evidence", at: "body" },
  putBackEvidence: { action: "attach-evidence", at: "body" },
  getPolicy: { action: "read-policy", at: "nothing" },
  getCalendar: { action: "read-policy", at: "nothing" },
  ...{ exportRegister: null, exportContacts: null },
  exportFacts: { action: "export", at: "ministry" },
  previewImport: { action: "import", at: "nothing" },
  startImport: { action: "import", at: "nothing" },
  listImports: { action: "import", at: "nothing" },
  getImport: { action: "import", at: "nothing" },
  getImportUndo: { action: "import", at: "nothing" },
  continueImport: { action: "import", at: "nothing" },
  takeBackImport: { action: "import", at: "nothing" },
  listGrants: { action: "read-grants", at: "nothing" },
  getGrants: { action: "read-grants", at: "nothing" },
  editGrants: { action: "edit-grants", at: "nothing" },
  addBody: { action: "edit-register", at: "nothing" },
  changeBody: { action: "edit-register", at: "nothing" },
  addContact: { action: "edit-register", at: "nothing" },
  changeContact: { action: "edit-register", at: "nothing" },
  listPolicyVersions: { action: "read-policy", at: "nothing" },
  previewPolicy: { action: "edit-policy", at: "nothing" },
  applyPolicy: { action: "edit-policy", at: "nothing" },
  listCalendarVersions: { action: "read-policy", at: "nothing" },
  previewCalendar: { action: "edit-calendar", at: "nothing" },
  applyCalendar: { action: "edit-calendar", at: "nothing" },
  startSweep: { action: "sweep", at: "nothing" },
  listBrakes: { action: "sweep", at: "nothing" },
  stopBrake: { action: "sweep", at: "nothing" },
  releaseBrake: { action: "sweep", at: "nothing" },
  listAddressesOutOfUse: { action: "edit-register", at: "nothing" },
  clearAddress: { action: "edit-register", at: "nothing" },
  createStatusReport: { action: "send-status-report", at: "nothing" },
  listStatusReports: { action: "send-status-report", at: "nothing" },
  getStatusReport: { action: "send-status-report", at: "nothing" },
};

const neededFor = (id: string, path: string) => {
  const command = /\/commands\/(.+)$/.exec(path)?.[1];
  if (command === undefined) return needed[id];
  const action: Action = command.includes("waive") ? "waive" : command === "correct" ? "correct" : "record";
  return { action, at: "body" } as const;
};

const grants = ["", "admin", ...["MIA", "DP-1", "PB-1", "DP-2"].flatMap((id) => [`staff@${id}`, `viewer@${id}`])];
const ids = ["DP-1", "PB-1", "DP-2"];

describe.each(endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
  "%s",
  (_name, endpoint) => {
    const rule = neededFor(endpoint.id, endpoint.path);
    const command = endpoint.path.split("/commands/")[1] ?? "";
    const body = endpoint.method === "post" ? (commandExamples[command] ?? endpoint.examples?.body ?? {}) : undefined;
    const pathFor = (id: string): string =>
      endpoint.path
        .replace("{body}", id)
        .replace("{campaign}", "2027")
        .replace("{record}", `dossier:${id}:2027`)
        .replace("{scope}/{year}/{recipientKey}/{n}", `${id}/2027/mZ6oD6Dkq0zS1l1pVb3u2A/0`)
        .replace("{scope}", id)
        .replace("{recipientKey}", "mZ6oD6Dkq0zS1l1pVb3u2A")
        .replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
          encodeURIComponent(String(endpoint.examples?.params?.[name] ?? whole)),
        );

    test("is closed to strangers", async () => {
      const { ask } = apiAt("2027-01-15T10:00", await inMemory());
      expect((await ask(pathFor("PB-1"), { body, as: null })).status).toBe(401);
    });

    test("asks for the right that the table gives, at the own body, one above, one below and a foreign one", async () => {
      expect(rule).not.toBeUndefined();
      if (!rule) return;
      const { ask } = apiAt("2027-01-15T10:00", await inMemory());
      for (const as of grants) {
        const held = as === "" ? [] : [Grant.parse(as)];
        const caller: Caller = { id: "user:1", name: "Айгерим", grants: held };
        for (const id of ids) {
          const places = { body: register.byId.get(id) ?? null, ministry: register.ministry, nothing: null };
          const at = places[rule.at];
          const isAllowed = mayDo(rule.action, caller, at, register);
          const { status } = await ask(pathFor(id), { body, as });
          expect([as, id, status === 403]).toEqual([as, id, !isAllowed]);
        }
      }
    });
  },
);

test("lists show what the caller may see and nothing else", async () => {
  const { ask } = apiAt("2027-03-19T10:00", await inMemory());
  const seen = async (path: string, as: string): Promise<string[]> => {
    const answer = await ask(path, { as });
    const { items, rows } = (await answer.json()) as Record<string, { body?: string; id?: string }[] | undefined>; // one of both
    return [...new Set((items ?? rows ?? []).map(({ body, id }) => body ?? id ?? ""))].sort();
  };
  for (const path of ["/bodies?limit=200", "/contacts?limit=200", "/findings?limit=200", "/status"]) {
    const isOf = (ids: string[]) => ids.filter((id) => path !== "/contacts?limit=200" || id !== "DP-2");
    expect([path, await seen(path, "")]).toEqual([path, []]);
    expect([path, await seen(path, "viewer@PB-1")]).toEqual([path, ["PB-1"]]);
    expect([path, await seen(path, "staff@DP-1")]).toEqual([path, ["DP-1", "PB-1"]]);
    const all = await seen(path, "admin");
    expect([path, all.filter((id) => id !== "MIA")]).toEqual([path, isOf(["DP-1", "DP-2", "PB-1"])]);
  }
  const exported = async (as: string): Promise<string[]> =>
    (await (await ask("/export/register", { as })).text())
      .split("\r\n")
      .slice(1, -1)
      .map((row) => row.split(",")[0] ?? "");
  expect([await exported(""), await exported("viewer@PB-1"), await exported("staff@DP-1")]).toEqual([
    ...[[], ["PB-1"], ["DP-1", "PB-1"]],
  ]);
  for (const path of [
    "/export/contacts?scope=DP-2",
    "/findings?scope=DP-2",
    "/status?scope=DP-2",
    "/letters?scope=DP-2",
  ]) {
    expect((await ask(path, { as: "staff@DP-1" })).status).toBe(403);
  }
});
