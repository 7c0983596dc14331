import { splitPath } from "../../../core/dossier/fact-path.ts";
import type { Finding, State } from "../../../core/order608/finding.ts";
import { type NamedCalendar, wordDerivation } from "../../../core/wording/word-derivation.ts";
import { whatToDo, wordStatus, wordSubject } from "../../../core/wording/word-finding.ts";
import { wordMissing } from "../../../core/wording/word-missing.ts";
import { capitalised } from "../../../core/wording/wording.ts";
import type { Page } from "../page.ts";
import { DayTime, StateTag } from "../parts.tsx";
import { letterPagePath } from "../paths.ts";
import { wordPath } from "../record/word-fact.ts";
import { wordLadderStage } from "../stage.ts";
import { Actions } from "./action-links.tsx";
import { nextAction, otherActions } from "./actions.ts";
import { bodyTexts } from "./texts.ts";
import type { ToldLine } from "./told.ts";
import type { BodyView } from "./view.ts";

interface FindingProps {
  readonly finding: Finding;
  readonly page: Page;
  readonly view: BodyView;
  readonly calendar: NamedCalendar;
}

const isDone = (state: State): boolean => state === "met" || state === "late" || state === "waived";

/** One finding: where it stands, what is missing, what to do, how the day came about, who was told. */
export const FindingCard = ({ finding, page, view, calendar }: FindingProps) => {
  const subject = wordSubject(finding, page.locale);
  const waiver = view.dossier?.waivers.find(
    ({ obligation, subject: of }) =>
      finding.state === "waived" && obligation === finding.obligation && of === finding.subject,
  );
  return (
    <article class={`finding ${finding.state}`}>
      <p class="state">
        <StateTag state={finding.state} page={page} /> {subject === "" ? null : <strong>{capitalised(subject)}</strong>}{" "}
        <span>{capitalised(wordStatus(finding, page.locale))}</span>
      </p>
      <Missing finding={finding} page={page} />
      {isDone(finding.state) ? null : (
        <p>
          <strong>{page.words.letter.duty}:</strong> {whatToDo(finding, page.locale)}
        </p>
      )}
      {waiver ? (
        <p>
          {waiver.reason} ({waiver.by})
        </p>
      ) : null}
      <p class="quiet">
        {page.words.letter.derivation}: {wordDerivation(finding.derivation, calendar, page.locale)}
      </p>
      <RecordedLate finding={finding} page={page} view={view} />
      <NextStep finding={finding} page={page} view={view} />
      <Told lines={view.told.of(finding)} page={page} view={view} />
    </article>
  );
};

/** What can be recorded for it; for what nothing cures any more, only quietly: that it had happened in time. */
const NextStep = ({ finding, page, view }: Pick<FindingProps, "finding" | "page" | "view">) => {
  const next = nextAction(finding, view);
  const others = otherActions(finding, view);
  return finding.state === "breached" && next ? (
    <Actions page={page} view={view} others={[next, ...others]} />
  ) : (
    <Actions page={page} view={view} next={next} others={others} />
  );
};

/** Facts that the finding turns on and that were recorded late (SPEC 3). */
const RecordedLate = ({ finding, page, view }: Pick<FindingProps, "finding" | "page" | "view">) => {
  const late = view.lateOf(finding);
  if (late.length === 0) return null;
  const words = late.map((path) => wordPath(splitPath(path), view.dossier, page.locale));
  return (
    <p>
      <span class="tag late">{bodyTexts(page.locale).recordedLate}</span>{" "}
      {bodyTexts(page.locale).recordedLateOf(words.join("; "))}
    </p>
  );
};

const Missing = ({ finding: { obligation, state, missing }, page }: Pick<FindingProps, "finding" | "page">) =>
  missing.length === 0 || isDone(state) ? null : (
    <>
      <p>
        <strong>{page.words.letter.missing}:</strong>
      </p>
      <ul class="missing">
        {missing.map((code) => (
          <li>{wordMissing(obligation, code, page.locale)}</li>
        ))}
      </ul>
    </>
  );

const Told = ({ lines, page, view }: { lines: readonly ToldLine[]; page: Page; view: BodyView }) =>
  lines.length === 0 ? null : (
    <details>
      <summary>{page.texts.body.told(lines.length)}</summary>
      <ul class="told">
        {lines.map(({ letter, stage }) => (
          <li>
            <a href={letterPagePath(letter)}>
              <DayTime day={letter.slot.day} time={letter.slot.time} page={page} />
            </a>{" "}
            {view.recipientOf(letter.recipientKey)?.name ?? page.texts.body.formerContact} ·{" "}
            {wordLadderStage(stage, page.words)} · {page.words.letterStates[letter.state]}
          </li>
        ))}
      </ul>
    </details>
  );
