import type { CommandName } from "../../../core/dossier/commands/command-name.ts";
import { withQuery } from "../paths.ts";

/** What a form is about, and what it shall show besides. */
export type RecordQuery = Readonly<Record<string, string | undefined>>;

/** The address of a command's form. */
export const recordPath = (body: string, campaign: number, command: CommandName, query: RecordQuery = {}): string =>
  withQuery(`/bodies/${encodeURIComponent(body)}/record/${command}`, { campaign, ...query });
