import type { WholeMarks } from "../../escalation/out-of-use.ts";
import type { Directory, Standing } from "../../ports.ts";
import type { SweepPorts } from "./sweep.ts";

/** Which campaigns may hold dossiers: each is noted before its first dossier is written. */
export interface CampaignNotes {
  /** Null where they were not noted from the first dossier on: then every campaign is read. Strongly consistent. */
  campaigns(): Promise<readonly number[] | null>;
}

/** What the sweeps of all scopes read alike, before they come to their own. */
export interface Outset {
  readonly directory: Directory;
  /** The campaigns that may hold dossiers; null where nobody has kept them: then all are read. */
  readonly campaigns: readonly number[] | null;
  readonly marks: WholeMarks;
  /** How scopes stand: at least those that are swept. */
  readonly standings: readonly Standing[];
}

type OutsetPorts = Pick<SweepPorts, "register" | "dossiers" | "outOfUse" | "log">;

/** Reads it for the sweep of some scopes, or for those of all; null before the first import. */
export async function readOutset(
  ports: OutsetPorts,
  scopesIn: (directory: Directory) => readonly string[] | undefined = () => undefined,
): Promise<Outset | null> {
  const directory = await ports.register.directory();
  if (!directory) return null;
  const [campaigns, marks, standings] = await Promise.all([
    ports.dossiers.campaigns(),
    ports.outOfUse.whole(),
    ports.log.standings(scopesIn(directory)),
  ]);
  return { directory, campaigns, marks, standings };
}

/** What a sweep of some scopes works with has changed since its outset was read: it begins again. */
export class OutsetChanged extends Error {}

/** Throws {@link OutsetChanged} unless what a sweep of some scopes takes from an outset still stands; looks once. */
export function stillStands(outset: Outset, scopes: readonly string[], ports: OutsetPorts): () => Promise<void> {
  const look = async (): Promise<void> => {
    const present = await readOutset(ports, () => scopes);
    if (!present || textOf(present, scopes) !== textOf(outset, scopes)) throw new OutsetChanged();
  };
  let looked: Promise<void> | undefined;
  return () => {
    looked ??= look();
    return looked;
  };
}

/** Equal where a sweep of some scopes would do the same: a directory's version and rules say which it is. */
function textOf({ directory, campaigns, marks, standings }: Outset, scopes: readonly string[]): string {
  const { version, policyVersion, calendarVersion } = directory;
  const own = standingsOf(standings, scopes).sort((a, b) => (a.scope < b.scope ? -1 : 1));
  return JSON.stringify([version, policyVersion, calendarVersion, campaigns, marks, own]);
}

/** How some scopes stand. */
export const standingsOf = (standings: readonly Standing[], scopes: readonly string[]): Standing[] => {
  const wanted = new Set(scopes);
  return standings.filter(({ scope }) => wanted.has(scope));
};
