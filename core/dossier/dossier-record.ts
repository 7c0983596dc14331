import * as z from "zod";
import { DayText } from "../calendar/day.ts";
import { Dossier } from "./dossier.ts";

/** A dossier with the day on which each of its facts was recorded, as it is stored. */
export const DossierRecord = z.strictObject({ dossier: Dossier, recorded: z.record(z.string(), DayText) });
export type DossierRecord = z.output<typeof DossierRecord>;

/** The format that is written; 1 was the dossier alone, as files still bring it. */
export const DOSSIER_FORMAT = 2;

/** What names a dossier: its body, the scope that the body belongs to, and the campaign. */
export interface DossierKey {
  readonly scope: string;
  readonly body: string;
  readonly campaign: number;
}

/** A dossier's name among all audited records: `dossier:DP-10:2027`. */
export const dossierName = ({ body, campaign }: Pick<DossierKey, "body" | "campaign">): string =>
  `dossier:${body}:${campaign}`;

/** The text that is stored. */
export const dossierData = (record: DossierRecord): string => JSON.stringify(z.encode(DossierRecord, record));

/** The record of stored text, or in one sentence why it cannot be read. */
export function readDossierData(
  { format, data }: { readonly format: number; readonly data: string },
  { body, campaign }: Pick<DossierKey, "body" | "campaign">,
): DossierRecord | { readonly reason: string } {
  if (format !== 1 && format !== DOSSIER_FORMAT) return { reason: `format ${format} is not known` };
  const json = parseJson(data);
  if (json === undefined) return { reason: "the data is not JSON" };
  const parsed = DossierRecord.safeParse(format === 1 ? { dossier: json, recorded: {} } : json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { reason: `${issue?.path.join(".")}: ${issue?.message}` };
  }
  const { dossier } = parsed.data;
  if (dossier.body === body && dossier.campaign === campaign) return parsed.data;
  return { reason: `holds the dossier of ${dossier.body} for ${dossier.campaign}` };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
