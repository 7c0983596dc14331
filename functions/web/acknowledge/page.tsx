import type { LetterEntry } from "../../../core/escalation/ledger.ts";
import type { Register } from "../../../core/register/register.ts";
import type { Acknowledgement, Answer } from "../../../core/use-cases/letters/acknowledge.ts";
import { capitalised } from "../../../core/wording/wording.ts";
import { TextArea, TextField } from "../forms/controls.tsx";
import { Done, Form } from "../forms/form.tsx";
import { type FormState, freshForm, typedAt } from "../forms/values.ts";
import { Layout } from "../layout.tsx";
import { Said } from "../letters/letter.tsx";
import type { Page } from "../page.ts";
import { Empty, MomentTime, Scroll } from "../parts.tsx";
import { letterPagePath } from "../paths.ts";
import { answerPath } from "./path.ts";
import { answerTexts } from "./texts.ts";
import { KINDS, wordAnswer } from "./view.ts";

/** What the page of answers shows. */
export interface AnswerView {
  readonly entry: LetterEntry;
  readonly register: Register;
  /** Oldest first. */
  readonly answers: readonly Acknowledgement[];
  /** What was typed, and what is wrong with it. */
  readonly form: FormState;
  /** Names the request, so that a second click changes nothing. */
  readonly request: string;
  /** Why there are no forms; null where there are. */
  readonly closed: "guest" | "forbidden" | null;
  readonly done: Answer["kind"] | undefined;
}

interface AnswerProps {
  readonly page: Page;
  readonly view: AnswerView;
}

/** What a letter says, the three answers to it, and those that were given. */
export const AnswerPage = ({ page, view }: AnswerProps) => {
  const texts = answerTexts(page.locale);
  return (
    <Layout page={page} title={texts.title} section="letters">
      <div class="lead">
        <p class="quiet">
          <a href={letterPagePath(view.entry)}>{texts.back}</a>
        </p>
        <h1>{texts.title}</h1>
        <p class="quiet">{texts.intro}</p>
      </div>
      <Done text={view.done && texts.done[view.done]} />
      <Said page={page} view={view} />
      {view.closed === null ? <Forms page={page} view={view} /> : <p class="note">{texts[view.closed]}</p>}
      <History page={page} view={view} />
    </Layout>
  );
};

/** Where letters lead who says that they are not for them. */
const anchors = { seen: "seen", "will-do": "will-do", "wrong-recipient": "wrong" } as const;

const Forms = ({ page, view }: AnswerProps) => {
  const texts = answerTexts(page.locale);
  return (
    <>
      {KINDS.map((kind) => {
        const id = `${anchors[kind]}-`;
        const form = typedAt(view.form, "kind") === kind ? view.form : freshForm();
        return (
          <section class="card" id={anchors[kind]} aria-labelledby={`${id}title`}>
            <h2 id={`${id}title`}>{texts.answers[kind].title}</h2>
            <p class="quiet">{texts.answers[kind].help}</p>
            <Form
              {...{ page, form, id, action: answerPath(view.entry), submit: texts.answers[kind].send }}
              hidden={{ kind, request: `${view.request}-${kind}` }}
            >
              {kind === "will-do" ? (
                <>
                  <TextArea {...{ page, form, id }} name="what" label={texts.what} help={texts.whatHelp} required />
                  <TextField {...{ page, form, id }} name="by" type="date" label={texts.by} required />
                </>
              ) : null}
            </Form>
          </section>
        );
      })}
    </>
  );
};

const History = ({ page, view: { answers, register } }: AnswerProps) => {
  const texts = answerTexts(page.locale);
  return (
    <section class="card" aria-labelledby="history">
      <h2 id="history">{texts.history}</h2>
      {answers.length === 0 ? (
        <Empty>{texts.none}</Empty>
      ) : (
        <Scroll label={texts.history}>
          <table>
            <caption class="sr">{texts.history}</caption>
            <thead>
              <tr>
                <th scope="col">{texts.when}</th>
                <th scope="col">{texts.who}</th>
                <th scope="col">{texts.answer}</th>
              </tr>
            </thead>
            <tbody>
              {answers.toReversed().map((given) => (
                <tr>
                  <td>
                    <MomentTime at={given.at} zone={register.ministry.zone} page={page} />
                  </td>
                  <th scope="row">{given.by.name}</th>
                  <td>{capitalised(wordAnswer(given, texts, page))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
};
