import type { LabelKey } from "./texts/labels.ts";

/** Fixed values to choose from; their words stand in the texts. */
export type OptionSet = "channel" | "kind" | "answered" | "competence" | "route" | "role" | "groups" | "sections";

/** What of the dossier a command can be about. */
export type Reference = "meeting" | "appeal" | "decision" | "obligation" | "subject";

export type Note = "move" | "privacy" | "receivedAt" | "route" | "held" | "replaces";

/** How one part of a command's input is asked for. */
type Kind =
  | { readonly kind: "day" | "time" | "line" | "prose" | "count" | "web" | "hidden" }
  /** True when ticked; when not, false or nothing at all, as the input has it. */
  | { readonly kind: "tick"; readonly off: "false" | "absent" }
  | { readonly kind: "one"; readonly options: OptionSet }
  | { readonly kind: "many"; readonly options: OptionSet | "appeals" }
  /** What the command is about: told by the address, else chosen. */
  | { readonly kind: "about"; readonly of: Reference }
  | { readonly kind: "rows"; readonly fields: readonly Field[] };

/** One part of a command's input, by its dotted name: data from which a form is made and read. */
export type Field = Kind & {
  readonly name: string;
  readonly label: LabelKey;
  readonly note?: Note;
  readonly required?: true;
  /** The command takes it or not, but the Order needs it: nobody is told that it is optional. */
  readonly needed?: true;
};

/** Something that a form warns of, because it cannot be undone. */
export type Warning = "cancel" | "waive" | "signed" | "remove";
