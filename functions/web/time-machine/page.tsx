import { formatDay } from "../../../core/calendar/day.ts";
import { formatMinutes } from "../../../core/calendar/time.ts";
import type { LocalTime } from "../../../core/calendar/zone.ts";
import { formatNumber, formatTenths } from "../../../core/wording/plural.ts";
import { TextField } from "../forms/controls.tsx";
import { Form } from "../forms/form.tsx";
import { type FormState, freshForm } from "../forms/values.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { DayTime, Scroll } from "../parts.tsx";
import { signInPath } from "../paths.ts";
import type { JourneyState, TimeMachine } from "./machine.ts";
import { timeMachineTexts } from "./texts.ts";

export const PATH = "/time-machine";

/** What the page shows. */
export interface TimeMachineView {
  readonly machine: TimeMachine;
  /** Whether this reader may move the clock. */
  readonly mayMove: boolean;
  /** The next slot, in words. */
  readonly next: string;
  /** The quarter's end and how many slots there are up to it; null when it is past. */
  readonly quarter: { readonly date: string; readonly slots: number } | null;
  /** The forms as they were typed. */
  readonly move: FormState;
  readonly play: FormState;
}

interface TimeMachineProps {
  readonly page: Page;
  readonly view: TimeMachineView;
}

const isRunning = (journey: JourneyState | null): boolean => journey?.outcome === "running";

/** The demo's clock, and the ways to move it. */
export const TimeMachinePage = ({ page, view }: TimeMachineProps) => {
  const texts = timeMachineTexts(page.locale);
  const journey = view.machine.journey();
  return (
    <Layout page={page} title={texts.title} section="timeMachine" isLive isWaiting={isRunning(journey)}>
      <div class="lead">
        <h1>{texts.title}</h1>
        <p class="quiet">{texts.intro}</p>
      </div>
      <JourneyCard page={page} view={view} />
      {view.mayMove ? <Ways page={page} view={view} /> : <WhoMay page={page} />}
    </Layout>
  );
};

const WhoMay = ({ page }: { page: Page }) => {
  const texts = timeMachineTexts(page.locale);
  return (
    <p class="note">
      {texts.whoMay} <a href={signInPath(PATH)}>{texts.signIn}</a>
    </p>
  );
};

/** What the clock shows and how far the journey is: with scripts it follows by itself. */
export const JourneyCard = ({ page, view: { machine, mayMove } }: TimeMachineProps) => {
  const texts = timeMachineTexts(page.locale);
  const now = machine.now();
  const journey = machine.journey();
  const follow = isRunning(journey) ? { "hx-get": PATH, "hx-trigger": "every 1s", "hx-swap": "outerHTML" } : {};
  return (
    <section class="card" id="journey" aria-labelledby="clock-title" {...follow}>
      <h2 id="clock-title">{texts.clock}</h2>
      <p class="clock">
        <time datetime={`${formatDay(now.day)}T${formatMinutes(now.minutes)}`}>
          {page.words.time.longDate(now.day)}, {formatMinutes(now.minutes)}
        </time>{" "}
        <span class="quiet">{page.words.time.weekday(now.day)}</span>
      </p>
      {journey ? <Progress journey={journey} page={page} mayStop={mayMove} /> : null}
      <ul class="index">
        <li>
          <a href="/">{texts.matrix}</a>
        </li>
        <li>
          <a href="/sweeps">{texts.sweeps}</a>
        </li>
        <li>
          <a href={machine.inboxUrl}>{texts.inbox(machine.letters())}</a>
        </li>
      </ul>
      {journey && journey.played.length > 0 ? <PlayedTable journey={journey} page={page} /> : null}
    </section>
  );
};

