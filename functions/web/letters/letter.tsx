import type { LetterEntry } from "../../../core/escalation/ledger.ts";
import type { DueKey } from "../../../core/escalation/told.ts";
import type { Contact } from "../../../core/register/body.ts";
import type { Register } from "../../../core/register/register.ts";
import { answerPath } from "../acknowledge/path.ts";
import { answerTexts } from "../acknowledge/texts.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { DayTime, Empty, Name, Scroll } from "../parts.tsx";
import { bodyPath, letterPagePath } from "../paths.ts";
import { LETTER_FRAME } from "../security.ts";
import { RulesLine } from "../settings/rules-line.tsx";
import { wordLadderStage } from "../stage.ts";
import { LetterTag } from "./list.tsx";
import type { ReadMail } from "./mail.ts";

/** What a letter's page shows. */
export interface LetterView {
  readonly entry: LetterEntry;
  readonly mail: ReadMail | null;
  readonly recipient: Contact | undefined;
  readonly register: Register;
  /** Whether there is a page that answers it. */
  readonly isAnswerable: boolean;
}

interface LetterProps {
  readonly page: Page;
  readonly view: LetterView;
}

/** One letter: its delivery, what it says, and how its recipient saw it. */
export const LetterPage = ({ page, view }: LetterProps) => (
  <Layout page={page} title={view.mail?.subject ?? page.texts.letter.title} section="letters">
    <div class="lead">
      <p class="quiet">
        <a href="/letters">{page.texts.letters.title}</a>
      </p>
      <h1>{view.mail?.subject ?? page.texts.letter.title}</h1>
    </div>
    <div class="split">
      <section aria-labelledby="seen-title" class="stack">
        <h2 id="seen-title">{page.texts.letter.asSeen}</h2>
        <Seen page={page} view={view} />
      </section>
      <div class="stack">
        <Delivery page={page} view={view} />
      </div>
    </div>
    <Said page={page} view={view} />
  </Layout>
);

const Seen = ({ page, view: { entry, mail } }: LetterProps) => {
  if (!mail) return <Empty>{page.texts.letter.noFile}</Empty>;
  return (
    <>
      {mail.html === undefined ? (
        <Empty>{page.texts.letter.noHtml}</Empty>
      ) : (
        <iframe class="frame" src={letterPagePath(entry) + LETTER_FRAME} title={page.texts.letter.asSeen} />
      )}
      {mail.text === undefined ? null : (
        <details class="card">
          <summary>{page.texts.letter.plainText}</summary>
          <pre>{mail.text}</pre>
        </details>
      )}
    </>
  );
};

const Delivery = ({ page, view: { entry, mail, recipient, isAnswerable } }: LetterProps) => {
  const { letter, letters } = page.texts;
  return (
    <section class="card" aria-label={letters.state}>
      <p>
        <LetterTag entry={entry} page={page} />
      </p>
      {isAnswerable ? (
        <p>
          <a href={answerPath(entry)}>{answerTexts(page.locale).title}</a>
        </p>
      ) : null}
      <dl class="facts">
        <dt>{letter.to}</dt>
        <dd>
          {recipient?.name ?? letters.unknownRecipient}
          {mail ? (
            <>
              <br />
              {mail.recipient}
            </>
          ) : null}
        </dd>
        <dt>{letters.level}</dt>
        <dd>{page.words.roles[entry.level]}</dd>
        <dt>{letters.slot}</dt>
        <dd>
          <DayTime day={entry.slot.day} time={entry.slot.time} page={page} />
        </dd>
        {entry.rules ? <RulesLine page={page} rules={entry.rules} /> : null}
        <dt>{letter.attempts}</dt>
        <dd>{entry.attempts}</dd>
        {entry.reason === null ? null : (
          <>
            <dt>{letter.reason}</dt>
            <dd>{entry.reason === "stale" ? letter.stale : entry.reason}</dd>
          </>
        )}
        {mail === null || mail.attachments.length === 0 ? null : (
          <>
            <dt>{letter.attachments}</dt>
            <dd>{mail.attachments.join(", ")}</dd>
          </>
        )}
      </dl>
    </section>
  );
};

interface Line {
  readonly item: DueKey;
  readonly stage: string;
}

const linesOf = ({ items, closed }: LetterEntry, { words, texts }: Page): readonly Line[] => [
  ...items.map((item) => ({ item, stage: wordLadderStage(item.stage, words) })),
  ...closed.map((item) => ({ item, stage: texts.letters.closed })),
];

/** The lines of a letter, as the ledger has them. */
export const Said = ({
  page,
  view: { entry, register },
}: {
  readonly page: Page;
  readonly view: Pick<LetterView, "entry" | "register">;
}) => (
  <Scroll label={page.texts.letter.said} name="card">
    <table>
      <caption>{page.texts.letter.said}</caption>
      <thead>
        <tr>
          <th scope="col">{page.texts.overview.body}</th>
          <th scope="col">{page.texts.letter.about}</th>
          <th scope="col">{page.texts.body.due}</th>
          <th scope="col">{page.texts.letter.stage}</th>
        </tr>
      </thead>
      <tbody>
        {linesOf(entry, page).map(({ item, stage }) => {
          const name = register.byId.get(item.body)?.name;
          return (
            <tr>
              <th scope="row">
                <a href={bodyPath(item.body, item.campaign, item.obligation)}>
                  {name ? <Name name={name} page={page} /> : item.body}
                </a>
              </th>
              <td>{page.words.obligations[item.obligation].full}</td>
              <td>
                <DayTime day={item.due} page={page} />
              </td>
              <td>{stage}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </Scroll>
);
