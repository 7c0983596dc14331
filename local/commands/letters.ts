import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command, Option } from "commander";
import { createWorkdays } from "../../core/calendar/workdays.ts";
import {
  galleryLetter,
  type Language,
  type LetterKind,
  languageNames,
  letterKinds,
} from "../../functions/web/gallery/render.ts";
import { print } from "./print.ts";

interface PreviewOptions {
  readonly kind?: LetterKind;
  readonly language?: Language;
  readonly out?: string;
}

export const lettersCommand = () =>
  new Command("letters")
    .description("what letters look like")
    .addCommand(
      new Command("preview")
        .description("renders samples of every kind of letter: their subjects, or files of them")
        .addOption(new Option("--kind <kind>", "one kind only").choices(letterKinds))
        .addOption(
          new Option("--language <language>", "one language only, or both official ones").choices(languageNames),
        )
        .option("--out <directory>", "writes each as HTML, text and calendar file there")
        .action(preview),
    );

/** Without a directory the text of a single letter, or the subjects of many. */
function preview({ kind, language: only, out }: PreviewOptions): void {
  const workdays = createWorkdays();
  const kinds = kind === undefined ? letterKinds : [kind];
  const languages = only === undefined ? languageNames : [only];
  if (out !== undefined) mkdirSync(out, { recursive: true });
  for (const one of kinds) {
    for (const language of languages) {
      const { subject, html, text, calendar } = galleryLetter(one, language, workdays);
      if (out !== undefined) {
        const name = join(out, `${one}.${language}`);
        writeFileSync(`${name}.html`, html);
        writeFileSync(`${name}.txt`, `${subject}\n\n${text}`);
        if (calendar) writeFileSync(`${name}.ics`, calendar.content);
      }
      const isOnly = kinds.length * languages.length === 1;
      print(isOnly && out === undefined ? `${subject}\n\n${text}` : `${one} ${language}: ${subject}`);
    }
  }
}
