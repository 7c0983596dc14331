import { expect, test } from "vitest";
import { Dossier } from "../../core/dossier/dossier.ts";
import { loadRegister } from "../../core/use-cases/assess/assess.ts";
import { record } from "../../core/use-cases/records/record.ts";
import { verifyAudit } from "../../core/use-cases/records/verify-audit.ts";
import { sha256 } from "../../functions/hash.ts";
import { verdictOf } from "../../local/commands/audit.ts";
import { inMemory } from "../api/support/api.ts";
import { dossierOf } from "../core/support/facts.ts";
import { almaty, memoryClock } from "../support/memory/clocks.ts";
import { itemName } from "../support/memory/records.ts";

/** Two dossiers with two versions each, and one that a file brought. */
async function recorded() {
  const { register, dossiers, acknowledgements, audit } = await inMemory();
  const ports = { records: dossiers, audit, hash: sha256, clock: memoryClock(almaty("2027-01-15T10:00")) };
  const actor = { id: "user:1", name: "Айгерим", mayWaive: false };
  for (const [scope, body] of [
    ["DP-1", "PB-1"],
    ["DP-2", "DP-2"],
  ] as const) {
    for (const number of ["1", "2"]) {
      const command = number === "1" ? "approve-schedule" : "correct";
      const input =
        number === "1"
          ? { approvedOn: "2027-01-14" }
          : { path: "schedule/approvedOn", value: "2027-01-13", reason: "Опечатка" };
      const asked = { zone: "Asia/Almaty", command, input, actor, request: number, isRepeatable: false };
      await record({ scope, body, campaign: 2027, ...asked }, ports);
    }
  }
  dossiers.import("DP-1", Dossier.parse(dossierOf([], { body: "DP-1" })));
  const verdicts = async (): Promise<string[]> => {
    const loaded = await loadRegister(register, ({ scopes }) => scopes);
    if (!loaded) throw new Error("There is no register.");
    const found: string[] = [];
    for await (const verified of verifyAudit(loaded, 2028, { dossiers, acknowledgements, audit, hash: sha256 })) {
      found.push(verdictOf(verified));
    }
    return found;
  };
  return { dossiers, audit, verdicts };
}

const key = itemName({ scope: "DP-1", body: "PB-1", campaign: 2027 });
const name = "dossier:PB-1:2027";

test("records that are as they were written are told with the head of their chain", async () => {
  const { verdicts } = await recorded();
  expect(await verdicts()).toEqual([
    expect.stringMatching(/^dossier:DP-2:2027: 2 intact, head [0-9a-f]{16}$/),
    expect.stringMatching(/^dossier:PB-1:2027: 2 intact, head [0-9a-f]{16}$/),
  ]);
});

test("an entry that was removed, and facts that were changed, are named by record and version", async () => {
  const { audit, dossiers, verdicts } = await recorded();
  audit.filed.get(name)?.delete(1);
  expect(await verdicts()).toContain(`${name}: entry 1 was removed`);
  const stored = dossiers.items.get(key);
  if (stored) dossiers.items.set(key, { ...stored, data: stored.data.replace("2027-01-13", "2027-01-10") });
  const item = itemName({ scope: "DP-2", body: "DP-2", campaign: 2027 });
  const other = dossiers.items.get(item);
  if (other) dossiers.items.set(item, { ...other, data: other.data.replace("2027-01-13", "2027-01-10") });
  expect(await verdicts()).toContain("dossier:DP-2:2027: the facts were changed past the audit, at version 2");
});

test("a dossier that is gone is told by its entries, and entries that are gone by their dossier", async () => {
  const { audit, dossiers, verdicts } = await recorded();
  dossiers.items.delete(key);
  audit.filed.delete("dossier:DP-2:2027");
  expect(await verdicts()).toEqual([
    "dossier:DP-2:2027: entry 1 was removed",
    `${name}: the record was removed or put back; entry 2 tells of it`,
  ]);
});
