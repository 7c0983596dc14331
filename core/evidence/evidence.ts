import * as z from "zod";
import { AuditActor, type Hash, HashText } from "../audit/entry.ts";
import type { StoredRecord } from "../audit/stored.ts";
import { DayText } from "../calendar/day.ts";
import { InstantNumber } from "../calendar/zone.ts";
import type { Dossier } from "../dossier/dossier.ts";
import type { DossierKey } from "../dossier/dossier-record.ts";
import { canonical, joinPath } from "../dossier/fact-path.ts";
import { type RecordedFact, recordedFacts } from "../dossier/recorded-facts.ts";
import { ElectronicSignature } from "./signature.ts";

/** Who took a file away, when and why. The file and its entry stay. */
export const Removal = z.strictObject({ by: AuditActor, on: DayText, at: InstantNumber, reason: z.string() });

/** A scan, photo or document that proves one fact of a dossier. */
export const EvidenceItem = z.strictObject({
  /** The upload that it came by. */
  id: z.string(),
  /** The fact's path: `meetings/m1/protocol`. */
  fact: z.string(),
  /** SHA-256 of what the fact said when the file was attached: shows whether it says something else now. */
  said: HashText,
  title: z.string(),
  /** By its content. */
  type: z.enum(["application/pdf", "image/jpeg", "image/png"]),
  bytes: z.int().min(1),
  sha256: HashText,
  by: AuditActor,
  /** The civil day in the body's zone, and the machine's moment. */
  on: DayText,
  at: InstantNumber,
  removed: Removal.exactOptional(),
  /** A version of a protocol that was fixed to be signed: which version of the dossier it was made of. */
  fixed: z.strictObject({ version: z.int().min(1) }).exactOptional(),
  signatures: z.array(ElectronicSignature).exactOptional(),
});
export type EvidenceItem = z.output<typeof EvidenceItem>;

/** All evidence of one body's campaign: an audited record beside the dossier, whose facts stay as SPEC 3 has them. */
export const EvidenceRecord = z.strictObject({ items: z.array(EvidenceItem) });
export type EvidenceRecord = z.output<typeof EvidenceRecord>;

export const EVIDENCE_FORMAT = 1;

/** The name of a dossier's evidence among all audited records: `evidence:DP-10:2027`. */
export const evidenceName = ({ body, campaign }: Pick<DossierKey, "body" | "campaign">): string =>
  `evidence:${body}:${campaign}`;

/** The text that is stored. */
export const evidenceData = (record: EvidenceRecord): string => JSON.stringify(z.encode(EvidenceRecord, record));

/** The evidence of stored text, none where nothing is stored; null when it cannot be read. */
export function readEvidence(stored: Pick<StoredRecord, "format" | "data"> | null): EvidenceRecord | null {
  if (!stored) return { items: [] };
  if (stored.format !== EVIDENCE_FORMAT) return null;
  try {
    return EvidenceRecord.safeParse(JSON.parse(stored.data)).data ?? null;
  } catch {
    return null;
  }
}

/** What a fact says, in 64 digits. */
export const saidBy = ({ value }: RecordedFact, hash: Hash): string => hash(canonical(value));

/** The fact that a path names. */
export const factAt = (dossier: Dossier, path: string): RecordedFact | undefined =>
  recordedFacts(dossier).find((fact) => joinPath(fact.path) === path);

/** An evidence file with what has become of its fact since. */
export interface StandingEvidence {
  readonly item: EvidenceItem;
  /** Where the fact stands now. */
  readonly fact: string;
  readonly standing: "same" | "changed" | "gone";
}

/**
 * What became of the facts that files prove. A notice or waiver has no name but its number, which changes when an earlier
 * one is removed: it is known again by what it said.
 */
export function standingEvidence({ items }: EvidenceRecord, dossier: Dossier, hash: Hash): StandingEvidence[] {
  const facts = recordedFacts(dossier).map((fact) => ({ path: joinPath(fact.path), said: saidBy(fact, hash), fact }));
  return items.map((item) => {
    const there = facts.find(({ path }) => path === item.fact);
    if (there?.said === item.said) return { item, fact: item.fact, standing: "same" };
    const list = item.fact.slice(0, item.fact.lastIndexOf("/"));
    const moved = facts.find(
      ({ fact, path, said }) => fact.unnamed && said === item.said && path.slice(0, path.lastIndexOf("/")) === list,
    );
    if (moved) return { item, fact: moved.path, standing: "same" };
    return { item, fact: item.fact, standing: there && !there.fact.unnamed ? "changed" : "gone" };
  });
}
