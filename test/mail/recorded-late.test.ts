import { expect, it } from "vitest";
import { Locale } from "../../core/register/locale.ts";
import { catalogueOf } from "../../core/wording/wording.ts";
import { renderLetter } from "../../functions/mail/letter.tsx";
import { closedNotice, item, letterTo, settings } from "./support/sample.ts";

it.each(Locale.options)("what was recorded late is marked in a letter in %s, open or closed", (locale) => {
  const { recordedLate, closedRecordedLate } = catalogueOf(locale).letter;
  const plain = renderLetter(letterTo([locale], { items: [item()] }), settings);
  const marked = renderLetter(
    letterTo([locale], {
      items: [item({}, { recordedLate: true })],
      closed: [{ ...closedNotice, recordedLate: true }],
    }),
    settings,
  );
  for (const part of ["html", "text"] as const) {
    expect(plain[part]).not.toContain(recordedLate);
    expect(plain[part]).not.toContain(closedRecordedLate);
    expect(marked[part]).toContain(recordedLate);
    expect(marked[part]).toContain(closedRecordedLate);
  }
});