const Progress = ({ journey, page, mayStop }: { journey: JourneyState; page: Page; mayStop: boolean }) => {
  const texts = timeMachineTexts(page.locale);
  const { done, total, outcome } = journey;
  return (
    <>
      <progress max={total} value={done} aria-label={texts.journey} />
      <p role="status">
        {texts.progress(done, total)} · {texts.outcomes[outcome]}
      </p>
      {outcome === "running" ? (
        <div class="actions">
          {mayStop ? (
            <form method="post" action={`${PATH}/stop`}>
              <button type="submit">{texts.stop}</button>
            </form>
          ) : null}
          <a href={PATH}>{texts.look}</a>
        </div>
      ) : null}
    </>
  );
};

/** So many of the latest slots are listed; the page of sweeps has them all. */
const SHOWN = 15;

const PlayedTable = ({ journey: { played }, page }: { journey: JourneyState; page: Page }) => {
  const texts = timeMachineTexts(page.locale);
  return (
    <Scroll label={texts.played}>
      <table>
        <caption>{texts.played}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.slot}</th>
            <th scope="col" class="n">
              {texts.letters}
            </th>
            <th scope="col" class="n">
              {texts.items}
            </th>
            <th scope="col" class="n">
              {texts.seconds}
            </th>
          </tr>
        </thead>
        <tbody>
          {played.slice(0, SHOWN).map(({ slot, letters, items, seconds }) => (
            <tr>
              <th scope="row">
                <DayTime day={slot.day} time={slot.time} page={page} />
              </th>
              <td class="n">{formatNumber(page.locale, letters)}</td>
              <td class="n">{formatNumber(page.locale, items)}</td>
              <td class="n">{formatTenths(page.locale, seconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};

/** Every way to move the clock. */
const Ways = ({ page, view: { next, quarter, play, move } }: TimeMachineProps) => {
  const texts = timeMachineTexts(page.locale);
  return (
    <div class="ways">
      <section class="card" aria-labelledby="play-title">
        <h2 id="play-title">{texts.playTitle}</h2>
        <PlayButton slots={1} text={texts.next(next)} />
        <Form page={page} form={play} action={`${PATH}/play`} submit={texts.play} id="play-">
          <TextField
            {...{ page, form: play, name: "slots", label: texts.slots, help: texts.slotsHelp, id: "play-" }}
            type="number"
            min={1}
            required
          />
        </Form>
        {quarter ? <PlayButton slots={quarter.slots} text={texts.quarter(quarter.date, quarter.slots)} /> : null}
      </section>
      <section class="card" aria-labelledby="move-title">
        <h2 id="move-title">{texts.moveTitle}</h2>
        <p class="quiet">{texts.moveHelp}</p>
        <Form page={page} form={move} action={`${PATH}/move`} submit={texts.move} id="move-">
          <TextField {...{ page, form: move, name: "date", label: texts.date, id: "move-" }} type="date" required />
          <TextField {...{ page, form: move, name: "time", label: texts.time, id: "move-" }} type="time" required />
        </Form>
      </section>
    </div>
  );
};

const PlayButton = ({ slots, text }: { slots: number; text: string }) => (
  <form method="post" action={`${PATH}/play`} class="actions">
    <input type="hidden" name="slots" value={String(slots)} />
    <button type="submit">{text}</button>
  </form>
);

/** Asks before the letters are thrown away. */
export const BackPage = ({ page, to, letters }: { page: Page; to: LocalTime; letters: number }) => {
  const texts = timeMachineTexts(page.locale);
  const time = formatMinutes(to.minutes);
  const moment = `${page.words.time.longDate(to.day)}, ${time}`;
  return (
    <Layout page={page} title={texts.backTitle} section="timeMachine">
      <div class="lead">
        <h1>{texts.backTitle}</h1>
        <p>{texts.back(moment, letters)}</p>
      </div>
      <Form
        page={page}
        form={freshForm()}
        action={`${PATH}/back`}
        submit={texts.turnBack}
        hidden={{ date: formatDay(to.day), time }}
        cancel={PATH}
        isGrave
      />
    </Layout>
  );
};
