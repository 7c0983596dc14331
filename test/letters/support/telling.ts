import { expect } from "vitest";
import type { LetterEntry } from "../../../core/escalation/ledger.ts";
import type { Slot } from "../../../core/escalation/letter.ts";
import type { NoticeContent } from "../../../core/escalation/notice.ts";
import type { WeeklyLetter } from "../../../core/escalation/weekly.ts";
import type { SweepReport } from "../../../core/status/sweep-report.ts";
import { type Answer, acknowledge } from "../../../core/use-cases/letters/acknowledge.ts";
import { type TellPorts, tellMinistry } from "../../../core/use-cases/reports/tell-ministry.ts";
import { sha256 } from "../../../functions/hash.ts";
import { contact, department, district, factsOf, ministry } from "../../support/delivery/facts.ts";
import { createWorld, type World } from "../../support/delivery/world.ts";
import { memoryAcknowledgements, memoryAudit } from "../../support/memory/records.ts";

export const staff = ["staff@mia.example", "second@mia.example"];
export const bodies = (own = [contact("officer", "officer@pb-1.example"), contact("head", "head@pb-1.example")]) => [
  ministry([...staff.map((email) => contact("staff", email)), contact("apex", "apex@mia.example")]),
  department("DP-1"),
  district("PB-1", "DP-1", own),
];
export const head = { record: "dossier:PB-1:2027", version: 3, hash: "a".repeat(64) };

/** A world with what telling the ministry needs besides, and the notices that it wrote. */
export async function tellingWorld(moment: string, own = bodies()) {
  const world = await createWorld(factsOf(own, 2027), moment);
  const [acknowledgements, audit, said] = [memoryAcknowledgements(), memoryAudit(), [] as NoticeContent[]];
  const ports: TellPorts = {
    ...world.ports,
    composer: {
      ...world.ports.composer,
      composeNotice: async (content, id, at) => {
        said.push(content);
        return world.ports.composer.composeNotice(content, id, at);
      },
    },
    ...{ acknowledgements, hash: sha256, chainHeads: async () => [head] },
  };
  const sweepAll = async (to: string, with_: TellPorts = ports) => {
    world.goTo(to);
    await world.sweep("DP-1");
    await tellMinistry(await world.sweep("MIA"), with_);
  };
  const answer = (letter: LetterEntry, given: Answer, request = "1") =>
    acknowledge(
      {
        ...{ letter, answer: given, actor: { id: "user:1", name: "Айгерим" }, zone: "Asia/Almaty" },
        ...{ request, isRepeatable: true },
      },
      { records: acknowledgements, audit, hash: sha256, clock: world.ports.clock },
    );
  return { world, ports, said, sweepAll, answer };
}

/** The weekly letter that was composed last. */
export function weekSaid(said: readonly NoticeContent[]): WeeklyLetter {
  const about = said.findLast(({ about: { kind } }) => kind === "weekly")?.about;
  return about?.kind === "weekly" ? about : expect.fail("there is no weekly letter");
}

export const noticesOf = (world: World, kind: string) =>
  world.letters().filter(({ scope }) => scope.startsWith(`${kind}_`));

/** What the log keeps of a sweep in which nothing was wrong, unless said otherwise. */
export const sweepOf = (scope: string, slot: Slot, more: Partial<SweepReport> = {}): SweepReport => ({
  ...{ scope, slot, bodies: 1, findings: {}, written: 0, items: 0, levels: {}, dropped: 0, held: {}, damaged: [] },
  ...{ failed: [], contacts: [], complete: true, seconds: 1, registerVersion: 1 },
  ...more,
});
