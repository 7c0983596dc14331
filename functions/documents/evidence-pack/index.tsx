import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { readEntry } from "../../../core/audit/entry.ts";
import { formatMinutes } from "../../../core/calendar/time.ts";
import { type Instant, localTime } from "../../../core/calendar/zone.ts";
import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import { clausesOf } from "../../../core/order608/clauses.ts";
import type { PackContents, PackHistory } from "../../../core/use-cases/records/papers.ts";
import { wordCitation } from "../../../core/wording/word-clause.ts";
import { wordDerivation } from "../../../core/wording/word-derivation.ts";
import { wordStatus, wordSubject } from "../../../core/wording/word-finding.ts";
import { capitalised, catalogueOf, nameIn } from "../../../core/wording/wording.ts";
import { evidencePath, mailPath } from "./paths.ts";
import { type PackTexts, packTexts } from "./texts.ts";

interface Part {
  readonly contents: PackContents;
  readonly texts: PackTexts;
}

const css = raw(
  "body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#14212e;background:#fff}" +
    "table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem;font-size:.9rem}th,td{border:1px solid #d3dce3;padding:.35rem .5rem;text-align:left;vertical-align:top}" +
    "th{background:#f3f6f8}code{font-size:.8rem;overflow-wrap:anywhere}blockquote{margin:.3rem 0 1rem;padding-left:1rem;border-left:3px solid #0f766e}",
);

/** The readable index of a pack: a page that needs nothing but itself. */
export function packIndex(contents: PackContents): string {
  const { locale, bodies, campaign, asOf, rules } = contents;
  const texts = packTexts(locale);
  const title = `${texts.title}: ${nameIn(bodies[0].name, locale)}, ${texts.campaign(campaign)}`;
  const part = { contents, texts };
  const page = (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{css}</style>
      </head>
      <body>
        <h1>{title}</h1>
        <p>
          {capitalised(texts.asOf(`${catalogueOf(locale).time.longDate(asOf.day)}, ${asOf.time}`))}.{" "}
          {catalogueOf(locale).letter.rules(rules.policyVersion, rules.calendarVersion)}
        </p>
        <h2>{texts.verify}</h2>
        <p>{texts.verifyHow}</p>
        <Findings {...part} />
        <Letters {...part} />
        <Histories {...part} />
        <Evidence {...part} />
        <Clauses {...part} />
        <h2>{texts.data}</h2>
        <p>facts.json, findings.json, clauses.json, policy.json, calendar.json, letters.json, manifest.json</p>
      </body>
    </html>
  );
  return `<!doctype html>\n${page}\n`;
}

const Grid = ({
  head,
  rows,
  empty,
}: {
  head: readonly string[];
  rows: readonly (readonly Child[])[];
  empty: string;
}) =>
  rows.length === 0 ? (
    <p>{empty}</p>
  ) : (
    <table>
      <thead>
        <tr>
          {head.map((text) => (
            <th scope="col">{text}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr>
            {cells.map((cell) => (
              <td>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );

const Findings = ({ contents: { findings, locale, lateFacts, rules, words }, texts }: Part) => {
  const { obligations, time } = catalogueOf(locale);
  const calendar = { isWorking: rules.workdays.isWorking, nameOf: rules.workdays.entry };
  const { obligation, subject, due, state, why, late } = texts.columns;
  return (
    <>
      <h2>{texts.findings}</h2>
      <Grid
        head={[obligation, subject, due, state, why, late]}
        empty={texts.noFindings}
        rows={findings.map((finding) => [
          obligations[finding.obligation].full,
          wordSubject(finding, locale),
          time.date(finding.due),
          capitalised(wordStatus(finding, locale)),
          wordDerivation(finding.derivation, calendar, locale),
          lateFacts(finding).map(words.fact).join("; "),
        ])}
      />
    </>
  );
};

const Letters = ({ contents: { letters, lettersWithheld, locale }, texts }: Part) => {
  const { time, obligations, letterStates, roles } = catalogueOf(locale);
  const { written, to, about, state, text } = texts.letterColumns;
  return (
    <>
      <h2>{texts.letters}</h2>
      <Grid
        head={[written, to, about, state, text]}
        empty={texts.noLetters}
        rows={letters.map(({ entry, mail }) => [
          `${time.date(entry.slot.day)}, ${entry.slot.time}`,
          roles[entry.level],
          [...new Set(entry.items.map((item) => obligations[item.obligation].short))].join(", "),
          letterStates[entry.state],
          mail ? <a href={mailPath(entry)}>{mail.subject}</a> : texts.textGone,
        ])}
      />
      {lettersWithheld === 0 ? null : <p>{texts.withheld(lettersWithheld)}</p>}
    </>
  );
};

const Histories = ({ contents, texts }: Part) => (
  <>
    <h2>{texts.history}</h2>
    {contents.histories.map((history) => (
      <History history={history} contents={contents} texts={texts} />
    ))}
  </>
);

const History = ({ history: { record, filed, stored }, contents, texts }: Part & { readonly history: PackHistory }) => {
  const { when, who, what, why, hash } = texts.historyColumns;
  const isFiled = filed.some(({ version }) => version === stored.version);
  const entries = isFiled || !stored.newest ? filed : [...filed, { version: stored.version, ...stored.newest }];
  return (
    <>
      <h3>
        {record.startsWith("evidence:") ? texts.evidence : texts.dossier} <code>{record}</code>
      </h3>
      <Grid
        head={["№", when, who, what, why, hash]}
        empty={texts.noHistory}
        rows={entries.map(({ version, text, hash: sealed }) => {
          const entry = readEntry(text);
          return [
            String(version),
            entry ? momentText(entry.at, contents) : "",
            entry?.by.name ?? "",
            entry ? contents.words.command(entry.command) : "",
            entry?.reason ?? "",
            <code>{sealed}</code>,
          ];
        })}
      />
    </>
  );
};

/** A moment in the body's own zone. */
function momentText(at: Instant, { bodies: [body], locale }: PackContents): string {
  const { day, minutes } = localTime(at, body.zone);
  return `${catalogueOf(locale).time.date(day)}, ${formatMinutes(minutes)}`;
}

const Evidence = ({ contents, texts }: Part) => {
  const { file, fact, attached, hash } = texts.evidenceColumns;
  return (
    <>
      <h2>{texts.evidence}</h2>
      <Grid
        head={[file, fact, attached, hash]}
        empty={texts.noEvidence}
        rows={contents.evidence.map(({ item }) => [
          <>
            <a href={evidencePath(item)}>{item.title}</a>{" "}
            {item.removed ? `(${texts.removed(item.removed.reason)})` : null}
          </>,
          contents.words.fact(item.fact),
          `${momentText(item.at, contents)}, ${item.by.name}`,
          <code>{item.sha256}</code>,
        ])}
      />
    </>
  );
};

const Clauses = ({ contents: { locale }, texts }: Part) => {
  const { paraphrase, translation } = catalogueOf(locale).clauses;
  const sentences = new Map(
    ObligationId.options.flatMap((id) => clausesOf(id).map((one) => [`${one.act} ${one.number}`, one] as const)),
  );
  return (
    <>
      <h2>{texts.clauses}</h2>
      {[...sentences.values()].map((sentence) => {
        const mark = sentence.kind === "paraphrase" ? paraphrase : translation;
        return (
          <>
            <p>
              <strong>{wordCitation(sentence, locale)}</strong> {mark === null ? "" : `(${mark})`}
            </p>
            <blockquote>{sentence[locale]}</blockquote>
          </>
        );
      })}
    </>
  );
};
