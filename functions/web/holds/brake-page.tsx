import { isUnreadable } from "../../../core/escalation/brake.ts";
import type { Register } from "../../../core/register/register.ts";
import type { recipientFinder } from "../../../core/use-cases/assess/recipients.ts";
import { formatNumber, formatShare } from "../../../core/wording/plural.ts";
import { capitalised, nameIn } from "../../../core/wording/wording.ts";
import { Done } from "../forms/form.tsx";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { DayTime, Empty, momentText, RegionName, regionName, Scroll } from "../parts.tsx";
import { letterPagePath } from "../paths.ts";
import { wordLadderStage } from "../stage.ts";
import type { ScopeBrake } from "./brake.ts";
import { Decisions } from "./parts.tsx";
import { holdTexts } from "./texts.ts";

/** All brakes as their page shows them. */
export interface BrakeView {
  readonly brakes: readonly ScopeBrake[];
  readonly register: Register;
  readonly recipientOf: ReturnType<typeof recipientFinder>;
  readonly mayDecide: boolean;
  readonly done: string | undefined;
}

interface BrakeProps {
  readonly page: Page;
  readonly view: BrakeView;
}

/** Which scopes' letters are held, why, and what can be decided. */
export const BrakePage = ({ page, view }: BrakeProps) => {
  const texts = holdTexts(page.locale);
  const on = view.brakes.filter(({ isOn }) => isOn);
  const former = view.brakes.filter(({ isOn }) => !isOn);
  return (
    <Layout page={page} title={texts.brakeTitle} section="brake">
      <div class="lead">
        <h1>{texts.brakeTitle}</h1>
        <p>{texts.brakeIntro}</p>
        {view.mayDecide ? (
          <p>
            <a href="/sweeps/start">{texts.sweepTitle}</a>
          </p>
        ) : null}
      </div>
      <Done text={view.done} />
      {on.length === 0 ? <Empty>{texts.noBrakes}</Empty> : null}
      {on.map((one) => (
        <Brake page={page} view={view} one={one} />
      ))}
      {former.length > 0 ? (
        <section class="stack" aria-labelledby="former-title">
          <h2 id="former-title">{texts.former}</h2>
          {former.map((one) => (
            <Brake page={page} view={view} one={one} />
          ))}
        </section>
      ) : null}
    </Layout>
  );
};

const Brake = ({ page, view, one }: BrakeProps & { one: ScopeBrake }) => {
  const texts = holdTexts(page.locale);
  const { scope, brake, isOn, decisions } = one;
  const { zone } = view.register.ministry;
  const Title = isOn ? "h2" : "h3";
  const state = !isOn ? texts.over : brake.stopped ? texts.stopped : texts.holds;
  const who = (by: string): string => decisions.findLast((entry) => entry.by.id === by)?.by.name ?? by;
  return (
    <section class="card" aria-labelledby={`brake-${scope}`}>
      <Title id={`brake-${scope}`}>
        <RegionName scope={scope} register={view.register} page={page} />{" "}
        <span class={`tag ${isOn ? "overdue" : "none"}`}>{capitalised(state)}</span>
      </Title>
      <dl class="facts">
        <dt>{texts.why}</dt>
        <dd>
          {isUnreadable(brake)
            ? texts.unreadable
            : texts.whyText(
                brake.bodies,
                brake.of,
                formatShare(page.locale, brake.of === 0 ? 0 : brake.bodies / brake.of),
              )}
        </dd>
        <dt>{texts.since}</dt>
        <dd>
          <DayTime {...brake.slot} page={page} />
        </dd>
        {isOn ? (
          <>
            <dt>{texts.until}</dt>
            <dd>{brake.stopped ? texts.untilReleased : <DayTime {...brake.until} page={page} />}</dd>
          </>
        ) : null}
      </dl>
      {brake.stopped && !isUnreadable(brake) ? (
        <p>{texts.stoppedBy(who(brake.stopped.by), momentText(brake.stopped.at, zone, page))}</p>
      ) : null}
      {brake.released ? (
        <p>{texts.released(who(brake.released.by), momentText(brake.released.at, zone, page))}</p>
      ) : null}
      {isOn ? <Held page={page} view={view} one={one} /> : null}
      {isOn && view.mayDecide ? (
        <p class="actions">
          <a class="button" href={`/brake/${encodeURIComponent(scope)}/release`}>
            {texts.release}
          </a>
          {brake.stopped ? null : (
            <a class="button" href={`/brake/${encodeURIComponent(scope)}/stop`}>
              {texts.stop}
            </a>
          )}
        </p>
      ) : null}
      <Decisions
        page={page}
        zone={zone}
        entries={decisions}
        title={`${texts.history}: ${nameIn(regionName(scope, view.register), page.locale)}`}
      />
    </section>
  );
};

/** How many held letters are shown one by one. */
const SHOWN = 50;

const Held = ({ page, view, one: { letters } }: BrakeProps & { one: ScopeBrake }) => {
  const texts = holdTexts(page.locale);
  if (letters.length === 0) return <Empty>{texts.noLetters}</Empty>;
  return (
    <details open={letters.length <= 10}>
      <summary>
        {texts.heldLetters}: {formatNumber(page.locale, letters.length)}
      </summary>
      <Scroll label={texts.heldLetters}>
        <table>
          <caption class="sr">{texts.heldLetters}</caption>
          <thead>
            <tr>
              {[texts.slot, texts.recipient, texts.items].map((head) => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {letters.slice(0, SHOWN).map((letter) => (
              <tr>
                <th scope="row">
                  <a href={letterPagePath(letter)}>
                    <DayTime {...letter.slot} page={page} />
                  </a>
                </th>
                <td>{view.recipientOf(letter.recipientKey)?.name ?? texts.unknownRecipient}</td>
                <td>{aboutText(letter.items, page)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
};

/** What a letter is about, each kind of item once with its number. */
function aboutText(items: ScopeBrake["letters"][number]["items"], page: Page): string {
  const kinds = Map.groupBy(
    items,
    ({ obligation, stage }) => `${page.words.obligations[obligation].short}, ${wordLadderStage(stage, page.words)}`,
  );
  return [...kinds].map(([text, own]) => `${text} (${own.length})`).join("; ");
}
