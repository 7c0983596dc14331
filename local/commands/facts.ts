import { writeFileSync } from "node:fs";
import { Command } from "commander";
import * as z from "zod";
import { FIRST_CAMPAIGN } from "../../core/assess.ts";
import { yearOf } from "../../core/calendar/day.ts";
import { localTime } from "../../core/calendar/zone.ts";
import { Facts } from "../../core/dossier/facts.ts";
import type { Wiring } from "../../functions/wiring.ts";
import { readFactsFile } from "../facts-file.ts";
import { directoryOption } from "./arguments.ts";
import { loadAll } from "./assessment.ts";
import { Failed } from "./failed.ts";
import { print, printJson } from "./print.ts";
import { withStore } from "./store.ts";

const checkCommand = () =>
  new Command("check")
    .description("says whether a facts file keeps every file rule, and what is in it")
    .argument("<facts>", "facts file (JSON)")
    .action((file: string) => {
      const { bodies, dossiers } = readFactsFile(file);
      const meetings = dossiers.reduce((sum, dossier) => sum + dossier.meetings.length, 0);
      print(`${file} is good: ${bodies.length} bodies, ${dossiers.length} dossiers, ${meetings} meetings.`);
    });

const exportCommand = () =>
  new Command("export")
    .description("everything recorded, in the form that an import takes")
    .option("--out <file>", "write to a file instead of the terminal")
    .addOption(directoryOption())
    .action(({ out, directory }: { out?: string; directory: string }) =>
      withStore(directory, async ({ wiring }) => {
        const facts = await exportFacts(wiring);
        if (out === undefined) return printJson(facts);
        writeFileSync(out, `${JSON.stringify(facts, null, 1)}\n`);
        print(`Wrote ${facts.bodies.length} bodies and ${facts.dossiers.length} dossiers to ${out}.`);
      }),
    );

/** Bodies, dossiers of every campaign, and the policy; refuses to leave out what it cannot read. */
async function exportFacts(wiring: Wiring) {
  const { register, directory } = await loadAll(wiring);
  const last = yearOf(localTime(wiring.clock.calendarNow(), register.ministry.zone).day) + 1;
  const campaigns = Array.from({ length: last - FIRST_CAMPAIGN + 1 }, (_, index) => FIRST_CAMPAIGN + index);
  const loads = await Promise.all(
    directory.scopes.flatMap((scope) => campaigns.map((campaign) => wiring.dossiers.load(scope, campaign))),
  );
  const [damage] = loads.flatMap(({ damaged }) => damaged);
  if (damage)
    throw new Failed(
      `The dossier ${damage.body} ${damage.campaign} is damaged (${damage.reason}): nothing is exported.`,
    );
  return z.encode(Facts, {
    bodies: [...register.bodies],
    dossiers: loads.flatMap(({ dossiers }) => dossiers),
    policy: z.record(z.string(), z.json()).parse(directory.policy),
  });
}

export const factsCommand = () =>
  new Command("facts")
    .description("facts files: check one, or export what is recorded")
    .addCommand(checkCommand())
    .addCommand(exportCommand());
